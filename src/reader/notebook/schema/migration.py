"""Bringing the tables of an older version of the schema up to date.

Invariant: nothing is taken away, so that the step from version to version can be told from the file that is
kept of before. What is new may be missing in a document; see `schema` for what that means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.schema.documents import PROGRAM, VERSION

if TYPE_CHECKING:
    from reader.notebook.schema.documents import Document, Tables


def migrated(tables: Tables) -> tuple[Tables, int | None]:
    """Give the tables as this version has them, and of which version they were; None: of this one.

    From 1 to 2 only the number changes: documents of version 1 are documents of version 2 about spans.
    """
    meta = tables.get("meta", {})
    older = [version for document in meta.values() if (version := _version(document)) < VERSION]
    if not older:
        return tables, None
    return tables | {"meta": {number: _of_now(document) for number, document in meta.items()}}, min(older)


def _version(document: Document) -> int:
    version = document.get("schema") if isinstance(document, dict) else None
    return version if type(version) is int and document.get("program") == PROGRAM else VERSION


def _of_now(document: Document) -> Document:
    return document | {"schema": VERSION} if _version(document) < VERSION else document
