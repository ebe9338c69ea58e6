"""Getting out of a damaged file whatever is still whole in it.

Two kinds of damage are known from TinyDB files: a whole value with the rest of an older, longer one behind it
(its storage writes first and truncates afterwards), and a file that ends too early. Anything else is taken
document by document.
"""

from __future__ import annotations

import json
import re
from typing import Any

from .schema import PROGRAM, TABLES, Document, Tables

_START = '{"meta"'
_KEY = re.compile(r'"((?:[^"\\]|\\.){0,100})"\s*:\s*(?=\{)')
_OPENS_TABLE = re.compile(r'\{\s*(?:"\d+"\s*:\s*\{|\})')
_decoder = json.JSONDecoder()


def is_sound(value: object) -> bool:
    """Whether a value is shaped like a notebook: our tables are tables, whatever else there may be."""
    return (
        isinstance(value, dict) and is_ours(value) and all(is_table(value.get(name, {})) for name in TABLES)
    )


def is_table(value: object) -> bool:
    """Whether a value is shaped like a table of TinyDB: documents by number."""
    return isinstance(value, dict) and all(key.isdecimal() and len(key) < 19 for key in value)


def _is_database(value: object) -> bool:
    """Whether a value is shaped like a TinyDB database with something in it, whoever made it."""
    return isinstance(value, dict) and any(value.values()) and all(map(is_table, value.values()))


def is_ours(value: object) -> bool:
    """Whether this says of itself that it is a notebook."""
    return bool(_versions(value))


def is_of_version(tables: Tables, newest: int) -> bool:
    """Whether these tables are of this version or of an older one."""
    return all(type(version) is int and version <= newest for version in _versions(tables))


def has_version(tables: Tables) -> bool:
    """Whether these tables say of which version they are."""
    return any(type(version) is int for version in _versions(tables))


def _versions(value: object) -> list[Any]:
    meta = value.get("meta") if isinstance(value, dict) else None
    documents = meta.values() if isinstance(meta, dict) else ()
    return [
        document.get("schema")
        for document in documents
        if isinstance(document, dict) and document.get("program") == PROGRAM
    ]


def is_fragment(content: bytes) -> bool:
    """Whether the content starts as only our files do, however little of it there is."""
    start = content[:64].decode("utf-8", "replace").strip()
    return bool(start) and (start.startswith(_START) or _START.startswith(start))


def rescue(content: bytes) -> Tables:
    """Give all documents that are whole in the damaged content; maybe none."""
    text = content.decode("utf-8", "replace")
    value = _decoded(text, len(text) - len(text.lstrip()))
    return value if is_sound(value) or _is_database(value) else _by_document(text)


def count(tables: Tables) -> int:
    """How many documents of the user's there are."""
    return sum(len(tables.get(name, ())) for name in ("tags", "articles", "annotations"))


def _by_document(text: str) -> Tables:
    tables: Tables = {}
    table: dict[str, Document] = {}
    at = 0
    while found := _KEY.search(text, at):
        key, at = found[1], found.end()
        if key.isdecimal():
            document, at = _document(text, at)
            if document is not None:
                table[key] = document
        elif key in TABLES or _OPENS_TABLE.match(text, at):
            table = tables.setdefault(key, {})
    return tables


def _document(text: str, at: int) -> tuple[Document | None, int]:
    try:
        document, end = _decoder.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, at
    return document, end


def _decoded(text: str, at: int) -> Any:
    try:
        return _decoder.raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None
