from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.notebook.helpers import article, plain
from tinydb import TinyDB

from reader.notebook import Notebook, NotebookError, Target

if TYPE_CHECKING:
    from collections.abc import Callable

NOTES = 12


@pytest.fixture
def filled(path: Path) -> Path:
    """A notebook with twelve notes, in a file that has a backup."""
    for half in (range(NOTES // 2), range(NOTES // 2, NOTES)):
        notebook = Notebook.open(path)
        name = notebook.attach(article())
        for number in half:
            notebook.put_note(Target.span(name, number, number + 30), f"note {number}")
        notebook.close()
    return path


def damaged_copies(path: Path) -> list[Path]:
    """Give the files set aside."""
    return sorted(path.parent.glob("reader.damaged-*.json"))


def notes(notebook: Notebook) -> set[str]:
    """Give all notes."""
    return {annotation.note for annotation in notebook.annotations()}


def assert_is_sound(path: Path) -> None:
    """Any program can read it, and the next session has nothing to tell."""
    assert plain(path)["meta"][0]["program"] == "reader"
    again = Notebook.open(path)
    assert again.notices == ()
    again.close()


def test_the_rest_of_an_older_file_behind_is_cut_off(filled: Path) -> None:
    damaged = filled.read_bytes() + b'old", "verdict": "exact"}}}'
    filled.write_bytes(damaged)
    notebook = Notebook.open(filled)
    assert notes(notebook) == {f"note {number}" for number in range(NOTES)}
    assert notebook.notices[0] == (
        "reader.json was damaged; 13 of its tags, articles and annotations were rescued."
    )
    (aside,) = damaged_copies(filled)
    assert aside.name in notebook.notices[1]
    assert aside.read_bytes() == damaged
    assert notebook.undo()
    notebook.close()
    assert_is_sound(filled)


@pytest.mark.parametrize("share", [0.2, 0.45, 0.7, 0.95, 0.999])
def test_a_file_that_ends_too_early_is_rescued_document_by_document(filled: Path, share: float) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: int(len(content) * share)])
    notebook = Notebook.open(filled)
    whole = len(re.findall(rb'"modified":"[^"]*"}', content[: int(len(content) * share)]))
    assert len(notebook.annotations()) == min(whole, NOTES) or share < 0.4
    assert len(damaged_copies(filled)) == 1
    name = notebook.attach(article())
    notebook.put_note(Target.span(name, 100, 120), "after")
    notebook.close()
    assert notebook.file.last_error is None
    assert_is_sound(filled)


def test_garbage_in_the_middle_costs_only_what_it_hits(filled: Path) -> None:
    content = filled.read_bytes()
    at = content.index(b'"note":"note 5"')
    filled.write_bytes(content[:at] + b"\x00\xff}}{{\x13\x37" + content[at + 9 :])
    notebook = Notebook.open(filled)
    assert notes(notebook) == {f"note {number}" for number in range(NOTES)} - {"note 5"}
    notebook.close()
    assert_is_sound(filled)


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"garbage", b"\xff\xfe\x00", b"[1, 2", b"{"])
def test_when_nothing_is_left_the_backup_is_taken(filled: Path, content: bytes) -> None:
    filled.write_bytes(content)
    notebook = Notebook.open(filled)
    assert notes(notebook) == {f"note {number}" for number in range(NOTES // 2)}
    assert "The backup reader.json.bak was taken instead" in notebook.notices[1]
    assert [aside.read_bytes() for aside in damaged_copies(filled)] == [content]
    notebook.close()
    assert_is_sound(filled)


def test_the_backup_is_not_replaced_by_what_was_rescued(filled: Path) -> None:
    backup = filled.with_name("reader.json.bak").read_bytes()
    filled.write_bytes(filled.read_bytes()[:-40])
    notebook = Notebook.open(filled)
    notebook.codebook.create("claim")
    notebook.close()
    assert filled.with_name("reader.json.bak").read_bytes() == backup


def test_a_backup_nested_too_deep_is_none(path: Path) -> None:
    path.with_name("reader.json.bak").write_text("[" * 200_000)
    path.write_bytes(b"")
    notebook = Notebook.open(path)
    assert (notebook.read_only, notebook.notices) == (False, ())
    notebook.close()


@pytest.mark.parametrize("start", [b"{", b'{"meta"', b'{"meta": {"1": {"program": "rea'])
def test_the_first_bytes_of_a_notebook_are_a_damaged_one(path: Path, start: bytes) -> None:
    path.write_bytes(start)
    notebook = Notebook.open(path)
    assert [aside.read_bytes() for aside in damaged_copies(path)] == [start]
    notebook.close()
    assert_is_sound(path)


@pytest.mark.parametrize("content", [b"", b" \n", b"{}", b'{"_default": {}}'])
def test_an_empty_file_is_a_new_notebook(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    notebook = Notebook.open(path)
    assert notebook.notices == ()
    notebook.codebook.create("claim")
    notebook.close()
    assert [tag["name"] for tag in plain(path)["tags"]] == ["claim"]


def _other_tinydb(path: Path) -> None:
    with TinyDB(path) as database:
        database.insert({"meta": {"program": "reader"}, "text": "not ours"})


FOREIGN: dict[str, Callable[[Path], object]] = {
    "a database of another program": _other_tinydb,
    "a list": lambda path: path.write_text("[1, 2, 3]"),
    "a word": lambda path: path.write_text('"reader"'),
    "an object": lambda path: path.write_text('{"meta": {"title": "Ferry"}, "annotations": []}'),
    "broken JSON": lambda path: path.write_text('{"name": "package", "version": '),
    "text": lambda path: path.write_text("Dear diary,\n{}"),
    "a picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    "nested too deep": lambda path: path.write_text("[" * 200_000),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_is_not_a_notebook_is_refused_and_left_alone(path: Path, what: str) -> None:
    FOREIGN[what](path)
    before = path.read_bytes()
    with pytest.raises(NotebookError) as refused:
        Notebook.open(path)
    assert str(refused.value) == f"{path} is not a reader notebook; nothing was changed."
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_folders_and_pipes_are_refused(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotebookError, match=r"is not a file\.$"):
        Notebook.open(tmp_path / "pipe")
    with pytest.raises(NotebookError, match=r"is a folder, not a notebook\.$"):
        Notebook.open(tmp_path)
    (tmp_path / "a").write_text("x")
    with pytest.raises(NotebookError, match="cannot be read"):
        Notebook.open(tmp_path / "a" / "reader.json")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(NotebookError, match="cannot be read"):
        Notebook.open(tmp_path / "loop")


@pytest.mark.parametrize("version", [3, 99, "3.0", 2.5, 1e9])
def test_a_newer_notebook_is_only_read(filled: Path, version: object) -> None:
    raw = json.loads(filled.read_text())
    raw["meta"]["1"]["schema"] = version
    filled.write_text(json.dumps(raw))
    before = filled.read_bytes()
    notebook = Notebook.open(filled)
    assert notebook.read_only
    assert "newer version" in notebook.notices[0]
    assert len(notes(notebook)) == NOTES
    with pytest.raises(NotebookError, match="newer version"):
        notebook.codebook.create("claim")
    with pytest.raises(NotebookError, match="newer version"):
        notebook.undo()
    notebook.close()
    assert filled.read_bytes() == before


def test_looking_only_repairs_nothing(filled: Path) -> None:
    content = filled.read_bytes()[:-30]
    filled.write_bytes(content)
    notebook = Notebook.open(filled, read_only=True)
    assert len(notes(notebook)) == NOTES
    assert notebook.read_only
    notebook.close()
    assert filled.read_bytes() == content
    assert damaged_copies(filled) == []


@settings(max_examples=60)
@given(data=st.data())
def test_no_damage_ends_in_anything_but_a_notebook_or_a_sentence(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reader.json"
        notebook = Notebook.open(path)
        name = notebook.attach(article("One sentence. Another one.\nA third, “quoted”."))
        for number in range(5):
            notebook.put_note(Target.span(name, number, number + 9), f'note {number} "meta": {{"1": {{')
        notebook.close()
        whole, content = notes(notebook), path.read_bytes()
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, len(content)))
        path.write_bytes(content[:start] + data.draw(st.binary(max_size=20)) + content[end:])
        damaged = path.read_bytes()
        try:
            notebook = Notebook.open(path)
        except NotebookError:
            assert path.read_bytes() == damaged
            return
        if any("damaged" in notice for notice in notebook.notices):
            assert [aside.read_bytes() for aside in damaged_copies(path)] == [damaged]
        assert len(notes(notebook)) <= len(whole)
        notebook.close()
