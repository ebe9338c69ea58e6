"""How what was done in an open notebook gets into its file, and what becomes of it when it does not.

Invariant: once closed nothing is written any more, since somebody else may hold the lock.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.notebook.model import NotebookError
from reader.notebook.storage.emergency_copy import write_emergency_copy
from reader.notebook.storage.writer import DocumentWrite, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.notebook.opening import OpenedFile
    from reader.notebook.storage.database import Database


class Saving:
    """The way of an open notebook to its file; see `Notebook` for what each of these is for."""

    def __init__(self, opened: OpenedFile) -> None:
        self._opened = opened
        self._database: Database | None = None
        """None until something is written, and once it is closed."""
        self._closed = False
        self._copy: Path | None = None
        self._writer = Writer(self._write)

    @property
    def saved(self) -> bool:
        """Whether everything is on disk."""
        return self._writer.saved

    @property
    def last_error(self) -> str | None:
        """Why saving failed last, a sentence."""
        return self._writer.last_error

    def listen(self, on_settled: Callable[[], None] | None) -> None:
        """Have this called, from the writer's thread, when everything is on disk or saving has failed."""
        self._writer.listen(on_settled)

    def put(self, writes: Sequence[DocumentWrite]) -> None:
        """Have changes written; nobody waits for it."""
        self._writer.put(writes)

    def finish(self) -> bool:
        """Wait until everything is on disk or has failed once more; give whether it is on disk."""
        if not self._closed:
            self._writer.finish()
        return self.saved

    def close(self) -> None:
        """Save, then let go of the file; also in the middle of a change, and a second time."""
        self.finish()
        self._closed = True
        self._opened.read_only = f"{self._opened.name} is closed."
        database, self._database = self._database, None
        if database is not None:
            database.close()
        self._opened.release()

    @property
    def conflict(self) -> Path | None:
        """Where what is here was put because another program has changed the file; None while nobody has."""
        return None if self._database is None else self._database.storage.conflict_file

    @contextmanager
    def in_conflict(self) -> Iterator[Database]:
        """Give the database, which is this thread's inside: the writer rests.

        :raises NotebookError: there is no conflict.
        """
        with self._writer.paused():
            if self._database is None or self._database.storage.conflict_file is None:
                raise NotebookError(f"{self._opened.name} was not changed by another program.")
            yield self._database

    def keep_copy(self, folders: Iterable[Path]) -> Path | None:
        """Write all that is here to the first of these folders that takes it, if it is not on disk."""
        if self._database is None or self.saved or self._database.storage.conflict_file_is_complete:
            return None
        copy = write_emergency_copy(self._database.storage.read(), self._opened.path, folders)
        if copy is not None and self._copy is not None:
            self._copy.unlink(missing_ok=True)
        self._copy = copy or self._copy
        return self._copy

    def _write(self, writes: Sequence[DocumentWrite]) -> None:
        """Put changes in the file; called on the writer's thread, which alone touches the database."""
        from reader.notebook.storage.database import Database  # noqa: PLC0415 — TinyDB is first needed now

        opened = self._opened
        if self._closed:  # what a signal handler interrupted to close us went on
            raise NotebookError(f"{opened.name} is closed.")
        try:
            if self._database is None:
                self._database = Database(
                    opened.path, opened.tables, opened.stamp, backup=opened.backup, keep_as=opened.keep_as
                )
            self._database.write(writes)
        except OSError as error:
            raise NotebookError(f"{opened.name} could not be saved: {error.strerror or error}.") from error
