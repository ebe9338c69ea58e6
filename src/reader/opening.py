"""From what stands on the command line to articles: folders are searched, what cannot be read is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles import Article, ArticleError, clean_line, find, load

if TYPE_CHECKING:
    from collections.abc import Sequence

AT_A_GLANCE = 8
"""More articles than these, when a folder brings them, are chosen from first."""
MOST = 26
"""Articles open at once: each has a letter."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked to read."""

    files: tuple[str, ...]
    choose: bool = False
    """There are more than can be meant: ask which."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What could be read, and a sentence on each file that could not."""

    articles: tuple[Article, ...]
    left_out: tuple[str, ...] = ()


def request(paths: Sequence[str]) -> Request:
    """Find the files that are meant. Raises ArticleError."""
    files: list[str] = []
    for path in paths:
        files += _in_folder(path) if path != "-" and Path(path).is_dir() else [path]
    files = list(dict.fromkeys(files))
    searched = files != list(dict.fromkeys(paths))
    return Request(tuple(files), choose=len(files) > (AT_A_GLANCE if searched else MOST))


def open_named(files: Sequence[str], encoding: str | None) -> Opened:
    """Read files that were named one by one. Raises ArticleError on the first that cannot be read."""
    articles = [article for path in files for article in load(path, encoding=encoding)]
    if len(articles) > MOST:
        raise ArticleError(
            files[-1], f"there are {len(articles)} articles, more than the {MOST} that can be open at once"
        )
    return Opened(tuple(articles))


def open_found(files: Sequence[str], encoding: str | None) -> Opened:
    """Read what can be read. Raises ArticleError, of the first file, when nothing can."""
    articles: list[Article] = []
    errors: list[ArticleError] = []
    for path in files:
        try:
            articles += load(path, encoding=encoding)
        except ArticleError as error:
            errors.append(error)
    if not articles and errors:
        raise errors[0]
    left_out = [f"Left out: {error}" for error in errors]
    if len(articles) > MOST:
        left_out.append(f"Left out: all after the first {MOST} articles.")
    return Opened(tuple(articles[:MOST]), tuple(left_out))


def _in_folder(path: str) -> list[str]:
    files = find(path)
    if not files:
        raise ArticleError(path, "there are no articles in this folder")
    return files


def absolute(path: str) -> str:
    """The path as it is remembered; standard input stays what it is."""
    return path if path == "-" else str(Path(path).absolute())


def shown(path: str) -> str:
    """The path as it may be shown."""
    return "standard input" if path == "-" else clean_line(path)
