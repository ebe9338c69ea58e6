"""The names of the files that are put beside a notebook: `notes.damaged-….json`, `notes.conflict-….json`.

A label says why such a file is there: `damaged`, `conflict`, `unsaved`, `other`, `schema-1`.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.notebook.storage.atomic_file import replace_file

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
    start = f"{path.stem}.{label}-"
    return [path.with_name(name) for name in _names_beside(path) if name.startswith(start)]


def find_sync_conflicts(path: Path) -> list[Path]:
    """Return the other versions of `path` that a synchronising program has put beside it.

    Syncthing: `reader.sync-conflict-….json`. Dropbox and Nextcloud: `reader (… conflicted copy …).json`.
    """
    ours, stem = f"{path.stem}.conflict-", len(path.stem)
    return [
        path.with_name(name)
        for name in _names_beside(path)
        if name[stem] in ". (_-" and "conflict" in name[stem + 1 :] and not name.startswith(ours)
    ]


def _names_beside(path: Path) -> list[str]:
    """Return the names of the files beside `path` that begin and end as its own does, in order.

    By `scandir`, which makes no path of each name: the home folder is looked through at each start.
    """
    start, end = path.stem, path.suffix
    shortest = len(start) + 1 + len(end)
    with suppress(OSError), os.scandir(path.parent) as entries:
        names = [entry.name for entry in entries]
        return sorted(n for n in names if len(n) >= shortest and n.startswith(start) and n.endswith(end))
    return []
