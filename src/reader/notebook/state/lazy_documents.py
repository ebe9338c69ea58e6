"""Documents kept as they stand in the file: one text each takes a fourth of the memory of its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

from reader.notebook.schema import codec

if TYPE_CHECKING:
    from reader.notebook.schema.documents import Document, Tables

MANY = ("annotations", "history")
"""The tables of which a notebook may have tens of thousands of documents."""

_TABLE = re.compile(rb'"(\w+)": ')
_DOCUMENT = re.compile(rb'\n"(\d+)": (\{.*\})')


class LazyDocuments(MutableMapping[str, "Document"]):
    """Documents by id; each is read anew when it is asked for."""

    def __init__(self) -> None:
        self.encoded: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> Document:
        """Give a document; KeyError if there is none of this id."""
        document: Document = codec.decoded(self.encoded[name])
        return document

    def __setitem__(self, name: str, document: Document) -> None:
        """Put a document in the place of the one with this id."""
        self.encoded[name] = codec.encode_json(document)

    def __delitem__(self, name: str) -> None:
        """Take a document away."""
        del self.encoded[name]

    def __contains__(self, name: object) -> bool:
        """Whether there is a document of this id."""
        return name in self.encoded

    def __iter__(self) -> Iterator[str]:
        """Give the ids."""
        return iter(self.encoded)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self.encoded)


def encode_large_tables(tables: Tables) -> None:
    """Pack the large tables where they stand, as far as they are not."""
    _each(tables, codec.encoded)


def decode_tables(tables: Tables) -> Tables:
    """Give tables in which no document is packed."""
    unpacked = {
        name: table.copy() if isinstance(table, dict) else table  # others may have anything there
        for name, table in tables.items()
    }
    _each(unpacked, codec.decoded)
    return unpacked


def read_as_written(content: bytes) -> Tables | None:
    """Give the tables of a file that is just as `codec` writes it, the large ones packed; None: it is not.

    All of it as objects, as it is decoded else, takes four times the memory for a moment.
    """
    tables: Tables = {}
    position, sign = 0, b"{"
    while content.startswith(sign, position) and (head := _TABLE.match(content, position + len(sign))):
        name, sign = head[1].decode(), b",\n"
        try:
            documents, position = _documents(content, head.end(), packed=name in MANY)
        except ValueError:
            return None
        end = b"\n}" if documents else b"{}"
        if name in tables or not content.startswith(end, position):
            return None
        tables[name] = documents
        position += len(end)
    return tables if content[position:] == b"}\n" else None


def _documents(content: bytes, position: int, *, packed: bool) -> tuple[dict[str, Any], int]:
    """Give the documents of a table and where the last one ends.

    :raises ValueError: one is none, or one of two, or has two ids, or is not strict JSON.
    """
    import orjson  # noqa: PLC0415 — not needed before there is a file

    documents: dict[str, Any] = {}
    sign = b"{"
    while content.startswith(sign, position) and (line := _DOCUMENT.match(content, position + 1)):
        number, encoded = line[1].decode(), line[2]
        document = orjson.loads(encoded)
        if number in documents or (packed and codec.id_of(encoded) != codec.id_of(document)):
            raise ValueError(number)
        documents[number] = encoded if packed else document
        position, sign = line.end(), b","
    return documents, position


def _each(tables: Tables, change: Callable[[Any], Any]) -> None:
    for name in MANY:
        documents = tables.get(name)
        if isinstance(documents, dict):  # a damaged file may have anything there
            for number, document in documents.items():
                documents[number] = change(document)
