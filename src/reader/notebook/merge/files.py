"""Merging notebook files: two into a third, and an open notebook with its file that was changed outside."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook.history.steps import DocumentChange
from reader.notebook.merge.documents import merge_documents, merge_tables
from reader.notebook.model import NotebookError, StrangeFileError, display_path
from reader.notebook.opening import read_notebook
from reader.notebook.schema import codec
from reader.notebook.schema.documents import new_id
from reader.notebook.state.lazy_documents import decode_tables
from reader.notebook.storage.atomic_file import FileStamp, copy_file, read_file, replace_file
from reader.notebook.storage.backup import back_up
from reader.notebook.storage.lock import Lock, LockedError
from reader.notebook.storage.sibling_files import unused_path, write_sibling
from reader.notebook.validity import MERGED_TABLES, sort_documents
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
    """What it takes to have both the open notebook and what another program has put in its file."""

    tables: Tables
    """What the file holds."""
    stamp: FileStamp
    damaged: bool
    """Whether the file is damaged: it is kept for good then."""
    changes: tuple[DocumentChange, ...]
    """What changes in the notebook, one step of undo."""
    sessions: dict[str, Document]
    """Sessions of tagging that change, by id; these are no part of undo."""
    invalid: tuple[DocumentWrite, ...]
    """What is not valid in the file; it belongs to somebody and is kept."""


def plan_merge(path: Path, database: Database, state: NotebookState) -> MergePlan:
    """Compute the merge of an open notebook with its file; nothing is changed.

    Takes seconds for a large notebook. To be called while the writer is paused.

    :raises StrangeFileError: the file is no notebook.
    """
    try:
        opened, stamp = read_notebook(path)
    except NotebookError as error:
        raise StrangeFileError(str(error)) from None
    # What a damaged file does not hold was not deleted by anybody.
    base = {} if opened.damaged else decode_tables(database.storage.base)
    ours = {name: dict(documents) for name, documents in state.documents.items()}
    theirs, invalid = sort_documents(opened.tables, ours)
    merged = merge_documents(ours, theirs, sort_documents(base, theirs)[0])
    sessions = ours["sessions"]
    return MergePlan(
        tables=opened.tables,
        stamp=stamp,
        damaged=opened.damaged,
        changes=tuple(_changes(ours, merged)),
        sessions={name: one for name, one in merged["sessions"].items() if sessions.get(name) != one},
        invalid=tuple(
            (table, new_id(), document)
            for table in MERGED_TABLES
            for document in invalid[table]
            if document not in base.get(table, {}).values()
        ),
    )


def apply_merge(plan: MergePlan, database: Database, history: History) -> None:
    """Carry out a plan as one step of undo, and have it written. To be called while the writer is paused."""
    database.accept_file(plan.tables, plan.stamp, keep_as="damaged" if plan.damaged else None)
    # All is held for one write: the file must never have our part without theirs.
    history.hold(plan.invalid)
    for name, document in plan.sessions.items():
        history.hold_document("sessions", name, document)
    history.do("merged with the file of another program", plan.changes)
    history.flush()


def set_aside_foreign_file(path: Path, database: Database) -> Path:
    """Keep a copy of a file that is no notebook, and let the next write replace it; return the copy's path.

    :raises NotebookError: it could not be kept; nothing was changed.
    """
    try:
        content, stamp = read_file(path)
        aside = write_sibling(path, "other", content)
    except OSError as error:
        raise NotebookError(f"{display_path(path.name)} cannot be kept: {error.strerror or error}.") from None
    database.storage.accept_file(database.storage.base, stamp, backup=False)
    return aside


def merge_files(a: Path, b: Path, out: Path) -> tuple[str, list[str]]:
    """Write a notebook made of two; return a sentence on what it holds, and notices on the two.

    :param out: the file to make. It may be one of the two, which is then kept as the backup.
    :raises NotebookError: a file cannot be read, or `out` cannot be written, or is another file.
    """
    out = Path(os.path.realpath(out))
    try:
        with Lock(out):  # before reading: what another session writes meanwhile would be lost
            return _merge_into(a, b, out)
    except LockedError as holder:
        raise NotebookError(f"{display_path(out.name)} is open in {holder}; nothing was written.") from None
    except OSError as error:
        raise NotebookError(f"{display_path(out)} cannot be written: {error.strerror or error}.") from None


def _merge_into(a: Path, b: Path, out: Path) -> tuple[str, list[str]]:
    first, second = read_notebook(a)[0], read_notebook(b)[0]
    there = out.exists()
    replaced = [opened for opened, path in ((first, a), (second, b)) if there and out.samefile(path)]
    if there and not replaced:
        raise NotebookError(f"{display_path(out)} is there already; nothing was written.")
    merged = merge_tables(first.tables, second.tables)
    if any(opened.damaged for opened in replaced):
        copy_file(out, unused_path(out, "damaged"))  # not as the backup, which may be whole
    elif replaced:
        back_up(out)
    replace_file(out, codec.encode_tables(merged), like=a)
    count = [len(tables.get("annotations", {})) for tables in (merged, first.tables, second.tables)]
    summary = (
        f"{counted(count[0], 'annotation')} of {count[1]:,} and {count[2]:,}, "
        f"{counted(len(merged['tags']), 'tag')}, {counted(len(merged['articles']), 'article')}."
    )
    return summary, [*first.notices, *second.notices]


def _changes(before: DocumentsById, after: DocumentsById) -> Iterator[DocumentChange]:
    """Yield the changes that lead from one state to the other, in an order in which no reference dangles."""
    for table in ("tags", "articles", "annotations"):
        for name, document in after[table].items():
            if before[table].get(name) != document:
                yield DocumentChange("insert", table, name, document)
    for table in ("annotations", "tags"):
        for name in before[table].keys() - after[table].keys():
            yield DocumentChange("remove", table, name, {})
