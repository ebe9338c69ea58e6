"""From a path to what is in the notebook there, whatever is there, and what the user must be told of it.

Invariant: a file that is not a notebook, or of a newer version, or held by somebody else, is not touched. A
notebook that nothing was put in leaves nothing behind.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook.model import NotebookError, display_path
from reader.notebook.schema import codec, migration, shape
from reader.notebook.state.lazy_documents import unpack
from reader.notebook.storage.atomic_file import (
    FileStamp,
    file_exists,
    read_file,
    remove_stale_temporaries,
    replace_file,
)
from reader.notebook.storage.backup import read_backup
from reader.notebook.storage.lock import Lock, LockedError
from reader.notebook.storage.sibling_files import find_siblings, find_sync_conflicts, unused_path

if TYPE_CHECKING:
    from reader.notebook.repair.detect import DetectedFile
    from reader.notebook.schema.documents import Tables

TOLD = 3
"""More problems than these are not told at the start."""


@dataclass
class OpenedFile:
    """A notebook file, found or yet to be made."""

    path: Path
    """Links followed."""
    tables: Tables = field(default_factory=dict)
    stamp: FileStamp | None = None
    """None: there is no file yet."""
    lock: Lock | None = None
    read_only: str | None = None
    """Why it cannot be changed, a sentence."""
    holder: str | None = None
    """Who holds the lock, if that is why it cannot be changed."""
    notices: list[str] = field(default_factory=list)
    backup: bool = True
    """Whether the state found is worth a backup."""
    keep_as: str | None = None
    """What the file found is to be kept as, for good, when the first change is written."""
    newer: bool = False
    """It is of a newer version: what is not understood is not shown, nothing is put right."""
    damaged: bool = False
    """What is not in it may have been in it."""
    folders: list[Path] = field(default_factory=list)
    """Made for the file, the outermost first."""

    @property
    def name(self) -> str:
        """The name of the file, to be shown."""
        return display_path(self.path.name)

    def is_as_read(self) -> bool:
        """Whether the file is what was read from it."""
        try:
            return self.stamp.matches(self.path) if self.stamp else not self.path.exists()
        except OSError:
            return False

    def must_be_writable(self) -> None:
        """Raise NotebookError, which says why, if the notebook is read-only."""
        if self.read_only is not None:
            raise NotebookError(self.read_only)

    def only_read(self, why: str) -> None:
        """Make it read-only and say why."""
        self.read_only = why
        self.notices.append(why)

    def release(self) -> None:
        """Let go of the lock, and take away the folders made for nothing; a second time does no harm."""
        lock, self.lock = self.lock, None
        if lock is not None:
            lock.release()
        with suppress(OSError):  # there is something in it
            while self.folders:
                self.folders.pop().rmdir()

    def check_up(self) -> None:
        """Put right what is in the tables, and say what."""
        from reader.notebook.repair.tables import TableRepair  # noqa: PLC0415 - most files are as they should be

        checkup = TableRepair(unpack(self.tables), read_backup(self.path)[1])
        checkup.run()
        self.tables = checkup.tables
        self.notices += [f"{self.name}: {problem}" for problem in checkup.problems[:TOLD]]
        if len(checkup.problems) > TOLD:
            self.notices.append("`reader check` tells what else is wrong with it.")

    def put_right(self) -> None:
        """The same, to be written with the first change, if there is one."""
        self.check_up()
        if self.read_only is None:
            self.keep_as = "damaged"
            self.notices.append(
                "With your first change this is put right on disk too, and the file is kept as it was."
            )


def open_file(path: Path, *, read_only: bool = False) -> OpenedFile:
    """Open the notebook file at `path`, which need not exist; takes the lock, so that only one makes it.

    :param read_only: it will only be read: no lock, nothing repaired.
    :raises NotebookError: it cannot be read, or is no notebook.
    """
    opened = OpenedFile(Path(os.path.realpath(path)))
    if read_only:
        opened.read_only = f"{opened.name} was opened for reading only."
    try:
        if not file_exists(opened.path) and not read_only:
            _prepare(opened)
        if file_exists(opened.path):
            _read(opened)
        _tell_of_conflicts(opened)
    except OSError as error:
        opened.release()
        raise NotebookError(f"{display_path(path)} cannot be read: {error.strerror or error}.") from None
    except NotebookError:
        opened.release()
        raise
    return opened


def read(path: Path) -> tuple[OpenedFile, FileStamp]:
    """Give what is in a notebook file, its tables as this version has them, and its stamp.

    A damaged one is rescued as far as it goes; nothing is changed on disk.

    :raises NotebookError: it cannot be read, is no notebook, or of a newer version.
    """
    if not path.exists():
        raise NotebookError(f"{display_path(path)}: there is no such notebook.")
    opened = open_file(path, read_only=True)
    if opened.newer:
        raise NotebookError(f"{opened.name} was written by a newer version of reader.")
    assert opened.stamp is not None
    opened.tables = migration.migrated(opened.tables)[0]
    opened.check_up()
    return opened, opened.stamp


def _prepare(opened: OpenedFile) -> None:
    """Make the folder of a notebook yet to be made, and take its lock."""
    try:
        for folder in reversed(opened.path.parents):
            if not folder.exists():
                folder.mkdir()
                opened.folders.append(folder)
        writable = os.access(opened.path.parent, os.W_OK | os.X_OK)
    except OSError:
        writable = False
    if writable:
        _take_lock(opened)
    else:
        opened.release()
        opened.only_read(
            f"{display_path(opened.path)} cannot be made in that folder, so nothing can be tagged or noted."
        )


def _read(opened: OpenedFile) -> None:
    content, found = _look(opened)
    if opened.read_only is None and opened.lock is None:
        _take_lock_of_file(opened)
        if opened.lock is not None and not opened.is_as_read():
            content, found = _look(opened)
    opened.tables, opened.newer = found.tables, found.newer
    opened.damaged = bool(found.damage or found.backup or not any(found.tables.values()))
    if found.newer:
        opened.release()
        why = f"{opened.name} was written by a newer version of reader: it can be read here, not changed."
        opened.only_read(why)
    elif found.damage or found.backup:
        _mend(opened, content, found)
    elif opened.read_only is None:
        opened.tables, older = migration.migrated(opened.tables)
        opened.keep_as = None if older is None else f"schema-{older}"


def _look(opened: OpenedFile) -> tuple[bytes, DetectedFile]:
    """Give the content of the file and what is in it.

    :raises NotebookError: it is no notebook, not even a damaged one.
    """
    from reader.notebook.repair.detect import detect_file_packed  # noqa: PLC0415 — not needed before there is a file

    content, opened.stamp = read_file(opened.path)
    found = detect_file_packed(opened.path, content)
    if found is None or not found.ours:
        raise NotebookError(f"{display_path(opened.path)} is not a reader notebook; nothing was changed.")
    return content, found


def _take_lock_of_file(opened: OpenedFile) -> None:
    if os.access(opened.path, os.W_OK):
        _take_lock(opened)
    else:
        opened.only_read(f"{opened.name} is write-protected: it can be read here, not changed.")


def _take_lock(opened: OpenedFile) -> None:
    name = opened.name
    try:
        opened.lock = Lock(opened.path)
    except LockedError as holder:
        opened.holder = str(holder)
        opened.only_read(f"{name} is open in {holder}: it can be read here, not changed.")
    except OSError as error:
        opened.only_read(f"{name} cannot be locked ({error.strerror}): it can be read here, not changed.")
    else:
        remove_stale_temporaries(opened.path)


def _mend(opened: OpenedFile, content: bytes, found: DetectedFile) -> None:
    """Take what is whole of a damaged notebook, keep the damaged file aside, and say so."""
    rescued = 0 if "instead" in found.backup else shape.count(found.tables)
    opened.notices.append(
        f"{opened.name} was damaged; {rescued:,} of its tags, articles and annotations were rescued."
    )
    opened.notices += [found.backup] if found.backup else []
    opened.backup = False  # the damaged file is kept instead
    opened.tables = migration.migrated(found.tables)[0]
    opened.check_up()
    if opened.read_only is None:
        _set_aside(opened, content)


def _tell_of_conflicts(opened: OpenedFile) -> None:
    """Tell of what earlier sessions, or other machines, could not save, until somebody has dealt with it."""
    opened.notices += [
        f"{display_path(copy.name)} holds changes that could not be saved in {opened.name}; "
        "`reader merge` makes one of the two."
        for copy in find_siblings(opened.path, "conflict")
    ]
    opened.notices += [
        f"{display_path(copy.name)} is another version of {opened.name}, left by a synchronising folder; "
        "`reader merge` makes one of the two."
        for copy in find_sync_conflicts(opened.path)
    ]


def _set_aside(opened: OpenedFile, content: bytes) -> None:
    aside = unused_path(opened.path, "damaged")
    try:
        replace_file(aside, [content], like=opened.path)
        opened.stamp = replace_file(opened.path, codec.pieces(opened.tables), like=opened.path)
    except OSError as error:
        opened.only_read(f"{opened.name} cannot be repaired: {error.strerror}.")
    else:
        opened.notices.append(f"The damaged file was kept as {display_path(aside.name)}.")
