"""Getting whatever is still whole out of a damaged file.

Two kinds of damage are typical of TinyDB's own storage, which writes in place: a whole value with the end of
an older, longer one behind it (it truncates the file only after writing and fsyncing the new value), and a
file that ends too early. Anything else is taken document by document. What ends up in the wrong table is put
in the right one by `repair.tables`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from reader.notebook.schema import shape
from reader.notebook.schema.documents import TABLES, Document, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable

_OBJECT = re.compile(r'(?:"((?:[^"\\]|\\.){0,100})"\s*:\s*)?(?=\{)')
"""The start of an object and, if there is one, the key before it."""

_TABLE_START = re.compile(r'\{\s*"\d+"\s*:\s*\{')
_DOCUMENT_START = re.compile(r'\{\s*"id"\s*:')

_MAX_DEPTH = 4  # of the objects in a document of ours


def rescue_documents(content: bytes) -> Tables:
    """Return all documents that are whole in the damaged content, by table; perhaps none."""
    text = content.decode("utf-8", "replace")
    found = _scan(text)
    value = _decode_at(text, len(text) - len(text.lstrip()))[0]
    if shape.has_notebook_shape(
        value
    ):  # it may have ended before its last table: then the scan has found more
        return value if value.keys() >= {name for name, table in found.items() if table} else found
    return value if shape.is_database(value) and any(value.values()) else found


def unnest_documents(tables: Tables) -> Tables:
    """Return our tables with documents that lie in other documents, by a lost bracket, on their own."""
    unnested = dict(tables)
    for name in tables.keys() & TABLES:
        nested: list[Document] = []
        kept = {number: _take_out(document, nested) for number, document in tables[name].items()}
        # The list grows while it is read: nested documents may hold others.
        unnested[name] = shape.number_documents((_take_out(document, nested) for document in nested), kept)
    return unnested


def _take_out(value: Any, nested: list[Document], depth: int = 0) -> Any:
    """Return a value without the documents in it, which are added to the list."""
    if not isinstance(value, dict) or depth > _MAX_DEPTH:
        return value
    numbers = {
        key
        for key, each in value.items()
        if shape.is_document_number(key) and isinstance(each, dict) and "id" in each
    }
    nested += [value[key] for key in value if key in numbers]
    return {key: _take_out(each, nested, depth + 1) for key, each in value.items() if key not in numbers}


def _scan(text: str) -> Tables:
    """Look for documents and for the starts of tables, whatever is between them."""
    documents: list[tuple[str, Document]] = []
    tables = {"_default": documents}  # TinyDB's name for the table without one; here before the first table
    at = 0
    while found := _OBJECT.search(text, at):
        key, at = found[1] or "", found.end()
        may_be_document = key != "fields" and key not in TABLES and _DOCUMENT_START.match(text, at)
        if shape.is_document_number(key) or may_be_document:  # the number may be lost, or half of it
            document, at = _decode_at(text, at)
            if document is not None:
                documents.append((key, document))
            continue
        if found[1] is not None and (key in TABLES or _TABLE_START.match(text, at)):
            documents = tables.setdefault(key, [])
        at += 1
    return {name: _number(table) for name, table in tables.items() if table or name in TABLES}


def _number(documents: Iterable[tuple[str, Document]]) -> dict[str, Document]:
    """Make a table; documents whose number is lost, or taken, come last."""
    table: dict[str, Document] = {}
    others = []
    for key, document in documents:
        if not shape.is_document_number(key) or key in table:
            others.append(document)
        else:
            table[key] = document
    return shape.number_documents(others, table)


def _decode_at(text: str, at: int) -> tuple[Any, int]:
    """Return the value that starts here and where it ends; None and the next place if it is not whole."""
    try:
        return _decoder.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, at + 1


def _from_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object and lose nothing: two documents may have one number, two tables one name."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    found, doubles = {}, []
    for key, value in pairs:
        if key in found and shape.is_document_number(key):
            doubles.append(value)
        elif key in found and shape.is_table(value) and shape.is_table(found[key]):
            found[key] = shape.number_documents(value.values(), found[key])
        else:
            found[key] = value
    numbered = {key: value for key, value in found.items() if shape.is_document_number(key)}
    return found | shape.number_documents(doubles, numbered)


_decoder = json.JSONDecoder(object_pairs_hook=_from_pairs, strict=False)
