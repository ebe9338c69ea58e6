"""Tables to bytes and back."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.notebook.documents.schema import Tables

_BATCH = 128
"""Documents in a piece."""


def loads(content: bytes) -> Any:
    """Decode JSON, fast, and also what only the standard library takes: NaN, lone surrogates.

    :raises ValueError: it is none.
    """
    import orjson  # noqa: PLC0415 — not needed before there is a file

    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        return json.loads(content)


def pieces(tables: Tables) -> Iterator[bytes]:
    """Encode, one document a line, so that damage and differences between two states stay small.

    The pieces are small too: encoding holds the interpreter's lock, and the screen must get its turn.
    """
    before = b"{"
    for name, table in tables.items():
        yield before + dumps(name) + b": "
        if isinstance(table, dict):
            yield from _table(table)
        else:
            yield dumps(table)
        before = b",\n"
    yield b"}\n" if tables else b"{}\n"


def dumps(value: object) -> bytes:
    """Encode one value."""
    import orjson  # noqa: PLC0415

    try:
        return bytes(memoryview(orjson.dumps(value)))  # a copy: there is room left in what it gives
    except TypeError:
        return json.dumps(value).encode()  # lone surrogates, numbers of any size


def unpacked(document: Any) -> Any:
    """Give a document that may be encoded already: see `packed`."""
    return loads(document) if isinstance(document, bytes) else document


def _table(table: dict[str, Any]) -> Iterator[bytes]:
    import orjson  # noqa: PLC0415

    before = b"{\n"
    documents = iter(table.items())
    while batch := list(islice(documents, _BATCH)):
        try:
            lines = _lines(batch, orjson.dumps)
        except TypeError:
            lines = _lines(batch, dumps)
        yield before + lines
        before = b",\n"
    yield b"\n}" if table else b"{}"


def _lines(documents: list[tuple[str, Any]], encode: Callable[[object], bytes]) -> bytes:
    return b",\n".join(
        [
            encode(number) + b": " + (document if isinstance(document, bytes) else encode(document))
            for number, document in documents
        ]
    )
