"""Which documents of a file are valid, and these by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.notebook.history.steps import read_step
from reader.notebook.schema.documents import READERS, Document, Tables, WrongDocumentError
from reader.notebook.schema.session import read_session

if TYPE_CHECKING:
    from collections.abc import Mapping

DocumentsById = dict[str, dict[str, Document]]
"""Table → id → document."""

MERGED_TABLES = ("tags", "articles", "annotations", "sessions")
"""The tables whose documents two notebooks can share; the history of undo belongs to one notebook only."""

_READERS = READERS | {"sessions": read_session, "history": read_step}
"""Functions that raise WrongDocumentError for what is no document of the table."""


def is_valid(table: str, document: object, known: Mapping[str, Document] | None = None) -> bool:
    """Return whether this is a valid document of the table, with an id.

    :param known: valid documents by id: what equals one of them need not be read again.
    """
    if not isinstance(document, dict) or not isinstance(document.get("id"), str):
        return False
    if known is not None and known.get(document["id"]) == document:
        return True
    try:
        _READERS[table](document)
    except WrongDocumentError:
        return False
    return True


def documents_by_id(tables: Tables) -> DocumentsById:
    """Return the valid documents of a file by id; of several with one id the first."""
    return sort_documents(tables)[0]


def sort_documents(
    tables: Tables, known: DocumentsById | None = None
) -> tuple[DocumentsById, dict[str, list[Any]]]:
    """Return the valid documents of a file, as `documents_by_id` does, and by table what is not valid.

    :param known: valid documents: those of the file that equal them need not be read again, which takes long.
    """
    valid: DocumentsById = {table: {} for table in MERGED_TABLES}
    invalid: dict[str, list[Any]] = {table: [] for table in MERGED_TABLES}
    for table in MERGED_TABLES:
        for document in tables.get(table, {}).values():
            if is_valid(table, document, known and known[table]):
                valid[table].setdefault(document["id"], document)
            else:
                invalid[table].append(document)
    return valid, invalid
