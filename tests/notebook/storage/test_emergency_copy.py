"""A disk that takes nothing more: all that was done is kept where something can be written."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, content, make_notebook, plain

from reader.cli.main import main
from reader.notebook import Notebook, Target
from reader.notebook.storage.emergency_copy import find_emergency_copies

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own that is soon full."""
    disk = tmp_path / "small"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("only who may mount can fill a small disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


LONG = "long" * 5_000


def fill(notebook: Notebook, disk: Path) -> None:
    """Take the room that is left, then write a long note."""
    (disk / "full").write_bytes(b"x" * (os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize - 4096))
    notebook.put_note(Target.span(notebook.attach(article()), 60, 90), LONG)


def test_on_a_full_disk_everything_is_kept_elsewhere_and_taken_in_again(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = small / "reader.json"
    make_notebook(path)
    before = path.read_bytes()
    notebook = Notebook.open(path)
    fill(notebook, small)
    assert not notebook.save()
    assert "No space left on device" in (notebook.file.last_error or "")
    folders = [small / "first", tmp_path / "second", tmp_path / "third"]
    copy = notebook.file.keep_copy(folders)
    done = content(notebook)
    notebook.close()
    assert copy is not None
    assert (path.read_bytes(), find_emergency_copies(path, folders)) == (before, [copy])
    assert (copy.parent, copy.stat().st_mode & 0o777) == (tmp_path / "second", 0o600)
    assert {each["note"] for each in plain(copy)["annotations"]} == {"a", LONG}
    (small / "full").unlink()
    assert main(["merge", str(path), str(copy), "-o", str(path)]) == 0
    capsys.readouterr()
    again = Notebook.open(path)
    assert content(again) == done
    again.close()


def test_what_is_saved_or_stands_beside_needs_no_copy(path: Path, tmp_path: Path) -> None:
    notebook = Notebook.open(path)
    notebook.codebook.create("claim")
    assert notebook.save()
    assert notebook.file.keep_copy([tmp_path]) is None
    path.write_text("[1]")
    notebook.codebook.create("figure")
    assert not notebook.save()
    assert notebook.file.keep_copy([tmp_path]) is None
    assert len(plain(next(path.parent.glob("reader.conflict-*.json")))["tags"]) == 2
    notebook.close()


def test_where_nothing_can_be_written_there_is_no_copy(path: Path, tmp_path: Path) -> None:
    make_notebook(path)
    notebook = Notebook.open(path)
    path.unlink()
    path.with_name("reader.json.lock").unlink()
    path.parent.rmdir()
    path.parent.write_text("a file in the place of the folder")
    notebook.codebook.create("figure")
    assert not notebook.save()
    assert notebook.file.keep_copy([path.parent / "in it"]) is None
    copy = notebook.file.keep_copy([path.parent / "in it", tmp_path])
    assert copy is not None
    assert {tag["name"] for tag in plain(copy)["tags"]} == {"claim", "figure"}
    notebook.close()
