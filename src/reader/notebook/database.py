"""The notebook as a TinyDB database: documents by our ids in its numbered tables."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tinydb import TinyDB
from tinydb.table import Document as NumberedDocument

from .rescue import is_ours
from .schema import TABLES, Document, Tables, meta_document
from .storage import SafeStorage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from .disk import Stamp
    from .lock import Lock
    from .writer import Put


class Database:
    """An open notebook file. Nothing is written before the first `write`."""

    def __init__(
        self, path: Path, tables: Tables, stamp: Stamp | None, lock: Lock | None, *, backup: bool
    ) -> None:
        """Take over what was read from the file, see `SafeStorage`."""
        tables = tables or {name: {} for name in TABLES}
        self._storage = SafeStorage(path, tables, stamp, lock, backup=backup)
        self._tiny = TinyDB(self._storage, storage=_given)
        self._numbers = {name: _numbers(tables.get(name, {})) for name in TABLES}
        self._next = {name: 1 + max(map(int, tables.get(name, {})), default=0) for name in TABLES}

    def write(self, puts: Sequence[Put]) -> None:
        """Put these documents in the file, all or none; a later one of the same id wins.

        :raises ConflictError: the file is not ours to write.
        :raises OSError: it could not be written.
        """
        by_table: defaultdict[str, dict[str, Document | None]] = defaultdict(dict)
        for table, name, document in puts:
            by_table[table][name] = document
        with self._storage.together():
            if not is_ours(self._storage.read()):
                self._tiny.table("meta").insert(meta_document())
            for table, documents in by_table.items():
                self._put(table, documents)

    def close(self) -> None:
        """Let go of the file."""
        self._tiny.close()

    def _put(self, name: str, documents: dict[str, Document | None]) -> None:
        table = self._tiny.table(name)
        numbers = self._numbers_for(name, documents)
        if present := [number for number in numbers.values() if table.contains(doc_id=number)]:
            table.remove(doc_ids=present)
        table.insert_multiple(
            NumberedDocument(document, doc_id=numbers[key])
            for key, document in documents.items()
            if document is not None
        )

    def _numbers_for(self, table: str, keys: Iterable[str]) -> dict[str, int]:
        numbers = self._numbers[table]
        for key in keys:
            if key not in numbers:
                numbers[key] = self._next[table]
                self._next[table] += 1
        return {key: numbers[key] for key in keys}


def _given(storage: SafeStorage) -> SafeStorage:
    return storage


def _numbers(table: dict[str, Document]) -> dict[str, int]:
    """Give the number of each id; of two documents with one id, the first has it."""
    numbers: dict[str, int] = {}
    for number, document in table.items():
        if isinstance(document, dict) and isinstance(document.get("id"), str):
            numbers.setdefault(document["id"], int(number))
    return numbers
