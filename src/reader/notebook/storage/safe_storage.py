"""A TinyDB storage that a crash, a full disk or a second writer cannot damage.

Invariants: the name of the file always stands for a whole state. A file that is not as we last saw it is
never written over: then our state goes beside it. What `read` gives is the state in memory, on disk or not.
Only who holds the lock may write; to hold it is the caller's part.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from reader.notebook.model import display_path
from reader.notebook.schema import codec
from reader.notebook.storage.atomic_file import FileStamp, copy_file, read_file, replace_file
from reader.notebook.storage.backup import back_up
from reader.notebook.storage.sibling_files import unused_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.notebook.schema.documents import Tables


class ConflictError(Exception):
    """The file is not ours to write; str() says why, and where our state is."""


class SafeStorage(Storage):
    """The file at `path`, which need not exist; when `write` returns, the state is on disk."""

    def __init__(
        self,
        path: Path,
        tables: Tables | None = None,
        stamp: FileStamp | None = None,
        *,
        backup: bool = True,
        keep_as: str | None = None,
    ) -> None:
        """Take over a file already read, or read it.

        :param stamp: of the file these tables come from; None: there was no file.
        :param backup: whether the state found is worth a backup.
        :param keep_as: what the file found is kept for good as, if it is: `damaged`, `schema-1`.
        :raises OSError: the file cannot be read.
        :raises ValueError: it is not JSON.
        """
        self.is_kept_beside = False
        """Whether our state, all of it, is in the file that `conflict` names."""
        self._path = path
        if tables is None and path.exists():
            content, stamp = read_file(path)
            tables = codec.loads(content) if content else None
        self._tables: Tables = tables or {}
        self._stamp = stamp
        self._backup_due = backup and stamp is not None
        self._keep_as = keep_as
        self._conflict: Path | None = None
        self._merged: list[Path] = []
        self._together = False
        self._base: Tables = dict(self._tables)

    @property
    def conflict(self) -> Path | None:
        """Where our state is while the file is somebody else's."""
        return self._conflict

    @property
    def base(self) -> Tables:
        """What the file held when we opened it, or when we took in last what another program had put there.

        Not what we wrote since: a synchronising folder may bring an older file back, and what is missing from
        that was not taken away by anybody.
        """
        return self._base

    def adopt(
        self, tables: Tables, stamp: FileStamp, *, backup: bool = True, keep_as: str | None = None
    ) -> None:
        """Take the file as it is for ours: what we write next holds all that is in it.

        It is kept as the backup. What we put beside it meanwhile goes when our state is written.

        :param backup: whether it is worth that.
        :param keep_as: what it is kept for good as, if it is.
        """
        self._base, self._stamp = dict(tables), stamp
        self._backup_due = backup
        self._keep_as = keep_as
        if self._conflict is not None:
            self._merged.append(self._conflict)
            self._conflict = None
        self.is_kept_beside = False

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Give the state in memory."""
        return self._tables or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take the state, and put it on disk unless inside `together`.

        :raises ConflictError: the file was changed from outside.
        :raises OSError: it could not be written; the file is what it was, the memory keeps the state.
        """
        self._tables = data
        if not self._together:
            self._commit()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Put all that is written inside on disk at once, at the end; raises what `write` raises."""
        self._together = True
        try:
            yield
        finally:
            self._together = False
        self._commit()

    def _commit(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self._changed_outside():
            self._commit_beside()
        self._back_up()
        self._stamp = replace_file(self._path, codec.pieces(self._tables), like=self._path)
        while self._merged:
            self._merged.pop().unlink(missing_ok=True)

    def _changed_outside(self) -> bool:
        """Whether there is a file we do not know. One that is gone can be made again without loss."""
        if not self._path.exists():
            return False
        return self._conflict is not None or self._stamp is None or not self._stamp.fits(self._path)

    def _commit_beside(self) -> None:
        self.is_kept_beside = False
        if self._conflict is None:
            self._conflict = unused_path(self._path, "conflict")
        replace_file(self._conflict, codec.pieces(self._tables), like=self._path)
        self.is_kept_beside = True
        raise ConflictError(
            f"{display_path(self._path.name)} was changed by another program and was left as it is; "
            f"what you have here is in {display_path(self._conflict.name)}."
        )

    def _back_up(self) -> None:
        """Keep the state the session began with, once."""
        if self._backup_due and self._path.exists():
            if self._keep_as is not None:
                copy_file(self._path, unused_path(self._path, self._keep_as))
            back_up(self._path)
        self._backup_due = False
