"""Steps of undo, each kept as the document changes that take it back.

Making a change yields the opposite change. Undo and redo are therefore one exchange: make the changes of a
step, and keep their opposites in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from sys import intern
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from reader.notebook.schema import codec
from reader.notebook.schema.documents import READERS, Document, WrongDocumentError
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from reader.notebook.model import Annotation

MOST_STEPS = 2_000
"""The oldest steps beyond these are forgotten."""

Act = Literal["insert", "set", "remove"]
_ACTS: dict[str, Act] = {act: act for act in get_args(Act)}
_NO_FIELDS: Document = {}
# One object each for all changes, of which there may be as many as annotations.

Exchange = Callable[["tuple[DocumentChange, ...]"], "tuple[DocumentChange, ...]"]
"""Makes changes, and returns their opposites."""


class DocumentChange(NamedTuple):
    """One change of one document."""

    act: Act
    table: str
    id: str
    fields: Document = _NO_FIELDS
    """`insert`: the whole document. `set`: the fields to set, None takes a field away. `remove`: nothing."""
    annotation: Annotation | None = None
    """What the document says after the change, from the action that has it at hand: it is not read back then.
    Steps keep no values, which would be in memory for as long as the notebook is open."""

    def on(self, document: Document | None) -> tuple[Document | None, DocumentChange]:
        """Return the document after the change, and the opposite change; None stands for no document."""
        if document is None:
            return self._inserted(), DocumentChange("remove", self.table, self.id)
        if self.act == "set":
            before = {key: document.get(key) for key in self.fields}
            kept = {key: value for key, value in document.items() if key not in self.fields}
            wanted = {key: value for key, value in self.fields.items() if value is not None}
            return kept | wanted, DocumentChange("set", self.table, self.id, before)
        return self._inserted(), DocumentChange("insert", self.table, self.id, document)

    def _inserted(self) -> Document | None:
        return self.fields if self.act == "insert" else None


class Step(NamedTuple):
    """What one undo takes back."""

    number: int
    words: str
    at: str
    """ISO 8601, UTC."""
    held: tuple[DocumentChange, ...] | bytes
    """The changes, or the whole step as it stands in the file: most steps are never taken back, and encoded
    they take a fourth of the memory."""
    undone: bool = False

    @property
    def changes(self) -> tuple[DocumentChange, ...]:
        """The changes that take the step back or, once it is undone, make it again; in this order."""
        return self.held if isinstance(self.held, tuple) else _read_changes(codec.decode_json(self.held))

    @property
    def is_of_codebook(self) -> bool:
        """Whether it is about tags themselves. A step that made a tag to put it on something is not."""
        made = "insert" if self.undone else "remove"
        return any(change.table == "tags" and change.act != made for change in self.changes)


class UndoSteps:
    """The steps of a notebook, oldest first: those before `done` are done, the others can be redone."""

    def __init__(self, steps: Iterable[Step] = (), last: int = 0) -> None:
        """Take in the steps of a file.

        :param last: the highest number that a document of the table has, be it a step or not.
        """
        self.steps = sorted(steps, key=lambda step: step.number)
        self._last = last
        undone = [step.undone for step in self.steps]
        self.done = undone.index(True) if True in undone else len(undone)

    def add(self, words: str, at: str, changes: tuple[DocumentChange, ...]) -> tuple[Step, list[Step]]:
        """Add a step; return it, and the steps that are forgotten: those undone, and the oldest."""
        self._last = max(self._last, self.steps[-1].number if self.steps else 0) + 1
        gone = self.steps[self.done :]
        step = Step(self._last, words, at, changes)
        self.steps[self.done :] = [step]
        gone += self.steps[:-MOST_STEPS]
        del self.steps[:-MOST_STEPS]
        self.done = len(self.steps)
        return step, gone

    def undo(self, exchange: Exchange) -> Step | None:
        """Take back the last step that is done; return it as it is then, None if there is none."""
        return self._turn(self.done - 1, exchange, undone=True)

    def redo(self, exchange: Exchange) -> Step | None:
        """Make the first step that was undone again; return it as it is then, None if there is none."""
        return self._turn(self.done, exchange, undone=False)

    def done_last_first(self) -> Iterator[Step]:
        """Yield the steps that are done, the last one first."""
        return reversed(self.steps[: self.done])

    def revise(self, revised: Exchange) -> list[Step]:
        """Replace the changes of each step by a revised version of them; return the steps that differ now."""
        changed = []
        for index, step in enumerate(self.steps):
            before = step.changes
            changes = revised(before)
            if changes != before:
                self.steps[index] = step._replace(held=changes)
                changed.append(self.steps[index])
        return changed

    def _turn(self, index: int, exchange: Exchange, *, undone: bool) -> Step | None:
        if not 0 <= index < len(self.steps):
            return None
        step = self.steps[index]
        self.steps[index] = step = step._replace(held=exchange(step.changes), undone=undone)
        self.done = index if undone else index + 1
        return step


def read_history(table: dict[str, Any]) -> tuple[UndoSteps, int]:
    """Read the steps of a file; return with them how many documents were left out as they are not right."""
    found: list[Step] = []
    wrong = 0
    for document in table.values():
        try:
            step = read_step(codec.decoded(document))
            found.append(step._replace(held=document) if isinstance(document, bytes) else step)
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
    return Step(number, clean_line(words), clean_line(at), _read_changes(document), undone)


def step_document(step: Step) -> Document:
    """Return the document of a step."""
    return {
        "id": str(step.number),
        "number": step.number,
        "words": step.words,
        "at": step.at,
        "undone": step.undone,
        "changes": [
            {"act": change.act, "table": change.table, "id": change.id, "fields": change.fields}
            for change in step.changes
        ],
    }


def _read_changes(document: Document) -> tuple[DocumentChange, ...]:
    changes = document.get("changes")
    if not isinstance(changes, list):
        raise WrongDocumentError("changes")
    return tuple(map(_read_change, changes))


def _read_change(document: object) -> DocumentChange:
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
    return DocumentChange(_ACTS[act], intern(table), name, fields or _NO_FIELDS)
