"""The formats reader knows. To add one: a module with a function `read`, and a line in the table below.

`read(data, encoding)` gives the articles in the bytes of a file, as drafts: one function, no cleaning, no
splitting. `encoding` is what the user named, or None. It may raise DecodingError.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from reader.articles.draft import Draft

_FORMATS = {  # module → suffixes; a module is imported when a file of its kind is opened
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
}
_BY_SUFFIX = {suffix: module for module, suffixes in _FORMATS.items() for suffix in suffixes}


class Format(Protocol):
    """The function each format is."""

    def __call__(self, data: bytes, encoding: str | None) -> list[Draft]:
        """Give the articles in the bytes of a file."""


def format_of(path: str) -> Format:
    """Give the format that a file of this name is in: plain text if the name tells nothing."""
    module = _BY_SUFFIX.get(PurePath(path).suffix.lower(), "text")
    return cast("Format", import_module(f"{__name__}.{module}").read)


def is_known(name: str) -> bool:
    """Tell whether a file of this name is taken for an article in a folder."""
    return PurePath(name).suffix.lower() in _BY_SUFFIX
