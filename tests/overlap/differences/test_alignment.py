"""Two sentences word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.overlap.differences.alignment import word_edits


def edits(a: str, b: str) -> list[tuple[str, str, str]]:
    return [(change.kind, a[slice(*change.a)], b[slice(*change.b)]) for change in word_edits(a, b)]


def test_dropped_added_and_replaced() -> None:
    assert edits("Two sailors reportedly drowned.", "Two young sailors were saved.") == [
        ("same", "Two", "Two"),
        ("added", "", "young"),
        ("same", "sailors", "sailors"),
        ("replaced", "reportedly drowned", "were saved"),
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“We left the U.K. early,” she said.", '"we left the UK early" she said'),
        ("It’s over.", "IT'S OVER"),
        ("30,000 people", "30000 people"),
    ],
)
def test_case_marks_and_dots_are_the_same(a: str, b: str) -> None:
    assert [change.kind for change in word_edits(a, b)] == ["same"]


@pytest.mark.parametrize(("a", "b"), [("$20bn", "€20bn"), ("-5C", "5C"), ("5 percent", "5% percent")])
def test_a_sign_at_a_figure_makes_a_difference(a: str, b: str) -> None:
    assert word_edits(f"It was {a} there.", f"It was {b} there.")[1].kind == "replaced"


def test_a_span_holds_whole_words() -> None:
    assert edits("The well-known poet", "The little-known poet") == [
        ("same", "The", "The"),
        ("replaced", "well", "little"),
        ("same", "known poet", "known poet"),
    ]


def test_nothing_in_common_and_nothing_at_all() -> None:
    assert edits("one two", "three") == [("replaced", "one two", "three")]
    assert edits("", "three") == [("added", "", "three")]
    assert edits("", "") == []


@given(st.lists(st.sampled_from("abcd"), max_size=9), st.lists(st.sampled_from("abcd"), max_size=9))
def test_changes_are_the_same_from_either_side(a: list[str], b: list[str]) -> None:
    there = {(one.kind == "same", one.a, one.b) for one in word_edits(" ".join(a), " ".join(b))}
    back = {(one.kind == "same", one.b, one.a) for one in word_edits(" ".join(b), " ".join(a))}
    assert there == back
