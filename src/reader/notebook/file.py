"""The file of an open notebook: when it is written, and what happens when it cannot be written.

Invariant: once closed nothing is written any more, since another process may hold the lock then.
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


class NotebookFile:
    """The file of an open notebook, and whether it holds all that was done."""

    def __init__(self, opened: OpenedFile) -> None:
        self.holder = opened.holder
        """The user and process that have the file open, where that is why it is read-only here."""
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
        """Why saving failed last, a sentence. Saving is tried again at the next change and on `close`."""
        return self._writer.last_error

    def listen(self, on_settled: Callable[[], object] | None) -> None:
        """Have a function called whenever everything is on disk or saving has failed; None takes it off.

        It is called from the thread of the writer and must not wait; what it raises is dropped.
        """
        self._writer.on_settled = on_settled

    def put(self, writes: Sequence[DocumentWrite]) -> None:
        """Have documents written; returns at once."""
        self._writer.put(writes)

    def save(self) -> bool:
        """Wait until everything is on disk or saving has failed once more; return whether it is on disk."""
        if not self._closed:
            self._writer.finish()
        return self.saved

    def close(self) -> None:
        """Save, then let go of the file; also in the middle of a change, and a second time."""
        self.save()
        self._closed = True
        self._opened.read_only = f"{self._opened.name} is closed."
        database, self._database = self._database, None
        if database is not None:
            database.close()
        self._opened.release()

    def keep_copy(self, folders: Iterable[Path]) -> Path | None:
        """Write a copy of all that is here to the first of these folders that takes it, and return its path.

        To be called when `save` has failed, before `close`. Returns None when no folder takes it, or when no
        copy is needed: nothing was changed, or all of it is in a file beside the notebook.
        """
        if self._database is None or self.saved or self._database.storage.conflict_file_is_complete:
            return None
        copy = write_emergency_copy(self._database.storage.read(), self._opened.path, folders)
        if copy is not None and self._copy is not None:
            self._copy.unlink(missing_ok=True)
        self._copy = copy or self._copy
        return self._copy

    @property
    def conflict(self) -> Path | None:
        """The file that holds what is here, once another program has changed the notebook file; else None."""
        return None if self._database is None else self._database.storage.conflict_file

    @contextmanager
    def database_in_conflict(self) -> Iterator[Database]:
        """Yield the database, for this thread alone: the writer rests. NotebookError without a conflict."""
        with self._writer.paused():
            if self._database is None or self._database.storage.conflict_file is None:
                raise NotebookError(f"{self._opened.name} was not changed by another program.")
            yield self._database

    def _write(self, writes: Sequence[DocumentWrite]) -> None:
        """Put documents in the file. Called on the writer's thread, which alone uses the database."""
        from reader.notebook.storage.database import Database  # noqa: PLC0415 - TinyDB is first needed now

        opened = self._opened
        if self._closed:  # a write that a signal handler interrupted, to close the notebook, goes on here
            raise NotebookError(f"{opened.name} is closed.")
        try:
            if self._database is None:
                self._database = Database(
                    opened.path, opened.tables, opened.stamp, backup=opened.backup, keep_as=opened.keep_as
                )
            self._database.write(writes)
        except OSError as error:
            raise NotebookError(f"{opened.name} could not be saved: {error.strerror or error}.") from error
