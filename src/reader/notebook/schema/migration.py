"""Bring the tables of an older version of the file format up to date.

Invariant: nothing is taken away. What is new in a version may be missing in a document; `documents` says what
that means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.schema.documents import PROGRAM, VERSION

if TYPE_CHECKING:
    from reader.notebook.schema.documents import Document, Tables


def migrate(tables: Tables) -> tuple[Tables, int | None]:
    """Return the tables in this version, and the version they were of; None if they were of this one.

    From 1 to 2 only the number changes: documents of version 1 are documents of version 2 about spans.
    """
    meta = tables.get("meta", {})
    older = [version for document in meta.values() if (version := _version(document)) < VERSION]
    if not older:
        return tables, None
    updated = {
        number: document | {"schema": VERSION} if _version(document) < VERSION else document
        for number, document in meta.items()
    }
    return tables | {"meta": updated}, min(older)


def _version(document: Document) -> int:
    version = document.get("schema") if isinstance(document, dict) else None
    return version if type(version) is int and document.get("program") == PROGRAM else VERSION
