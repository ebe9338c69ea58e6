"""Notes: on the sentence at hand, on the range that is being chosen, on a whole article.

A note is that of exactly what it is asked for; those that lie over it are shown beside it, a key further on.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.reading.navigation import Moving
from reader.tui.reading.prompts import SUBJECT
from reader.workspace import overlapping, subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.tui.dialogs.note_editor import OtherNotes
    from reader.workspace.subjects import Subject


class Noting(Moving):
    """What the reader writes on the sentences."""

    def action_note(self) -> None:
        """Ask for a note; in a notebook that cannot be changed, show it."""
        self._ask_for_note(self._subject())

    def action_note_article(self) -> None:
        """Ask for a note on the whole article."""
        self._ask_for_note(subjects.article(self.workspace, self.workspace.column))

    def _subject(self) -> Subject:
        return self._asked.subject or self._annotator.subject()

    def _ask_for_note(self, subject: Subject) -> None:
        """Ask for the note of exactly this; those that lie over it are a key further on."""
        noted = [subject, *overlapping.other_notes(self.workspace, subject)]
        if self.workspace.notebook.read_only:
            noted = list(filter(self._annotator.noted, noted))
        if noted or not self._refused():
            self._open_note(noted)

    def _open_note(self, noted: Sequence[Subject]) -> None:
        """Open the first of these notes; the next is the one after it, around the end."""
        from reader.tui.dialogs.note_editor import NoteEditor  # noqa: PLC0415 - not needed for the first frame

        subject, note = noted[0], self._annotator.noted(noted[0])
        beside = self._beside(noted, note)
        none = beside is not None and beside.notes and not note
        title = f"No note on {subject.name} itself yet" if none else f"Note on {subject.name}"
        keep = None if self.workspace.notebook.read_only else partial(self._noted, subject)
        self.app.push_screen(NoteEditor(note, keep, self.keys, title=title, beside=beside))

    def _beside(self, noted: Sequence[Subject], note: str) -> OtherNotes | None:
        """What the editor shows and reaches besides the first of these notes; None: nothing is there."""
        from reader.tui.dialogs.note_editor import OtherNotes  # noqa: PLC0415 - not needed for the first frame

        subject, *others = noted
        notes = overlapping.notes_beside(self.workspace, subject, note)
        if not notes and not others:
            return None
        if not others:
            return OtherNotes(notes)
        return OtherNotes(notes, partial(self._open_note, [*others, subject]), others[0].name)

    def _noted(self, subject: Subject, note: str) -> None:
        """Keep the note from the editor."""
        self._annotator.note(subject, note)
        self._done_with(subject)
        self.say("")

    def _done_with(self, subject: Subject) -> None:
        """Show what has changed; the next key is for the sentence at hand again."""
        self._drop_selection()
        self._asked.end(SUBJECT)
        self._show_changed(subject.places)
        if not subject.places:
            self._columns.refresh_headers()
