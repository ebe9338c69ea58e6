"""Find the files in a folder that are articles."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from reader.articles.errors import ArticleError
from reader.articles.formats import is_article_name

_MOST = 100_000  # files


def find_article_files(folder: str | Path) -> list[str]:
    """Return the paths of the articles in a folder and its subfolders, in natural order (2 before 10).

    Skipped are files of unknown suffix, hidden ones, folders behind symbolic links, and subfolders that may
    not be read. Raises ArticleError if the folder itself cannot be read or holds too many articles.
    """
    found: list[str] = []
    for path in _walk(str(folder)):
        found.append(path)
        if len(found) > _MOST:
            raise ArticleError(str(folder), f"holds more than {_MOST:,} articles")
    return sorted(found, key=_natural)


def _walk(root: str) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        if error.filename == root:
            raise ArticleError(root, f"cannot be read: {error.strerror}") from None

    for folder, folders, files in os.walk(root, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        articles = (name for name in files if is_article_name(name) and not name.startswith("."))
        paths = (f"{folder.rstrip(os.sep)}{os.sep}{name}" for name in articles)
        yield from (path for path in paths if os.path.isfile(path))  # noqa: PTH113 - a pipe would be waited for


def _natural(path: str) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", path.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts] + [(-1, path)]
