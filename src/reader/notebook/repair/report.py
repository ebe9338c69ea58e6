"""Whether a file is whole and what it says fits together, and how it is put right.

Invariant: nothing is thrown away; the file as it was is kept beside it. What a file is says `judging`, what
is put right in it `checkup`, as when a notebook is opened. A TinyDB file of another program is only looked at
as JSON: documents by number.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook.model import NotebookError, display_path
from reader.notebook.repair.detect import detect_file, documents
from reader.notebook.repair.tables import TableRepair, summary
from reader.notebook.schema import codec, migration
from reader.notebook.storage.atomic_file import file_exists, read_file, replace_file
from reader.notebook.storage.backup import read_backup
from reader.notebook.storage.lock import Lock, LockedError
from reader.notebook.storage.sibling_files import unused_path

if TYPE_CHECKING:
    from reader.notebook.schema.documents import Tables


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a file."""

    problems: tuple[str, ...]
    """A sentence each; none: all is well."""
    summary: str
    """What is in the file, a sentence."""
    tables: Tables = field(repr=False)
    """The same, put right."""
    kept: str = ""
    """The name of the file as it was, once it has been put right."""


def check_file(path: Path, *, repair: bool = False) -> Report:
    """Look through a notebook, or a TinyDB file of another program, and put it right if asked.

    :raises NotebookError: it cannot be read, is no TinyDB file, of a newer version, or open elsewhere.
    """
    path = Path(os.path.realpath(path))
    if not repair:
        return _checked(path)[0]
    _read(path)
    try:
        lock = Lock(path)
    except LockedError as holder:
        raise NotebookError(
            f"{display_path(path.name)} is open in {holder}: it cannot be repaired now."
        ) from None
    except OSError as error:
        raise NotebookError(f"{display_path(path)} cannot be locked: {error.strerror or error}.") from None
    try:
        report, content = _checked(path)
        return _put_right(path, report, content) if report.problems else report
    finally:
        lock.release()


def _checked(path: Path) -> tuple[Report, bytes]:
    content = _read(path)
    found = detect_file(path, content)
    if found is None:
        raise NotebookError(f"{display_path(path)} is no TinyDB file; nothing in it can be rescued.")
    if found.newer:
        raise NotebookError(f"{display_path(path)} was written by a newer version of reader.")
    if not found.ours:
        return Report(found.damage, documents(found.tables), found.tables), content
    checkup = TableRepair(migration.migrate(found.tables)[0], read_backup(path)[1])
    checkup.run()
    told = (*found.damage, *((found.backup,) if found.backup else ()), *checkup.problems)
    return Report(told, summary(checkup.tables), checkup.tables), content


def _read(path: Path) -> bytes:
    try:
        if not file_exists(path):
            raise NotebookError(f"{display_path(path)}: there is no such file.")
        return read_file(path)[0]
    except OSError as error:
        raise NotebookError(f"{display_path(path)} cannot be read: {error.strerror or error}.") from None


def _put_right(path: Path, report: Report, content: bytes) -> Report:
    try:
        aside = unused_path(path, "damaged")
        replace_file(aside, [content], like=path)
        replace_file(path, codec.encode_tables(report.tables), like=path)
    except OSError as error:
        raise NotebookError(f"{display_path(path)} cannot be written: {error.strerror or error}.") from None
    return Report(report.problems, report.summary, report.tables, display_path(aside.name))
