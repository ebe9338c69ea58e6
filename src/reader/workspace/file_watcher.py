"""Notices that the files of open articles change on disk while they are read.

On a thread of its own it looks at size and time of every file, and reads again what has changed: never on the
screen's time, and only once two looks in a row have found the same, since editors write a file in steps.
Standard input and pipes are not looked at, nor the files of articles that come from the notebook.
"""

from __future__ import annotations

import stat
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.articles import Article
    from reader.workspace.reload import ReloadedFile

EVERY = 1.0  # seconds from one look to the next


FileVersion = tuple[int, int, int]
"""What changes when a file is written, and is only compared: its time, its size, its number on the disk."""
_UNREAD: FileVersion = (-1, -1, -1)


class FileWatcher:
    """Tells what has become of files. `articles` is asked for the open ones at every look.

    `run` belongs on a thread of its own: there `tell` is called, and not waited for.
    """

    def __init__(
        self,
        articles: Callable[[], Sequence[Article]],
        tell: Callable[[ReloadedFile], object],
        encoding: str | None = None,
    ) -> None:
        self._articles = articles
        self._tell = tell
        self._encoding = encoding
        self._read: dict[str, FileVersion | None] = {}
        self._seen: dict[str, FileVersion | None] = {}  # the version of each file at the last look
        self._wake = Event()
        self._stopped = False

    def run(self) -> None:
        """Look until stopped; the files are taken to be now as they were when they were read."""
        while not self._stopped:
            articles = [each for each in self._articles() if each.path != "-" and not each.kept]
            for path in dict.fromkeys(article.path for article in articles):
                if self._has_settled(path):
                    from reader.workspace.reload import reload_file  # noqa: PLC0415 - files seldom change

                    of_file = [article for article in articles if article.path == path]
                    self._tell(reload_file(path, of_file, self._encoding))
            self._wake.wait(EVERY)
            self._wake.clear()

    def look(self) -> None:
        """Look now."""
        self._wake.set()

    def read_again(self, path: str) -> None:
        """Read a file once more at the next looks: what was told of it came too late."""
        self._read[path] = _UNREAD

    def stop(self) -> None:
        """Look no more."""
        self._stopped = True
        self._wake.set()

    def _has_settled(self, path: str) -> bool:
        """Return whether a file is another than the one that was read, and the same as at the last look."""
        now = _version(path)
        read = self._read.setdefault(path, now)
        settled = now != read and now == self._seen.get(path)
        self._seen[path] = now
        if settled:
            self._read[path] = now
        return settled


def _version(path: str) -> FileVersion | None:
    """Return the version of a file; None when there is none, or something that is no file."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else None
