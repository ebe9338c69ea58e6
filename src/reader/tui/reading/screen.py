"""The reading screen: the articles side by side, and every key of it."""

from __future__ import annotations

from typing import ClassVar

from reader.tui.keys.reading_keys import READING
from reader.tui.reading.filter import Filtering
from reader.tui.reading.layout import Arranging
from reader.tui.reading.merge import Merging
from reader.tui.reading.overlap import Sharing
from reader.tui.reading.reanchor import Recovering
from reader.tui.reading.search import Searching
from reader.tui.reading.session import Sitting
from reader.workspace.paths_and_state import fallback_folders


class ReadingScreen(Sharing, Sitting, Filtering, Searching, Arranging, Merging, Recovering):
    """What the groups of actions do not do: the program itself."""

    BINDINGS: ClassVar = list(READING)
    _forsaken = False
    """The reader was told that the last changes can be kept nowhere."""

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.pages.help import HelpScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.clear_notifications()
        self.app.push_screen(HelpScreen(self.keys, told=self.told))

    def action_quiet(self) -> None:
        """Put messages away, and what was begun; when nothing was, what was looked for, then the filter."""
        self.app.clear_notifications()
        begun = self.asks
        self._leave_all(lasting=True)
        self.say("")
        if not begun and not self.forget_search():
            self.show_all_sentences()

    async def action_theme(self) -> None:
        """Light or dark."""
        self.app.theme = "reader-light" if self.app.current_theme.dark else "reader-dark"

    def action_leave(self) -> None:
        """Quit; when the last changes cannot be saved, only after saying so, and with a copy elsewhere."""
        notebook, again = self.workspace.notebook, f"{self.keys.label('quit')} again"
        if self._forsaken or notebook.save() or (self._warned and self._keeps_copy()):
            self.app.exit()
        elif not self._warned:
            self._warned = True
            self.say(f"Not saved, {again} leaves and keeps a copy elsewhere: {notebook.file.last_error}")
        else:
            self._forsaken = True
            self.say(f"No other folder takes a copy either; {again} LOSES the last changes")

    def _keeps_copy(self) -> bool:
        return self.workspace.notebook.file.keep_copy(fallback_folders()) is not None
