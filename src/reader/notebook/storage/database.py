"""The notebook as a TinyDB database: documents by our ids in its numbered tables."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, cast

from tinydb import TinyDB
from tinydb.table import Table

from reader.notebook.schema import codec
from reader.notebook.schema.documents import ASIDE, TABLES, Document, Tables, meta_document
from reader.notebook.schema.shape import is_ours, numbered
from reader.notebook.storage.safe_storage import SafeStorage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from reader.notebook.storage.atomic_file import FileStamp
    from reader.notebook.storage.writer import DocumentWrite


class _NumberedTable(Table):
    def put(self, documents: Mapping[int, Document | None]) -> None:
        """Put documents at their numbers, None takes one away.

        TinyDB would rebuild the table for each, and make all its keys anew. It is a new table all the same:
        nobody who has the old one shall see it change.
        """
        tables = self._storage.read() or {}
        table: dict[str, Any] = dict(tables.get(self.name, {}))
        for number, document in documents.items():
            if document is None:
                table.pop(str(number), None)
            else:
                table[str(number)] = codec.dumps(document)
        self._storage.write({**tables, self.name: table})
        self.clear_cache()


class _NotebookDB(TinyDB):
    table_class = _NumberedTable


class Database:
    """An open notebook file. Nothing is written before the first `write`."""

    def __init__(
        self, path: Path, tables: Tables, stamp: FileStamp | None, *, backup: bool, keep_as: str | None
    ) -> None:
        """Take over what was read from the file, see `SafeStorage`."""
        tables = tables or {name: {} for name in TABLES}
        self._storage = SafeStorage(path, tables, stamp, backup=backup, keep_as=keep_as)
        self._tiny = _NotebookDB(self._storage, storage=_given)
        self._numbers = {name: _numbers(tables.get(name, {})) for name in TABLES}
        self._next = {name: 1 + max(map(int, tables.get(name, {})), default=0) for name in TABLES}

    def write(self, writes: Sequence[DocumentWrite]) -> None:
        """Put these documents in the file, all or none; a later one of the same id wins.

        :raises ConflictError: the file is not ours to write.
        :raises OSError: it could not be written.
        """
        by_table: defaultdict[str, dict[str, Document | None]] = defaultdict(dict)
        for table, name, document in writes:
            by_table[table][name] = document
        with self._storage.together():
            if not is_ours(self._storage.read()):
                self._tiny.table("meta").insert(meta_document())
            for table, documents in by_table.items():
                numbers = self._numbers_for(table, documents)
                tiny = cast("_NumberedTable", self._tiny.table(table))
                tiny.put({numbers[name]: documents[name] for name in documents})

    @property
    def conflict(self) -> Path | None:
        """Where our state is while the file was changed by another program; None: it was not."""
        return self._storage.conflict

    @property
    def base(self) -> Tables:
        """What the file held when we opened it, or took in last what another program had put there."""
        return self._storage.base

    @property
    def is_kept_beside(self) -> bool:
        """Whether all that is here is in that file."""
        return self._storage.is_kept_beside

    @property
    def tables(self) -> Tables:
        """What is here, on disk or not."""
        return self._storage.read() or {}

    def adopt(self, tables: Tables, stamp: FileStamp, *, keep_as: str | None = None) -> None:
        """Take what the file holds now as known; tables of others that are new come in.

        :param keep_as: see `SafeStorage`.
        """
        ours = self._storage.read() or {}
        for name, table in tables.items():
            ours.setdefault(name, table)
        if ASIDE in tables:
            known = ours[ASIDE]
            new = (each for each in tables[ASIDE].values() if each not in known.values())
            ours[ASIDE] = numbered(new, known)
        self._storage.adopt(tables, stamp, keep_as=keep_as)

    def replace(self, stamp: FileStamp) -> None:
        """Take what is in the file now for nothing that must be kept."""
        self._storage.adopt(self._storage.base, stamp, backup=False)

    def close(self) -> None:
        """Let go of the file."""
        self._tiny.close()

    def _numbers_for(self, table: str, keys: Iterable[str]) -> dict[str, int]:
        numbers = self._numbers[table]
        for key in keys:
            if key not in numbers:
                numbers[key] = self._next[table]
                self._next[table] += 1
        return {key: numbers[key] for key in keys}


def _given(storage: SafeStorage) -> SafeStorage:
    return storage


def _numbers(table: dict[str, Any]) -> dict[str, int]:
    """Give the number of each id; of two documents with one id, the first has it."""
    numbers: dict[str, int] = {}
    for number, document in table.items():
        name = codec.id_of(document)
        if name is not None:
            numbers.setdefault(name, int(number))
    return numbers
