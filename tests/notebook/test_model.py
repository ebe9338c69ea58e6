from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, content, plain
from tests.notebook.prose import HARBOUR, QUAY

from reader.cli.commands.notes import notes_json, notes_text
from reader.notebook import Annotation, KeptDifference, Notebook, Span, Target

if TYPE_CHECKING:
    from pathlib import Path

BOATS = "Three fishing boats were moved as a precaution."
HURT = "Nine others were treated on the quay and sent home."
CATCH = "Fishermen complained that they had lost a day’s catch."
DIFFERENCE = KeptDifference("figure", "Three", "Nine", "figure")


class Opened:
    """A notebook with the two accounts of one event."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self.harbour = notebook.attach(article(HARBOUR, "harbour.txt"))
        self.quay = notebook.attach(article(QUAY, "quay.txt"))
        self.tag = (notebook.codebook.named("claim") or notebook.codebook.create("claim")).id

    def span(self, words: str) -> Span:
        """Where these words are."""
        name, text = (self.harbour, HARBOUR) if words in HARBOUR else (self.quay, QUAY)
        return name, text.index(words), text.index(words) + len(words)

    @property
    def pair(self) -> Target:
        return Target.pair(self.span(BOATS), self.span(HURT), "edited", [DIFFERENCE])

    @property
    def absence(self) -> Target:
        return Target.absence(self.span(CATCH), self.harbour)

    def put(self, *targets: Target) -> list[Annotation]:
        """Put the tag on targets and give what is on them."""
        assert self.notebook.put_tag(targets, self.tag) == len(targets)
        return [each for target in targets for each in self.notebook.annotations_on(target)]


@pytest.fixture
def opened(notebook: Notebook) -> Opened:
    return Opened(notebook)


def test_a_range_goes_over_sentences_and_paragraphs_and_down_to_words(opened: Opened) -> None:
    start = HARBOUR.index("engines failed")
    ranges = [Target.span(opened.harbour, start, start + 200), Target.span(opened.harbour, start, start + 7)]
    whole, word = opened.put(*ranges)
    assert "\n" in whole.selector.exact
    assert word.selector.exact == "engines"
    assert opened.notebook.annotations_at(*word.span) == (word, whole)


def test_a_whole_article_is_at_no_place(opened: Opened) -> None:
    (there,) = opened.put(Target.whole(opened.harbour))
    assert (there.kind, there.span, there.selector.exact) == ("article", (opened.harbour, 0, 0), "")
    assert opened.notebook.annotations() == (there,)
    assert opened.notebook.annotations_at(opened.harbour, 0, 10_000, kinds=("span", "article", "pair")) == ()
    assert opened.notebook.undo() == "tag “claim” on article “Ferry strikes harbour…”"


def test_a_pair_is_found_from_both_sides_and_says_what_is_between_them(opened: Opened) -> None:
    (there,) = opened.put(opened.pair)
    assert (there.relation, there.differences) == ("edited", (DIFFERENCE,))
    assert there.spans == (opened.span(BOATS), opened.span(HURT))
    for words in (BOATS, HURT):
        assert opened.notebook.annotations_at(*opened.span(words), kinds=("pair",)) == (there,)
        assert opened.notebook.annotations_at(*opened.span(words)) == ()
    assert opened.notebook.annotations() == (there,)
    turned = Target.pair(opened.span(HURT), opened.span(BOATS))
    assert opened.notebook.put_tag([turned], opened.tag) == 0
    assert opened.notebook.history.touched_spans == there.spans


def test_an_absence_is_where_it_is_said_and_names_who_does_not_say_it(opened: Opened) -> None:
    (there,) = opened.put(opened.absence)
    assert there.other is not None
    assert (there.selector.exact, there.other.article) == (CATCH, opened.harbour)
    assert opened.notebook.annotations_at(*opened.span(CATCH), kinds=("absence",)) == (there,)
    assert opened.notebook.undo() == "tag “claim” on the absence of “Fishermen…”"


def test_targets_are_apart_and_each_carries_several_tags_and_a_note(opened: Opened) -> None:
    figure = opened.notebook.codebook.create("figure").id
    sentence = Target.span(*opened.span(BOATS))
    targets = [sentence, opened.pair, opened.absence, Target.whole(opened.quay)]
    assert len(opened.put(*targets)) == 4
    assert opened.notebook.put_tag(targets, figure) == 4
    for number, target in enumerate(targets):
        opened.notebook.put_note(target, f"note {number}")
    there = [each for target in targets for each in opened.notebook.annotations_on(target)]
    assert [(each.tags, each.note) for each in there] == [
        ((opened.tag, figure), f"note {number}") for number in range(4)
    ]
    assert [Target.of(each).key for each in there] == [target.key for target in targets]
    assert opened.notebook.remove_tag(there, opened.tag) == 4
    assert opened.notebook.remove(there) == 4
    assert opened.notebook.annotations() == ()
    assert [opened.notebook.undo() for _ in range(2)] == [
        "tags and notes off 4 places",
        "tag “claim” off 4 places",
    ]
    assert [each for target in targets for each in opened.notebook.annotations_on(target)] == there


def test_the_same_on_every_counterpart_is_one_step_and_says_where_it_came_from(opened: Opened) -> None:
    here, there = opened.span(BOATS), [opened.span(HURT), opened.span(CATCH)]
    opened.notebook.put_tag(
        [Target.span(*span) for span in [there[0]]], opened.notebook.codebook.create("by hand").id
    )
    with opened.notebook.history.step("the same on 2 counterparts"):
        opened.notebook.put_tag([Target.span(*here)], opened.tag)
        opened.notebook.put_tag([Target.span(*span) for span in there], opened.tag, origin=here)
    by_hand, copied = opened.notebook.annotations_on(Target.span(*there[0]))
    assert (by_hand.origin, copied.origin is not None and copied.origin.span) == (None, here)
    assert opened.notebook.put_tag([Target.span(*there[1])], opened.tag, origin=here) == 0
    before = content(opened.notebook)
    assert opened.notebook.undo() == "the same on 2 counterparts"
    assert opened.notebook.annotations() == (by_hand,)
    opened.notebook.redo()
    assert content(opened.notebook) == before


def test_all_of_it_is_there_after_coming_back(path: Path) -> None:
    opened = Opened(Notebook.open(path))
    opened.put(opened.pair, opened.absence, Target.whole(opened.quay), Target.span(*opened.span(BOATS)))
    opened.notebook.put_tag([Target.span(*opened.span(HURT))], opened.tag, origin=opened.span(BOATS))
    left = content(opened.notebook)
    opened.notebook.close()
    again = Notebook.open(path)
    assert content(again) == left
    assert again.notices == ()
    assert {document["target"] for document in plain(path)["annotations"]} == {
        "span",
        "article",
        "pair",
        "absence",
    }
    again.close()


def test_each_side_of_a_pair_follows_its_article(path: Path) -> None:
    opened = Opened(Notebook.open(path))
    opened.put(opened.pair)
    opened.notebook.put_tag([Target.span(*opened.span(CATCH))], opened.tag, origin=opened.span(HURT))
    opened.notebook.close()
    again = Notebook.open(path)
    harbour = again.attach(article(HARBOUR, "harbour.txt"))
    quay = again.attach(
        article("A new first line.\n" + QUAY.replace("Nine others", "Ten others"), "quay.txt")
    )
    (pair,) = again.annotations(harbour)
    assert pair.other is not None
    assert (pair.verdict, pair.other.verdict, pair.worst) == ("exact", "changed", "changed")
    assert pair.other.selector.exact == HURT.replace("Nine", "Ten")
    assert again.annotations_at(*pair.spans[1], kinds=("pair",)) == (pair,)
    (copied,) = again.annotations(quay)
    assert copied.origin is not None
    assert copied.origin.selector == pair.other.selector
    again.attach(article(QUAY.replace(HURT, ""), "quay.txt"))
    (lost,) = again.annotations(harbour)
    assert (lost.verdict, lost.worst) == ("exact", "lost")
    assert again.annotations_on(Target.of(lost)) == ()
    assert again.annotations_at(*opened.span(BOATS), kinds=("pair",)) == (lost,)
    assert "1 annotation is lost" in again.notices[0]
    while again.undo():
        pass
    assert again.annotations() == ()
    again.close()


def test_an_absence_is_to_be_looked_at_when_the_other_article_has_new_words(path: Path) -> None:
    opened = Opened(Notebook.open(path))
    opened.put(opened.absence)
    opened.notebook.close()
    again = Notebook.open(path)
    again.attach(article(HARBOUR.replace("“", '"'), "harbour.txt"))
    assert [each.worst for each in again.annotations()] == ["exact"]
    again.attach(article(HARBOUR + CATCH, "harbour.txt"))
    assert [(each.verdict, each.worst) for each in again.annotations()] == [("exact", "changed")]
    again.close()


def test_who_made_it_is_kept_and_what_others_made_is_left_to_them(path: Path) -> None:
    texts = [article(HARBOUR, "harbour.txt")]
    for coder in ("ada", "bob", "ada"):
        notebook = Notebook.open(path, coder=coder)
        tag = notebook.codebook.named("claim") or notebook.codebook.create("claim")
        name = notebook.attach(texts[0])
        notebook.put_tag([Target.span(name, 0, 5)], tag.id)
        notebook.put_note(Target.span(name, 0, 5), f"says {coder}")
        notebook.close()
    again = Notebook.open(path, coder="eve")
    there = again.annotations_on(Target.span(name, 0, 5))
    assert sorted((each.coder, each.note, again.is_mine(each)) for each in there) == [
        ("ada", "says ada", False),
        ("bob", "says bob", False),
    ]
    assert again.remove(again.annotations_on(Target.span(name, 0, 5)))
    assert again.annotations() == ()
    again.close()


def test_the_coder_is_the_one_given_else_of_the_environment_else_the_user(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_CODER", "  eve\x1b ")
    monkeypatch.setenv("LOGNAME", "ada")
    assert Notebook.open(path, coder="bob", read_only=True).coder == "bob"
    assert Notebook.open(path, coder=" ", read_only=True).coder == "eve␛"
    monkeypatch.delenv("READER_CODER")
    assert Notebook.open(path, read_only=True).coder == "ada"


@pytest.mark.parametrize(
    "fields",
    [
        {"target": "picture"},
        {"target": "pair"},
        {"target": "absence", "other": "article"},
        {"other": {"article": "x"}},
        {"target": "pair", "other": {"article": "nowhere", "selector": {}}},
        {"differences": {"type": "figure"}},
        {"differences": [{"type": 1}]},
        {"origin": 5},
    ],
)
def test_a_target_that_is_none_does_not_cost_the_annotation(path: Path, fields: dict[str, object]) -> None:
    opened = Opened(Notebook.open(path))
    opened.put(Target.span(*opened.span(BOATS)))
    opened.notebook.close()
    raw = json.loads(path.read_text())
    raw["annotations"]["1"] |= fields
    path.write_text(json.dumps(raw))
    notebook = Notebook.open(path)
    assert "that could not be used; the rest was kept" in notebook.notices[0]
    (annotation,) = notebook.annotations()
    assert (annotation.kind, annotation.selector.exact, len(annotation.tags)) == ("span", BOATS, 1)
    notebook.codebook.create("figure")
    notebook.close()
    (kept,) = path.parent.glob("reader.damaged-*.json")
    assert json.loads(kept.read_text()) == raw


def test_an_origin_in_an_article_nobody_knows_is_no_origin(path: Path) -> None:
    opened = Opened(Notebook.open(path))
    opened.notebook.put_tag([Target.span(*opened.span(HURT))], opened.tag, origin=opened.span(BOATS))
    opened.notebook.close()
    raw = json.loads(path.read_text())
    raw["annotations"]["1"]["origin"]["article"] = "nowhere"
    path.write_text(json.dumps(raw))
    notebook = Notebook.open(path)
    assert notebook.notices[0] == "reader.json: 1 annotation came from an article that is gone."
    assert [each.origin for each in notebook.annotations()] == [None]
    notebook.close()


def test_what_is_printed_tells_who_made_it_and_where_it_came_from(path: Path) -> None:
    for coder in ("ada", "bob"):
        opened = Opened(Notebook.open(path, coder=coder))
        opened.notebook.put_tag([Target.span(*opened.span(HURT))], opened.tag, origin=opened.span(BOATS))
        opened.notebook.close()
    again = Notebook.open(path)
    said = notes_text(again).splitlines()
    assert said[0] == "Eleven hurt as island ferry hits quay (The Ansley Gazette)"
    assert sorted(said[4::4]) == ["    by ada", "    by bob"]
    assert said[2:4] == [f"  [claim] {HURT}", "    copied from Ferry strikes harbour wall in Velmouth"]
    again.close()


def test_what_is_printed_tells_all_targets(opened: Opened) -> None:
    opened.put(opened.pair, opened.absence, Target.whole(opened.quay))
    assert notes_text(opened.notebook) == (
        "Ferry strikes harbour wall in Velmouth (The Ansley Gazette)\n\n"
        f"  [claim] {BOATS}\n"
        f"    edited, with Eleven hurt as island ferry hits quay: {HURT}\n"
        "      figure: Three / Nine\n\n"
        "Eleven hurt as island ferry hits quay (The Ansley Gazette)\n\n"
        "  [claim] the whole article\n\n"
        f"  [claim] {CATCH}\n"
        "    missing from Ferry strikes harbour wall in Velmouth"
    )
    pair, whole, absence = json.loads(notes_json(opened.notebook))["annotations"]
    assert (pair["target"], pair["other"]["exact"], pair["relation"]) == ("pair", HURT, "edited")
    assert pair["differences"] == [{"type": "figure", "a": "Three", "b": "Nine", "about": "figure"}]
    assert (whole["target"], whole["start"], whole["end"], whole["other"]) == ("article", 0, 0, None)
    assert absence["other"]["article"]["title"] == "Ferry strikes harbour wall in Velmouth"
    assert pair["coder"] == opened.notebook.coder
