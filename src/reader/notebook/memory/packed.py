"""Documents kept as they stand in the file: one text each takes a fourth of the memory of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

from reader.notebook.documents import codec

if TYPE_CHECKING:
    from reader.notebook.documents.schema import Document, Tables

MANY = ("annotations", "history")
"""The tables of which a notebook may have tens of thousands of documents."""


class Packed(MutableMapping[str, "Document"]):
    """Documents by id; each is read anew when it is asked for."""

    def __init__(self) -> None:
        self.encoded: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> Document:
        """Give a document; KeyError if there is none of this id."""
        document: Document = codec.unpacked(self.encoded[name])
        return document

    def __setitem__(self, name: str, document: Document) -> None:
        """Put a document in the place of the one with this id."""
        self.encoded[name] = codec.dumps(document)

    def __delitem__(self, name: str) -> None:
        """Take a document away."""
        del self.encoded[name]

    def __iter__(self) -> Iterator[str]:
        """Give the ids."""
        return iter(self.encoded)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self.encoded)


def pack(tables: Tables) -> None:
    """Pack the large tables where they stand."""
    _each(tables, codec.dumps)


def unpack(tables: Tables) -> Tables:
    """Give tables in which no document is packed."""
    unpacked = {name: table.copy() for name, table in tables.items()}
    _each(unpacked, codec.unpacked)
    return unpacked


def _each(tables: Tables, change: Callable[[Any], Any]) -> None:
    for name in MANY:
        documents = tables.get(name)
        if isinstance(documents, dict):  # a damaged file may have anything there
            for number, document in documents.items():
                documents[number] = change(document)
