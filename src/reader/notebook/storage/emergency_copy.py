"""Copies of a notebook in other folders, for when its own disk is full or its folder read-only."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.notebook.schema import codec
from reader.notebook.storage.atomic_file import replace_file
from reader.notebook.storage.sibling_files import find_siblings, unused_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.notebook.schema.documents import Tables


def write_emergency_copy(tables: Tables, path: Path, folders: Iterable[Path]) -> Path | None:
    """Write a copy of the notebook at `path` to the first folder that takes it; None if none does."""
    for folder in folders:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            copy = unused_path(folder / _name_of_copies(path), "unsaved")
            replace_file(copy, codec.encode_tables(tables))
            copy.chmod(0o600)  # everybody may be able to read the folder, such as /tmp
            return copy
    return None


def find_emergency_copies(path: Path, folders: Iterable[Path]) -> list[Path]:
    """Return the copies of the notebook at `path` in these folders that belong to this user."""
    return [
        copy
        for folder in dict.fromkeys(folders)
        for copy in find_siblings(folder / _name_of_copies(path), "unsaved")
        if copy.lstat().st_uid == os.getuid()
    ]


def _name_of_copies(path: Path) -> str:
    """Return a name with a checksum of the whole path: notebooks in other folders may have the same name."""
    return f"{path.stem}-{zlib.crc32(os.fsencode(path)):08x}{path.suffix}"
