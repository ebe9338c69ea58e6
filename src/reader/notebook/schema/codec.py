"""Tables to bytes and back."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.notebook.schema.documents import Tables

_ID = re.compile(rb'\{"id":"([^"\\]*)"[,}]')
_BATCH = 128
"""Documents in a piece."""
_PART = 1 << 16
"""Characters of a text in a piece."""


def decode_json(content: bytes) -> Any:
    """Decode JSON, fast, and also what only the standard library takes: NaN, lone surrogates.

    :raises ValueError: it is none.
    """
    import orjson  # noqa: PLC0415 — not needed before there is a file

    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        import json  # noqa: PLC0415 — hardly ever needed

        return json.loads(content)


def encode_tables(tables: Tables) -> Iterator[bytes]:
    """Encode, one document a line, so that damage and differences between two states stay small.

    The pieces are small too: encoding holds the interpreter's lock, and the screen must get its turn.
    """
    before = b"{"
    for name, table in tables.items():
        yield before + encode_json(name) + b": "
        if isinstance(table, dict):
            yield from _table(table)
        else:
            yield encode_json(table)
        before = b",\n"
    yield b"}\n" if tables else b"{}\n"


def encode_json(value: object) -> bytes:
    """Encode one value."""
    import orjson  # noqa: PLC0415

    try:
        return bytes(memoryview(orjson.dumps(value)))  # a copy: there is room left in what it gives
    except TypeError:  # lone surrogates, numbers of any size
        import json  # noqa: PLC0415

        return json.dumps(value).encode()


def encoded(document: object) -> bytes:
    """Encode a document that may be encoded already."""
    return document if isinstance(document, bytes) else encode_json(document)


def decoded(document: Any) -> Any:
    """Decode a document that may be encoded: see `memory.packed`."""
    return decode_json(document) if isinstance(document, bytes) else document


def id_of(document: Any) -> str | None:
    """Give the id of a document, packed or not, if it has one."""
    if isinstance(document, bytes) and (found := _ID.match(document)):
        return found[1].decode()
    document = decoded(document)
    name = document.get("id") if isinstance(document, dict) else None
    return name if isinstance(name, str) else None


def _table(table: dict[str, Any]) -> Iterator[bytes]:
    before = b"{\n"
    documents = iter(table.items())
    while batch := list(islice(documents, _BATCH)):
        for piece in _lines(batch):
            yield before + piece
            before = b""
        before = b",\n"
    yield b"\n}" if table else b"{}"


def _lines(batch: list[tuple[str, Any]]) -> Iterator[bytes]:
    """Those that are encoded already in one piece; the others, among which are whole articles, in several."""
    if all(isinstance(document, bytes) for _, document in batch):
        yield b",\n".join([encode_json(number) + b": " + document for number, document in batch])
        return
    before = b""
    for number, document in batch:
        yield before + encode_json(number) + b": "
        yield from _long(document) if isinstance(document, dict) else (encoded(document),)
        before = b",\n"


def _long(document: dict[str, Any]) -> Iterator[bytes]:
    """A document of which a text may be long: to encode that in one go takes ten times its memory."""
    before = b"{"
    for name, value in document.items():
        yield before + encode_json(name) + b":"
        if isinstance(value, str) and len(value) > _PART:
            yield b'"'
            yield from (
                encode_json(value[start : start + _PART])[1:-1] for start in range(0, len(value), _PART)
            )
            yield b'"'
        else:
            yield encode_json(value)
        before = b","
    yield b"}" if document else b"{}"
