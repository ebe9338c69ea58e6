"""The reading screen: the articles side by side, and every key of it."""

from __future__ import annotations

from typing import ClassVar

from reader.tui.arranging import Arranging
from reader.tui.keys import READING
from reader.tui.sharing import Sharing
from reader.tui.tagging import Tagging


class ReadingScreen(Sharing, Tagging, Arranging):
    """What the groups of actions do not do: the program itself."""

    BINDINGS: ClassVar = list(READING)

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.help import HelpScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.push_screen(HelpScreen())

    def action_quiet(self) -> None:
        """Put messages away."""
        self.app.clear_notifications()

    async def action_theme(self) -> None:
        """Light or dark."""
        self.app.theme = "reader-light" if self.app.current_theme.dark else "reader-dark"

    def action_leave(self) -> None:
        """Quit; when the last changes cannot be saved, only after saying so."""
        if self._warned or self.desk.notebook.save():
            self.app.exit()
        else:
            self._warned = True
            self.say(f"Not saved, q again leaves all the same: {self.desk.notebook.last_error}")
