"""The differences pane: opened and closed, scrolled, made higher and lower."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.reading.differences_pane import DifferencesPane
    from reader.tui.reading.view import ReadingView


class DifferencesController:
    """Keeps the pane, while it is open."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._pane: DifferencesPane | None = None

    def make_pane(self) -> DifferencesPane | None:
        """Return a new pane for the workspace on the screen; None when the reader has closed it."""
        self._pane = None
        if self._view.workspace.view.differences:
            from reader.tui.reading.differences_pane import DifferencesPane  # noqa: PLC0415 - seldom open at first

            self._pane = DifferencesPane(self._view.workspace)
        return self._pane

    def show(self) -> None:
        """Show the sentence at hand in it."""
        if self._pane is not None:
            self._pane.show()

    def fit(self) -> None:
        """Give it the height it has on a screen of this size."""
        if self._pane is not None:
            self._pane.fit()

    async def toggle(self) -> None:
        """Open or close it."""
        workspace, columns, open_pane = self._view.workspace, self._view.columns, self._pane
        workspace.view = workspace.view._replace(differences=open_pane is None)
        pane = self.make_pane()
        if open_pane is not None:
            await open_pane.remove()
        elif pane is not None:
            await columns.screen.mount(pane, after=columns)
        self._view.status.footer.refresh_if_changed()

    def change_height(self, by: int) -> None:
        """Make it higher or lower by so many lines."""
        if self._pane is None:
            self._view.say(f"{self._view.keys.label('differences')} opens the pane whose height this changes")
        elif self._pane.change_height(by):
            self._view.say("")
        else:
            self._view.say(f"The pane gets no {'higher' if by > 0 else 'lower'}")

    def scroll(self, by: int) -> None:
        """Scroll it by half of what it shows."""
        if self._pane is None:
            self._view.say(f"{self._view.keys.label('differences')} opens the pane that this scrolls")
        else:
            self._pane.scroll_relative(y=by * max(1, self._pane.size.height // 2), animate=False)
