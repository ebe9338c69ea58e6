"""Where the indexes of folders are kept, and for how long: one that nobody uses any more is deleted."""

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from time import time
from typing import Final

KEPT: Final = 60 * 24 * 3600  # seconds after its last use: the folder of an index may be gone, or elsewhere


def index_file(folder: str | Path, cache: Path, encoding: str | None = None) -> Path:
    """Return the path of the index of a folder, whether it is there or not."""
    name = f"{Path(folder).resolve()}\0{encoding or ''}".encode(errors="surrogateescape")
    return cache / f"{blake2b(name, digest_size=12).hexdigest()}.sqlite"


def mark_used(file: Path) -> None:
    """Note that an index is used now, and delete those beside it that have not been used for long."""
    with suppress(OSError):  # a cache that cannot be written
        os.utime(file)
        for other in file.parent.glob("*.sqlite*"):
            if time() - other.stat().st_mtime > KEPT:
                other.unlink(missing_ok=True)
