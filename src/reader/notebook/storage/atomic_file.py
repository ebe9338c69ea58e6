"""Files that are read whole and replaced whole, never altered in place.

Invariant: whatever happens, a path stands for all of the old content or all of the new one. `replace_file`
keeps it in four steps: it writes a temporary file in the same folder (a rename is atomic only within one file
system), fsyncs it (else the new name could stand for data that never reached the disk), renames it with
`os.replace`, and fsyncs the folder (else the rename itself could be lost). See "rename" in POSIX.1-2017 and
the fsync(2) manual page.
"""

from __future__ import annotations

import os
import stat
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from reader.notebook.model import NotebookError, display_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class FileStamp(NamedTuple):
    """What a file was like when we read or wrote it: by this we see whether another program changed it."""

    mtime_ns: int
    size: int
    inode: int
    crc: int

    def matches(self, path: Path) -> bool:
        """Return whether the file still has the content we know.

        The content is read only when date or inode differ: a synchronising program, or a backup that is put
        back, may touch a file without changing it.

        :raises OSError: the file cannot be read.
        """
        now = path.stat()
        if now.st_size != self.size:
            return False
        untouched = (now.st_mtime_ns, now.st_ino) == (self.mtime_ns, self.inode)
        return untouched or zlib.crc32(path.read_bytes()) == self.crc


def file_exists(path: Path) -> bool:
    """Return whether there is a file at `path`.

    :raises NotebookError: there is something else, such as a folder or a pipe.
    :raises OSError: the folder does not let us see.
    """
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
    """Return the content of a file and its stamp; OSError if it cannot be read."""
    with path.open("rb") as file:
        content = file.read()
        return content, _stamp(file.fileno(), zlib.crc32(content))


def replace_file(path: Path, pieces: Iterable[bytes], *, like: Path | None = None) -> FileStamp:
    """Put a file with this content at `path`, in place of the one that may be there; return its stamp.

    :param like: a file to take the mode and, where possible, the owner from; else the umask decides.
    :raises OSError: it could not be written; what was at `path` is unchanged.
    """
    temporary = _temporary_path(path)
    model = like.stat() if like is not None and like.exists() else None
    try:
        stamp = _write_new(temporary, pieces, model)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    with suppress(OSError):  # some file systems cannot, some folders may not be read; the file is on disk
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return stamp


def copy_file(path: Path, copy: Path) -> None:
    """Make `copy` a file with the content `path` has now, replacing what is at `copy`.

    A hard link is made where the file system can: it takes no time and no room. The two are one file until
    `path` is next replaced, which leaves the old content to the copy.

    :raises OSError: it could not be done.
    """
    temporary = _temporary_path(copy)
    try:
        temporary.hardlink_to(path)
        temporary.replace(copy)
    except OSError:
        replace_file(copy, [path.read_bytes()], like=path)
    with suppress(FileNotFoundError):
        temporary.unlink()  # POSIX: renaming one link of a file to another one does nothing


def find_beside(path: Path, start: str, end: str) -> list[Path]:
    """Return the files beside `path` whose names begin and end so, by name; none where it cannot be looked.

    By `scandir`, which makes no path of each name: the home folder is looked through at each start.
    """
    with suppress(OSError), os.scandir(path.parent) as entries:
        names = [name for entry in entries if (name := entry.name).startswith(start) and name.endswith(end)]
        return [path.with_name(name) for name in sorted(names) if len(name) >= len(start) + len(end)]
    return []


def remove_stale_temporaries(path: Path) -> None:
    """Remove the temporary files that killed processes left beside `path`."""
    for stray in find_beside(path, f".{path.name}.", ".tmp"):
        pid = stray.stem.rpartition(".")[2]
        if pid.isdecimal() and not _is_running(int(pid)):
            with suppress(OSError):
                stray.unlink()


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (OSError, OverflowError) as error:  # another user's process; a number no process can have
        return not isinstance(error, ProcessLookupError)
    return True


def _temporary_path(path: Path) -> Path:
    """Return an unused name that ends with our process id, for `remove_stale_temporaries`."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.{os.getpid()}.tmp")


def _write_new(path: Path, pieces: Iterable[bytes], model: os.stat_result | None) -> FileStamp:
    """Write a new file, with mode and owner of the model if there is one, and fsync it."""
    mode = 0o666 if model is None else stat.S_IMODE(model.st_mode)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    crc = 0
    with os.fdopen(descriptor, "wb") as file:
        if model is not None:
            with suppress(OSError):  # only root may give files away
                os.fchown(descriptor, model.st_uid, model.st_gid)
            with suppress(OSError):  # some file systems have no modes
                os.fchmod(descriptor, mode)
        for piece in pieces:
            crc = zlib.crc32(piece, crc)
            file.write(piece)
        file.flush()
        os.fsync(descriptor)
        return _stamp(descriptor, crc)


def _stamp(descriptor: int, crc: int) -> FileStamp:
    status = os.fstat(descriptor)
    return FileStamp(status.st_mtime_ns, status.st_size, status.st_ino, crc)
