"""The words around two quantities, which tell whether they are about one thing."""

from __future__ import annotations

import pytest

from reader.overlap.differences.facts import facts_of
from reader.overlap.differences.surroundings import may_be_about_same, may_have_same_subject


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Shares in Brill fell 9%.", "Shares in Brill rose 1%.", True),
        ("Shares in Brill fell 9%.", "Shares in Oakes rose 1%.", False),
        ("The pay rose to $14m.", "The loss rose to $412m.", False),
        ("Takings fell 7%.", "Guest numbers fell by 11%.", False),
    ],
)
def test_the_subject_of_two_amounts(one: str, other: str, same: bool) -> None:
    a, b = facts_of(one), facts_of(other)
    assert may_have_same_subject(a.words, a.quantities[0], b.words, b.quantities[0]) is same


@pytest.mark.parametrize(
    ("one", "other", "edited", "same"),
    [
        ("The blast killed 12 people.", "The blast hurt 30 people.", True, False),
        ("The blast killed 12 people.", "The blast killed 14 people.", False, True),
        ("The yard sold 12 boats.", "The storm killed 14 sheep.", False, False),
        ("The yard sold 12 boats.", "The storm killed 14 sheep.", True, True),
    ],
)
def test_what_stands_around_two_quantities(one: str, other: str, edited: bool, same: bool) -> None:
    a, b = facts_of(one), facts_of(other)
    shown_a, shown_b = a.quantities[0].shown, b.quantities[0].shown
    assert may_be_about_same(a.words, shown_a, b.words, shown_b, edited=edited) is same
