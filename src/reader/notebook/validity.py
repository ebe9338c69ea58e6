"""The documents of a file by their ids, and which of them are valid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.notebook.history.steps import read_step
from reader.notebook.schema import session
from reader.notebook.schema.documents import READERS, Document, Tables, WrongDocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DocumentsById = dict[str, dict[str, Document]]
"""Table → id → document."""

MERGED_TABLES = ("tags", "articles", "annotations", "sessions")
"""The tables whose documents two notebooks can share; the history of undo belongs to one notebook only."""

_READERS: Mapping[str, Callable[[Document], object]] = READERS | {
    "sessions": session.read_session,
    "history": read_step,
}
"""Functions that raise WrongDocumentError for what is no document of the table."""


def is_valid(table: str, document: object) -> bool:
    """Whether this is a document of this table, with an id."""
    if not isinstance(document, dict) or not isinstance(document.get("id"), str):
        return False
    try:
        _READERS[table](document)
    except WrongDocumentError:
        return False
    return True


def documents_by_id(tables: Tables, known: DocumentsById | None = None) -> DocumentsById:
    """Give the documents of a file by their ids; of two with one id the first.

    :param known: documents that are sound, as most of the file will be: to look at each anew takes long.
    """
    found: DocumentsById = {name: {} for name in MERGED_TABLES}
    for name in MERGED_TABLES:
        sound = {} if known is None else known[name]
        for document in tables.get(name, {}).values():
            if _is_one_of(sound, document) or is_valid(name, document):
                found[name].setdefault(document["id"], document)
    return found


def invalid_documents(tables: Tables, name: str, known: DocumentsById | None = None) -> list[Any]:
    """Give what is no document of ours; it belongs to somebody. DocumentsById that are known are sound."""
    sound = {} if known is None else known[name]
    every = (each for each in tables.get(name, {}).values() if not _is_one_of(sound, each))
    return [each for each in every if not is_valid(name, each)]


def _is_one_of(sound: Mapping[str, Document], document: Any) -> bool:
    name = document.get("id") if isinstance(document, dict) else None
    return isinstance(name, str) and sound.get(name) == document
