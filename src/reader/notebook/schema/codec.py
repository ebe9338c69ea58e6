"""Encode the tables of a notebook as JSON, and decode them.

orjson is imported when it is first needed: opening a notebook that has no file yet needs none.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.notebook.schema.documents import Tables

_ID = re.compile(rb'\{"id":"([^"\\]*)"[,}]')
_BATCH = 128
"""Documents in one piece."""
_PART = 1 << 16
"""Characters of a text in one piece."""


def decode_json(content: bytes) -> Any:
    """Decode JSON, also with NaN and lone surrogates, which orjson refuses; ValueError if it is no JSON."""
    import orjson  # noqa: PLC0415

    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        import json  # noqa: PLC0415 - hardly ever needed

        return json.loads(content)


def encode_json(value: object) -> bytes:
    """Encode one value as JSON."""
    import orjson  # noqa: PLC0415

    try:  # what orjson returns has unused memory at its end, a copy has not
        return bytes(memoryview(orjson.dumps(value)))
    except TypeError:  # lone surrogates, numbers of any size
        import json  # noqa: PLC0415 - hardly ever needed

        return json.dumps(value).encode()


def encoded(document: object) -> bytes:
    """Return a document encoded; it may be encoded already."""
    return document if isinstance(document, bytes) else encode_json(document)


def decoded(document: Any) -> Any:
    """Return a document decoded; it may be decoded already."""
    return decode_json(document) if isinstance(document, bytes) else document


def id_of(document: Any) -> str | None:
    """Return the id of a document, encoded or not; None if it has none."""
    if isinstance(document, bytes) and (found := _ID.match(document)):
        return found[1].decode()
    document = decoded(document)
    name = document.get("id") if isinstance(document, dict) else None
    return name if isinstance(name, str) else None


def encode_tables(tables: Tables) -> Iterator[bytes]:
    """Yield the content of a file in pieces, with one document a line.

    Lines keep damage, and the difference between two versions of the file, small. Pieces are small because
    encoding holds the interpreter's lock, and the screen must get its turn.
    """
    before = b"{"
    for name, table in tables.items():
        yield before + encode_json(name) + b": "
        if isinstance(table, dict):
            yield from _encode_table(table)
        else:
            yield encode_json(table)
        before = b",\n"
    yield b"}\n" if tables else b"{}\n"


def _encode_table(table: dict[str, Any]) -> Iterator[bytes]:
    before = b"{\n"
    documents = iter(table.items())
    while batch := list(islice(documents, _BATCH)):
        if all(isinstance(document, bytes) for _, document in batch):
            lines = [encode_json(number) + b": " + document for number, document in batch]
            yield before + b",\n".join(lines)
            before = b",\n"
            continue
        for number, document in batch:  # whole articles may be among them
            yield before + encode_json(number) + b": "
            yield from _encode_in_parts(document) if isinstance(document, dict) else (encoded(document),)
            before = b",\n"
    yield b"\n}" if table else b"{}"


def _encode_in_parts(document: dict[str, Any]) -> Iterator[bytes]:
    """Encode a document with texts of any length; in one go that would take ten times their memory."""
    before = b"{"
    for name, value in document.items():
        yield before + encode_json(name) + b":"
        if isinstance(value, str) and len(value) > _PART:
            yield b'"'
            for start in range(0, len(value), _PART):
                yield encode_json(value[start : start + _PART])[1:-1]
            yield b'"'
        else:
            yield encode_json(value)
        before = b","
    yield b"}" if document else b"{}"
