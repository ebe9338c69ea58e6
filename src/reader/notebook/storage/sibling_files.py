"""The names of files that are kept beside a notebook."""

from __future__ import annotations

import time
from glob import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def unused_path(path: Path, what: str) -> Path:
    """Give an unused path for a copy of the file, such as `notes.damaged-20260401-093000.json`."""
    now = time.strftime("%Y%m%d-%H%M%S")
    for number in range(1, 1000):
        suffix = "" if number == 1 else f"-{number}"
        candidate = path.with_name(f"{path.stem}.{what}-{now}{suffix}{path.suffix}")
        if not candidate.exists():
            return candidate
    raise FileExistsError(path)


def find_siblings(path: Path, what: str) -> list[Path]:
    """Give the files there are that `unused_path` named."""
    return sorted(path.parent.glob(f"{escape(path.stem)}.{what}-*{escape(path.suffix)}"))


def find_sync_conflicts(path: Path) -> list[Path]:
    """Give the other versions of `path` that a synchronising folder has put beside it.

    Syncthing: `reader.sync-conflict-….json`. Dropbox and Nextcloud: `reader (… conflicted copy …).json`.
    """
    found = path.parent.glob(f"{escape(path.stem)}[. (_-]*conflict*{escape(path.suffix)}")
    return sorted(set(found) - set(find_siblings(path, "conflict")))
