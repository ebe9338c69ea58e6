"""The program itself: help, light or dark, messages put away, quit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.cleaning import clean_line
from reader.workspace.paths import fallback_folders

if TYPE_CHECKING:
    from reader.tui.reading.filter import FilterController
    from reader.tui.reading.search import SearchController
    from reader.tui.reading.selection import SelectionController
    from reader.tui.reading.view import ReadingView


class ProgramController:
    """Ends the program only when everything is saved, or when the reader insists."""

    def __init__(
        self,
        view: ReadingView,
        selection: SelectionController,
        search: SearchController,
        filter_: FilterController,
    ) -> None:
        self._view, self._selection = view, selection
        self._search, self._filter = search, filter_
        self._trouble = ""
        """The message that said why the last change is not on disk."""
        self._warned = False
        """The reader was told at the end that the last changes cannot be saved."""
        self._forsaken = False
        """The reader was told that the last changes can be kept nowhere."""

    def show_help(self) -> None:
        """Show the keys."""
        from reader.tui.pages.help import HelpScreen  # noqa: PLC0415 - not needed for the first frame

        self._view.app.clear_notifications()
        self._view.app.push_screen(HelpScreen(self._view.keys, notices=self._view.notices_told))

    def clear(self) -> None:
        """Put messages and prompts away; when there were no prompts, the search, else the filter."""
        prompted = bool(self._view.prompts)
        self._view.app.clear_notifications()
        self._view.app.capture_mouse(None)
        self._selection.drop()
        self._view.prompts.end_all(lasting=True)
        self._view.say("")
        if not prompted and not self._search.forget():
            self._filter.show_all_sentences()

    async def toggle_theme(self) -> None:
        """Change between light and dark."""
        app = self._view.app
        app.theme = "reader-light" if app.current_theme.dark else "reader-dark"

    def show_saved(self) -> None:
        """Show whether the last change is on disk."""
        notebook, status = self._view.workspace.notebook, self._view.status
        if notebook.file.last_error and not self._warned:
            merge = self._view.keys.label("merge-notebook")
            changed = f"Another program has changed {clean_line(notebook.path.name)}: {merge} takes in both"
            self._trouble = notebook.file.last_error if notebook.conflict.path is None else changed
            status.message = self._trouble
        elif status.message == self._trouble:
            status.message = ""
        status.line.refresh()

    def leave(self) -> None:
        """Quit; when the last changes cannot be saved, only after saying so, and with a copy elsewhere."""
        notebook, again = self._view.workspace.notebook, f"{self._view.keys.label('quit')} again"
        saved = self._forsaken or notebook.save()
        if saved or (self._warned and notebook.file.keep_copy(fallback_folders())):
            self._view.app.exit()
        elif not self._warned:
            self._warned = True
            why = notebook.file.last_error
            self._view.say(f"Not saved, {again} leaves and keeps a copy elsewhere: {why}")
        else:
            self._forsaken = True
            self._view.say(f"No other folder takes a copy either; {again} LOSES the last changes")
