"""Getting out of a damaged file whatever is still whole in it.

Two kinds of damage are known from TinyDB files: a whole value with the rest of an older, longer one behind it
(its storage writes first and truncates afterwards), and a file that ends too early. Anything else is taken
document by document. What is in the wrong table then is for `checkup` to put in the right one.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from reader.notebook.documents.schema import PROGRAM, TABLES, Document, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_START = '{"meta"'
_OPENS = re.compile(r'(?:"((?:[^"\\]|\\.){0,100})"\s*:\s*)?(?=\{)')
_OPENS_TABLE = re.compile(r'\{\s*"\d+"\s*:\s*\{')
_OPENS_DOCUMENT = re.compile(r'\{\s*"id"\s*:')
_OURS = b': {"id":"'
"""Before the id of a document as `codec` writes it; never inside of one."""
_NAMELESS = "_default"
"""As TinyDB calls the table that has no name: of documents before the first table."""
_DEPTH = 4
"""How deep in a document of ours there are others in brackets."""


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
    known = sum(1 for each in documents if isinstance(each, dict) and next(iter(each), "") == "id")
    return content.count(_OURS) > known


def is_fragment(content: bytes) -> bool:
    """Whether the content starts as only our files do, however little of it there is."""
    start = content[:64].decode("utf-8", "replace").strip()
    return bool(start) and (start.startswith(_START) or _START.startswith(start))


def rescue(content: bytes) -> Tables:
    """Give all documents that are whole in the damaged content; maybe none."""
    text = content.decode("utf-8", "replace")
    found = _by_document(text)
    value = _decoded(text, len(text) - len(text.lstrip()))
    if has_our_shape(value):  # a value that ends before its last table does so by damage
        return value if value.keys() >= {name for name, table in found.items() if table} else found
    return value if is_database(value) and any(value.values()) else found


def count(tables: Tables) -> int:
    """How many documents of the user's there are."""
    return sum(len(tables.get(name, ())) for name in ("tags", "articles", "annotations"))


def freed(tables: Tables) -> Tables:
    """Give the tables with documents on their own that were in others: a lost bracket puts them there."""
    return {name: _freed_table(table) if name in TABLES else table for name, table in tables.items()}


def _freed_table(table: dict[str, Any]) -> dict[str, Any]:
    within: list[Document] = []
    kept = {number: _freed(document, within) for number, document in table.items()}
    return numbered((_freed(document, within) for document in _each(within)), kept)


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
        key for key, each in value.items() if is_number(key) and isinstance(each, dict) and "id" in each
    ]
    within += [value[key] for key in numbers]
    return {key: _freed(each, within, depth + 1) for key, each in value.items() if key not in numbers}


def numbered(documents: Iterable[Any], table: dict[str, Any] | None = None) -> dict[str, Any]:
    """Give a table of these documents, behind those of another one if there is one."""
    table = dict(table or {})
    table.update((str(n), each) for n, each in enumerate(documents, 1 + max(map(int, table), default=0)))
    return table


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
    if key is not None and is_number(key):
        return True
    return key != "fields" and key not in TABLES and _OPENS_DOCUMENT.match(text, at) is not None


def _table(documents: list[tuple[str | None, Document]]) -> dict[str, Document]:
    """Make a table; those whose number is lost, or taken, come last."""
    table: dict[str, Document] = {}
    others = []
    for key, document in documents:
        if key is None or not is_number(key) or key in table:
            others.append(document)
        else:
            table[key] = document
    return numbered(others, table)


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
        if key in found and is_number(key):
            doubles.append(value)
        elif key in found and is_table(value) and is_table(found[key]):
            found[key] = numbered(value.values(), found[key])
        else:
            found[key] = value
    return found | numbered(doubles, {key: value for key, value in found.items() if is_number(key)})


_decoder = json.JSONDecoder(object_pairs_hook=_of_pairs, strict=False)
