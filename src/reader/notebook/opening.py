"""Open a notebook file, whatever is there, and collect what the user must be told of it.

Invariant: a file that is not a notebook, is of a newer version or is held by another process is not touched.
A notebook that nothing was put in leaves nothing behind.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook.model import NotebookError, display_path
from reader.notebook.schema import codec, shape
from reader.notebook.schema.migration import migrate
from reader.notebook.state.lazy_documents import decode_tables
from reader.notebook.storage.atomic_file import file_exists, read_file, remove_stale_temporaries, replace_file
from reader.notebook.storage.lock import Lock, LockedError
from reader.notebook.storage.sibling_files import find_siblings, find_sync_conflicts, write_sibling

if TYPE_CHECKING:
    from reader.notebook.repair.detect import DetectedFile
    from reader.notebook.schema.documents import Tables
    from reader.notebook.storage.atomic_file import FileStamp

MOST_PROBLEMS = 3
"""More problems than these are not listed when a notebook is opened."""


@dataclass(eq=False, repr=False)  # which takes half as long at the start
class OpenedFile:
    """A notebook file that was opened, or that will be made with the first change."""

    path: Path
    """Links followed."""
    tables: Tables = field(default_factory=dict)
    stamp: FileStamp | None = None
    """None while there is no file."""
    lock: Lock | None = None
    read_only: str | None = None
    """Why the notebook cannot be changed, a sentence; None if it can."""
    holder: str | None = None
    """The user and process that hold the lock, where that is why the notebook cannot be changed."""
    notices: list[str] = field(default_factory=list)
    """What the user must be told, a sentence each."""
    backup: bool = True
    """Whether the file as it was found is worth a backup."""
    keep_as: str | None = None
    """The label under which the file as it was found is kept for good, once a change is written; or None."""
    newer: bool = False
    """Whether the file is of a newer version: what is not understood is not shown, nothing is repaired."""
    damaged: bool = False
    """Whether documents may be missing from it."""
    folders: list[Path] = field(default_factory=list)
    """The folders made for the file, the outermost first."""

    @property
    def name(self) -> str:
        """The name of the file, safe to show."""
        return display_path(self.path.name)

    def is_as_read(self) -> bool:
        """Whether the file is still the one that was read."""
        with suppress(OSError):
            return self.stamp.matches(self.path) if self.stamp else not self.path.exists()
        return False

    def must_be_writable(self) -> None:
        """Raise NotebookError, which says why, if the notebook is read-only."""
        if self.read_only is not None:
            raise NotebookError(self.read_only)

    def make_read_only(self, reason: str) -> None:
        """Refuse every change from now on, and tell the user why."""
        self.read_only = reason
        self.notices.append(reason)

    def make_only_readable(self, why: str) -> None:
        """Refuse every change from now on, and tell the user why, as in "is open in …"."""
        self.make_read_only(f"{self.name} {why}: it can be read here, not changed.")

    def release(self) -> None:
        """Let go of the lock, and delete the folders made for nothing; may be called again."""
        lock, self.lock = self.lock, None
        if lock is not None:
            lock.release()
        with suppress(OSError):  # a folder that is not empty stays
            while self.folders:
                self.folders.pop().rmdir()

    def repair_tables(self) -> None:
        """Repair the tables in memory, and tell the user what was wrong."""
        from reader.notebook.repair.tables import repair_tables  # noqa: PLC0415 - most files need no repair
        from reader.notebook.storage.backup import read_backup  # noqa: PLC0415

        self.tables, problems = repair_tables(decode_tables(self.tables), read_backup(self.path)[1])
        self.notices += [f"{self.name}: {problem}" for problem in problems[:MOST_PROBLEMS]]
        if len(problems) > MOST_PROBLEMS:
            self.notices.append("`reader check` tells what else is wrong with it.")

    def repair_with_first_change(self) -> None:
        """Repair the tables in memory; the first change writes them, and keeps the file as it was."""
        self.repair_tables()
        if self.read_only is None:
            self.keep_as = "damaged"
            self.notices.append(
                "With your first change this is put right on disk too, and the file is kept as it was."
            )


def open_file(path: Path, *, read_only: bool = False) -> OpenedFile:
    """Open the notebook file at `path` and take its lock. The file need not exist.

    :param read_only: take no lock and repair nothing on disk.
    :raises NotebookError: the file cannot be read, or is not a notebook.
    """
    opened = OpenedFile(Path(os.path.realpath(path)))
    if read_only:
        opened.read_only = f"{opened.name} was opened for reading only."
    try:
        if not file_exists(opened.path) and not read_only:
            _prepare_new_file(opened)
        if file_exists(opened.path):
            _read_and_lock(opened)
        _report_other_versions(opened)
    except OSError as error:
        opened.release()
        raise NotebookError(f"{display_path(path)} cannot be read: {error.strerror or error}.") from None
    except NotebookError:
        opened.release()
        raise
    return opened


def read_notebook(path: Path) -> tuple[OpenedFile, FileStamp]:
    """Read a notebook file without a lock; return it, with tables of this version, and its stamp.

    A damaged file is rescued as far as possible; nothing is changed on disk.

    :raises NotebookError: the file cannot be read, is not a notebook, or is of a newer version.
    """
    if not path.exists():
        raise NotebookError(f"{display_path(path)}: there is no such notebook.")
    opened = open_file(path, read_only=True)
    if opened.newer:
        raise NotebookError(f"{opened.name} was written by a newer version of reader.")
    assert opened.stamp is not None
    opened.tables = migrate(opened.tables)[0]
    opened.repair_tables()
    return opened, opened.stamp


def _prepare_new_file(opened: OpenedFile) -> None:
    """Make the folder for a new notebook and take its lock, so that only one process makes the file."""
    writable = False
    with suppress(OSError):
        for folder in reversed(opened.path.parents):
            if not folder.exists():
                folder.mkdir()
                opened.folders.append(folder)
        writable = os.access(opened.path.parent, os.W_OK | os.X_OK)
    if writable:
        _take_lock(opened)
    else:
        opened.release()
        path = display_path(opened.path)
        opened.make_read_only(f"{path} cannot be made in that folder, so nothing can be tagged or noted.")


def _read_and_lock(opened: OpenedFile) -> None:
    content, detected = _detect(opened)
    if opened.read_only is None and opened.lock is None:
        if os.access(opened.path, os.W_OK):
            _take_lock(opened)
        else:
            opened.make_only_readable("is write-protected")
        # Another process may have written before we had the lock.
        if opened.lock is not None and not opened.is_as_read():
            content, detected = _detect(opened)
    opened.tables, opened.newer = detected.tables, detected.newer
    opened.damaged = bool(detected.damage or detected.backup or not any(detected.tables.values()))
    if detected.newer:
        opened.release()
        opened.make_only_readable("was written by a newer version of reader")
    elif detected.damage or detected.backup:
        _rescue(opened, content, detected)
    elif opened.read_only is None:
        opened.tables, older = migrate(opened.tables)
        opened.keep_as = None if older is None else f"schema-{older}"


def _detect(opened: OpenedFile) -> tuple[bytes, DetectedFile]:
    """Return the content of the file and what was found in it; NotebookError if it is no notebook."""
    from reader.notebook.repair.detect import detect_file  # noqa: PLC0415 - not needed before there is a file

    content, opened.stamp = read_file(opened.path)
    detected = detect_file(opened.path, content, lazy=True)
    if detected is None or not detected.ours:
        raise NotebookError(f"{display_path(opened.path)} is not a reader notebook; nothing was changed.")
    return content, detected


def _take_lock(opened: OpenedFile) -> None:
    try:
        opened.lock = Lock(opened.path)
    except LockedError as holder:
        opened.holder = str(holder)
        opened.make_only_readable(f"is open in {holder}")
    except OSError as error:
        opened.make_only_readable(f"cannot be locked ({error.strerror})")
    else:
        remove_stale_temporaries(opened.path)


def _rescue(opened: OpenedFile, content: bytes, detected: DetectedFile) -> None:
    """Take what is whole of a damaged notebook, keep the damaged file beside it, and tell the user."""
    rescued = 0 if "instead" in detected.backup else shape.count_documents(detected.tables)
    told = f"{opened.name} was damaged; {rescued:,} of its tags, articles and annotations were rescued."
    opened.notices += [told, detected.backup] if detected.backup else [told]
    opened.backup = False  # the damaged file is kept instead
    opened.tables = migrate(detected.tables)[0]
    opened.repair_tables()
    if opened.read_only is not None:
        return
    try:
        aside = write_sibling(opened.path, "damaged", content)
        opened.stamp = replace_file(opened.path, codec.encode_tables(opened.tables), like=opened.path)
    except OSError as error:
        opened.make_read_only(f"{opened.name} cannot be repaired: {error.strerror}.")
    else:
        opened.notices.append(f"The damaged file was kept as {display_path(aside.name)}.")


def _report_other_versions(opened: OpenedFile) -> None:
    """Tell the user of files with changes that are not in the notebook, until they have been merged."""
    unsaved = f"holds changes that could not be saved in {opened.name}"
    synchronised = f"is another version of {opened.name}, left by a synchronising folder"
    others = [(copy, unsaved) for copy in find_siblings(opened.path, "conflict")]
    others += [(copy, synchronised) for copy in find_sync_conflicts(opened.path)]
    for copy, what in others:
        opened.notices.append(f"{display_path(copy.name)} {what}; `reader merge` makes one of the two.")
