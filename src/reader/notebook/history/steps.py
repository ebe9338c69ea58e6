"""Every step the user took, as the changes that would take it back.

A change names a document by its table and id and says what to do to it. Doing it gives the opposite change,
so undo and redo are one and the same exchange: do the changes of a step, keep their opposites in its place.

Invariant: the steps before `done` are done, the ones from there on were undone and can be done again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from sys import intern
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from reader.articles import clean_line
from reader.notebook.schema import codec
from reader.notebook.schema.documents import READERS, Document, WrongDocumentError

if TYPE_CHECKING:
    from reader.notebook.model import Annotation

KEPT = 2_000
"""Steps; the oldest go first."""

NOTHING: Document = {}
"""The fields of a change that needs none: one for all, there are as many as annotations."""

Exchange = Callable[["tuple[DocumentChange, ...]"], "tuple[DocumentChange, ...]"]
"""Makes changes of changes: their opposites by doing them, or a version of them."""

Act = Literal["insert", "set", "remove"]
_ACTS: dict[str, Act] = {act: act for act in get_args(Act)}
"""By themselves: there may be as many changes as annotations."""


class DocumentChange(NamedTuple):
    """One change of one document."""

    act: Act
    table: str
    id: str
    fields: Document
    """`insert`: the whole document. `set`: the fields to set, None takes a field away. `remove`: nothing."""
    annotation: Annotation | None = None
    """What the document says after the change, from who has it at hand: it need not be read back then. The
    history keeps no values: they would be in memory for as long as the notebook is open."""

    def on(self, document: Document | None) -> tuple[Document | None, DocumentChange]:
        """Give the document after the change, None for no document, and the opposite change."""
        if document is None:
            opposite = DocumentChange("remove", self.table, self.id, NOTHING)
            return (self.fields if self.act == "insert" else None), opposite
        if self.act == "set":
            before = {key: document.get(key) for key in self.fields}
            kept = {key: value for key, value in document.items() if key not in self.fields}
            wanted = {key: value for key, value in self.fields.items() if value is not None}
            return kept | wanted, DocumentChange("set", self.table, self.id, before)
        opposite = DocumentChange("insert", self.table, self.id, document)
        return (self.fields if self.act == "insert" else None), opposite


class Step(NamedTuple):
    """What one undo takes back."""

    number: int
    words: str
    at: str
    """ISO 8601, UTC."""
    held: tuple[DocumentChange, ...] | bytes
    """The changes, or its document as it stands in the file: most steps are never taken back."""
    undone: bool = False

    @property
    def changes(self) -> tuple[DocumentChange, ...]:
        """What to do to take it back or, once undone, to do it again; in the order to do it in."""
        return self.held if isinstance(self.held, tuple) else _changes(codec.loads(self.held))

    @property
    def is_of_codebook(self) -> bool:
        """Whether it is about tags themselves; one that was only made to be put on something is not."""
        made = "insert" if self.undone else "remove"
        return any(change.table == "tags" and change.act != made for change in self.changes)


class UndoSteps:
    """The steps of a notebook, oldest first."""

    def __init__(self, steps: Iterable[Step] = (), last: int = 0) -> None:
        """Take in the steps of a file.

        :param last: the highest number in use there, be it by a document that is no step.
        """
        self.steps = sorted(steps, key=lambda step: step.number)
        self._last = last
        undone = [step.undone for step in self.steps]
        self.done = undone.index(True) if True in undone else len(undone)

    def add(self, words: str, at: str, changes: tuple[DocumentChange, ...]) -> tuple[Step, list[Step]]:
        """Keep a new step; give it, and the steps that are no more: those undone, and the oldest."""
        self._last = max(self._last, self.steps[-1].number if self.steps else 0) + 1
        gone = self.steps[self.done :]
        del self.steps[self.done :]
        step = Step(self._last, words, at, changes)
        self.steps.append(step)
        gone += self.steps[:-KEPT]
        del self.steps[:-KEPT]
        self.done = len(self.steps)
        return step, gone

    def done_last_first(self) -> Iterator[Step]:
        """Yield the steps that are done, the last one first."""
        return reversed(self.steps[: self.done])

    def undo(self, do: Exchange) -> Step | None:
        """Take back the last step that is done: `do` does changes and gives their opposites."""
        return self._exchange(self.done - 1, do, undone=True)

    def redo(self, do: Exchange) -> Step | None:
        """Do the first step that was undone again."""
        return self._exchange(self.done, do, undone=False)

    def revise(self, change: Exchange) -> list[Step]:
        """Replace the changes of each step by what this makes of them; give the steps that are others now."""
        revised = []
        for index, step in enumerate(self.steps):
            before = step.changes
            changes = change(before)
            if changes != before:
                self.steps[index] = step._replace(held=changes)
                revised.append(self.steps[index])
        return revised

    def _exchange(self, index: int, do: Exchange, *, undone: bool) -> Step | None:
        if not 0 <= index < len(self.steps):
            return None
        step = self.steps[index]
        self.steps[index] = step = step._replace(held=do(step.changes), undone=undone)
        self.done = index if undone else index + 1
        return step


def read_history(table: dict[str, Any]) -> tuple[UndoSteps, int]:
    """Read the history of a file; give how many documents were left out because they are not right."""
    found: list[Step] = []
    wrong = 0
    for document in table.values():
        try:
            one = read_step(codec.unpacked(document))
            found.append(one._replace(held=document) if isinstance(document, bytes) else one)
        except WrongDocumentError:
            wrong += 1
    return UndoSteps(found, max(map(int, table), default=0)), wrong


def read_step(document: object) -> Step:
    """Read a step.

    :raises WrongDocumentError: the document is not one.
    """
    if not isinstance(document, dict):
        raise WrongDocumentError("step")
    number, words, at = document.get("number"), document.get("words"), document.get("at")
    undone = document.get("undone")
    if type(number) is not int or not isinstance(words, str) or not isinstance(at, str):
        raise WrongDocumentError("number, words, at")
    if not isinstance(undone, bool):
        raise WrongDocumentError("undone")
    return Step(number, clean_line(words), clean_line(at), _changes(document), undone)


def step_document(step: Step) -> Document:
    """Write a step."""
    return {
        "id": str(step.number),
        "number": step.number,
        "words": step.words,
        "at": step.at,
        "undone": step.undone,
        "changes": [_change_document(change) for change in step.changes],
    }


def _changes(document: Document) -> tuple[DocumentChange, ...]:
    changes = document.get("changes")
    if not isinstance(changes, list):
        raise WrongDocumentError("changes")
    return tuple(map(_change, changes))


def _change(document: object) -> DocumentChange:
    if not isinstance(document, dict):
        raise WrongDocumentError("change")
    get = document.get
    act, table, name, fields = get("act"), get("table"), get("id"), get("fields")
    if not isinstance(act, str) or act not in _ACTS or not isinstance(table, str) or table not in READERS:
        raise WrongDocumentError("act, table")
    if not isinstance(name, str) or not isinstance(fields, dict):
        raise WrongDocumentError("id, fields")
    if act == "insert":
        READERS[table](fields)
    return DocumentChange(_ACTS[act], intern(table), name, fields or NOTHING)


def _change_document(change: DocumentChange) -> Document:
    return {"act": change.act, "table": change.table, "id": change.id, "fields": change.fields}
