from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.notebook.helpers import article, make_notebook, plain, words

from reader.notebook import Notebook, Target

if TYPE_CHECKING:
    from pathlib import Path


def as_version_1(path: Path) -> bytes:
    """Put a notebook of the first version there and give its content."""
    make_notebook(path)
    raw = json.loads(path.read_text())
    raw["meta"]["1"]["schema"] = 1
    del raw["sessions"]
    for document in raw["annotations"].values():
        for field in ("target", "coder"):
            del document[field]
    path.write_text(json.dumps(raw))
    return path.read_bytes()


def kept(path: Path) -> list[Path]:
    return list(path.parent.glob("reader.schema-1-*.json"))


def test_an_old_notebook_is_brought_up_to_date_with_its_first_change_and_kept(path: Path) -> None:
    before = as_version_1(path)
    notebook = Notebook.open(path)
    assert (notebook.read_only, notebook.notices) == (False, ())
    (there,) = notebook.annotations()
    assert (there.kind, there.coder, notebook.is_mine(there)) == ("span", "", True)
    notebook.close()
    assert (path.read_bytes(), kept(path)) == (before, [])
    for note in ("b", "c"):
        notebook = Notebook.open(path)
        notebook.put_note(Target.span(notebook.attach(article()), 0, 38), note)
        notebook.close()
        assert notebook.file.last_error is None
    (old,) = kept(path)
    assert old.read_bytes() == before
    assert [meta["schema"] for meta in plain(path)["meta"]] == [2]
    again = Notebook.open(path)
    assert [words(again, each) for each in again.annotations()] == [
        ("Ferry strikes harbour wall in Velmouth", ("claim",), "c")
    ]
    while again.undo():
        pass
    assert (again.tags, again.annotations()) == ((), ())
    again.close()


def test_a_damaged_old_notebook_is_rescued_and_brought_up_to_date(path: Path) -> None:
    path.write_bytes(as_version_1(path) + b"}}")
    notebook = Notebook.open(path)
    assert len(notebook.annotations()) == 1
    notebook.close()
    assert [meta["schema"] for meta in plain(path)["meta"]] == [2]
    assert kept(path) == []


def test_looking_at_an_old_notebook_leaves_it_old(path: Path) -> None:
    before = as_version_1(path)
    assert len(Notebook.open(path, read_only=True).annotations()) == 1
    assert path.read_bytes() == before
