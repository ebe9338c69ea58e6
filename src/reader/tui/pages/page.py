"""A page over the articles with keys of its own, which footer, help and command palette show."""

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

_PageResult = TypeVar("_PageResult")
_Shown = TypeVar("_Shown")
SENTENCES_AT_ONCE = 600  # of more, what a page shows is found on a thread, after the page is drawn


class Page(ModalScreen[_PageResult], DismissOnceScreen[_PageResult]):
    """A screen over the articles. Its `BINDINGS` are the rows of its `TABLE` of keys."""

    TABLE: ClassVar[PageKeyTable]

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self.keys = keys
        self.page_keys = keys.on_page(self.TABLE.name)

    def action_help(self) -> None:
        """Show the keys of this page."""
        from reader.tui.pages.help import HelpScreen  # noqa: PLC0415 - only now

        self.app.push_screen(HelpScreen(self.keys, page=self.TABLE.name))

    def look_up(
        self, workspace: Workspace, find: Callable[[], _Shown], show: Callable[[_Shown], None]
    ) -> None:
        """Find what this page shows: at once, or for long articles after the page is open."""
        if workspace.sentence_count <= SENTENCES_AT_ONCE:
            show(find())
        else:
            find_in_background(self.app, self.TABLE.name, find, partial(self._show_if_open, show))

    def _show_if_open(self, show: Callable[[_Shown], None], found: _Shown) -> None:
        if self.is_attached:
            show(found)
