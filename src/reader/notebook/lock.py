"""One session a notebook: an advisory lock on a file beside it, held while the notebook is open.

The kernel lets go of the lock when its process ends, however it ends, so a lock file left behind is no lock.
What is in the file is only there to say who holds it.
"""

from __future__ import annotations

import errno
import json
import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from reader.articles import clean_line

if TYPE_CHECKING:
    from pathlib import Path


class LockedError(Exception):
    """Somebody else holds the lock; str() says who, as in "process 4711 of ada on desk, since 09:12"."""


class Lock:
    """The lock of the notebook at a path, from `Lock(path)` to `release()`."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        :raises LockedError: somebody has it.
        :raises OSError: the folder does not take a lock file.
        """
        self.path = lock_path(path)
        self._descriptor = self._take()

    def release(self) -> None:
        """Let go of the lock and remove its file."""
        with suppress(OSError):
            self.path.unlink()  # while we hold it: nobody can have locked this very file meanwhile
        os.close(self._descriptor)

    def _take(self) -> int:
        while True:
            descriptor = os.open(self.path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o666)
            try:
                _lock(descriptor, self.path)
                if _is_still(descriptor, self.path) and self._sign():
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)  # its holder removed it between our two steps, or it was not ours to sign

    def _sign(self) -> bool:
        """Write who we are; a lock file that another user left behind is removed instead."""
        try:
            self.path.write_text(json.dumps(_me()))
        except PermissionError:
            self.path.unlink()
            return False
        except OSError:
            return True  # a full disk: the lock holds all the same, only our name is missing
        return True


def lock_path(path: Path) -> Path:
    """Give the path of the lock file of a notebook."""
    return path.with_name(path.name + ".lock")


def _lock(descriptor: int, path: Path) -> None:
    import fcntl  # noqa: PLC0415 — not on every system, and not needed to read

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            raise LockedError(_holder(path)) from None
        raise


def _is_still(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _me() -> dict[str, Any]:
    import getpass  # noqa: PLC0415 — only when there is a lock to sign

    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = str(os.getuid())
    since = time.strftime("%Y-%m-%d %H:%M")
    return {"pid": os.getpid(), "user": user, "host": os.uname().nodename, "since": since}


def _holder(path: Path) -> str:
    try:
        who = json.loads(path.read_text("utf-8", "replace"))
        words = f"process {who['pid']} of {who['user']} on {who['host']}, since {who['since']}"
    except (OSError, ValueError, TypeError, KeyError):
        return "another program"
    return clean_line(words)
