"""Hedges that only one sentence has."""

from __future__ import annotations

import pytest
from tests.overlap.differences.helpers import found, found_about, found_except_words


@pytest.mark.parametrize(
    ("hedged", "plain", "hedge"),
    [
        ("The barge had reportedly lost its mast.", "The barge had lost its mast.", "reportedly"),
        ("He allegedly stole the cake.", "He stole the cake.", "allegedly"),
        ("The man is understood to be the skipper.", "The man is the skipper.", "is understood to"),
        ("It is said to have lost its mast.", "It lost its mast.", "is said to"),
        ("Sources say the deal is off.", "The deal is off.", "Sources say"),
        ("The pilot may have slept.", "The pilot slept.", "may have"),
        ("The port claimed that it was safe.", "The port said that it was safe.", "claimed"),
    ],
)
def test_a_hedge_on_one_side_only(hedged: str, plain: str, hedge: str) -> None:
    assert found(hedged, plain) == [("hedge", hedge, "")]
    assert found(plain, hedged) == [("hedge", "", hedge)]


@pytest.mark.parametrize(
    ("hedged", "plain", "hedge"),
    [
        ("Police believe the fire was set.", "The fire was set.", "Police believe"),
        (
            "It was too early to say whether the cook slept.",
            "The cook slept.",
            "It was too early to say whether",
        ),
        ("The mayor said she might resign.", "The mayor said she would resign.", "might"),
        ("It is not clear whether the cook slept.", "The cook slept.", "It is not clear whether"),
    ],
)
def test_more_hedges(hedged: str, plain: str, hedge: str) -> None:
    assert found_about(hedged, plain, "hedge") == [("", hedge, "")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Brill said to police that she’d had three pints.", "Brill told police she had had three pints."),
        ("The theft was reported to police.", "Police were told of the theft."),
        (
            "Inspectors believe dust may have been lit by a spark.",
            "It was too early to say what lit the dust, but a spark was one line, the board said.",
        ),
    ],
)
def test_no_hedge_on_one_side_only(a: str, b: str) -> None:
    assert found_about(a, b, "hedge") == []


def test_two_hedges_are_no_difference() -> None:
    assert (
        found_except_words("The barge reportedly lost its mast.", "It is said to have lost its mast.") == []
    )


def test_a_hedge_of_what_only_one_side_says_is_part_of_that() -> None:
    a = "The port held a man for questioning, understood to be the skipper."
    assert found(a, "The port held a man for questioning.") == [
        ("dropped", "understood to be the skipper", "")
    ]


def test_the_month_of_may_is_no_hedge() -> None:
    assert ("hedge", "May", "") not in found_except_words("The inquiry opened in May.", "The inquiry opened.")
