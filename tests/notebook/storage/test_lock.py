from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import make_notebook, plain

from reader.notebook import Notebook, NotebookError

if TYPE_CHECKING:
    from pathlib import Path

THEIRS = [
    "a shopping list\n",
    '{"pid": 1}',
    '["pid", "user", "host", "since"]',
    "\0" * 5_000 + "theirs",
    "[" * 100_000,
]


def lock_of(path: Path) -> Path:
    """Give the path of the lock file."""
    return path.with_name(path.name + ".lock")


def assert_only_read(path: Path) -> None:
    """Open a notebook whose lock file is somebody else's."""
    notebook = Notebook.open(path)
    assert notebook.read_only
    (notice,) = notebook.notices
    assert notice == (
        "reader.json cannot be locked (reader.json.lock is not a lock of reader): "
        "it can be read here, not changed."
    )
    notebook.close()


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("theirs", THEIRS)
def test_a_lock_file_that_is_none_is_left_alone(path: Path, theirs: str, there: bool) -> None:
    if there:
        make_notebook(path)
    lock_of(path).write_text(theirs)
    assert_only_read(path)
    assert lock_of(path).read_text() == theirs
    assert path.exists() == there


@pytest.mark.parametrize("target", ["victim", "nothing"])
def test_a_link_is_not_written_through(path: Path, target: str) -> None:
    make_notebook(path)
    victim = path.with_name("victim")
    victim.write_text("")
    lock_of(path).symlink_to(path.with_name(target))
    assert_only_read(path)
    assert victim.read_text() == ""
    assert lock_of(path).is_symlink()
    assert not path.with_name("nothing").exists()


def test_a_pipe_is_not_waited_for(path: Path) -> None:
    make_notebook(path)
    os.mkfifo(lock_of(path))
    assert_only_read(path)
    assert lock_of(path).is_fifo()


@pytest.mark.parametrize("left", ["", "\0" * 80, '{"pid": 1, "user": "a", "host": "b", "since": "c"}'])
def test_a_lock_left_behind_is_taken_over(path: Path, left: str) -> None:
    make_notebook(path)
    lock_of(path).write_text(left)
    notebook = Notebook.open(path)
    assert not notebook.read_only
    assert f'"pid": {os.getpid()}' in lock_of(path).read_text()
    notebook.close()
    assert not lock_of(path).exists()


def test_a_file_put_in_the_place_of_the_lock_is_not_removed(path: Path) -> None:
    make_notebook(path)
    notebook = Notebook.open(path)
    lock_of(path).unlink()
    lock_of(path).write_text("theirs")
    notebook.close()
    assert lock_of(path).read_text() == "theirs"


@pytest.mark.parametrize("lock", ["", "theirs"])
def test_beside_what_is_no_notebook_nothing_is_locked(path: Path, lock: str) -> None:
    path.write_text("Dear diary")
    lock_of(path).write_text(lock)
    before = lock_of(path).stat()
    with pytest.raises(NotebookError, match="is not a reader notebook"):
        Notebook.open(path)
    assert lock_of(path).stat() == before


@pytest.mark.parametrize("there", [True, False])
def test_what_another_session_wrote_until_we_had_the_lock_is_seen(
    path: Path, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = path.with_name("newer")
    make_notebook(newer)
    if there:
        make_notebook(path)
    flock = fcntl.flock

    def late(descriptor: int, operation: int) -> None:
        monkeypatch.setattr(fcntl, "flock", flock)
        newer.replace(path)
        flock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", late)
    after = Notebook.open(newer, read_only=True).tags
    notebook = Notebook.open(path)
    assert notebook.tags == after
    notebook.codebook.create("figure")
    notebook.close()
    assert notebook.file.last_error is None
    assert len(plain(path)["tags"]) == 2
