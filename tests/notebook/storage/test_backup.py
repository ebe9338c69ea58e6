"""The backup beside a notebook."""

from __future__ import annotations

import json
from threading import Event
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import make_notebook, plain

from reader.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_backup_is_the_state_the_session_began_with(path: Path) -> None:
    make_notebook(path)
    first = path.read_bytes()
    backup = path.with_name("reader.json.bak")
    Notebook.open(path).close()
    assert not backup.exists()
    notebook = Notebook.open(path)
    for name in ("one", "two"):
        saved = Event()
        notebook.file.listen(saved.set)
        notebook.codebook.create(name)
        assert saved.wait(60)
        assert backup.read_bytes() == first
    notebook.close()


@pytest.mark.parametrize("what", ["text", "link", "folder", "JSON", "list"])
def test_a_file_of_others_in_the_place_of_the_backup_stays(path: Path, what: str) -> None:
    make_notebook(path)
    first = path.read_bytes()
    theirs, victim = path.with_name("reader.json.bak"), path.with_name("victim")
    victim.write_text("theirs")
    put_in_place: dict[str, Callable[[], object]] = {
        "text": lambda: theirs.write_text("theirs"),
        "link": lambda: theirs.symlink_to(victim),
        "folder": theirs.mkdir,
        "JSON": lambda: theirs.write_text('{"meta": {"1": {"program": "other"}}}'),
        "list": lambda: theirs.write_text("[" * 100_000),
    }
    put_in_place[what]()
    before = (theirs.lstat(), victim.read_text())
    for tag in ("one", "two"):
        notebook = Notebook.open(path)
        notebook.codebook.create(tag)
        notebook.close()
        assert notebook.file.last_error is None
        if tag == "one":
            assert path.with_name("reader.json.reader.bak").read_bytes() == first
            first = path.read_bytes()
    assert path.with_name("reader.json.reader.bak").read_bytes() == first
    assert (theirs.lstat(), victim.read_text()) == before
    path.write_bytes(b"")
    again = Notebook.open(path)
    assert "The backup reader.json.reader.bak was taken instead" in again.notices[1]
    again.close()


def test_a_backup_sorted_by_others_is_a_backup(path: Path) -> None:
    make_notebook(path)
    backup = path.with_name("reader.json.bak")
    backup.write_text(json.dumps(dict(reversed(json.loads(path.read_text()).items())), indent=1))
    notebook = Notebook.open(path)
    notebook.codebook.create("figure")
    notebook.close()
    assert {each.name for each in path.parent.iterdir()} == {"reader.json", "reader.json.bak"}
    assert len(plain(backup)["tags"]) == 1
