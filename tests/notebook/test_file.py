from __future__ import annotations

import errno
import json
import os
from threading import Event
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, make_notebook, plain, python, wait_for_writer
from tinydb import TinyDB

from reader.notebook import Notebook, NotebookError, Target

if TYPE_CHECKING:
    from pathlib import Path


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
settled.wait(60)
print(notebook.file.saved, notebook.file.last_error)
assert path.read_bytes() == before
assert [tag.name for tag in notebook.tags] == ["claim", "too much"]
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
notebook.codebook.create("room again")
notebook.close()
print(notebook.file.saved, notebook.file.last_error)
"""


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
    said, _ = child.communicate(timeout=60)
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


def test_leaving_without_closing_still_saves(path: Path) -> None:
    script = """
import sys
from pathlib import Path
from reader.notebook import Notebook
Notebook.open(Path(sys.argv[1])).codebook.create("claim")
"""
    child = python(script, str(path))
    child.communicate(timeout=60)
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
