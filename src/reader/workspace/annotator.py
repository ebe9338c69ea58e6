"""What the reader does to what is in the workspace: tags, notes, undo.

The notebook keeps targets, the screen speaks of subjects; this stands between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.workspace import overlapping, subjects

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.notebook import Annotation, Notebook, Tag
    from reader.overlap import Place
    from reader.workspace.subjects import Subject
    from reader.workspace.workspace import Workspace

RECENT = 5
"""Tags that come first in the picker because they were used last."""


class UndoResult(NamedTuple):
    """What an undo or a redo did."""

    words: str
    changed: list[Place]
    """The sentences that look different now."""
    there: Place | None
    """Where something was put or taken off; None: nowhere in the open articles, or the step was of tags."""


class Annotator:
    """Changes the notebook for the workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._last: str | None = None

    @property
    def _notebook(self) -> Notebook:
        return self.workspace.notebook

    @property
    def last(self) -> Tag | None:
        """The tag used last, also before the last start; None when it is there no more: undo may take it."""
        last = self._last or self._notebook.codebook.last_put
        return self._notebook.tag(last) if last and last in self._notebook.codebook else None

    @property
    def recent(self) -> list[Tag]:
        """The tags that were used last, the last one first."""
        last = [self.last] if self.last else []
        return list(dict.fromkeys([*last, *self._notebook.codebook.recent()]))[:RECENT]

    def subject(self) -> Subject:
        """What the next tag or note is put on: the range that is being chosen, or the sentence at hand."""
        if self.workspace.selection is not None:
            return subjects.selected(self.workspace, self.workspace.selection)
        return subjects.sentence(self.workspace, self.workspace.place)

    def on(self, subject: Subject) -> tuple[Annotation, ...]:
        """What is on exactly the first target; what lies over it is in `layers`."""
        return self._notebook.annotations_on(subject.targets[0])

    def own(self, subject: Subject) -> tuple[Annotation, ...]:
        """What of that the coder at work has made: others code the same sentence for themselves."""
        return tuple(filter(self._notebook.is_mine, self.on(subject)))

    def worn(self, subject: Subject) -> list[Tag]:
        """The tags that Enter in the picker takes off."""
        if subject.origin is not None:
            return []
        tags = dict.fromkeys(tag for annotation in self.own(subject) for tag in annotation.tags)
        return [self._notebook.tag(tag) for tag in tags]

    def noted(self, subject: Subject) -> str:
        """The note that is there to be changed; where nothing can be, anybody's."""
        there = self.on(subject) if self._notebook.read_only else self.own(subject)
        return next((annotation.note for annotation in there if annotation.note), "")

    def tag(self, subject: Subject, tag: Tag) -> int:
        """Put a tag on a subject, in one step; gives on how many targets it was not yet."""
        self._last = tag.id
        return self._notebook.put_tag(subject.targets, tag.id, origin=subject.origin)

    def create(self, subject: Subject, name: str) -> Tag:
        """Make a tag and put it on a subject, in one step. Raises NotebookError."""
        with self._notebook.history.step(f"new tag “{name}”"):
            tag = self._notebook.codebook.create(name)
            self.tag(subject, tag)
        return tag

    def remove(self, subject: Subject, tag: Tag) -> None:
        """Take one tag off that the coder at work has put there."""
        self._notebook.remove_tag(self.own(subject), tag.id)

    def strip(self, annotations: Sequence[Annotation]) -> list[Place]:
        """Take annotations off, in one step; gives the sentences they were on."""
        if annotations:
            self._notebook.remove(annotations)
        return self.workspace.annotations.places(
            span for annotation in annotations for span in annotation.spans
        )

    def note(self, subject: Subject, note: str) -> None:
        """Write the note, in the place of the one that is there."""
        self._notebook.put_note(subject.targets[0], note)

    def pin(self, tag: Tag, digit: int | None) -> None:
        """Pin a tag to a digit, or to none."""
        self._notebook.codebook.pin(tag.id, digit)

    def turn(self, step: Callable[[], str | None]) -> UndoResult | None:
        """Undo or redo. None: there is nothing."""
        words = step()
        if words is None:
            return None
        touched = self._notebook.history.touched_spans
        if others := self._notebook.history.touched_coders - {"", self._notebook.coder}:
            words = f"{words}, of {' and '.join(sorted(others))}"
        if where := overlapping.places_label(self.workspace, touched):
            words = f"{words} · {where}"
        places = self.workspace.annotations.places(touched)
        tagged = (
            self.workspace.annotations.annotated_places() if self._notebook.history.touched_codebook else []
        )
        there = None if self._notebook.history.turned_codebook else self._nearest(places)
        return UndoResult(words, [*places, *tagged], there)

    def _nearest(self, places: Sequence[Place]) -> Place | None:
        """The first of these, in the article at hand if it has any."""
        here = self.workspace.column
        return min(places, key=lambda place: (place.article != here, place), default=None)
