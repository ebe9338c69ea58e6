"""The backup: the state of a notebook before the last session that changed it, in a file beside it.

Invariant: a file that has the name of a backup but is no notebook is left as it is.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.notebook.schema import codec, shape
from reader.notebook.storage.atomic_file import copy_file

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.schema.documents import Tables

_SUFFIXES = (".bak", ".reader.bak")  # the second one is used when a file of another program has the first
_START = rb'\{\s*"meta"\s*:\s*\{\s*"\d+"\s*:\s*\{[^{}]*"program"\s*:\s*"reader"'


def back_up(path: Path) -> None:
    """Keep the file as it is now; when files of others have both names, no backup is made.

    :raises OSError: it could not be done.
    """
    for copy in _backup_paths(path):
        if not os.path.lexists(copy) or _is_backup(copy):
            copy_file(path, copy)
            return


def read_backup(path: Path) -> tuple[str, Tables]:
    """Return the name of the backup of a notebook and its tables; both empty if none can be read."""
    for copy in _backup_paths(path):
        if tables := _read_tables(copy):
            return copy.name, tables
    return "", {}


def _backup_paths(path: Path) -> list[Path]:
    return [path.with_name(path.name + suffix) for suffix in _SUFFIXES]


def _read_tables(copy: Path) -> Tables:
    try:
        value = codec.decode_json(copy.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return value if shape.has_notebook_shape(value) else {}


def _is_backup(copy: Path) -> bool:
    """Return whether this file is a notebook or empty, so that it may be replaced."""
    with suppress(OSError):
        if copy.is_file() and not copy.is_symlink():
            with copy.open("rb") as file:
                start = file.read(1_000)
            # The start is enough, and fast, unless another program has sorted the keys.
            return not start or re.match(_START, start) is not None or bool(_read_tables(copy))
    return False
