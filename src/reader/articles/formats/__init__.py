"""The formats of articles that reader knows: one module each.

To add a format, add a module here and a line in the table `_FORMATS`. The module has one function,
`read(data, encoding)`, that returns the articles in the bytes of a file as drafts; `encoding` is the one that
the user names, or None. It neither cleans the text nor splits it into sentences: `loading` does that for all
formats. `plain_text.py` is the shortest example.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import cast

from reader.articles.draft import Draft

Read = Callable[[bytes, str | None], list[Draft]]
"""The function `read` of a format; it raises DecodingError."""

_FORMATS = {  # module → suffixes; a module is imported only when a file of its format is opened
    "plain_text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
}
_BY_SUFFIX = {suffix: module for module, suffixes in _FORMATS.items() for suffix in suffixes}


def format_of(path: str) -> Read:
    """Return the function that reads a file of this name: that of plain text if its suffix is not known."""
    module = _BY_SUFFIX.get(PurePath(path).suffix.lower(), "plain_text")
    return cast("Read", import_module(f"{__name__}.{module}").read)


def is_article_name(name: str) -> bool:
    """Whether a file in a folder is taken for an article, by its suffix."""
    return PurePath(name).suffix.lower() in _BY_SUFFIX
