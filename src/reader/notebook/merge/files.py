"""Two files made one, and what another program has put in the file of an open notebook taken in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook import opening
from reader.notebook.history.steps import DocumentChange
from reader.notebook.merge.documents import merge_documents, merge_tables
from reader.notebook.model import NotebookError, StrangeFileError, display_path
from reader.notebook.schema import codec
from reader.notebook.schema.documents import new_id
from reader.notebook.state.lazy_documents import unpack
from reader.notebook.storage.atomic_file import FileStamp, copy_file, read_file, replace_file
from reader.notebook.storage.backup import back_up
from reader.notebook.storage.lock import Lock, LockedError
from reader.notebook.storage.sibling_files import unused_path
from reader.notebook.validity import MERGED_TABLES, documents_by_id, invalid_documents
from reader.text.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.notebook.history.undo import History
    from reader.notebook.schema.documents import Document, Tables
    from reader.notebook.state.state import NotebookState
    from reader.notebook.storage.database import Database
    from reader.notebook.storage.writer import DocumentWrite
    from reader.notebook.validity import DocumentsById


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What it takes to have both the notebook and what another program has put in its file."""

    tables: Tables
    """What the file holds."""
    stamp: FileStamp
    damaged: bool
    changes: tuple[DocumentChange, ...]
    sessions: dict[str, Document]
    """Those that become others, by their ids."""
    strange: tuple[DocumentWrite, ...]
    """What is no document of ours."""


def plan_merge(path: Path, database: Database, state: NotebookState) -> MergePlan:
    """Find what the notebook and the file make together; nothing has changed after it.

    Takes seconds in a large notebook. Only while the writer rests: the database is its own otherwise.

    What a damaged file does not hold was not taken away by anybody.

    :raises StrangeFileError: the file is no notebook.
    """
    try:
        opened, stamp = opening.read(path)
    except NotebookError as error:
        raise StrangeFileError(str(error)) from None
    base = {} if opened.damaged else unpack(database.storage.base)
    ours = {name: dict(documents) for name, documents in state.documents.items()}
    theirs = documents_by_id(opened.tables, ours)
    merged = merge_documents(ours, theirs, documents_by_id(base, theirs))
    known = ours["sessions"]
    return MergePlan(
        tables=opened.tables,
        stamp=stamp,
        damaged=opened.damaged,
        changes=tuple(_changes(ours, merged)),
        sessions={name: one for name, one in merged["sessions"].items() if known.get(name) != one},
        strange=tuple(_strange(opened.tables, theirs, base)),
    )


def apply_merge(plan: MergePlan, database: Database, history: History) -> None:
    """Do what was found, as one step, and have both written. Only while the writer rests."""
    database.accept_file(plan.tables, plan.stamp, keep_as="damaged" if plan.damaged else None)
    history.hold(plan.strange)
    for name, document in plan.sessions.items():
        history.hold_document("sessions", name, document)  # for one write: never ours without theirs
    history.do("merged with the file of another program", plan.changes)
    history.flush()


def set_aside_foreign_file(path: Path, database: Database) -> Path:
    """Keep the file beside itself and take it for one that may be written over; give where it is kept.

    :raises NotebookError: it could not be kept; nothing has changed then.
    """
    try:
        content, stamp = read_file(path)
        aside = unused_path(path, "other")
        replace_file(aside, [content], like=path)
    except OSError as error:
        raise NotebookError(f"{display_path(path.name)} cannot be kept: {error.strerror or error}.") from None
    database.storage.accept_file(database.storage.base, stamp, backup=False)
    return aside


def merge_files(a: Path, b: Path, out: Path) -> tuple[str, list[str]]:
    """Make one notebook of two; give what it holds, and what is to be told of the two, a sentence each.

    The new one may have the place of one of them, which is kept as the backup then.

    :raises NotebookError: one cannot be read, or the new one not be written, or is there already.
    """
    out = Path(os.path.realpath(out))
    try:
        lock = Lock(out)  # before reading: what somebody else writes meanwhile would be lost
    except LockedError as holder:
        raise NotebookError(f"{display_path(out.name)} is open in {holder}; nothing was written.") from None
    except OSError as error:
        raise NotebookError(f"{display_path(out)} cannot be written: {error.strerror or error}.") from None
    try:
        return _merged_in(a, b, out)
    finally:
        lock.release()


def _merged_in(a: Path, b: Path, out: Path) -> tuple[str, list[str]]:
    read = [opening.read(path)[0] for path in (a, b)]
    first, second = read
    if out.exists() and not any(out.samefile(one) for one in (a, b)):
        raise NotebookError(f"{display_path(out)} is there already; nothing was written.")
    merged = merge_tables(first.tables, second.tables)
    try:
        if out.exists():
            _keep(out, damaged=any(one.damaged for one in read if one.path == out))
        replace_file(out, codec.pieces(merged), like=a)
    except OSError as error:
        raise NotebookError(f"{display_path(out)} cannot be written: {error.strerror or error}.") from None
    return _summary(first.tables, second.tables, merged), [*first.notices, *second.notices]


def _keep(out: Path, *, damaged: bool) -> None:
    """Keep the file that is written over; a damaged one not in the place of a backup that is whole."""
    if damaged:
        copy_file(out, unused_path(out, "damaged"))
    else:
        back_up(out)


def _summary(a: Tables, b: Tables, merged: Tables) -> str:
    first, second, both = (len(tables.get("annotations", {})) for tables in (a, b, merged))
    said = [counted(both, "annotation") + f" of {first:,} and {second:,}"]
    said += [counted(len(merged[table]), noun) for table, noun in (("tags", "tag"), ("articles", "article"))]
    return ", ".join(said) + "."


def _strange(tables: Tables, theirs: DocumentsById, base: Tables) -> Iterator[DocumentWrite]:
    """Give what is no document of ours and was not there before: it belongs to somebody."""
    for table in MERGED_TABLES:
        known = base.get(table, {}).values()
        for document in invalid_documents(tables, table, theirs):
            if document not in known:
                yield table, new_id(), document


def _changes(before: DocumentsById, after: DocumentsById) -> Iterator[DocumentChange]:
    """Give the changes from one to the other: what refers to others comes after them, and goes before."""
    for table in ("tags", "articles", "annotations"):
        for name, document in after[table].items():
            if before[table].get(name) != document:
                yield DocumentChange("insert", table, name, document)
    for table in ("annotations", "tags"):
        for name in before[table].keys() - after[table].keys():
            yield DocumentChange("remove", table, name, {})
