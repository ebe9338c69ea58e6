"""Noticing that the files of open articles change on disk, while they are read.

On a thread of its own it looks at size and time of every file, and reads again what has changed: never on the
screen's time, and only once two looks in a row have found the same, since editors write a file in steps.
Standard input and pipes are not looked at, nor the files of articles that come from the notebook.
"""

from __future__ import annotations

import stat
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.articles import Article
    from reader.workspace.reload import ReloadedFile

EVERY = 1.0
"""Seconds from one look to the next."""


class FileVersion(NamedTuple):
    """By what a file is known to be as it was: to compare, nothing else."""

    modified: int
    size: int
    number: int


_UNREAD = FileVersion(-1, -1, -1)


class FileWatcher:
    """Tells what has become of files. `articles` is asked for the open ones at every look.

    To be run on a thread of its own: there `tell` is called, and not waited for.
    """

    def __init__(
        self,
        articles: Callable[[], Sequence[Article]],
        tell: Callable[[ReloadedFile], None],
        encoding: str | None = None,
    ) -> None:
        self._articles = articles
        self._tell = tell
        self._encoding = encoding
        self._known: dict[str, FileVersion | None] = {}
        self._seen: dict[str, FileVersion | None] = {}
        self._wake = Event()
        self._stopped = False

    def run(self) -> None:
        """Look until it is stopped; what the files are now is what they were when they were read."""
        while not self._stopped:
            self._look()
            self._wake.wait(EVERY)
            self._wake.clear()

    def look(self) -> None:
        """Look now."""
        self._wake.set()

    def again(self, path: str) -> None:
        """Read a file once more at the next looks: what was told of it came too late."""
        self._known[path] = _UNREAD

    def stop(self) -> None:
        """Look no more."""
        self._stopped = True
        self._wake.set()

    def _look(self) -> None:
        articles = [article for article in self._articles() if article.path != "-" and not article.kept]
        for path in dict.fromkeys(article.path for article in articles):
            if self._has_settled(path):
                self._read_again(path, [article for article in articles if article.path == path])

    def _read_again(self, path: str, articles: Sequence[Article]) -> None:
        from reader.workspace.reload import reload_file  # noqa: PLC0415 - files seldom change

        self._tell(reload_file(path, articles, self._encoding))

    def _has_settled(self, path: str) -> bool:
        """Whether it is another than when it was read, and the same as at the last look."""
        now = _stamp(path)
        known = self._known.setdefault(path, now)
        settled = now != known and now == self._seen.get(path)
        self._seen[path] = now
        if settled:
            self._known[path] = now
        return settled


def _stamp(path: str) -> FileVersion | None:
    """The stamp of a file; None when there is none, or something that is no file."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return (
        FileVersion(found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else None
    )
