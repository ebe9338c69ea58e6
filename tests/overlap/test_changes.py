"""What changed between two sentences, word by word."""

from __future__ import annotations

import pytest

from reader.overlap.changes import changes


def told(a: str, b: str) -> list[tuple[str, str, str]]:
    return [(change.kind, a[slice(*change.a)], b[slice(*change.b)]) for change in changes(a, b)]


def test_dropped_added_and_replaced() -> None:
    assert told("Two sailors reportedly drowned.", "Two young sailors were saved.") == [
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
    assert [change.kind for change in changes(a, b)] == ["same"]


@pytest.mark.parametrize(("a", "b"), [("$20bn", "€20bn"), ("-5C", "5C"), ("5 percent", "5% percent")])
def test_a_sign_at_a_figure_makes_a_difference(a: str, b: str) -> None:
    assert changes(f"It was {a} there.", f"It was {b} there.")[1].kind == "replaced"


def test_a_span_holds_whole_words() -> None:
    assert told("The well-known poet", "The little-known poet") == [
        ("same", "The", "The"),
        ("replaced", "well", "little"),
        ("same", "known poet", "known poet"),
    ]


def test_nothing_in_common_and_nothing_at_all() -> None:
    assert told("one two", "three") == [("replaced", "one two", "three")]
    assert told("", "three") == [("added", "", "three")]
    assert told("", "") == []
