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
    older = {number: version for number, each in meta.items() if (version := _version(each)) < VERSION}
    if not older:
        return tables, None
    updated = {number: meta[number] | {"schema": VERSION} for number in older}
    return tables | {"meta": meta | updated}, min(older.values())


def _version(document: Document) -> int:
    version = document.get("schema") if isinstance(document, dict) else None
    return version if type(version) is int and document.get("program") == PROGRAM else VERSION
