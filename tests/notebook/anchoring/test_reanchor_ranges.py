"""Ranges of sentences, single words and sentences printed twice, in texts that are changed."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.notebook.anchoring import edits
from tests.notebook.anchoring.test_reanchor import anchor
from tests.notebook.prose import ARTICLES, BEES, HARBOUR

from reader.notebook import Selector
from reader.notebook.anchoring.reanchor import Anchoring

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTHS = (2, 3, 5)


def printed_twice(text: edits.Paragraphs) -> edits.Paragraphs:
    """Give the text with one sentence out of eight printed once more, numbered anew."""
    chance = Random(5)
    every = [sentence for paragraph in text for sentence in paragraph]
    longer = [list(paragraph) for paragraph in text]
    for sentence in chance.sample(every, len(every) // 8):
        longer[chance.randrange(len(longer))].append(sentence)
    numbers = iter(range(2 * len(every)))
    return [[(next(numbers), sentence) for _, sentence in paragraph] for paragraph in longer]


def hull(spans: Iterable[tuple[int, int]]) -> tuple[int, int]:
    found = list(spans)
    return min(start for start, _ in found), max(end for _, end in found)


def left_of(numbers: range, edited: edits.Paragraphs) -> list[int] | None:
    """Give the sentences that are left of a range; None when others of the text are among them now."""
    order = [number for paragraph in edited for number, _ in paragraph]
    there = [at for at, number in enumerate(order) if number in numbers]
    among = order[there[0] : there[-1] + 1] if there else []
    return [n for n in among if n != -1] if {*among} <= {*numbers, -1} else None


def outcomes(edit: edits.Edit, text: edits.Paragraphs, other: edits.Paragraphs, seed: str) -> Iterator[str]:
    """Say of every range of a text what becomes of it."""
    old, spans = edits.text_of(text)
    edited = edit(text, Random(seed), other)
    new, truth = edits.text_of(edited)
    anchoring = Anchoring(old, new)
    for width in WIDTHS:
        for first in range(len(spans) - width + 1):
            numbers = range(first, first + width)
            left = left_of(numbers, edited)
            if left is None:
                continue  # nobody can say where it is now
            found, verdict = anchoring.anchor(Selector.of(old, *hull(spans[n] for n in numbers)))
            place = None if verdict == "lost" else (found.start, found.end)
            if place == (hull(truth[n] for n in left) if left else None):
                yield "right" if len(left) == width or verdict in ("lost", "changed") else "wrong verdict"
            elif place is None:
                yield "missed"
            else:
                own = hull(truth[n] for n in left) if left else (0, 0)
                yield "in part" if own[0] <= place[0] and place[1] <= own[1] else "wrong"


@pytest.mark.parametrize("twice", [False, True], ids=["once", "printed twice"])
def test_ranges_are_followed_to_what_is_left_of_them(*, twice: bool) -> None:
    found: Counter[str] = Counter()
    for edit in edits.EDITS:
        for index, article in enumerate(ARTICLES):
            text = edits.paragraphs(article)
            text = printed_twice(text) if twice else text
            for seed in range(3):
                other = edits.paragraphs(ARTICLES[index - 1])
                found.update(outcomes(edit, text, other, f"{seed} {index}"))
    assert found.total() > 3_000
    assert found["right"] / found.total() >= 0.97
    assert found["wrong"] / found.total() <= 0.005
    assert not found["wrong verdict"]


@pytest.mark.parametrize("gone", range(3))
def test_a_range_that_lost_one_of_three_sentences_is_on_the_others(gone: int) -> None:
    three = [
        "It said divers would examine the wall at first light.",
        "Three fishing boats were moved as a precaution.",
        "Captain Ruth Ayling, who has commanded the vessel since 2019, brought her alongside with the help of a tug.",  # noqa: E501
    ]
    start, end = HARBOUR.index(three[0]), HARBOUR.index(three[2]) + len(three[2])
    new = HARBOUR.replace(three[gone], "")
    found, verdict = anchor(Selector.of(HARBOUR, start, end), HARBOUR, new)
    left = [sentence for sentence in three if sentence != three[gone]]
    assert verdict == "changed"
    assert found.exact.startswith(left[0])
    assert found.exact.endswith(left[1])


def test_a_range_whose_paragraphs_went_apart_is_on_the_larger_part() -> None:
    lines = HARBOUR.splitlines()
    new = "\n".join([*lines[:3], *lines[4:], lines[3]])
    part = HARBOUR[HARBOUR.index("Three fishing") : HARBOUR.index("Colleagues")].rstrip()
    start = HARBOUR.index(part)
    found, verdict = anchor(Selector.of(HARBOUR, start, start + len(part)), HARBOUR, new)
    assert verdict == "changed"
    assert found.exact == part.splitlines()[1]


def test_a_range_takes_no_place_in_a_text_that_shares_nothing() -> None:
    old, spans = edits.text_of(edits.paragraphs(HARBOUR))
    for other in (BEES, "One word.", "The mayor. Of the wall, it said. On Tuesday?"):
        anchoring = Anchoring(old, other)
        for first in range(len(spans) - 4):
            before = Selector.of(old, spans[first][0], spans[first + 4][1])
            assert anchoring.anchor(before) == (before, "lost")


def test_a_sentence_that_is_gone_is_not_on_its_twin() -> None:
    twin = "Nobody knew who had sent it."
    old = f"A parcel came to the mill. {twin} It ticked.\nA letter came to the barn. {twin} It was blue."
    new = f"A parcel came to the mill. It ticked.\nA letter came to the barn. {twin} It was blue."
    gone = Selector.of(old, old.index(twin), old.index(twin) + len(twin))
    stays = Selector.of(old, old.rindex(twin), old.rindex(twin) + len(twin))
    assert anchor(gone, old, new) == (gone, "lost")
    found, verdict = anchor(stays, old, new)
    assert (found.start, verdict) == (new.index(twin), "exact")


def test_words_of_a_sentence_that_is_gone_are_not_on_those_of_another() -> None:
    old = "The ferry struck the wall at noon. Divers looked at the wall at noon on Friday."
    new = "Divers looked at the wall at noon on Friday."
    words = Selector.of(old, old.index("the wall at noon"), old.index("the wall at noon") + 16)
    assert anchor(words, old, new) == (words, "lost")
