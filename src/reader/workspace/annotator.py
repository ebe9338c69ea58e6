"""What the reader does to what is open: puts tags and notes on a subject, takes them off, undoes.

The notebook keeps targets, the screen speaks of subjects; this stands between them.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.notebook import Annotation, Notebook, Tag
from reader.overlap import Place
from reader.workspace import overlapping, subjects
from reader.workspace.subjects import Subject
from reader.workspace.workspace import Workspace

RECENT = 5  # tags that come first in the picker because they were used last


class UndoResult(NamedTuple):
    """What an undo or a redo did."""

    words: str
    changed: list[Place]  # the sentences that look different now
    there: Place | None
    """Where something was put or taken off; None: nowhere in the open articles, or the step was of tags."""


class Annotator:
    """Changes the notebook of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._last: str | None = None

    @property
    def _notebook(self) -> Notebook:
        return self.workspace.notebook

    @property
    def last(self) -> Tag | None:
        """The tag used last, also before this start; None when there is none, or it was deleted since."""
        last = self._last or self._notebook.codebook.last_put
        return self._notebook.tag(last) if last and last in self._notebook.codebook else None

    @property
    def recent(self) -> list[Tag]:
        """The tags that were used last, the last one first."""
        last = [self.last] if self.last else []
        return list(dict.fromkeys([*last, *self._notebook.codebook.recent()]))[:RECENT]

    def subject(self) -> Subject:
        """Return what the next tag or note is put on: the chosen range, or the sentence at hand."""
        if chosen := self.workspace.selection:
            span = self.workspace.annotations.ids[chosen.article], chosen.start, chosen.end
            return subjects.part(self.workspace, span)
        return subjects.sentence(self.workspace, self.workspace.place)

    def own_tags(self, subject: Subject) -> list[Tag]:
        """Return the coder's tags on exactly a subject; none where a tag goes to all counterparts."""
        if subject.origin is not None:
            return []
        tags = dict.fromkeys(tag for annotation in self._own(subject) for tag in annotation.tags)
        return [self._notebook.tag(tag) for tag in tags]

    def note_on(self, subject: Subject) -> str:
        """Return the coder's note on exactly a subject; where nothing can be changed, anybody's."""
        there = self._on(subject) if self._notebook.read_only else self._own(subject)
        return next((annotation.note for annotation in there if annotation.note), "")

    def tag(self, subject: Subject, tag: Tag) -> int:
        """Put a tag on a subject, in one step; return on how many targets it was not yet."""
        self._last = tag.id
        return self._notebook.put_tag(subject.targets, tag.id, origin=subject.origin)

    def create(self, subject: Subject, name: str) -> Tag:
        """Make a tag and put it on a subject, in one step. Raises NotebookError."""
        with self._notebook.history.step(f"new tag “{name}”"):
            tag = self._notebook.codebook.create(name)
            self.tag(subject, tag)
        return tag

    def remove_tag(self, subject: Subject, tag: Tag) -> None:
        """Take the coder's tag off a subject."""
        self._notebook.remove_tag(self._own(subject), tag.id)

    def remove(self, annotations: Sequence[Annotation]) -> list[Place]:
        """Take annotations off, in one step; return the sentences they were on."""
        if annotations:
            self._notebook.remove(annotations)
        return self.workspace.annotations.places(span for one in annotations for span in one.spans)

    def note(self, subject: Subject, note: str) -> None:
        """Put a note on a subject, in place of the one that is there."""
        self._notebook.put_note(subject.targets[0], note)

    def undo_or_redo(self, step: Callable[[], str | None]) -> UndoResult | None:
        """Take one step of the history, by `notebook.undo` or `notebook.redo`; None: there is none."""
        if (words := step()) is None:
            return None
        history, annotations = self._notebook.history, self.workspace.annotations
        if others := history.touched_coders - {"", self._notebook.coder}:
            words = f"{words}, of {' and '.join(sorted(others))}"
        if where := overlapping.places_label(self.workspace, history.touched_spans):
            words = f"{words} · {where}"
        places = annotations.places(history.touched_spans)
        changed = [*places, *(annotations.annotated_places() if history.touched_codebook else [])]
        here = self.workspace.column
        first = min(places, key=lambda place: (place.article != here, place), default=None)
        return UndoResult(words, changed, None if history.turned_codebook else first)

    def _on(self, subject: Subject) -> tuple[Annotation, ...]:
        """Return what is on exactly the first target; what lies over it is in `overlapping`."""
        return self._notebook.annotations_on(subject.targets[0])

    def _own(self, subject: Subject) -> tuple[Annotation, ...]:
        return tuple(filter(self._notebook.is_mine, self._on(subject)))
