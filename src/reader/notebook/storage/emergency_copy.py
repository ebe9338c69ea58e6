"""Copies of a notebook that cannot be written where it belongs: the disk is full, the folder read-only."""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING

from reader.notebook.schema import codec
from reader.notebook.storage.atomic_file import replace_file
from reader.notebook.storage.sibling_files import find_siblings, unused_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.notebook.schema.documents import Tables


def write_emergency_copy(tables: Tables, path: Path, folders: Iterable[Path]) -> Path | None:
    """Write a copy of the notebook at `path` in the first folder that takes it; None: no one does."""
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            copy = unused_path(folder / _name(path), "unsaved")
            replace_file(copy, codec.pieces(tables))
            copy.chmod(0o600)  # the folder may be one that everybody reads
        except OSError:
            continue
        return copy
    return None


def find_emergency_copies(path: Path, folders: Iterable[Path]) -> list[Path]:
    """Give the copies of the notebook at `path` that there are in the folders, as far as they are ours."""
    found = (
        copy for folder in dict.fromkeys(folders) for copy in find_siblings(folder / _name(path), "unsaved")
    )
    return [copy for copy in found if copy.lstat().st_uid == os.getuid()]


def _name(path: Path) -> str:
    """Give a name that tells this notebook from others of its name."""
    return f"{path.stem}-{zlib.crc32(os.fsencode(path)):08x}{path.suffix}"
