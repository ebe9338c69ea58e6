"""From a path to what is in the notebook there, whatever is there, and what the user must be told of it.

Invariant: a file that is not a notebook, or of a newer version, or held by somebody else, is not touched. A
notebook that nothing was put in leaves nothing behind.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import backup, codec, disk, migration, rescue
from .lock import Lock, LockedError
from .model import NotebookError, shown
from .schema import VERSION, Tables, meta_document


@dataclass
class Opened:
    """A notebook file, found or yet to be made."""

    path: Path
    """Links followed."""
    tables: Tables = field(default_factory=dict)
    stamp: disk.Stamp | None = None
    """None: there is no file yet."""
    lock: Lock | None = None
    read_only: str | None = None
    """Why it cannot be changed, a sentence."""
    notices: list[str] = field(default_factory=list)
    backup: bool = True
    """Whether the state found is worth a backup."""
    older: int | None = None
    """Of which version the file is, if of an older one; it is kept when the first change is written."""
    folders: list[Path] = field(default_factory=list)
    """Made for the file, the outermost first."""

    @property
    def name(self) -> str:
        """The name of the file, to be shown."""
        return shown(self.path.name)

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

    def tell_of_wrong(self, count: int) -> None:
        """Say how many documents cannot be used."""
        if count == 1:
            what = f"1 entry of {self.name} is not as it should be; it stays in the file and is not shown."
        else:
            what = f"{count:,} entries of {self.name} are not as they should be; "
            what += "they stay in the file and are not shown."
        self.notices.append(what)


def open_file(path: Path, *, read_only: bool = False) -> Opened:
    """Open the notebook file at `path`, which need not exist; takes the lock, so that only one makes it.

    :param read_only: it will only be read: no lock, nothing repaired.
    :raises NotebookError: it cannot be read, or is no notebook.
    """
    opened = Opened(Path(os.path.realpath(path)))
    if read_only:
        opened.read_only = f"{opened.name} was opened for reading only."
    try:
        if not exists(opened.path) and not read_only:
            _prepare(opened)
        if exists(opened.path):
            _read(opened)
        _tell_of_conflicts(opened)
    except OSError as error:
        opened.release()
        raise NotebookError(f"{shown(path)} cannot be read: {error.strerror or error}.") from None
    except NotebookError:
        opened.release()
        raise
    return opened


def read_tables(path: Path) -> tuple[Tables, disk.Stamp, list[str]]:
    """Give what is in a notebook file, as this version has it, its stamp, and what is to be told of it.

    A damaged one is rescued as far as it goes; nothing is changed on disk.

    :raises NotebookError: it cannot be read, is no notebook, or of a newer version.
    """
    if not path.exists():
        raise NotebookError(f"{shown(path)}: there is no such notebook.")
    opened = open_file(path, read_only=True)
    if not rescue.is_of_version(opened.tables, VERSION):
        raise NotebookError(f"{opened.name} was written by a newer version of reader.")
    assert opened.stamp is not None
    return migration.migrated(opened.tables)[0], opened.stamp, opened.notices


def exists(path: Path) -> bool:
    """Whether there is a file. Raises NotebookError when it is something else, OSError when it is hidden."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise NotebookError(f"{shown(path)} is a folder, not a notebook.")
    if not stat.S_ISREG(mode):
        raise NotebookError(f"{shown(path)} is not a file.")
    return True


def _prepare(opened: Opened) -> None:
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
            f"{shown(opened.path)} cannot be made in that folder, so nothing can be tagged or noted."
        )


def _read(opened: Opened) -> None:
    content, value = _look(opened)
    if opened.read_only is None and opened.lock is None:
        _take_lock_of_file(opened)
        if opened.lock is not None and not _is_as_read(opened):
            content, value = _look(opened)
    if rescue.is_sound(value):
        opened.tables = value
        _check_version(opened)
    elif not _is_blank(value) or backup.read(opened.path)[1]:
        _mend(opened, content)


def _look(opened: Opened) -> tuple[bytes, Any]:
    """Give the content of the file and the value it stands for, None if it stands for none.

    :raises NotebookError: it is no notebook, not even a damaged one.
    """
    content, opened.stamp = disk.read(opened.path)
    value: Any = None
    with suppress(ValueError, RecursionError):  # damaged, then
        value = codec.loads(content) if content.strip() else {}
    if not _is_notebook(opened.path, content, value):
        raise NotebookError(f"{shown(opened.path)} is not a reader notebook; nothing was changed.")
    return content, value


def _is_notebook(path: Path, content: bytes, value: object) -> bool:
    if rescue.is_sound(value) or _is_blank(value):
        return True
    if value is not None and not rescue.is_ours(value):
        return False
    remains = rescue.is_fragment(content) or rescue.is_ours(rescue.rescue(content))
    return remains or bool(backup.read(path)[1])


def _is_as_read(opened: Opened) -> bool:
    """Whether nobody has written the file between our reading and our locking it."""
    return opened.stamp is not None and opened.stamp.fits(opened.path)


def _take_lock_of_file(opened: Opened) -> None:
    if os.access(opened.path, os.W_OK):
        _take_lock(opened)
    else:
        opened.only_read(f"{opened.name} is write-protected: it can be read here, not changed.")


def _take_lock(opened: Opened) -> None:
    name = opened.name
    try:
        opened.lock = Lock(opened.path)
    except LockedError as holder:
        opened.only_read(f"{name} is open in {holder}: it can be read here, not changed.")
    except OSError as error:
        opened.only_read(f"{name} cannot be locked ({error.strerror}): it can be read here, not changed.")
    else:
        disk.sweep(opened.path)


def _check_version(opened: Opened) -> None:
    if not rescue.is_of_version(opened.tables, VERSION):
        opened.release()
        opened.only_read(
            f"{opened.name} was written by a newer version of reader: it can be read here, not changed."
        )
    elif opened.read_only is None:
        opened.tables, opened.older = migration.migrated(opened.tables)


def _is_blank(value: object) -> bool:
    """Whether this is what TinyDB makes of a database without documents."""
    return isinstance(value, dict) and not any(value.values())


def _mend(opened: Opened, content: bytes) -> None:
    """Take what is whole of a damaged notebook, keep the damaged file aside, and say so."""
    found = rescue.rescue(content)
    copy, backed_up = backup.read(opened.path)
    opened.tables = _with_meta(found if rescue.count(found) or not backed_up else backed_up)
    opened.backup = False  # the damaged file is kept instead
    _tell_of_rescue(opened, rescue.count(found), shown(copy), rescue.count(backed_up))
    _check_version(opened)
    opened.older = None
    if opened.read_only is None:
        _set_aside(opened, content)


def _with_meta(tables: Tables) -> Tables:
    """Give the tables as those of a notebook, if the damage took what says so."""
    if rescue.has_version(tables):
        return tables
    rest = {name: table for name, table in tables.items() if name != "meta"}
    return {"meta": {"1": meta_document()}} | rest


def _tell_of_rescue(opened: Opened, rescued: int, copy: str, backed_up: int) -> None:
    opened.notices.append(
        f"{opened.name} was damaged; {rescued:,} of its tags, articles and annotations were rescued."
    )
    if rescued < backed_up:
        what = "holds more" if rescued else "was taken instead"
        opened.notices.append(f"The backup {copy} {what}: {backed_up:,}.")


def _tell_of_conflicts(opened: Opened) -> None:
    """Tell of what earlier sessions could not save, until somebody has dealt with it."""
    opened.notices += [
        f"{shown(copy.name)} holds changes that could not be saved in {opened.name}; "
        "`reader merge` makes one of the two."
        for copy in disk.copies(opened.path, "conflict")
    ]


def _set_aside(opened: Opened, content: bytes) -> None:
    aside = disk.beside(opened.path, "damaged")
    try:
        disk.replace(aside, [content], like=opened.path)
        opened.stamp = disk.replace(opened.path, codec.pieces(opened.tables), like=opened.path)
    except OSError as error:
        opened.only_read(f"{opened.name} cannot be repaired: {error.strerror}.")
    else:
        opened.notices.append(f"The damaged file was kept as {shown(aside.name)}.")
