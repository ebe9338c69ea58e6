"""Files as wholes: a file is read in one go and replaced in one go, never altered in place.

Replacing is: a new file in the same folder, fsync, `os.replace`, fsync of the folder. Whatever happens
meanwhile, the name stands for the old content or the new one. See "rename" in POSIX.1-2017 and the `fsync`
manual page.
"""

from __future__ import annotations

import os
import stat
import zlib
from contextlib import suppress
from glob import escape
from typing import TYPE_CHECKING, NamedTuple

from reader.notebook.model import NotebookError, display_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class FileStamp(NamedTuple):
    """By what a file is known to be as we left it."""

    mtime_ns: int
    size: int
    inode: int
    crc: int

    def fits(self, path: Path) -> bool:
        """Whether the file is the same still; its content is only looked at where its date or inode is not.

        :raises OSError: the file cannot be read.
        """
        now = path.stat()
        if now.st_size != self.size:
            return False
        same = (now.st_mtime_ns, now.st_ino) == (self.mtime_ns, self.inode)
        return same or zlib.crc32(path.read_bytes()) == self.crc


def file_exists(path: Path) -> bool:
    """Whether there is a file. Raises NotebookError when it is something else, OSError when it is hidden."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise NotebookError(f"{display_path(path)} is a folder, not a notebook.")
    if not stat.S_ISREG(mode):
        raise NotebookError(f"{display_path(path)} is not a file.")
    return True


def read_file(path: Path) -> tuple[bytes, FileStamp]:
    """Give the content of the file and its stamp.

    :raises OSError: it cannot be read.
    """
    with path.open("rb") as file:
        content = file.read()
        return content, _stamp(os.fstat(file.fileno()), zlib.crc32(content))


def replace_file(path: Path, pieces: Iterable[bytes], *, like: Path | None = None) -> FileStamp:
    """Put a file of these pieces in the place of the one at `path`, or make it; give its stamp.

    :param like: a file to take the mode and, where possible, the owner from; else the umask decides.
    :raises OSError: the file at `path` is what it was before.
    """
    temporary = _temporary(path)
    known = None if like is None or not like.exists() else like.stat()
    mode = 0o666 if known is None else stat.S_IMODE(known.st_mode)
    try:
        stamp = _write(temporary, pieces, mode, known)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)
    return stamp


def copy_file(path: Path, copy: Path) -> None:
    """Make `copy` stand for the content `path` has now, without taking room where the file system can.

    :raises OSError: it could not be done.
    """
    temporary = _temporary(copy)
    try:
        temporary.hardlink_to(path)
        temporary.replace(copy)
    except OSError:
        replace_file(copy, [path.read_bytes()], like=path)
    with suppress(FileNotFoundError):
        temporary.unlink()  # if both were one file already, replacing does nothing (POSIX)


def remove_stale_temporaries(path: Path) -> None:
    """Remove the temporary files that dead processes left beside `path`."""
    for stray in path.parent.glob(f".{escape(path.name)}.*.tmp"):
        pid = stray.name.removesuffix(".tmp").rpartition(".")[2]
        if pid.isdecimal() and not alive(int(pid)):
            with suppress(OSError):
                stray.unlink()


def alive(pid: int) -> bool:
    """Whether a process of this machine has this id."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _temporary(path: Path) -> Path:
    """Give a name that nobody has taken; it says whose the file is, for `remove_stale_temporaries`."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.{os.getpid()}.tmp")


def _write(path: Path, pieces: Iterable[bytes], mode: int, known: os.stat_result | None) -> FileStamp:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    crc = 0
    with os.fdopen(descriptor, "wb") as file:
        if known is not None:
            _keep_owner_and_mode(descriptor, known)
        for piece in pieces:
            crc = zlib.crc32(piece, crc)
            file.write(piece)
        file.flush()
        os.fsync(descriptor)
        return _stamp(os.fstat(descriptor), crc)


def _keep_owner_and_mode(descriptor: int, known: os.stat_result) -> None:
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (known.st_uid, known.st_gid):
        with suppress(OSError):  # only root may give files away
            os.fchown(descriptor, known.st_uid, known.st_gid)
    with suppress(OSError):  # some file systems have no modes
        os.fchmod(descriptor, stat.S_IMODE(known.st_mode))


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # not every file system can, not every folder may be read: the file is on disk
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _stamp(status: os.stat_result, crc: int) -> FileStamp:
    return FileStamp(status.st_mtime_ns, status.st_size, status.st_ino, crc)
