from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.notebook.helpers import article, make_notebook, plain, words
from tests.notebook.prose import BEES, HARBOUR, QUAY
from tests.notebook.random_actions import ACTIONS, Action, Player

from reader.notebook import Notebook, Target
from reader.notebook.merge.documents import merge_documents, merge_tables
from reader.notebook.validity import DocumentsById, documents_by_id

CHANGED = "News from the coast\n" + HARBOUR


def fill(path: Path, coder: str, tags: tuple[str, ...], text: str = HARBOUR, where: str = "h.txt") -> None:
    """Put these tags on the words of the article, one after the other."""
    notebook = Notebook.open(path, coder=coder)
    name = notebook.attach(article(text, where))
    for number, tag in enumerate(tags):
        known = notebook.codebook.named(tag) or notebook.codebook.create(tag)
        start = text.index("Ferry") + number
        notebook.put_tag([Target.span(name, start, start + 5)], known.id)
    notebook.close()
    assert notebook.file.last_error is None


def tables(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def opened(path: Path, merged: dict[str, Any]) -> Notebook:
    path.write_text(json.dumps(merged))
    notebook = Notebook.open(path)
    assert notebook.notices == ()
    return notebook


def words_by_coder(notebook: Notebook) -> list[tuple[str, str, tuple[str, ...]]]:
    return sorted(
        (each.coder, each.selector.exact, words(notebook, each)[1]) for each in notebook.annotations()
    )


def test_two_coders_of_one_article_make_one_notebook(tmp_path: Path) -> None:
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    fill(a, "ada", ("claim", "figure"))
    fill(b, "bob", ("Figure", "source"))
    notebook = opened(tmp_path / "c.json", merge_tables(tables(a), tables(b)))
    assert words_by_coder(notebook) == [
        ("ada", "Ferry", ("claim",)),
        ("ada", "erry ", ("figure",)),
        ("bob", "Ferry", ("figure",)),
        ("bob", "erry ", ("source",)),
    ]
    assert [(tag.name, tag.digit) for tag in notebook.tags] == [("claim", 1), ("figure", 2), ("source", None)]
    assert len(plain(tmp_path / "c.json")["articles"]) == 1
    assert notebook.undo() is None
    assert notebook.attach(article(HARBOUR, "h.txt")) == notebook.annotations()[0].article
    notebook.close()


def test_merging_again_changes_nothing(tmp_path: Path) -> None:
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    fill(a, "ada", ("claim", "figure"))
    fill(b, "bob", ("claim", "source"), QUAY.replace("Eleven", "Ferry"), "q.txt")
    once = merge_tables(tables(a), tables(b))
    assert documents_by_id(merge_tables(once, once)) == documents_by_id(once)
    assert documents_by_id(merge_tables(once, tables(a))) == documents_by_id(once)
    notebook = opened(tmp_path / "c.json", merge_tables(once, tables(b)))
    assert len(notebook.annotations()) == 4
    notebook.close()


def test_annotations_of_another_text_of_the_article_are_put_on_that_of_the_first(tmp_path: Path) -> None:
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    fill(a, "ada", ("claim",))
    fill(b, "bob", ("figure",), CHANGED)
    notebook = opened(tmp_path / "c.json", merge_tables(tables(a), tables(b)))
    assert {(each.coder, each.selector.start) for each in notebook.annotations()} == {("ada", 0), ("bob", 0)}
    assert [stored["text"] for stored in plain(tmp_path / "c.json")["articles"]] == [HARBOUR]
    notebook.close()


def test_copies_of_an_agency_text_stay_apart(tmp_path: Path) -> None:
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    fill(a, "ada", ("claim",))
    raw = tables(a)
    raw["articles"]["2"] = raw["articles"]["1"] | {"id": "other", "source": "The Wendhaven Courier"}
    fill(b, "bob", ("figure",), where="elsewhere.txt")
    found = merge_tables(raw, tables(b))
    assert {article["source"] for article in found["articles"].values()} == {
        "The Ansley Gazette",
        "The Wendhaven Courier",
    }
    assert len(merge_tables(raw, raw)["articles"]) == 2
    fill(b, "bob", ("figure",), BEES.replace("City", "Ferry"), "bees.txt")
    assert len(merge_tables(raw, tables(b))["articles"]) == 3


def test_an_annotation_changed_on_both_sides_keeps_both(tmp_path: Path) -> None:
    base, a, b = (tmp_path / f"{name}.json" for name in "xab")
    make_notebook(base)
    for path, tag, note in ((a, "figure", "ours"), (b, "source", "theirs")):
        path.write_bytes(base.read_bytes())
        notebook = Notebook.open(path)
        name = notebook.attach(article())
        notebook.put_tag([Target.span(name, 0, 38)], notebook.codebook.create(tag).id)
        notebook.put_note(Target.span(name, 0, 38), note)
        notebook.close()
    for found in (
        merge_tables(tables(a), tables(b)),
        {
            "meta": tables(a)["meta"],
            **_numbered(merge_documents(*(documents_by_id(tables(each)) for each in (a, b, base)))),
        },
    ):
        notebook = opened(tmp_path / "c.json", found)
        (there,) = notebook.annotations()
        assert set(words(notebook, there)[1]) == {"claim", "figure", "source"}
        assert set(there.note.split("\n\n")) == {"ours", "theirs"}
        notebook.close()


def _numbered(documents: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        name: {str(number): document for number, document in enumerate(table.values(), 1)}
        for name, table in documents.items()
    }


def test_what_one_side_alone_has_done_is_done_when_it_is_known_where_both_come_from() -> None:
    def notebook(tags: dict[str, int | None], annotations: dict[str, tuple[str, str]]) -> DocumentsById:
        return {
            "tags": {
                name: {"id": name, "name": name, "colour": "#000000", "digit": digit}
                for name, digit in tags.items()
            },
            "articles": {},
            "sessions": {},
            "annotations": {
                name: {"id": name, "article": "x", "tags": list(letters), "note": note, "modified": ""}
                for name, (letters, note) in annotations.items()
            },
        }

    base = notebook({"t": 1, "u": 2}, dict.fromkeys("1234", ("t", "n")))
    ours = notebook({"t": 1, "u": 2}, {"1": ("", ""), "2": ("t", "m"), "3": ("t", "n")})
    theirs = notebook({"t": None}, {"1": ("t", "n+"), "3": ("", "n"), "4": ("t", "n"), "5": ("t", "n")})
    assert merge_documents(ours, theirs, base) == notebook(
        {"t": None}, {"1": ("", "n+"), "2": ("t", "m"), "3": ("", "n"), "5": ("t", "n")}
    )


@settings(max_examples=40)
@given(*[st.lists(ACTIONS, max_size=12) for _ in range(3)])
def test_nothing_is_lost_and_the_order_makes_no_difference(
    before: list[Action], mine: list[Action], theirs: list[Action]
) -> None:
    with TemporaryDirectory() as folder:
        base, a, b = (Path(folder) / f"{name}.json" for name in "xab")
        play(base, before, "ada")
        for path, actions, coder in ((a, mine, "ada"), (b, theirs, "bob")):
            if base.exists():
                path.write_bytes(base.read_bytes())
            play(path, actions, coder)
        one, two = (tables(path) if path.exists() else {} for path in (a, b))
        found, other_way = documents_by_id(merge_tables(one, two)), documents_by_id(merge_tables(two, one))
        assert found["annotations"].keys() == other_way["annotations"].keys()
        for table in (one, two):
            for document in documents_by_id(table)["annotations"].values():
                there = found["annotations"][document["id"]]
                assert document["note"] in there["note"]
                assert {known_as(found, table, tag)["id"] for tag in document["tags"]} <= set(there["tags"])
        known = [tag["name"].casefold() for tag in found["tags"].values()]
        assert len(known) == len(set(known))
        digits = [tag["digit"] for tag in found["tags"].values() if tag.get("digit")]
        assert len(digits) == len(set(digits))
        notebook = opened(Path(folder) / "c.json", merge_tables(one, two))
        notebook.close()
        assert documents_by_id(merge_tables(merge_tables(one, two), two)) == found


def known_as(found: DocumentsById, tables: dict[str, Any], tag_id: str) -> dict[str, Any]:
    """Give the tag of the merged notebook that has the name of this one."""
    name = documents_by_id(tables)["tags"][tag_id]["name"].casefold()
    named = (tag for tag in found["tags"].values() if tag["name"].casefold() == name)
    return found["tags"].get(tag_id) or next(named)


def play(path: Path, actions: list[Action], coder: str) -> None:
    notebook = Notebook.open(path, coder=coder)
    player = Player(notebook)
    for action in actions:
        player.play(action)
    notebook.close()
    assert notebook.file.last_error is None
