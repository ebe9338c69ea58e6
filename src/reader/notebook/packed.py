"""Documents kept as they stand in the file: one text each takes a fourth of the memory of its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING

from . import codec

if TYPE_CHECKING:
    from .schema import Document, Tables

MANY = ("annotations", "history")
"""The tables of which a notebook may have tens of thousands of documents."""


class Packed(MutableMapping[str, "Document"]):
    """Documents by id; each is read anew when it is asked for."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.encoded = {name: codec.dumps(document) for name, document in documents.items()}

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


def pack(tables: Tables, annotations: MutableMapping[str, Document]) -> Packed:
    """Pack the large tables where they stand, and the documents in them that are annotations by their ids.

    Those are taken out of the mapping one by one, so that nothing is there twice.
    """
    packed = Packed({})
    for table in MANY:
        numbered = tables.get(table, {})
        for number, document in numbered.items():
            numbered[number] = encoded = codec.dumps(document)
            name = document.get("id") if isinstance(document, dict) else None
            if table == "annotations" and isinstance(name, str) and annotations.get(name) is document:
                packed.encoded[name] = encoded
                del annotations[name]
    return packed


def unpack(tables: Tables) -> Tables:
    """Give tables in which no document is packed."""
    return {
        name: {number: codec.unpacked(document) for number, document in table.items()}
        for name, table in tables.items()
    }
