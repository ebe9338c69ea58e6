"""What a controller of the reading screen may ask of the screen, and nothing else of it.

Controllers tell the screen, and each other, what happened by plain calls. A Textual message would be dealt
with only after the keys that were typed ahead, and would paint its change one frame later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import App

    from reader.overlap import Place
    from reader.tui.article.columns import Columns
    from reader.tui.keys.keymap import Keymap
    from reader.tui.reading.prompts import PromptStack
    from reader.tui.reading.status_area import StatusArea
    from reader.workspace.annotator import Annotator
    from reader.workspace.workspace import Workspace

_Returned = TypeVar("_Returned")


class ReadingView(Protocol):
    """The reading screen, as its controllers know it."""

    keys: Keymap
    status: StatusArea
    prompts: PromptStack
    notices_told: tuple[str, ...]
    """Every notice shown since the start, a sentence each; the help lists them."""

    @property
    def app(self) -> App[Any]:
        """The running program: pages are pushed on it, notices shown by it."""

    @property
    def annotator(self) -> Annotator:
        """What puts tags and notes on the workspace."""

    @property
    def is_current(self) -> bool:
        """Whether nothing lies over the screen."""

    @property
    def workspace(self) -> Workspace:
        """The workspace on the screen; another one after `show_workspace`."""

    @property
    def columns(self) -> Columns:
        """The widget with the articles; another one after `show_workspace`."""

    def say(self, message: str) -> None:
        """Show a message in the status line, until the next key."""

    def show_move(self, change: Callable[[], _Returned]) -> _Returned:
        """Make a change that may move the cursors, then show where they are; return what it returned."""

    def show_sentence(self) -> None:
        """Show in status line, footer and differences pane what is known of the sentence at hand."""

    def show_changed(self, places: Iterable[Place]) -> None:
        """Show that the annotations on these sentences have changed."""

    def show_all(self) -> None:
        """Paint everything again: any sentence may look different."""

    def fit(self) -> None:
        """Show as many columns as fit, each as wide as it may be."""

    def refuses_change(self) -> bool:
        """Return whether the notebook cannot be changed now, and say why."""

    def note_places(self) -> None:
        """Remember where each cursor stands on the screen, before the columns are made anew."""

    async def show_workspace(self, workspace: Workspace, message: str = "") -> None:
        """Show another workspace: other articles, or the same in another order."""
