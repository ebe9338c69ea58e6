"""The notebook as a TinyDB database, addressed by our ids.

TinyDB numbers the documents of a table; we know them by string ids, and this module keeps which id has which
number.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB

from reader.notebook.schema import codec
from reader.notebook.schema.documents import ASIDE, TABLES, Document, Tables, meta_document
from reader.notebook.schema.shape import is_notebook, number_documents
from reader.notebook.storage.safe_storage import SafeStorage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reader.notebook.storage.atomic_file import FileStamp
    from reader.notebook.storage.writer import DocumentWrite


class _NotebookDB(TinyDB):
    def put(self, documents: Mapping[str, Mapping[int, Document | bytes | None]]) -> None:
        """Put documents in tables at their numbers, in one write; None removes the one that is there.

        TinyDB's own `upsert` copies the whole table and all its keys once a document, which takes seconds
        for 20,000 of them. Tables are replaced, never altered: other threads may be reading the old ones.
        """
        tables = dict(self.storage.read() or {})
        if not is_notebook(tables):
            tables["meta"] = number_documents([meta_document()], tables.get("meta"))
        for name, changed in documents.items():
            table: dict[str, Any] = dict(tables.get(name, {}))
            for number, document in changed.items():
                if document is None:
                    table.pop(str(number), None)
                else:
                    table[str(number)] = codec.encoded(document)
            tables[name] = table
        self.storage.write(tables)


class Database:
    """The file of an open notebook. Nothing is written before the first `write`."""

    def __init__(
        self, path: Path, tables: Tables, stamp: FileStamp | None, *, backup: bool, keep_as: str | None
    ) -> None:
        """Take over what was read from the file; see `SafeStorage`."""
        tables = tables or {name: {} for name in TABLES}
        self.storage = SafeStorage(path, tables, stamp, backup=backup, keep_as=keep_as)
        self._tiny = _NotebookDB(storage=lambda: self.storage)
        self._numbers = {name: _number_by_id(tables.get(name, {})) for name in TABLES}
        self._next_number = {name: 1 + max(map(int, tables.get(name, {})), default=0) for name in TABLES}

    def write(self, writes: Sequence[DocumentWrite]) -> None:
        """Write these documents, all or none; of several with one id the last counts.

        :raises ConflictError: another program changed the file.
        :raises OSError: it could not be written.
        """
        by_table: defaultdict[str, dict[int, Document | bytes | None]] = defaultdict(dict)
        for table, name, document in writes:
            by_table[table][self._number(table, name)] = document
        self._tiny.put(by_table)

    def accept_file(self, tables: Tables, stamp: FileStamp, *, keep_as: str | None = None) -> None:
        """Take the file as it is now for known, and take over the tables of other programs in it.

        The parameters are those of `SafeStorage.accept_file`.
        """
        ours = self.storage.read()
        for name, table in tables.items():
            ours.setdefault(name, table)
        if ASIDE in tables:
            known = ours[ASIDE]
            new = (each for each in tables[ASIDE].values() if each not in known.values())
            ours[ASIDE] = number_documents(new, known)
        self.storage.accept_file(tables, stamp, keep_as=keep_as)

    def close(self) -> None:
        """Let go of the file."""
        self._tiny.close()

    def _number(self, table: str, name: str) -> int:
        """Return the number of the document with this id; a new id gets the next number."""
        numbers = self._numbers[table]
        if name not in numbers:
            numbers[name] = self._next_number[table]
            self._next_number[table] += 1
        return numbers[name]


def _number_by_id(table: dict[str, Any]) -> dict[str, int]:
    """Return the number of each id; of two documents with one id, the first has it."""
    numbered = ((codec.id_of(document), int(number)) for number, document in reversed(table.items()))
    return {name: number for name, number in numbered if name is not None}
