"""From a path to what is in the notebook there, whatever is there, and what the user must be told of it.

Invariant: a file that is not a notebook, or of a newer version, or held by somebody else, is not touched.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import codec, disk, rescue
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

    @property
    def name(self) -> str:
        """The name of the file, to be shown."""
        return shown(self.path.name)

    def only_read(self, why: str) -> None:
        """Make it read-only and say why."""
        self.read_only = why
        self.notices.append(why)

    def tell_of_wrong(self, count: int) -> None:
        """Say how many documents cannot be used."""
        if count == 1:
            what = f"1 entry of {self.name} is not as it should be; it stays in the file and is not shown."
        else:
            what = f"{count:,} entries of {self.name} are not as they should be; "
            what += "they stay in the file and are not shown."
        self.notices.append(what)


def open_file(path: Path, *, read_only: bool = False) -> Opened:
    """Open the notebook file at `path`, which need not exist; takes the lock if it does.

    :param read_only: it will only be read: no lock, nothing repaired.
    :raises NotebookError: it cannot be read, or is no notebook.
    """
    opened = Opened(Path(os.path.realpath(path)))
    if read_only:
        opened.read_only = f"{opened.name} was opened for reading only."
    try:
        if _exists(opened.path):
            _read(opened)
        elif not read_only and not _can_be_made(opened.path):
            opened.only_read(
                f"{shown(opened.path)} cannot be made in that folder, so nothing can be tagged or noted."
            )
        _tell_of_conflicts(opened)
    except OSError as error:
        _release(opened)
        raise NotebookError(f"{shown(path)} cannot be read: {error.strerror or error}.") from None
    except NotebookError:
        _release(opened)
        raise
    return opened


def _exists(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise NotebookError(f"{shown(path)} is a folder, not a notebook.")
    if not stat.S_ISREG(mode):
        raise NotebookError(f"{shown(path)} is not a file.")
    return True


def _can_be_made(path: Path) -> bool:
    there = next(folder for folder in path.parents if folder.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _read(opened: Opened) -> None:
    if opened.read_only is None:
        _take_lock(opened)
    content, opened.stamp = disk.read(opened.path)
    value: Any = None
    with suppress(ValueError, RecursionError):  # damaged, then
        value = codec.loads(content) if content.strip() else {}
    if rescue.is_sound(value):
        opened.tables = value
        _check_version(opened)
    elif value is None or rescue.is_ours(value) or (_is_blank(value) and _backup(opened.path)):
        _mend(opened, content)
    elif not _is_blank(value):
        raise _foreign(opened.path)


def _take_lock(opened: Opened) -> None:
    name = opened.name
    if not os.access(opened.path, os.W_OK):
        opened.only_read(f"{name} is write-protected: it can be read here, not changed.")
        return
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
        _release(opened)
        name = opened.name
        opened.only_read(
            f"{name} was written by a newer version of reader: it can be read here, not changed."
        )


def _is_blank(value: object) -> bool:
    """Whether this is what TinyDB makes of a database without documents."""
    return isinstance(value, dict) and not any(value.values())


def _mend(opened: Opened, content: bytes) -> None:
    """Take what is whole of a damaged notebook, keep the damaged file aside, and say so."""
    found = rescue.rescue(content)
    backup = _backup(opened.path)
    if not (rescue.is_ours(found) or rescue.is_fragment(content) or backup):
        raise _foreign(opened.path)
    opened.tables = _with_meta(found if rescue.count(found) or not backup else backup)
    opened.backup = False
    _tell_of_rescue(opened, rescue.count(found), rescue.count(backup))
    _check_version(opened)
    if opened.read_only is None:
        _set_aside(opened, content)


def _with_meta(tables: Tables) -> Tables:
    """Give the tables as those of a notebook, if the damage took what says so."""
    if rescue.has_version(tables):
        return tables
    rest = {name: table for name, table in tables.items() if name != "meta"}
    return {"meta": {"1": meta_document()}} | rest


def _tell_of_rescue(opened: Opened, rescued: int, backed_up: int) -> None:
    name = opened.name
    opened.notices.append(
        f"{name} was damaged; {rescued:,} of its tags, articles and annotations were rescued."
    )
    if rescued < backed_up:
        what = "holds more" if rescued else "was taken instead"
        opened.notices.append(f"The backup {name}.bak {what}: {backed_up:,}.")


def _tell_of_conflicts(opened: Opened) -> None:
    """Tell of what earlier sessions could not save, until somebody has dealt with it."""
    opened.notices += [
        f"{shown(copy.name)} holds changes that could not be saved in {opened.name}."
        for copy in disk.copies(opened.path, "conflict")
    ]


def _backup(path: Path) -> Tables:
    try:
        value = codec.loads(disk.read(disk.backup_path(path))[0])
    except (OSError, ValueError):
        return {}
    return value if rescue.is_sound(value) else {}


def _set_aside(opened: Opened, content: bytes) -> None:
    aside = disk.beside(opened.path, "damaged")
    try:
        disk.replace(aside, [content], like=opened.path)
        opened.stamp = disk.replace(opened.path, codec.pieces(opened.tables), like=opened.path)
    except OSError as error:
        opened.only_read(f"{opened.name} cannot be repaired: {error.strerror}.")
    else:
        opened.notices.append(f"The damaged file was kept as {shown(aside.name)}.")


def _foreign(path: Path) -> NotebookError:
    return NotebookError(f"{shown(path)} is not a reader notebook; nothing was changed.")


def _release(opened: Opened) -> None:
    if opened.lock is not None:
        opened.lock.release()
        opened.lock = None
