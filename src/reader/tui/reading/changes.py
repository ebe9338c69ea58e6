"""What follows a change of the notebook: it is shown, and what asked for it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.reading.prompts import SUBJECT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.notebook import Span
    from reader.tui.reading.selection import SelectionController
    from reader.tui.reading.session import SessionController
    from reader.tui.reading.view import ReadingView
    from reader.workspace.subjects import Subject


class ChangeController:
    """Says what the next change is made on, and shows it when it is made."""

    def __init__(self, view: ReadingView, selection: SelectionController, session: SessionController) -> None:
        self._view, self._selection, self._session = view, selection, session

    @property
    def subject(self) -> Subject:
        """What the next tag or note is put on: what a prompt says, the range, or the sentence at hand."""
        return self._view.prompts.subject or self._view.annotator.subject()

    def finish(self, subject: Subject) -> None:
        """Show that a subject was tagged or noted; the next key is for the sentence at hand again."""
        self._selection.drop()
        self._view.prompts.end(SUBJECT)
        self._view.show_changed(subject.places)
        if not subject.places:
            self._view.columns.refresh_headers()
        self._session.cover(subject)

    def show_notebook(self, before: Iterable[Span]) -> None:
        """Show what has become of everything; `before` are the spans annotated before the change."""
        annotations = self._view.workspace.annotations
        self._view.show_changed(annotations.places([*before, *annotations.annotated_spans()]))
        self._view.columns.refresh_headers()
        self._view.show_move(self._view.workspace.refresh_filter)
