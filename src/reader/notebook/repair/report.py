"""`reader check`: what is wrong in a file, and its repair on disk.

Invariant: nothing is thrown away; the file as it was is kept beside the repaired one. In a TinyDB file of
another program only the shape is checked: documents by number.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook.model import NotebookError, display_path
from reader.notebook.repair.detect import describe_tables, detect_file
from reader.notebook.repair.tables import repair_tables, summarize_tables
from reader.notebook.schema import codec, migration
from reader.notebook.storage.atomic_file import file_exists, read_file, replace_file
from reader.notebook.storage.backup import read_backup
from reader.notebook.storage.lock import Lock, LockedError
from reader.notebook.storage.sibling_files import write_sibling

if TYPE_CHECKING:
    from reader.notebook.schema.documents import Tables


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a file."""

    problems: tuple[str, ...]
    """A sentence each; empty if all is well."""
    summary: str
    """What is in the file, a phrase."""
    kept: str = ""
    """The name of the copy of the file as it was, once it has been repaired."""


def check_file(path: Path, *, repair: bool = False) -> Report:
    """Check a notebook, or a TinyDB file of another program; repair it if asked and needed.

    :raises NotebookError: it cannot be read, is no TinyDB file, of a newer version, or open elsewhere.
    """
    path = Path(os.path.realpath(path))
    report, _, _ = _check(path)
    if not repair:
        return report
    try:
        with Lock(path):
            report, tables, content = _check(path)
            if not report.problems:
                return report
            aside = write_sibling(path, "damaged", content)
            replace_file(path, codec.encode_tables(tables), like=path)
    except LockedError as holder:
        name = display_path(path.name)
        raise NotebookError(f"{name} is open in {holder}: it cannot be repaired now.") from None
    except OSError as error:
        raise NotebookError(f"{display_path(path)} cannot be repaired: {error.strerror or error}.") from None
    return replace(report, kept=display_path(aside.name))


def _check(path: Path) -> tuple[Report, Tables, bytes]:
    """Return what is wrong in a file, the repaired tables, and its content, or raise NotebookError."""
    name = display_path(path)
    try:
        if not file_exists(path):
            raise NotebookError(f"{name}: there is no such file.")
        content = read_file(path)[0]
    except OSError as error:
        raise NotebookError(f"{name} cannot be read: {error.strerror or error}.") from None
    found = detect_file(path, content)
    if found is None:
        raise NotebookError(f"{name} is no TinyDB file; nothing in it can be rescued.")
    if found.newer:
        raise NotebookError(f"{name} was written by a newer version of reader.")
    if not found.ours:
        return Report(found.damage, describe_tables(found.tables)), found.tables, content
    tables, problems = repair_tables(migration.migrate(found.tables)[0], read_backup(path)[1])
    every = tuple(filter(None, (*found.damage, found.backup, *problems)))
    return Report(every, summarize_tables(tables)), tables, content
