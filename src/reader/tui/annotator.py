"""What the reader does to the sentences on the desk: tags, notes, undo.

The notebook keeps spans of text, the screen speaks of sentences; this stands between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook import Tag
    from reader.overlap import Place
    from reader.tui.desk import Desk


class Annotator:
    """Changes the notebook for the desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._notebook = desk.notebook
        self._last: str | None = None

    @property
    def last(self) -> Tag | None:
        """The tag used last, if there still is one: undo may have taken it."""
        return next((tag for tag in self._notebook.tags if tag.id == self._last), None)

    def tag(self, place: Place, tag: Tag) -> bool:
        """Put a tag on a sentence; False when it was there already."""
        self._last = tag.id
        return tag not in self.desk.mark(place).tags and self._notebook.tag_sentence(
            *self.desk.span(place), tag.id
        )

    def create(self, place: Place, name: str) -> Tag:
        """Make a tag and put it on a sentence, in one step. Raises NotebookError."""
        with self._notebook.step(f"new tag “{name}”"):
            tag = self._notebook.create_tag(name)
            self.tag(place, tag)
        return tag

    def remove(self, place: Place, tag: Tag) -> None:
        """Take one tag off a sentence."""
        self._notebook.remove_tag_from(self.desk.annotations(place), tag.id)

    def strip(self, place: Place) -> bool:
        """Take everything off a sentence; False when there is nothing."""
        return self._notebook.remove(self.desk.annotations(place)) > 0

    def note(self, place: Place, note: str) -> None:
        """Write the note of a sentence, in the place of the one that is there."""
        there = self.desk.annotations(place)
        noted = (annotation for annotation in there if annotation.note and self._notebook.is_mine(annotation))
        span = next((annotation.span for annotation in noted), self.desk.span(place))
        self._notebook.set_note(*span, note)

    def turn(self, step: Callable[[], str | None]) -> tuple[str, list[Place]] | None:
        """Undo or redo; gives what it was in words, and the sentences it changed. None: there is nothing."""
        words = step()
        return None if words is None else (words, self.desk.places(self._notebook.touched))
