"""Numbers as they are written."""

from __future__ import annotations

import pytest

from reader.overlap.extraction.numerals import read_cardinal, read_fraction, read_ordinal
from reader.text.tokenized import tokenized_sentence


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.2m people", 1_200_000),
        ("2½ hours", 2.5),
        ("three and a half", 3.5),
        ("two hundred and six", 206),
        ("minus five", -5),
        ("half a million", 500_000),
        ("a dozen", 12),
        ("30,000", 30_000),
    ],
)
def test_cardinals(text: str, value: float) -> None:
    assert read_cardinal(tokenized_sentence(text), 0)[0] == value


@pytest.mark.parametrize("text", ["1.2.3", "boats", "a wall"])
def test_what_is_no_number(text: str) -> None:
    assert read_cardinal(tokenized_sentence(text), 0) == (0, 0)


def test_a_number_in_a_name_is_none() -> None:
    assert read_cardinal(tokenized_sentence("Covid-19"), 1) == (0, 1)


@pytest.mark.parametrize(("text", "place"), [("third", 3), ("3rd", 3), ("twenty-first", 21)])
def test_ordinals(text: str, place: int) -> None:
    assert read_ordinal(tokenized_sentence(text), 0)[0] == place


@pytest.mark.parametrize(
    ("text", "percent"),
    [("half of them", 50), ("three quarters of it", 75), ("one in five people", 20), ("¼", 25)],
)
def test_fractions(text: str, percent: float) -> None:
    assert read_fraction(tokenized_sentence(text), 0)[0] == percent
