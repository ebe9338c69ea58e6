"""What is shaped like a notebook, a table, a TinyDB database: told without reading the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.notebook.schema.documents import PROGRAM, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.notebook.schema.documents import Tables

_START = '{"meta"'
_OURS = b': {"id":"'
"""Before the id of a document as `codec` writes it; never inside of one."""


def has_our_shape(value: object) -> bool:
    """Whether a value is shaped like a notebook: our tables are tables, whatever else there may be."""
    return (
        isinstance(value, dict) and is_ours(value) and all(is_table(value.get(name, {})) for name in TABLES)
    )


def is_table(value: object) -> bool:
    """Whether a value is shaped like a table of TinyDB: documents by number."""
    return isinstance(value, dict) and all(map(is_number, value))


def is_number(key: str) -> bool:
    """Whether this is the number of a document, as TinyDB writes it: two keys are two numbers."""
    return key.isascii() and key.isdecimal() and len(key) < 19 and (key[0] != "0" or key == "0")


def is_database(value: object) -> bool:
    """Whether a value is shaped like a TinyDB database, whoever made it."""
    return isinstance(value, dict) and all(map(is_table, value.values()))


def is_ours(value: object) -> bool:
    """Whether this says of itself that it is a notebook."""
    meta = value.get("meta") if isinstance(value, dict) else None
    documents = meta.values() if isinstance(meta, dict) else ()
    return any(isinstance(each, dict) and each.get("program") == PROGRAM for each in documents)


def hides_documents(content: bytes, tables: Tables) -> bool:
    """Whether there are documents in the content that decoding has dropped: two of one number, say."""
    documents = (each for table in tables.values() if isinstance(table, dict) for each in table.values())
    return content.count(_OURS) > sum(map(_begins_with_id, documents))


def _begins_with_id(document: Any) -> bool:
    if isinstance(document, bytes):  # packed
        return document.startswith(b'{"id":"')
    return isinstance(document, dict) and next(iter(document), "") == "id"


def is_fragment(content: bytes) -> bool:
    """Whether the content starts as only our files do, however little of it there is."""
    start = content[:64].decode("utf-8", "replace").strip()
    return bool(start) and (start.startswith(_START) or _START.startswith(start))


def count(tables: Tables) -> int:
    """How many documents of the user's there are."""
    return sum(len(tables.get(name, ())) for name in ("tags", "articles", "annotations"))


def numbered(documents: Iterable[Any], table: dict[str, Any] | None = None) -> dict[str, Any]:
    """Give a table of these documents, behind those of another one if there is one."""
    table = dict(table or {})
    table.update((str(n), each) for n, each in enumerate(documents, 1 + max(map(int, table), default=0)))
    return table
