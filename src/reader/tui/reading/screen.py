"""The reading screen: the articles side by side, and every key of it."""

from __future__ import annotations

from typing import ClassVar

from reader.tui.keyboard.keys import READING
from reader.tui.reading.arranging import Arranging
from reader.tui.reading.filtering import Filtering
from reader.tui.reading.recovering import Recovering
from reader.tui.reading.searching import Searching
from reader.tui.reading.sharing import Sharing
from reader.tui.reading.sitting import Sitting


class ReadingScreen(Sharing, Sitting, Filtering, Searching, Arranging, Recovering):
    """What the groups of actions do not do: the program itself."""

    BINDINGS: ClassVar = list(READING)

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.pages.help import HelpScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.clear_notifications()
        self.app.push_screen(HelpScreen(self.keys, told=self.told))

    def action_quiet(self) -> None:
        """Put messages away, and what was begun; when nothing was, what was looked for, then the filter."""
        self.app.clear_notifications()
        begun = self._asked or self.desk.selection
        self._asked = None
        self._drop_selection()
        self.say("")
        if not begun and not self.forget_search():
            self.show_all_sentences()

    async def action_theme(self) -> None:
        """Light or dark."""
        self.app.theme = "reader-light" if self.app.current_theme.dark else "reader-dark"

    def action_leave(self) -> None:
        """Quit; when the last changes cannot be saved, only after saying so."""
        if self._warned or self.desk.notebook.save():
            self.app.exit()
        else:
            self._warned = True
            again = f"{self.keys.first('quit')} again"
            self.say(f"Not saved, {again} leaves all the same: {self.desk.notebook.last_error}")
