"""One writing session a notebook: an advisory lock on a file beside it, held while the notebook is open.

The kernel releases the lock when its process ends, however it ends; so a lock file that was left behind locks
nothing. The content of the file only says who holds it.

Invariant: a file with the name of the lock that is not a lock file of ours is neither written nor removed.
"""

from __future__ import annotations

import errno
import json
import os
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from reader.notebook.coders import user_name
from reader.notebook.model import display_path
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 4_096  # bytes of a signature; a longer file is not a lock file of ours


class LockedError(Exception):
    """Another session holds the lock; str() says which: "process 4711 of ada on workspace, since 09:12"."""


class Lock:
    """The lock of the notebook at a path, held from `Lock(path)` until `release()`."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        :raises LockedError: another session has it.
        :raises OSError: the folder takes no lock file, or something else has its name.
        """
        self.path = path.with_name(path.name + ".lock")
        self._descriptor = self._take()

    @staticmethod
    def is_held(path: Path) -> bool:
        """Return whether the lock of this notebook cannot be had, mostly since another session has it."""
        try:
            Lock(path).release()
        except (LockedError, OSError):
            return True
        return False

    def __enter__(self) -> Self:
        """Hold the lock until the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Release the lock."""
        self.release()

    def release(self) -> None:
        """Release the lock and remove its file, if that still is the file we locked."""
        with suppress(OSError):
            if _is_at(self._descriptor, self.path):
                self.path.unlink()  # before letting go: nobody else can have locked this very file
        os.close(self._descriptor)

    def _take(self) -> int:
        """Return the descriptor of a lock file that is locked, signed, and still at the path.

        The previous holder may remove the file between our opening and our locking it: then another session
        could make and lock a new file, and both would hold a lock. So we look again and start over.
        """
        while True:
            descriptor = _open(self.path)
            try:
                _flock(descriptor)
                _require_lock_file(descriptor, self.path)
                if _is_at(descriptor, self.path) and self._sign(descriptor):
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)

    def _sign(self, descriptor: int) -> bool:
        """Write who we are. A file that another user left behind cannot be signed: it is removed instead."""
        import fcntl  # noqa: PLC0415 — see `_flock`

        if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDWR:
            self.path.unlink()
            return False
        since = time.strftime("%Y-%m-%d %H:%M")
        signature = {"pid": os.getpid(), "user": user_name(), "host": os.uname().nodename, "since": since}
        with suppress(OSError):  # a full disk: the lock holds all the same, only our name is missing
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, json.dumps(signature).encode(), 0)
        return True


def _open(path: Path) -> int:
    """Open or make the lock file, without following a link or waiting for a pipe."""
    flags = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        return os.open(path, flags | os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if not path.exists():
            raise
        return os.open(path, flags | os.O_RDONLY)  # left behind by another user
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise _not_a_lock(path) from None
        raise


def _flock(descriptor: int) -> None:
    import fcntl  # noqa: PLC0415 — not on Windows, and not needed to read a notebook

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
            raise
        holder = "another program"
        if who := _read_signature(descriptor):
            holder = f"process {who['pid']} of {who['user']} on {who['host']}, since {who['since']}"
        raise LockedError(clean_line(holder)) from None


def _require_lock_file(descriptor: int, path: Path) -> None:
    """Raise OSError for a file of somebody else; an empty one is a lock file whose signing was cut short."""
    status = os.fstat(descriptor)
    may_be_ours = stat.S_ISREG(status.st_mode) and status.st_size <= _LONGEST
    if not may_be_ours or (
        os.pread(descriptor, _LONGEST, 0).strip(b"\0") and not _read_signature(descriptor)
    ):
        raise _not_a_lock(path)


def _not_a_lock(path: Path) -> OSError:
    return FileExistsError(errno.EEXIST, f"{display_path(path.name)} is not a lock of reader")


def _read_signature(descriptor: int) -> dict[str, Any] | None:
    """Return who signed the lock file; None if it is not signed as we sign."""
    try:
        who = json.loads(os.pread(descriptor, _LONGEST, 0))
    except (ValueError, RecursionError):
        return None
    return who if isinstance(who, dict) and set(who) == {"pid", "user", "host", "since"} else None


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False
