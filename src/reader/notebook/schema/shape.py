"""Tell by its shape whether a value is a notebook, a table or a TinyDB database; documents are not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.notebook.schema.documents import PROGRAM, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.notebook.schema.documents import Tables

_FILE_START = '{"meta"'
_DOCUMENT_START = b': {"id":"'
"""How `codec` writes the beginning of a document; it never stands inside of one."""


def has_notebook_shape(value: Any) -> bool:
    """Whether a value says that it is a notebook, and its tables are shaped like tables."""
    return is_notebook(value) and all(is_table(value.get(name, {})) for name in TABLES)


def is_notebook(value: object) -> bool:
    """Whether a value says of itself that it is a notebook."""
    meta = value.get("meta") if isinstance(value, dict) else None
    documents = meta.values() if isinstance(meta, dict) else ()
    return any(isinstance(each, dict) and each.get("program") == PROGRAM for each in documents)


def is_database(value: object) -> bool:
    """Whether a value is shaped like a TinyDB database, of any program."""
    return isinstance(value, dict) and all(map(is_table, value.values()))


def is_table(value: object) -> bool:
    """Whether a value is shaped like a table of TinyDB: documents by number."""
    return isinstance(value, dict) and all(map(is_document_number, value))


def is_document_number(key: str) -> bool:
    """Whether a key is a document number as TinyDB writes it; different keys are different numbers then."""
    return key.isascii() and key.isdecimal() and len(key) < 19 and (key[0] != "0" or key == "0")


def starts_like_notebook(content: bytes) -> bool:
    """Whether the content begins as only a notebook does, however short it is."""
    start = content[:64].decode("utf-8", "replace").strip()
    return bool(start) and (start.startswith(_FILE_START) or _FILE_START.startswith(start))


def has_hidden_documents(content: bytes, tables: Tables) -> bool:
    """Whether decoding has dropped documents of the content, as it does when two have one number."""
    documents = (each for table in tables.values() if isinstance(table, dict) for each in table.values())
    return content.count(_DOCUMENT_START) > sum(map(_begins_with_id, documents))


def _begins_with_id(document: Any) -> bool:
    if isinstance(document, bytes):
        return document.startswith(b'{"id":"')
    return isinstance(document, dict) and next(iter(document), "") == "id"


def count_documents(tables: Tables) -> int:
    """Return the number of tags, articles and annotations."""
    return sum(len(tables.get(name, ())) for name in ("tags", "articles", "annotations"))


def number_documents(documents: Iterable[Any], table: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a table of these documents, behind those of another table if there is one."""
    table = table or {}
    first = 1 + max(map(int, table), default=0)
    return table | {str(number): each for number, each in enumerate(documents, first)}
