"""Dates in a sentence, and how two of them compare."""

from __future__ import annotations

import pytest

from reader.overlap.extraction.dates import Date, dates_disagree, find_dates, may_be_same_date, same_date
from reader.text.tokenized import tokenized_sentence


def dates(text: str) -> list[Date]:
    return find_dates(tokenized_sentence(text))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It sank on 14 October 1911.", ("october", 14, 1911)),
        ("It sank on Oct 14.", ("october", 14, 0)),
        ("It sank on the fourteenth of October.", ("october", 14, 0)),
        ("It sank on 2024-05-03.", ("may", 3, 2024)),
        ("It was built in 1911.", ("", 0, 1911)),
    ],
)
def test_the_parts_of_a_date(text: str, date: tuple[str, int, int]) -> None:
    [found] = dates(text)
    assert (found.month, found.day, found.year) == date


@pytest.mark.parametrize("text", ["It held 1800 people.", "It may rain.", "It cost £1800."])
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_a_season_and_a_decade() -> None:
    assert dates("He played in 2019-20.")[0].last_year == 20
    assert dates("It was built in the nineties.")[0].decade == 90


def test_comparing() -> None:
    [day], [other], [weekday], [relative] = map(dates, ("3 May", "03/05/2024", "on Tuesday", "yesterday"))
    assert same_date(day, other)
    assert not dates_disagree(day, weekday)
    assert may_be_same_date(relative, day)
    assert dates_disagree(day, dates("4 May")[0])
