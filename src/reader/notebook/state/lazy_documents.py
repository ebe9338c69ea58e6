"""Documents kept encoded, as they stand in the file, and decoded each time they are asked for.

A notebook may have 20,000 annotations and steps of undo. Decoded, their documents take four times the memory,
and they are needed only to be written, or to be changed: what the screen shows is in the values.
"""

from __future__ import annotations

import re
from collections import UserDict
from typing import TYPE_CHECKING, Any

from reader.notebook.schema import codec

if TYPE_CHECKING:
    from reader.notebook.schema.documents import Tables

LARGE_TABLES = ("annotations", "history")
"""The tables of which a notebook may have tens of thousands of documents."""

_TABLE = re.compile(rb'"(\w+)": ')
_DOCUMENT = re.compile(rb'\n"(\d+)": (\{.*\})')


class LazyDocuments(UserDict[str, Any]):
    """Documents by id, each decoded when it is asked for; `data` has them encoded."""

    def __getitem__(self, name: str) -> Any:
        """Return a document; KeyError if there is none with this id."""
        return codec.decode_json(self.data[name])

    def __setitem__(self, name: str, document: Any) -> None:
        """Put a document in the place of the one with this id."""
        self.data[name] = codec.encode_json(document)


def encode_large_tables(tables: Tables) -> None:
    """Encode the documents of the large tables, in these tables, as far as they are not encoded."""
    for name in LARGE_TABLES:
        table = tables.get(name)
        if isinstance(table, dict):  # a damaged file may have anything there
            for number, document in table.items():
                table[number] = codec.encoded(document)


def decode_tables(tables: Tables) -> Tables:
    """Return a copy of the tables in which every document is decoded."""
    decoded: Tables = {}
    for name, table in tables.items():
        is_table = isinstance(table, dict)  # other programs may have put anything there
        decoded[name] = {number: codec.decoded(each) for number, each in table.items()} if is_table else table
    return decoded


def read_as_written(content: bytes) -> Tables | None:
    """Return the tables of a file that is just as `codec` writes it, the large ones encoded; else None.

    The usual way, to decode the whole file at once, takes four times the memory for a moment.
    """
    tables: Tables = {}
    position, separator = 0, b"{"
    while content.startswith(separator, position):
        head = _TABLE.match(content, position + len(separator))
        if head is None:
            break
        name, separator = head[1].decode(), b",\n"
        try:
            documents, position = _read_table(content, head.end(), keep_encoded=name in LARGE_TABLES)
        except ValueError:
            return None
        end = b"\n}" if documents else b"{}"
        if name in tables or not content.startswith(end, position):
            return None
        tables[name] = documents
        position += len(end)
    return tables if content[position:] == b"}\n" else None


def _read_table(content: bytes, position: int, *, keep_encoded: bool) -> tuple[dict[str, Any], int]:
    """Return the documents of a table that begins here, and where the last one ends.

    :raises ValueError: one is not strict JSON, or two have one number, or one has two ids.
    """
    import orjson  # noqa: PLC0415 - not needed before there is a file

    documents: dict[str, Any] = {}
    separator = b"{"
    while content.startswith(separator, position) and (line := _DOCUMENT.match(content, position + 1)):
        number, encoded = line[1].decode(), line[2]
        document = orjson.loads(encoded)
        if number in documents or (keep_encoded and codec.id_of(encoded) != codec.id_of(document)):
            raise ValueError(number)
        documents[number] = encoded if keep_encoded else document
        position, separator = line.end(), b","
    return documents, position
