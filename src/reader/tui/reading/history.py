"""Undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tui.reading.session import SessionController
    from reader.tui.reading.view import ReadingView


class HistoryController:
    """Takes changes of the notebook back and makes them again."""

    def __init__(self, view: ReadingView, session: SessionController) -> None:
        self._view, self._session = view, session

    def undo(self) -> None:
        """Take the last change back."""
        if self._step(self._view.workspace.notebook.undo, "Undone", "Nothing to undo"):
            self._session.after_undo()

    def redo(self) -> None:
        """Make the last change again."""
        if self._step(self._view.workspace.notebook.redo, "Done again", "Nothing to redo"):
            self._session.after_redo()

    def _step(self, step: Callable[[], str | None], done: str, nothing: str) -> bool:
        """Go one step and to where it changed something, unless a range is chosen; False: there is none."""
        view, workspace = self._view, self._view.workspace
        if view.refuses_change():
            return False
        turned = view.annotator.undo_or_redo(step)
        if turned is None:
            view.say(nothing)
            return False
        words, changed, there = turned
        view.show_changed(changed)
        view.columns.refresh_headers()
        if there is not None and workspace.selection is None:
            view.show_move(lambda: workspace.go_to(there))
        if workspace.notebook.history.touched_codebook:
            view.show_move(workspace.refresh_filter)
        view.say(f"{done}: {words}")
        return True
