"""Files replaced whole: their names, links, modes, and what is left beside them."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, make_notebook, plain

from reader.notebook import Notebook

if TYPE_CHECKING:
    from pathlib import Path


def test_looking_at_a_missing_notebook_writes_nothing(path: Path) -> None:
    notebook = Notebook.open(path)
    notebook.attach(article())
    assert notebook.file.saved
    notebook.close()
    assert list(path.parent.iterdir()) == []


def test_nothing_else_stays_beside_the_file(path: Path) -> None:
    make_notebook(path)
    assert [each.name for each in path.parent.iterdir()] == ["reader.json"]


def test_the_folder_is_made_with_the_first_change(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "reader.json"
    notebook = Notebook.open(path)
    assert [each.name for each in path.parent.iterdir()] == ["reader.json.lock"]
    notebook.close()
    assert not (tmp_path / "a").exists()
    make_notebook(path)
    assert [each.name for each in path.parent.iterdir()] == ["reader.json"]
    path.unlink()
    Notebook.open(path).close()
    assert path.parent.exists()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "there" / "notes.json"
    make_notebook(real)
    link = tmp_path / "reader.json"
    link.symlink_to(real)
    notebook = Notebook.open(link)
    notebook.codebook.create("figure")
    notebook.close()
    assert link.is_symlink()
    assert [tag["name"] for tag in plain(real)["tags"]] == ["claim", "figure"]
    assert {each.name for each in real.parent.iterdir()} == {"notes.json", "notes.json.bak"}


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_stays(path: Path, mode: int) -> None:
    make_notebook(path)
    path.chmod(mode)
    notebook = Notebook.open(path)
    notebook.codebook.create("figure")
    notebook.close()
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert stat.S_IMODE(path.with_name("reader.json.bak").stat().st_mode) == mode


def test_a_new_file_has_the_mode_the_user_gives_to_new_files(path: Path) -> None:
    before = os.umask(0o027)
    try:
        make_notebook(path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
