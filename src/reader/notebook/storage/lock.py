"""One session a notebook: an advisory lock on a file beside it, held while the notebook is open.

The kernel lets go of the lock when its process ends, however it ends, so a lock file left behind is no lock.
What is in the file is only there to say who holds it.

Invariant: a file of this name that is not a lock of ours is neither written nor removed.
"""

from __future__ import annotations

import errno
import json
import os
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from reader.articles import clean_line
from reader.notebook.coders import user_name
from reader.notebook.model import display_path

if TYPE_CHECKING:
    from pathlib import Path

_SIGNATURE = {"pid", "user", "host", "since"}

_LONGEST = 4_096
"""Bytes of a signature, and of a file looked at whether it is one."""


class LockedError(Exception):
    """Somebody else holds the lock; str() says who, as in "process 4711 of ada on workspace, since 09:12"."""


class Lock:
    """The lock of the notebook at a path, from `Lock(path)` to `release()`."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        :raises LockedError: somebody has it.
        :raises OSError: the folder does not take a lock file, or what has its name there is none.
        """
        self.path = lock_path(path)
        self._descriptor = self._take()

    @staticmethod
    def is_held(path: Path) -> bool:
        """Whether somebody has the lock of this notebook, or it cannot be had for another reason."""
        try:
            Lock(path).release()
        except (LockedError, OSError):
            return True
        return False

    def release(self) -> None:
        """Let go of the lock and remove its file, if it still is the one we locked."""
        with suppress(OSError):
            if _is_still(self._descriptor, self.path):
                self.path.unlink()  # while we hold it: nobody can have locked this very file meanwhile
        os.close(self._descriptor)

    def _take(self) -> int:
        while True:
            descriptor = _open(self.path)
            try:
                _lock(descriptor)
                _must_be_a_lock(descriptor, self.path)
                if _is_still(descriptor, self.path) and self._sign(descriptor):
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)  # its holder removed it between our two steps, or it was not ours to sign

    def _sign(self, descriptor: int) -> bool:
        """Write who we are; a lock file that another user left behind is removed instead."""
        if not _can_be_written(descriptor):
            self.path.unlink()
            return False
        with suppress(OSError):  # a full disk: the lock holds all the same, only our name is missing
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, json.dumps(_me()).encode(), 0)
        return True


def lock_path(path: Path) -> Path:
    """Give the path of the lock file of a notebook."""
    return path.with_name(path.name + ".lock")


def _open(path: Path) -> int:
    """Open the lock file, or make it; a link is not followed, a pipe is not waited for."""
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


def _can_be_written(descriptor: int) -> bool:
    import fcntl  # noqa: PLC0415

    return fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDWR


def _must_be_a_lock(descriptor: int, path: Path) -> None:
    """Refuse what somebody else keeps under this name; an empty one is a lock whose signing was cut short."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LONGEST:
        raise _not_a_lock(path)
    if _content(descriptor).strip(b"\0") and _signature(descriptor) is None:
        raise _not_a_lock(path)


def _not_a_lock(path: Path) -> OSError:
    return FileExistsError(errno.EEXIST, f"{display_path(path.name)} is not a lock of reader")


def _content(descriptor: int) -> bytes:
    return os.pread(descriptor, _LONGEST, 0)


def _signature(descriptor: int) -> dict[str, Any] | None:
    """Give who signed the lock file; None: it is not signed, or not as we sign."""
    try:
        who = json.loads(_content(descriptor))
    except (ValueError, RecursionError):
        return None
    return who if isinstance(who, dict) and set(who) == _SIGNATURE else None


def _lock(descriptor: int) -> None:
    import fcntl  # noqa: PLC0415 — not on every system, and not needed to read

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            raise LockedError(_holder(descriptor)) from None
        raise


def _is_still(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


def _me() -> dict[str, Any]:
    since = time.strftime("%Y-%m-%d %H:%M")
    return {"pid": os.getpid(), "user": user_name(), "host": os.uname().nodename, "since": since}


def _holder(descriptor: int) -> str:
    who = _signature(descriptor)
    if who is None:
        return "another program"
    return clean_line(f"process {who['pid']} of {who['user']} on {who['host']}, since {who['since']}")
