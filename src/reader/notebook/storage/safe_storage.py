"""A TinyDB storage that a crash, a full disk or a second program cannot damage.

Invariants:
- The path of the notebook always stands for one complete state (see `atomic_file`).
- A file that is not as we last saw it is never overwritten. Our state goes to a conflict file beside it until
  the user merges the two.
- `read` returns the state in memory, whether it is on disk yet or not.

Only the process that holds the lock may write; the caller sees to that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from tinydb.storages import Storage

from reader.notebook.model import display_path
from reader.notebook.schema import codec
from reader.notebook.storage.atomic_file import FileStamp, copy_file, replace_file
from reader.notebook.storage.backup import back_up
from reader.notebook.storage.sibling_files import unused_path

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.schema.documents import Tables


class ConflictError(Exception):
    """Another program changed the file; the message says so and names the conflict file."""


class SafeStorage(Storage):
    """The file at `path`, which need not exist yet. When `write` returns, the state is on disk."""

    def __init__(
        self, path: Path, tables: Tables, stamp: FileStamp | None, *, backup: bool, keep_as: str | None
    ) -> None:
        """Take over a file that has been read.

        :param stamp: the stamp of the file that these tables were read from; None if there was no file.
        :param backup: whether to back the file up before it is first replaced.
        :param keep_as: a label such as `damaged` or `schema-1`: a copy with this label is kept for good.
        """
        self.base: Tables = dict(tables)
        """What the file held when we opened it, or when we last accepted a change by another program.

        What we wrote since is not in it: a synchronising folder may bring an older file back, and what is
        missing from that was not deleted by anybody.
        """
        self.conflict_file: Path | None = None
        """Where our state goes while the file is changed by another program; None if it is not."""
        self.conflict_file_is_complete = False
        """Whether the last write to the conflict file succeeded."""
        self._path = path
        self._tables = tables
        self._stamp = stamp
        self._backup_due = backup and stamp is not None
        self._keep_as = keep_as
        self._merged_files: list[Path] = []
        """Conflict files whose content is part of our state: removed once that is on disk."""

    def accept_file(
        self, tables: Tables, stamp: FileStamp, *, backup: bool = True, keep_as: str | None = None
    ) -> None:
        """Take the file as it is now for known: the next write may replace it, and ends the conflict.

        The caller sees to it that our state holds what is worth keeping of the file.

        :param backup: whether to back the file up before it is replaced.
        :param keep_as: see `__init__`.
        """
        self.base, self._stamp = dict(tables), stamp
        self._backup_due, self._keep_as = backup, keep_as
        if self.conflict_file is not None:
            self._merged_files.append(self.conflict_file)
            self.conflict_file = None
        self.conflict_file_is_complete = False

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the state in memory."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Put this state on disk.

        :raises ConflictError: another program changed the file; the state is in the conflict file.
        :raises OSError: it could not be written. The file is unchanged, the state stays in memory.
        """
        self._tables = data
        self._path.parent.mkdir(parents=True, exist_ok=True)
        there = self._path.exists()  # a file that is gone can be made again without loss
        if there and (self.conflict_file or self._stamp is None or not self._stamp.matches(self._path)):
            self._write_conflict_file()
        if there and self._backup_due:
            if self._keep_as is not None:
                copy_file(self._path, unused_path(self._path, self._keep_as))
            back_up(self._path)
        self._backup_due = False
        self._stamp = replace_file(self._path, codec.encode_tables(self._tables), like=self._path)
        while self._merged_files:
            self._merged_files.pop().unlink(missing_ok=True)

    def _write_conflict_file(self) -> NoReturn:
        self.conflict_file_is_complete = False
        if self.conflict_file is None:
            self.conflict_file = unused_path(self._path, "conflict")
        replace_file(self.conflict_file, codec.encode_tables(self._tables), like=self._path)
        self.conflict_file_is_complete = True
        raise ConflictError(
            f"{display_path(self._path.name)} was changed by another program and was left as it is; "
            f"what you have here is in {display_path(self.conflict_file.name)}."
        )
