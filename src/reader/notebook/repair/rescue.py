"""Getting out of a damaged file whatever is still whole in it.

Two kinds of damage are known from TinyDB files: a whole value with the rest of an older, longer one behind it
(its storage writes first and truncates afterwards), and a file that ends too early. Anything else is taken
document by document. What is in the wrong table then is for `checkup` to put in the right one.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from reader.notebook.schema.documents import TABLES, Document, Tables
from reader.notebook.schema.shape import (
    has_notebook_shape,
    is_database,
    is_document_number,
    is_table,
    number_documents,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENS = re.compile(r'(?:"((?:[^"\\]|\\.){0,100})"\s*:\s*)?(?=\{)')
_OPENS_TABLE = re.compile(r'\{\s*"\d+"\s*:\s*\{')
_OPENS_DOCUMENT = re.compile(r'\{\s*"id"\s*:')
_NAMELESS = "_default"
"""As TinyDB calls the table that has no name: of documents before the first table."""
_DEPTH = 4
"""How deep in a document of ours there are others in brackets."""


def rescue(content: bytes) -> Tables:
    """Give all documents that are whole in the damaged content; maybe none."""
    text = content.decode("utf-8", "replace")
    found = _by_document(text)
    value = _decoded(text, len(text) - len(text.lstrip()))
    if has_notebook_shape(value):  # a value that ends before its last table does so by damage
        return value if value.keys() >= {name for name, table in found.items() if table} else found
    return value if is_database(value) and any(value.values()) else found


def freed(tables: Tables) -> Tables:
    """Give the tables with documents on their own that were in others: a lost bracket puts them there."""
    return {name: _freed_table(table) if name in TABLES else table for name, table in tables.items()}


def _freed_table(table: dict[str, Any]) -> dict[str, Any]:
    within: list[Document] = []
    kept = {number: _freed(document, within) for number, document in table.items()}
    return number_documents((_freed(document, within) for document in _each(within)), kept)


def _each(growing: list[Document]) -> Iterator[Document]:
    """Give the documents of a list, also those that come in meanwhile."""
    at = 0
    while at < len(growing):
        yield growing[at]
        at += 1


def _freed(value: Any, within: list[Document], depth: int = 0) -> Any:
    """Give a value without the documents that are in it, which go to the list."""
    if not isinstance(value, dict) or depth > _DEPTH:
        return value
    numbers = [
        key
        for key, each in value.items()
        if is_document_number(key) and isinstance(each, dict) and "id" in each
    ]
    within += [value[key] for key in numbers]
    return {key: _freed(each, within, depth + 1) for key, each in value.items() if key not in numbers}


def _by_document(text: str) -> Tables:
    documents: list[tuple[str | None, Document]] = []
    tables = {_NAMELESS: documents}
    at = 0
    while found := _OPENS.search(text, at):
        key, at = found[1], found.end()
        if _is_key_of_document(key, text, at):
            document, at = _document(text, at)
            if document is not None:
                documents.append((key, document))
        elif key is not None and (key in TABLES or _OPENS_TABLE.match(text, at)):
            documents = tables.setdefault(key, [])
            at += 1
        else:
            at += 1
    return {name: _table(table) for name, table in tables.items() if table or name in TABLES}


def _is_key_of_document(key: str | None, text: str, at: int) -> bool:
    """Whether a document begins here: after its number, or after what is left of that."""
    if key is not None and is_document_number(key):
        return True
    return key != "fields" and key not in TABLES and _OPENS_DOCUMENT.match(text, at) is not None


def _table(documents: list[tuple[str | None, Document]]) -> dict[str, Document]:
    """Make a table; those whose number is lost, or taken, come last."""
    table: dict[str, Document] = {}
    others = []
    for key, document in documents:
        if key is None or not is_document_number(key) or key in table:
            others.append(document)
        else:
            table[key] = document
    return number_documents(others, table)


def _document(text: str, at: int) -> tuple[Document | None, int]:
    try:
        document, end = _decoder.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, at + 1
    return document, end


def _decoded(text: str, at: int) -> Any:
    try:
        return _decoder.raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None


def _of_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; of documents of one number all are kept, and of tables of one name all documents."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    found, doubles = {}, []
    for key, value in pairs:
        if key in found and is_document_number(key):
            doubles.append(value)
        elif key in found and is_table(value) and is_table(found[key]):
            found[key] = number_documents(value.values(), found[key])
        else:
            found[key] = value
    return found | number_documents(
        doubles, {key: value for key, value in found.items() if is_document_number(key)}
    )


_decoder = json.JSONDecoder(object_pairs_hook=_of_pairs, strict=False)
