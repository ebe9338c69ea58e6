"""A page with keys of its own, which its footer, the help and the command palette show."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.screen import ModalScreen

from reader.tui.dialogs.dialog import DismissOnceScreen
from reader.tui.threads import find_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tui.keys.keymap import Keymap
    from reader.tui.keys.page_keys import PageKeyTable
    from reader.workspace.workspace import Workspace

_Result = TypeVar("_Result")
_Found = TypeVar("_Found")
SENTENCES_AT_ONCE = 600
"""What so many share is looked up before the page is drawn; of more, behind it."""


class Page(ModalScreen[_Result], DismissOnceScreen[_Result]):
    """What lies over the articles. Its `BINDINGS` are the rows of its table."""

    TABLE: ClassVar[PageKeyTable]

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self.keys = keys
        """Those of the reading screen."""
        self.page_keys = keys.on_page(self.TABLE.name)
        """Those of this page."""

    def action_help(self) -> None:
        """Show the keys of this page."""
        from reader.tui.pages.help import HelpScreen  # noqa: PLC0415 - only now

        self.app.push_screen(HelpScreen(self.keys, page=self.TABLE.name))

    def look_up(
        self, workspace: Workspace, find: Callable[[], _Found], show: Callable[[_Found], None]
    ) -> None:
        """Find what this page shows: at once, or of long articles while the page is open already."""
        if workspace.sentence_count <= SENTENCES_AT_ONCE:
            show(find())
        else:
            find_in_background(self.app, self.TABLE.name, find, partial(self._have, show))

    def _have(self, show: Callable[[_Found], None], found: _Found) -> None:
        if self.is_attached:  # else it was left
            show(found)
