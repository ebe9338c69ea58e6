"""What is not essential does not cost an annotation, and the app and `reader check` are of one mind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.notebook.helpers import article, plain
from tests.notebook.prose import HARBOUR, QUAY

from reader.notebook import Annotation, Notebook, Target
from reader.notebook.repair.report import check_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Raw = dict[str, Any]
Contents = tuple[str, str, str, tuple[str, ...], str, str]


@pytest.fixture
def filled(path: Path) -> Path:
    """A notebook of two sittings: tags on four sentences, notes on two of them, a pair, a whole article."""
    for sitting in range(2):
        notebook = Notebook.open(path)
        harbour, quay = notebook.attach(article()), notebook.attach(article(QUAY, "quay.txt"))
        tag = notebook.codebook.create(("claim/figure", "a source that has a long name")[sitting]).id
        start = HARBOUR.index(("“We heard", "The harbour")[sitting])
        notebook.put_tag(
            [Target.span(*span) for span in [(harbour, start, start + 20), (quay, 0, 37 + sitting)]], tag
        )
        notebook.put_note(Target.span(harbour, start, start + 20), f"note {sitting}")
        notebook.put_tag([Target.pair((harbour, 0, 38), (quay, 0, 37)), Target.whole(quay)], tag)
        notebook.close()
    return path


def damage(path: Path, change: Callable[[Raw], object]) -> bytes:
    """Change what is in the file, as another program would; give what was there."""
    before = path.read_bytes()
    raw = json.loads(before)
    change(raw)
    path.write_text(json.dumps(raw))
    return before


def contents(notebook: Notebook) -> list[Contents]:
    """What the annotations say, but for the colours and ids of tags."""
    return sorted((_content(notebook, one) for one in notebook.annotations()), key=str)


def _content(notebook: Notebook, each: Annotation) -> Contents:
    names = tuple(sorted(notebook.tag(tag).name for tag in each.tags))
    return each.id, each.kind, each.selector.exact, names, each.note, each.verdict


def assert_all_is_there(path: Path, problem: str) -> None:
    """The app and the command both know what is wrong, put it right, and keep the file as it was."""
    damaged = path.read_bytes()
    problems = check_file(path).problems
    assert any(problem in each for each in problems), problems
    notebook = Notebook.open(path)
    assert notebook.notices
    assert contents(notebook) == EXPECTED[path]
    notebook.codebook.create("another")
    while notebook.undo():
        pass
    notebook.close()
    assert notebook.file.last_error is None
    (kept,) = path.parent.glob("reader.damaged-*.json")
    assert kept.read_bytes() == damaged
    assert check_file(path).problems == ()
    path.write_bytes(damaged)
    assert check_file(path, repair=True).problems == problems
    again = Notebook.open(path, read_only=True)
    assert contents(again) == EXPECTED[path]
    assert again.notices == ()


EXPECTED: dict[Path, list[Contents]] = {}


@pytest.fixture(autouse=True)
def _remember(filled: Path) -> None:
    EXPECTED.clear()
    EXPECTED[filled] = contents(Notebook.open(filled, read_only=True))


def each(table: str, fields: Raw) -> Callable[[Raw], object]:
    """Give all documents of a table these fields."""
    return lambda raw: [document.update(fields) for document in raw[table].values()]


@pytest.mark.parametrize("tags", [None, [], {}, 5, {"1": 5}, "gone"])
def test_tags_are_made_anew_from_the_backup_and_the_steps_of_undo(filled: Path, tags: object) -> None:
    damage(filled, lambda raw: raw.pop("tags") if tags == "gone" else raw.update(tags=tags))
    assert len(plain(filled.with_name("reader.json.bak"))["tags"]) == 1
    EXPECTED[filled] = [
        (
            *one[:3],
            tuple(name.replace("source that has a long name", "source that h…") for name in one[3]),
            *one[4:],
        )
        for one in EXPECTED[filled]
    ]
    assert_all_is_there(filled, "tags were missing and were made anew: “claim/figure”, “a source that h…”.")


def test_a_tag_that_nothing_names_is_called_unnamed(filled: Path) -> None:
    damage(filled, lambda raw: raw.update(tags={}, history={}))
    filled.with_name("reader.json.bak").unlink()
    notebook = Notebook.open(filled)
    assert [tag.name.split()[:2] for tag in notebook.tags] == [["unnamed", "tag"]] * 2
    assert all(each.tags for each in notebook.annotations())
    notebook.codebook.rename(notebook.tags[0].id, "claim")
    notebook.close()
    assert [tag["name"] for tag in plain(filled)["tags"]].count("claim") == 1


REPAIRED: dict[str, tuple[Callable[[Raw], object], str]] = {
    "no table of history": (lambda raw: raw.update(history=[]), "“history” in the file is no table"),
    "a list of annotations": (
        lambda raw: raw.update(annotations=list(raw["annotations"].values())),
        "“annotations” in the file is no table",
    ),
    "a number that is none": (
        lambda raw: raw["annotations"].update(x=raw["annotations"].pop("1")),
        "“annotations” in the file is no table",
    ),
    "a version that is none": (each("meta", {"schema": "two"}), "of which version it is"),
    "no number for a version": (each("meta", {"schema": float("nan")}), "of which version it is"),
    "no program": (lambda raw: raw.update(meta={}), "that it is a notebook"),
    "created": (each("annotations", {"created": 5}), "annotations had something (created)"),
    "dates": (each("annotations", {"created": None, "modified": [1]}), "(created, modified)"),
    "coder": (each("annotations", {"coder": {}}), "(coder)"),
    "origin": (each("annotations", {"origin": 5}), "(origin)"),
    "differences": (each("annotations", {"differences": "all"}), "(differences)"),
    "was": (each("annotations", {"was": {"exact": 1}}), "(was)"),
    "colours": (each("tags", {"colour": "red"}), "2 tags had something (colour)"),
    "titles": (each("articles", {"title": 7, "path": []}), "2 articles had something (title, path)"),
    "steps": (each("history", {"at": 5, "words": None}), "steps of undo had something (words, at)"),
    "the wrong table": (
        lambda raw: raw.update(tags=raw["annotations"], annotations=raw["tags"]),
        "entries were not in the right table",
    ),
    "another name of a table": (
        lambda raw: raw.update(anotations=raw.pop("annotations")),
        "“anotations” in the file holds entries of a notebook",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REPAIRED)
def test_what_is_not_essential_costs_nothing(filled: Path, what: str) -> None:
    change, problem = REPAIRED[what]
    damage(filled, change)
    assert_all_is_there(filled, problem)


def test_a_date_that_is_none_is_the_other_date(filled: Path) -> None:
    damage(filled, each("annotations", {"created": 5, "modified": "2031-10-14T08:00:00Z"}))
    (created,) = {each.created for each in Notebook.open(filled, read_only=True).annotations()}
    assert created == "2031-10-14T08:00:00Z"


def test_a_place_is_found_by_its_words_and_words_by_their_place(filled: Path) -> None:
    before = EXPECTED[filled]
    damage(
        filled,
        lambda raw: [
            one["selector"].update(start="x") for one in raw["annotations"].values() if "selector" in one
        ],
    )
    assert_all_is_there(filled, "had something (selector)")
    damage(
        filled,
        lambda raw: [
            one["selector"].update(exact=None) for one in raw["annotations"].values() if "selector" in one
        ],
    )
    for kept in filled.parent.glob("*damaged*"):
        kept.unlink()
    assert contents(Notebook.open(filled, read_only=True)) == before


def test_looking_puts_nothing_right_on_disk(filled: Path) -> None:
    damage(filled, each("annotations", {"created": 5}))
    damaged = filled.read_bytes()
    Notebook.open(filled).close()
    Notebook.open(filled, read_only=True).close()
    assert filled.read_bytes() == damaged
    assert {one.name for one in filled.parent.iterdir()} == {"reader.json", "reader.json.bak"}
