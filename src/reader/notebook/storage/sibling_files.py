"""The names of the files that are put beside a notebook: `notes.damaged-….json`, `notes.conflict-….json`.

A label says why such a file is there: `damaged`, `conflict`, `unsaved`, `other`, `schema-1`.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reader.notebook.storage.atomic_file import find_beside, replace_file

if TYPE_CHECKING:
    from pathlib import Path


def unused_path(path: Path, label: str) -> Path:
    """Return an unused path for a file beside `path`, such as `notes.damaged-20260401-093000.json`."""
    now = time.strftime("%Y%m%d-%H%M%S")
    for number in range(1, 1000):
        suffix = "" if number == 1 else f"-{number}"
        candidate = path.with_name(f"{path.stem}.{label}-{now}{suffix}{path.suffix}")
        if not candidate.exists():
            return candidate
    raise FileExistsError(path)


def write_sibling(path: Path, label: str, content: bytes) -> Path:
    """Write a new file beside `path`, with mode and owner of that; return its path, or raise OSError."""
    sibling = unused_path(path, label)
    replace_file(sibling, [content], like=path)
    return sibling


def find_siblings(path: Path, label: str) -> list[Path]:
    """Return the files beside `path` that were named by `unused_path` with this label."""
    return find_beside(path, f"{path.stem}.{label}-", path.suffix)


def find_sync_conflicts(path: Path) -> list[Path]:
    """Return the other versions of `path` that a synchronising program has put beside it.

    Syncthing: `reader.sync-conflict-….json`. Dropbox and Nextcloud: `reader (… conflicted copy …).json`.
    """
    ours, stem = f"{path.stem}.conflict-", len(path.stem)
    return [
        other
        for other in find_beside(path, path.stem, path.suffix)
        if other.name[stem : stem + 1] in ". (_-"
        and "conflict" in other.name[stem + 1 :]
        and not other.name.startswith(ours)
    ]
