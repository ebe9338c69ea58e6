"""Quantities in a sentence, and how two of them compare."""

from __future__ import annotations

import pytest

from reader.overlap.extraction.quantities import find_quantities
from reader.overlap.extraction.quantity import Quantity, quantities_disagree, same_quantity
from reader.text.tokenized import tokenized_sentence


def quantities(text: str) -> list[Quantity]:
    return find_quantities(tokenized_sentence(text), frozenset())


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("It sailed at 6.15am.", "clock", 375),
        ("It cost £1.8 million.", "£", 1_800_000),
        ("He paid 50p.", "£", 0.5),
        ("It took two days.", "duration", 172_800),
        ("Ada Brill, 54, spoke.", "age", 54),
        ("It rose by 4.5 per cent.", "percent", 4.5),
        ("It fell by 25 basis points.", "percent", 0.25),
        ("It was 41F.", "degrees", 5),
        ("Lennet won 2-1.", "score", 2),
        ("Some 40 young men came.", "", 40),
        ("The second ferry sank.", "ordinal", 2),
    ],
)
def test_what_is_measured_and_how_much(text: str, dimension: str, value: float) -> None:
    [found] = quantities(text)
    assert found.dimension == dimension
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "bound"),
    [("More than 12 boats.", "above"), ("Nearly 12 boats.", "below"), ("It rose up 12%.", "")],
)
def test_bounds(text: str, bound: str) -> None:
    assert quantities(text)[0].bound == bound


@pytest.mark.parametrize(
    ("one", "other", "same", "disagree"),
    [
        ("48 hours", "two days", True, False),
        ("eight weeks", "two months", True, False),
        ("a third of them", "33 per cent", True, False),
        ("$20bn", "€20bn", False, True),
        ("12 boats", "14 boats", False, True),
        ("12 boats", "14 men", False, False),
        ("12 workers", "14 people", False, True),
    ],
)
def test_comparing(one: str, other: str, same: bool, disagree: bool) -> None:
    [a], [b] = quantities(one), quantities(other)
    assert same_quantity(a, b) is same
    assert quantities_disagree(a, b) is disagree
