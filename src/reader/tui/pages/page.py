"""A page with keys of its own, which its footer, the help and the command palette show."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.screen import ModalScreen

if TYPE_CHECKING:
    from reader.tui.keyboard.keys import Keys
    from reader.tui.keyboard.tables import Table

_Result = TypeVar("_Result")


class Page(ModalScreen[_Result]):
    """What lies over the articles. Its `BINDINGS` are the rows of its table."""

    TABLE: ClassVar[Table]

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.keys = keys
        """Those of the reading screen."""
        self.here = keys.on(self.TABLE.name)
        """Those of this page."""

    def action_help(self) -> None:
        """Show the keys of this page."""
        from reader.tui.pages.help import HelpScreen  # noqa: PLC0415 - only now

        self.app.push_screen(HelpScreen(self.keys, page=self.TABLE.name))
