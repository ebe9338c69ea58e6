from __future__ import annotations

import json
from threading import Event
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import TABLES, article, content, make_notebook, plain, words

from reader.notebook import Notebook, NotebookError, Target

if TYPE_CHECKING:
    from pathlib import Path


def test_the_file_can_be_read_by_plain_tinydb(path: Path) -> None:
    make_notebook(path)
    tables = plain(path)
    assert set(tables) == set(TABLES)
    assert [(meta["program"], meta["schema"]) for meta in tables["meta"]] == [("reader", 2)]
    assert [tag["name"] for tag in tables["tags"]] == ["claim"]
    assert [stored["text"] for stored in tables["articles"]] == [article().text]
    (annotation,) = tables["annotations"]
    assert annotation["selector"]["exact"] == "Ferry strikes harbour wall in Velmouth"
    assert (annotation["tags"], annotation["note"]) == ([tables["tags"][0]["id"]], "a")
    assert len(tables["history"]) == 3


def test_saved_is_said_when_it_is_on_disk(path: Path) -> None:
    on_disk = Event()
    notebook = Notebook.open(path)
    notebook.file.listen(on_disk.set)
    notebook.codebook.create("claim")
    assert not notebook.file.saved
    assert on_disk.wait(60)
    assert [tag["name"] for tag in plain(path)["tags"]] == ["claim"]
    assert notebook.file.saved
    notebook.close()


def test_only_articles_with_annotations_are_kept_and_they_stay(path: Path) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article())
    notebook.attach(article("Another one.", "b.txt"))
    notebook.put_note(Target.span(name, 0, 38), "a")
    notebook.undo()
    notebook.close()
    assert [stored["title"] for stored in plain(path)["articles"]] == [
        "Ferry strikes harbour wall in Velmouth"
    ]


def test_fields_and_tables_of_others_survive(path: Path) -> None:
    make_notebook(path)
    raw = json.loads(path.read_text())
    raw["others"] = {"7": {"queue": [1, 2]}}
    raw["odd"] = ["not", "a", "table"]
    raw["annotations"]["1"]["mood"] = "calm"
    raw["annotations"]["9"] = {"id": "pair", "target": {"kind": "pair"}}
    raw["tags"]["1"]["parent"] = "p"
    path.write_text(json.dumps(raw))
    notebook = Notebook.open(path)
    assert notebook.notices == (
        "reader.json: 1 annotation is not as it should be; it goes to the table “aside”.",
        "With your first change this is put right on disk too, and the file is kept as it was.",
    )
    name = notebook.annotations()[0].article
    notebook.put_note(Target.span(name, 0, 38), "b")
    notebook.remove(notebook.annotations_on(Target.span(name, 0, 38)))
    notebook.undo()
    notebook.close()
    now = json.loads(path.read_text())
    assert (now["others"], now["odd"]) == (raw["others"], raw["odd"])
    assert now["aside"]["1"] == {"table": "annotations", "document": raw["annotations"]["9"]}
    assert (now["annotations"]["1"]["mood"], now["annotations"]["1"]["note"]) == ("calm", "b")
    assert now["tags"]["1"]["parent"] == "p"


def test_what_is_read_is_cleaned(path: Path) -> None:
    make_notebook(path)
    raw = json.loads(path.read_text())
    raw["tags"]["1"]["name"] = "a\x1b[31m\nb"
    raw["annotations"]["1"]["note"] = "x\u202ey\x07"
    raw["annotations"]["1"]["selector"]["exact"] = "Ferry\x1b]0;x\x07 "
    raw["articles"]["1"]["title"] = "t\x9b31m"
    raw["history"]["3"]["words"] = "note \x1b[2J"
    path.write_text(json.dumps(raw))
    notebook = Notebook.open(path)
    (annotation,) = notebook.annotations()
    assert words(notebook, annotation) == ("Ferry␛]0;x␇ ", ("a␛[31m b",), "xy␇")
    assert notebook.article(annotation.article).title == "t\ufffd31m"
    assert notebook.undo() == "note ␛[2J"
    notebook.close()


def test_half_a_character_does_not_stop_saving(path: Path) -> None:
    make_notebook(path)
    raw = json.loads(path.read_text())
    raw["annotations"]["1"]["mood"] = ["\ud83d", 10**30]
    path.write_text(json.dumps(raw))
    notebook = Notebook.open(path)
    notebook.codebook.create("figure")
    notebook.close()
    assert notebook.file.last_error is None
    assert json.loads(path.read_text())["annotations"]["1"]["mood"] == ["\ud83d", 10**30]


def test_coming_back_gives_what_was_left(path: Path) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article())
    notebook.put_tag(
        [Target.span(*span) for span in [(name, 0, 38), (name, 39, 80)]], notebook.codebook.create("claim").id
    )
    notebook.put_note(Target.span(name, 39, 80), "“quoted” — naïve 🐝")
    left = content(notebook)
    notebook.close()
    again = Notebook.open(path)
    assert content(again) == left
    assert again.attach(article()) == name
    again.close()


def test_closing_twice_does_no_harm(path: Path) -> None:
    notebook = Notebook.open(path)
    notebook.codebook.create("claim")
    notebook.close()
    notebook.close()
    assert notebook.file.saved


def test_a_verdict_nobody_knows_is_to_be_reviewed(path: Path) -> None:
    make_notebook(path)
    raw = json.loads(path.read_text())
    raw["annotations"]["1"]["verdict"] = ["exact"]
    path.write_text(json.dumps(raw))
    notebook = Notebook.open(path)
    assert [each.verdict for each in notebook.annotations()] == ["changed"]
    notebook.close()


def test_no_control_character_of_a_file_name_gets_through(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;b\x07.json"
    path.write_text("[]")
    with pytest.raises(NotebookError) as refused:
        Notebook.open(path)
    assert str(refused.value).isprintable()
    path.unlink()
    make_notebook(path)
    path.write_bytes(path.read_bytes()[:-9])
    notebook = Notebook.open(path)
    assert notebook.notices
    assert all(notice.isprintable() for notice in notebook.notices)
    notebook.close()
