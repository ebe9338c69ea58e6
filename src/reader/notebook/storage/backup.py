"""The state a notebook had before the last session that changed something, beside its file.

Invariant: a file under the name of a backup that is none of a notebook stays there, and is not written to.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from reader.notebook.schema import codec, shape
from reader.notebook.storage.atomic_file import copy_file, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.notebook.schema.documents import Tables

_ENDS = (".bak", ".reader.bak")
"""The second is for when somebody else has the first."""

_START = re.compile(rb'\{\s*"meta"\s*:\s*\{\s*"\d+"\s*:\s*\{[^{}]*"program"\s*:\s*"reader"')


def back_up(path: Path) -> None:
    """Keep the file as it is now; not at all if both names belong to others.

    :raises OSError: it could not be done.
    """
    for copy in _places(path):
        if not os.path.lexists(copy) or _is_backup(copy):
            copy_file(path, copy)
            return


def read_backup(path: Path) -> tuple[str, Tables]:
    """Give the name of the backup and what is in it; nothing if there is none that can be read."""
    for copy in _places(path):
        tables = _tables(copy)
        if tables:
            return copy.name, tables
    return "", {}


def _places(path: Path) -> Iterator[Path]:
    return (path.with_name(path.name + end) for end in _ENDS)


def _tables(copy: Path) -> Tables:
    try:
        value = codec.loads(read_file(copy)[0])
    except (OSError, ValueError, RecursionError):
        return {}
    return value if shape.has_our_shape(value) else {}


def _is_backup(copy: Path) -> bool:
    """Whether this is a notebook, or nothing at all; its start is enough, unless others have sorted it."""
    if copy.is_symlink() or not copy.is_file():
        return False
    try:
        with copy.open("rb") as file:
            start = file.read(1_000)
    except OSError:
        return False
    return not start or _START.match(start) is not None or bool(_tables(copy))
