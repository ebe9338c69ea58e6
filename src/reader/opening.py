"""From what stands on the command line to articles: folders are searched, what cannot be read is told."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from reader.articles import Article, ArticleError, find, load
from reader.naming import MOST

if TYPE_CHECKING:
    from collections.abc import Sequence

AT_A_GLANCE = 8
"""More articles than these, when a folder brings them, are chosen from first."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked to read."""

    files: tuple[str, ...]
    named: frozenset[str] = frozenset()
    """Those that were named one by one, so that they must be there; a folder brought the others."""
    choose: bool = False
    """There are more than can be meant: ask which."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What could be read, and a sentence on each file that could not."""

    articles: tuple[Article, ...]
    left_out: tuple[str, ...] = ()


def request(paths: Sequence[str]) -> Request:
    """Find the files that are meant. Raises ArticleError."""
    folders = {path for path in paths if path != "-" and os.path.isdir(path)}  # noqa: PTH112 - raises nothing
    found = (_in_folder(path) if path in folders else [path] for path in paths)
    files = dict.fromkeys(chain.from_iterable(found))
    most = AT_A_GLANCE if folders else MOST
    return Request(tuple(files), frozenset(paths) - folders, choose=len(files) > most)


def open_articles(asked: Request, encoding: str | None = None) -> Opened:
    """Read the files; those that a folder brought are left out when they cannot be read.

    Raises ArticleError for a file that was named, and when nothing at all can be read.
    """
    articles: list[Article] = []
    errors: list[ArticleError] = []
    for path in asked.files:
        try:
            articles += load(path, encoding=encoding)
        except ArticleError as error:
            if path in asked.named:
                raise
            errors.append(error)
    if not articles:
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
