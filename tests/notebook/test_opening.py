from __future__ import annotations

import os
import re
import signal
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import make_notebook, plain, python

from reader.notebook import Notebook, NotebookError

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


def opened_notice(path: Path) -> str:
    """Open a notebook that must be read-only, and give what it says of it."""
    notebook = Notebook.open(path)
    assert notebook.read_only
    notebook.close()
    return notebook.notices[0]


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
