"""Steps of undo, each kept as the document changes that take it back."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from reader.notebook.schema import codec
from reader.notebook.schema.documents import READERS, Document, WrongDocumentError
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from reader.notebook.model import Annotation

Act = Literal["insert", "set", "remove"]
_ACTS: dict[str, Act] = {act: act for act in get_args(Act)}
_NO_FIELDS: Document = {}
# One object each for all changes, of which there may be as many as annotations.


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
        if self.act == "set" and document is not None:
            before = {key: document.get(key) for key in self.fields}
            kept = {key: value for key, value in document.items() if key not in self.fields}
            wanted = {key: value for key, value in self.fields.items() if value is not None}
            return kept | wanted, DocumentChange("set", self.table, self.id, before)
        opposite: Act = "remove" if document is None else "insert"
        after = self.fields if self.act == "insert" else None
        return after, DocumentChange(opposite, self.table, self.id, document or _NO_FIELDS)


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


def read_steps(table: dict[str, Any]) -> tuple[list[Step], int]:
    """Read the steps of a file, oldest first; return with them how many documents are not right."""
    steps: list[Step] = []
    wrong = 0
    for document in table.values():
        try:
            step = read_step(codec.decoded(document))
            steps.append(step._replace(held=document) if isinstance(document, bytes) else step)
        except WrongDocumentError:
            wrong += 1
    return sorted(steps, key=lambda step: step.number), wrong


def read_step(document: object) -> Step:
    """Read a step; WrongDocumentError if the document is not one."""
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
