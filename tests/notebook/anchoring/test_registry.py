from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, content, plain
from tests.notebook.prose import BEES, HARBOUR, QUAY

from reader.notebook import Notebook, Selector, Target

if TYPE_CHECKING:
    from reader.articles import Article

BOATS = "Three fishing boats were moved as a precaution."
MAYOR = "She thanked the volunteers who had brought blankets and tea to the quay."
KEPT = "(kept in the notebook; `reader notes` lists {})."
CHANGED = ("News from the coast\n" + HARBOUR).replace("Three fishing boats", "Four fishing boats")


def note(notebook: Notebook, name: str, part: str, words: str) -> None:
    """Put a note on these words of the article."""
    start = notebook.article(name).text.index(part)
    notebook.put_note(Target.span(name, start, start + len(part)), words)


@pytest.fixture
def noted(path: Path) -> Path:
    """A notebook with two notes on the article about the harbour, and one more taken off again."""
    notebook = Notebook.open(path)
    name = notebook.attach(article(url="https://gazette.example/ferry"))
    note(notebook, name, BOATS, "boats")
    note(notebook, name, MAYOR, "tea")
    start = HARBOUR.index(MAYOR)
    notebook.remove(notebook.annotations_on(Target.span(name, start, start + len(MAYOR))))
    notebook.close()
    return path


@pytest.mark.parametrize(
    ("path_now", "url_now"), [("harbour.txt", None), ("other.txt", "https://gazette.example/ferry")]
)
def test_annotations_follow_the_article_into_its_new_text(
    noted: Path, path_now: str, url_now: str | None
) -> None:
    on_disk = noted.read_bytes()
    notebook = Notebook.open(noted)
    name = notebook.attach(article(CHANGED, path_now, url_now))
    (there,) = notebook.annotations(name)
    assert (there.selector.exact, there.verdict) == (BOATS.replace("Three", "Four"), "changed")
    assert there.selector == Selector.of(CHANGED, there.selector.start, there.selector.end)
    assert there.was is not None
    assert there.was.exact == BOATS
    assert notebook.article(name).text == CHANGED
    assert notebook.file.saved
    notebook.close()
    assert noted.read_bytes() == on_disk


def test_undo_reaches_into_the_time_before_the_text_changed(noted: Path) -> None:
    notebook = Notebook.open(noted)
    name = notebook.attach(article(CHANGED))
    assert notebook.undo() == "note off “She thanked the volunteers who…”"
    mayor = next(each for each in notebook.annotations(name) if each.note == "tea")
    assert (mayor.selector.exact, mayor.verdict) == (MAYOR, "exact")
    assert mayor.selector.start == CHANGED.index(MAYOR)
    while notebook.undo():
        pass
    assert notebook.annotations() == ()
    while notebook.redo():
        pass
    left = content(notebook)
    notebook.close()
    again = Notebook.open(noted)
    assert content(again) == left
    assert again.attach(article(CHANGED)) == name
    assert [each.verdict for each in again.annotations()] == ["changed"]
    again.close()
    assert [stored["text"] for stored in plain(noted)["articles"]] == [CHANGED]


def test_what_is_lost_is_kept_and_at_no_place(noted: Path) -> None:
    without = HARBOUR.replace(BOATS, "")
    notebook = Notebook.open(noted)
    name = notebook.attach(article(without))
    (there,) = notebook.annotations(name)
    assert (there.verdict, there.selector.exact, there.note) == ("lost", BOATS, "boats")
    assert (
        next(iter(notebook.annotations_on(Target.span(name, there.selector.start, there.selector.end))), None)
        is None
    )
    notebook.codebook.create("so that it is written")
    notebook.close()
    again = Notebook.open(noted)
    assert again.attach(article(HARBOUR)) == name
    (back,) = again.annotations(name)
    assert (back.verdict, back.selector.start) == ("exact", HARBOUR.index(BOATS))
    again.close()


def test_a_text_put_back_is_exact_again(noted: Path) -> None:
    notebook = Notebook.open(noted)
    name = notebook.attach(article(CHANGED))
    notebook.codebook.create("so that it is written")
    assert notebook.attach(article(HARBOUR)) == name
    (there,) = notebook.annotations(name)
    assert (there.verdict, there.was, there.selector.exact) == ("exact", None, BOATS)
    notebook.close()


@pytest.mark.parametrize("other", [BEES, QUAY])
def test_another_article_in_the_same_place_takes_nothing(noted: Path, other: str) -> None:
    notebook = Notebook.open(noted)
    name = notebook.attach(article(other))
    assert notebook.annotations(name) == ()
    (left,) = notebook.annotations()
    assert (left.verdict, notebook.article(left.article).text) == ("exact", HARBOUR)
    (notice,) = notebook.notices
    assert notice.startswith("“Ferry strikes harbour wall in Velmouth” has annotations, but ")
    note(notebook, name, other[:20], "new")
    notebook.close()
    assert {stored["text"] for stored in plain(noted)["articles"]} == {HARBOUR, other}


WIRE = ("gazette.txt", "courier.txt")


@pytest.fixture
def wire(tmp_path: Path) -> list[Article]:
    """Two files of the same text, from two outlets."""
    for name in WIRE:
        (tmp_path / name).write_text(HARBOUR)
    return [replace(article(HARBOUR, str(tmp_path / name)), source=name) for name in WIRE]


def test_one_text_printed_by_two_outlets_is_two_articles(path: Path, wire: list[Article]) -> None:
    notebook = Notebook.open(path)
    gazette, courier = map(notebook.attach, wire)
    assert gazette != courier
    note(notebook, courier, BOATS, "courier’s")
    assert notebook.annotations(gazette) == ()
    assert notebook.article(courier).source == "courier.txt"
    assert [notebook.attach(each) for each in wire] == [gazette, courier]
    notebook.close()
    assert [stored["source"] for stored in plain(path)["articles"]] == ["courier.txt"]
    for order in (wire, wire[::-1]):
        again = Notebook.open(path)
        ids = {each.source: again.attach(each) for each in order}
        assert ids["courier.txt"] == courier != ids["gazette.txt"]
        assert again.annotations(ids["gazette.txt"]) == ()
        again.close()


def test_one_text_from_two_addresses_is_two_articles(path: Path) -> None:
    urls = ("https://gazette.example/1", "https://courier.example/1")
    one, two = (article(HARBOUR, f"{number}.txt", url) for number, url in enumerate(urls))
    notebook = Notebook.open(path)
    note(notebook, notebook.attach(one), BOATS, "boats")
    notebook.close()
    again = Notebook.open(path)
    assert again.annotations(again.attach(two)) == ()
    assert len(again.annotations(again.attach(replace(one, path="moved.txt")))) == 1
    again.close()


def test_what_another_outlet_printed_is_not_a_moved_file(path: Path, wire: list[Article]) -> None:
    notebook = Notebook.open(path)
    gazette = notebook.attach(wire[0])
    note(notebook, gazette, BOATS, "boats")
    notebook.close()
    Path(wire[0].path).unlink()
    again = Notebook.open(path)
    assert again.attach(wire[1]) != gazette
    assert again.attach(replace(wire[0], path="moved.txt")) == gazette
    again.close()


def test_an_edited_copy_of_an_open_article_takes_nothing(path: Path, wire: list[Article]) -> None:
    notebook = Notebook.open(path)
    gazette = notebook.attach(wire[0])
    note(notebook, gazette, BOATS, "boats")
    edited = replace(wire[1], text=CHANGED, url="https://courier.example/1")
    assert notebook.attach(edited) != gazette
    assert [each.verdict for each in notebook.annotations(gazette)] == ["exact"]
    assert notebook.article(gazette).text == HARBOUR
    notebook.close()


def test_what_a_change_of_the_text_did_is_summed_up(noted: Path) -> None:
    notebook = Notebook.open(noted)
    name = notebook.attach(article(HARBOUR))
    note(notebook, name, MAYOR, "tea")
    note(notebook, name, "Colleagues described her as calm and exact.", "exact")
    notebook.close()
    again = Notebook.open(noted)
    assert again.attach(article(CHANGED)) == name
    assert list(again.notices) == ["“News from the coast” has changed: 1 annotation was moved or changed."]
    again.attach(article(CHANGED.replace(MAYOR, "")))
    assert list(again.notices) == [
        "“News from the coast” has changed: 1 annotation was moved or changed, 1 is lost " + KEPT.format("it")
    ]
    again.attach(article(HARBOUR))
    assert list(again.notices) == []
    again.attach(article(HARBOUR.replace(MAYOR, "").replace(BOATS, "")))
    assert list(again.notices) == [
        "“Ferry strikes harbour wall in Velmouth” has changed: 2 annotations are lost " + KEPT.format("them")
    ]
    lost = next(each for each in again.annotations(name) if each.verdict == "lost")
    assert lost not in again.annotations_at(name, 0, len(HARBOUR))
    again.close()


def test_several_articles_of_one_file_are_told_apart(path: Path) -> None:
    notebook = Notebook.open(path)
    names = [notebook.attach(article(text, "all.csv")) for text in (HARBOUR, QUAY, BEES)]
    for name in names:
        note(notebook, name, notebook.article(name).text[:10], "x")
    notebook.close()
    again = Notebook.open(path)
    assert [again.attach(article(text, "all.csv")) for text in (BEES, CHANGED, QUAY)] == [
        names[2],
        names[0],
        names[1],
    ]
    assert again.notices == ()
    again.close()


def test_standard_input_is_known_by_its_text_only(path: Path) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article(HARBOUR, "-"))
    note(notebook, name, BOATS, "boats")
    assert notebook.attach(article(CHANGED, "-")) != name
    assert notebook.attach(article(HARBOUR, "-")) == name
    assert notebook.attach(article(HARBOUR, "harbour.txt")) != name
    notebook.close()
    again = Notebook.open(path)
    assert again.attach(article(HARBOUR, "harbour.txt")) == name
    again.close()


def test_a_path_that_is_no_text_can_be_kept(path: Path) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article(HARBOUR, "caf\udce9.txt"))
    note(notebook, name, BOATS, "boats")
    notebook.close()
    assert notebook.file.last_error is None
    again = Notebook.open(path)
    assert again.attach(article(CHANGED, "caf\udce9.txt")) == name
    again.close()


def test_an_article_whose_file_was_moved_is_found_by_its_new_path(noted: Path) -> None:
    notebook = Notebook.open(noted)
    name = notebook.attach(article(HARBOUR, "elsewhere.txt"))
    notebook.codebook.create("so that it is written")
    notebook.close()
    again = Notebook.open(noted)
    assert again.attach(article(CHANGED, "elsewhere.txt")) == name
    again.close()
