"""Texts that are changed and changed back, or changed again: through the notebook, as a reader has it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.notebook.anchoring import edits
from tests.notebook.anchoring.test_reanchor_ranges import printed_twice
from tests.notebook.helpers import article, plain
from tests.notebook.prose import ARTICLES, HARBOUR

from reader.notebook import Notebook, Selector, Target
from reader.notebook.anchoring.documents import reanchor_annotation
from reader.notebook.anchoring.reanchor import Anchoring
from reader.notebook.schema.documents import selector_document

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.schema.documents import Document

BOATS = "Three fishing boats were moved as a precaution."


def put(text: str, start: int, end: int) -> Document:
    """Give an annotation on these words."""
    return {
        "id": "1",
        "article": "a",
        "verdict": "exact",
        "selector": selector_document(Selector.of(text, start, end)),
    }


@lru_cache(maxsize=4)
def anchoring(old: str, new: str) -> Anchoring:
    """Give one for all that is on the old text: most of its work is pairing the sentences."""
    return Anchoring(old, new)


def carried(document: Document, *texts: str) -> Document:
    """Give the annotation after the text has been each of these in turn."""
    for old, new in pairwise(texts):
        document = reanchor_annotation(document, "a", anchoring(old, new))
    return document


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, str, int, int]:
    """A text, a version of it, and a span of the first: words, a sentence, or several."""
    index = draw(st.integers(0, len(ARTICLES) - 1))
    text = edits.paragraphs(ARTICLES[index])
    text = printed_twice(text) if draw(st.booleans()) else text
    edited = text
    for edit in draw(st.lists(st.sampled_from(edits.EDITS), min_size=1, max_size=3)):
        edited = edit(edited, Random(draw(st.integers(0, 99))), edits.paragraphs(ARTICLES[index - 1]))
    old, spans = edits.text_of(text)
    first = draw(st.integers(0, len(spans) - 1))
    start, end = spans[first][0], spans[min(first + draw(st.integers(0, 4)), len(spans) - 1)][1]
    if draw(st.booleans()):
        word = draw(st.sampled_from(old[start:end].split()))
        start = old.index(word, start)
        end = start + len(word)
    return old, edits.text_of(edited)[0], start, end


@settings(max_examples=150)
@given(changes())
def test_a_text_changed_and_changed_back_has_everything_as_it_was(change: tuple[str, str, int, int]) -> None:
    old, new, start, end = change
    before = put(old, start, end)
    assert carried(before, old, new, old) == before


def test_after_several_versions_everything_is_where_it_was() -> None:
    found = []
    for seed in range(3):
        for index, text in enumerate(ARTICLES):
            chance, other = Random(f"{seed} {index}"), edits.paragraphs(ARTICLES[index - 1])
            edited = edits.paragraphs(text)
            old, spans = edits.text_of(edited)
            texts = [old]
            for edit in chance.sample(edits.EDITS, 3):
                edited = edit(edited, chance, other)
                texts.append(edits.text_of(edited)[0])
            for span in spans.values():
                after = carried(put(old, *span), *texts, old)
                found.append((after["verdict"], after["selector"]["start"] == span[0]))
    assert {place for _, place in found} == {True}
    assert {verdict for verdict, _ in found} <= {"exact", "moved"}
    assert found.count(("exact", True)) / len(found) >= 0.97


def test_a_way_over_another_version_is_as_good_as_the_straight_one() -> None:
    right = {"straight": 0, "over another": 0}
    wrong = {"straight": 0, "over another": 0}
    every = 0
    for first in edits.EDITS:
        for second in edits.SINGLE[::3]:
            for index, text in enumerate(ARTICLES):
                chance, other = Random(index), edits.paragraphs(ARTICLES[index - 1])
                a, spans = edits.text_of(edits.paragraphs(text))
                between = first(edits.paragraphs(text), chance, other)
                b, (c, truth) = edits.text_of(between)[0], edits.text_of(second(between, chance, other))
                for way, texts in (("straight", (a, c)), ("over another", (a, b, c))):
                    for number, span in spans.items():
                        after = carried(put(a, *span), *texts)
                        place = after["selector"]["start"], after["selector"]["end"]
                        there = None if after["verdict"] == "lost" else place
                        right[way] += there == truth.get(number)
                        wrong[way] += there not in (None, truth.get(number))
                every += len(spans)
    assert right["over another"] >= right["straight"] >= 0.97 * every
    assert wrong["over another"] <= wrong["straight"] <= 0.02 * every


def test_words_that_are_back_in_another_place_have_moved() -> None:
    cut = HARBOUR.replace(BOATS, "Three fishing boats were moved.")
    moved = HARBOUR.replace(BOATS, "").rstrip() + "\nAt noon it rained. " + BOATS + " Then it was dry."
    start = HARBOUR.index(BOATS)
    after = carried(put(HARBOUR, start, start + len(BOATS)), HARBOUR, cut, moved)
    assert after["verdict"] == "moved"
    assert after["selector"]["exact"] == BOATS


def test_what_the_reader_sees_of_it(path: Path) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article(HARBOUR))
    start = HARBOUR.index(BOATS)
    tag = notebook.codebook.create("boats")
    next_one = HARBOUR.index("It said divers")
    notebook.put_tag([Target.span(name, start, start + len(BOATS))], tag.id)
    notebook.put_tag([Target.span(name, next_one, start - 1)], tag.id)
    before = notebook.annotations()
    notebook.close()
    for text, verdicts in (
        (HARBOUR.replace(BOATS, "Three fishing boats were moved."), ["exact", "changed"]),
        (HARBOUR.replace(BOATS, ""), ["exact", "lost"]),
        (HARBOUR, ["exact", "exact"]),
    ):
        again = Notebook.open(path)
        assert again.attach(article(text)) == name
        assert [each.verdict for each in again.annotations()] == verdicts
        assert [each.was is None for each in again.annotations()] == [each == "exact" for each in verdicts]
        again.codebook.create(f"so that it is written {len(again.tags)}")
        if verdicts == ["exact", "exact"]:
            assert again.annotations() == before
        again.close()
    assert not any("was" in document for document in plain(path)["annotations"])


@pytest.mark.parametrize("how", ["accept", "keep"])
def test_what_was_decided_in_the_review_is_what_counts(path: Path, how: str) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article(HARBOUR))
    start = HARBOUR.index(BOATS)
    notebook.put_note(Target.span(name, start, start + len(BOATS)), "why?")
    cut = HARBOUR.replace(BOATS, "Three fishing boats were moved.")
    notebook.attach(article(cut))
    review = notebook.review
    if how == "accept":
        review.accept(review.items())
    else:
        review.keep_lost(review.items())
    notebook.attach(article(HARBOUR))
    (there,) = notebook.annotations()
    assert there.selector.exact == BOATS
    assert there.verdict == ("exact" if how == "keep" else "changed")
    notebook.close()
