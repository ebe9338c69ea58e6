"""Notes: on the sentence at hand, on the range, on a whole article.

A note belongs to exactly what it was asked for; the editor shows beside it those that lie over it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.dialogs.note_editor import NoteEditor, OtherNotes
from reader.workspace import overlapping, subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.tui.reading.changes import ChangeController
    from reader.tui.reading.view import ReadingView
    from reader.workspace.subjects import Subject


class NoteController:
    """Opens the editor and keeps what was written."""

    def __init__(self, view: ReadingView, changes: ChangeController) -> None:
        self._view, self._changes = view, changes

    def edit(self) -> None:
        """Ask for a note; in a notebook that cannot be changed, show it."""
        self._ask_on(self._changes.subject)

    def edit_article(self) -> None:
        """Ask for a note on the whole article."""
        workspace = self._view.workspace
        self._ask_on(subjects.article(workspace, workspace.column))

    def _ask_on(self, subject: Subject) -> None:
        notebook = self._view.workspace.notebook
        if notebook.articles.reanchor_tasks and self._view.refuses_change():
            return
        noted = [subject, *overlapping.other_notes(self._view.workspace, subject)]
        if notebook.read_only:
            noted = list(filter(self._view.annotator.note_on, noted))
        if noted or not self._view.refuses_change():
            self._open(noted)

    def _open(self, noted: Sequence[Subject]) -> None:
        """Open the note on the first of these; a key goes on to the next, around the end."""
        subject, *others = noted
        note = self._view.annotator.note_on(subject)
        notes = overlapping.notes_beside(self._view.workspace, subject, note)
        beside = OtherNotes(notes)
        if others:
            beside = OtherNotes(notes, partial(self._open, [*others, subject]), others[0].name)
        title = f"No note on {subject.name} itself yet" if notes and not note else f"Note on {subject.name}"
        keep = None if self._view.workspace.notebook.read_only else partial(self._keep, subject)
        self._view.app.push_screen(NoteEditor(note, keep, self._view.keys, title=title, beside=beside))

    def _keep(self, subject: Subject, note: str) -> None:
        self._view.annotator.note(subject, note)
        self._changes.finish(subject)
        self._view.say("")
