from __future__ import annotations

import errno
import json
import os
import re
import signal
from threading import Event
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, make_notebook, plain, python
from tinydb import TinyDB

from reader.notebook import Notebook, NotebookError, Target

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from reader.notebook import Notebook
notebook = Notebook.open(Path(sys.argv[1]))
notebook.codebook.create("theirs")
while not notebook.file.saved: pass
print("open", flush=True)
sys.stdin.read()
notebook.close()
"""

SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from threading import Event
from reader.notebook import Notebook
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
notebook = Notebook.open(path)
before = path.read_bytes()
resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 50, resource.RLIM_INFINITY))
settled = Event()
notebook.file.listen(settled.set)
notebook.codebook.create("too much")
settled.wait(20)
print(notebook.file.saved, notebook.file.last_error)
assert path.read_bytes() == before
assert [tag.name for tag in notebook.tags] == ["claim", "too much"]
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
notebook.codebook.create("room again")
notebook.close()
print(notebook.file.saved, notebook.file.last_error)
"""


def wait_for_writer(notebook: Notebook) -> None:
    """Wait until what was changed is on disk or has failed to be."""
    writer = notebook.file._writer
    with writer._condition:
        writer._condition.wait_for(lambda: writer._started != writer._run)


def test_a_second_session_only_reads_and_says_who_writes(path: Path) -> None:
    make_notebook(path)
    other = python(HOLD, str(path))
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    notebook = Notebook.open(path)
    assert notebook.read_only
    (notice,) = notebook.notices
    assert re.fullmatch(
        rf"reader\.json is open in process {other.pid} of \S+ on \S+, since \d{{4}}-\d\d-\d\d \d\d:\d\d: "
        r"it can be read here, not changed\.",
        notice,
    )
    assert [tag.name for tag in notebook.tags] == ["claim", "theirs"]
    with pytest.raises(NotebookError, match="is open in process"):
        notebook.codebook.create("mine")
    notebook.close()
    other.communicate("")
    again = Notebook.open(path)
    assert not again.read_only
    again.close()


def test_the_lock_of_a_dead_process_is_no_lock(path: Path) -> None:
    make_notebook(path)
    other = python(HOLD, str(path))
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    other.send_signal(signal.SIGKILL)
    other.communicate()
    assert path.with_name("reader.json.lock").exists()
    notebook = Notebook.open(path)
    assert (notebook.read_only, notebook.notices) == (False, ())
    notebook.close()
    assert not path.with_name("reader.json.lock").exists()


def test_looking_only_takes_no_lock(path: Path) -> None:
    make_notebook(path)
    looking = Notebook.open(path, read_only=True)
    writing = Notebook.open(path)
    assert not writing.read_only
    with pytest.raises(NotebookError):
        looking.codebook.create("a")
    writing.close()
    looking.close()


def test_of_two_sessions_that_begin_without_a_file_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "not" / "yet" / "reader.json"
    first, second = Notebook.open(path), Notebook.open(path)
    assert (first.read_only, second.read_only) == (False, True)
    assert "is open in process" in second.notices[0]
    second.close()
    first.codebook.create("first")
    first.close()
    assert [tag["name"] for tag in plain(path)["tags"]] == ["first"]
    assert [each.name for each in path.parent.iterdir()] == ["reader.json"]


def test_a_session_that_begins_without_a_file_sees_what_another_made_meanwhile(path: Path) -> None:
    other = python(HOLD, str(path))
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    second = Notebook.open(path)
    assert second.read_only
    other.communicate("")
    third = Notebook.open(path)
    assert [tag.name for tag in third.tags] == ["theirs"]
    third.close()
    second.close()
    assert [each.name for each in path.parent.iterdir()] == ["reader.json"]


def test_a_file_changed_from_outside_is_not_written_over(path: Path) -> None:
    make_notebook(path)
    notebook = Notebook.open(path)
    with TinyDB(path) as database:
        database.table("tags").insert({"id": "x", "name": "outside", "colour": "#000000"})
    outside = path.read_bytes()
    notebook.codebook.create("inside")
    wait_for_writer(notebook)
    assert not notebook.file.saved
    assert notebook.file.last_error is not None
    assert notebook.file.last_error.startswith(
        "reader.json was changed by another program and was left as it is; "
    )
    notebook.codebook.create("more")
    notebook.close()
    assert path.read_bytes() == outside
    (conflict,) = path.parent.glob("reader.conflict-*.json")
    assert conflict.name in notebook.file.last_error
    assert [tag["name"] for tag in plain(conflict)["tags"]] == ["claim", "inside", "more"]
    again = Notebook.open(path)
    (notice,) = again.notices
    assert notice.startswith(f"{conflict.name} holds changes that could not be saved in reader.json; `reader")
    again.close()


@pytest.mark.parametrize(
    "name", ["reader.sync-conflict-20311014-120000-A7.json", "reader (Ada's conflicted copy 2031-10-14).json"]
)
def test_what_a_synchronising_folder_left_beside_it_is_told(path: Path, name: str) -> None:
    make_notebook(path)
    for other in (name, "reader2.sync-conflict-20311014-120000-A7.json"):
        path.with_name(other).write_bytes(path.read_bytes())
    notebook = Notebook.open(path)
    (notice,) = notebook.notices
    assert notice == (
        f"{name} is another version of reader.json, left by a synchronising folder; "
        "`reader merge` makes one of the two."
    )
    notebook.close()


def test_a_file_replaced_by_the_same_content_is_no_conflict(path: Path) -> None:
    make_notebook(path)
    notebook = Notebook.open(path)
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)
    notebook.codebook.create("figure")
    notebook.close()
    assert notebook.file.saved
    assert len(plain(path)["tags"]) == 2


def test_a_file_that_is_gone_is_made_again(path: Path) -> None:
    make_notebook(path)
    notebook = Notebook.open(path)
    path.unlink()
    notebook.codebook.create("figure")
    notebook.close()
    assert notebook.file.saved
    assert [tag["name"] for tag in plain(path)["tags"]] == ["claim", "figure"]


def test_a_full_disk_is_told_and_all_is_written_when_there_is_room(path: Path) -> None:
    make_notebook(path)
    child = python(SMALL_DISK, str(path))
    said, _ = child.communicate(timeout=30)
    assert child.returncode == 0
    assert said.splitlines() == [
        f"False reader.json could not be saved: {os.strerror(errno.EFBIG)}.",
        "True None",
    ]
    assert [tag["name"] for tag in plain(path)["tags"]] == ["claim", "too much", "room again"]
    assert not list(path.parent.glob(".*"))


def test_a_folder_that_is_gone_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "reader.json"
    make_notebook(path)
    notebook = Notebook.open(path)
    moved = tmp_path / "moved"
    path.parent.rename(moved)
    path.parent.write_text("in the way")
    notebook.codebook.create("figure")
    wait_for_writer(notebook)
    assert not notebook.file.saved
    assert notebook.file.last_error is not None
    assert notebook.file.last_error.startswith("reader.json could not be saved: ")
    path.parent.unlink()
    notebook.close()
    assert notebook.file.saved
    assert len(plain(path)["tags"]) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="modes do not bind root")
def test_what_is_write_protected_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "reader.json"
    make_notebook(path)
    path.chmod(0o444)
    assert "is write-protected" in opened_notice(path)
    path.chmod(0o644)
    path.parent.chmod(0o555)
    assert "cannot be locked" in opened_notice(path)
    assert "cannot be made in that folder" in opened_notice(path.with_name("other.json"))
    path.parent.chmod(0o755)
    path.chmod(0o000)
    with pytest.raises(NotebookError, match="cannot be read: Permission denied"):
        Notebook.open(path)


def opened_notice(path: Path) -> str:
    """Open a notebook that must be read-only, and give what it says of it."""
    notebook = Notebook.open(path)
    assert notebook.read_only
    notebook.close()
    return notebook.notices[0]


def test_temporary_files_of_the_dead_are_swept(path: Path) -> None:
    make_notebook(path)
    dead = python("")
    dead.communicate()
    stray = path.with_name(f".reader.json.{dead.pid}.tmp")
    alive = path.with_name(f".reader.json.{os.getppid()}.tmp")
    for each in (stray, alive):
        each.write_text("{")
    Notebook.open(path).close()
    assert (stray.exists(), alive.exists()) == (False, True)


def test_leaving_without_closing_still_saves(path: Path) -> None:
    script = """
import sys
from pathlib import Path
from reader.notebook import Notebook
Notebook.open(Path(sys.argv[1])).codebook.create("claim")
"""
    child = python(script, str(path))
    child.communicate(timeout=30)
    assert child.returncode == 0
    assert [tag["name"] for tag in plain(path)["tags"]] == ["claim"]


def test_many_changes_in_a_row_are_all_there(path: Path) -> None:
    settled = Event()
    notebook = Notebook.open(path)
    notebook.file.listen(settled.set)
    name = notebook.attach(article())
    for number in range(300):
        notebook.put_note(Target.span(name, number, number + 5), f"{number}")
    notebook.close()
    assert settled.is_set()
    assert {each["note"] for each in plain(path)["annotations"]} == {f"{number}" for number in range(300)}
    assert json.loads(path.read_text())["meta"]["1"]["schema"] == 2


def test_a_closed_notebook_takes_no_changes(path: Path) -> None:
    notebook = Notebook.open(path)
    notebook.codebook.create("claim")
    assert notebook.save()
    notebook.codebook.create("figure")
    notebook.close()
    notebook.close()
    with pytest.raises(NotebookError, match=r"reader\.json is closed\."):
        notebook.codebook.create("late")
    assert len(plain(path)["tags"]) == 2
