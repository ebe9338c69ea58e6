"""Details that only one sentence has, and names in place of others."""

from __future__ import annotations

import pytest
from tests.overlap.differences.helpers import found, found_about, found_except_words, in_words

from reader.overlap.differences.detect import differences
from reader.overlap.differences.difference import describe_difference


def test_details_that_only_one_side_has() -> None:
    a = "Two men from Lennet met Ada Brill in Wendhaven on Friday at 5pm."
    found = {(one.about, one.a) for one in differences(a, "Two men met.") if one.type == "detail"}
    assert found == {
        ("place", "Lennet"),
        ("name", "Ada Brill"),
        ("place", "Wendhaven"),
        ("date", "Friday"),
        ("time", "5pm"),
    }


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Harbour Safety Board asked for it.", "The HSB asked for it."),
        ("It was Idris Pell who asked for it.", "It was Mr Pell who asked for it."),
        ("It sank on Tuesday.", "It sank yesterday."),
        ("The Bank of Spain asked for it.", "The Spanish bank asked for it."),
        ("It began in Calif. and ended.", "It began in California and ended."),
    ],
)
def test_a_short_form_is_the_same_detail(a: str, b: str) -> None:
    assert found_except_words(a, b) == []


def test_a_detail_in_words_that_are_reported_is_reported_with_them() -> None:
    a = "The mayor spoke, in a letter to the people of Wendhaven."
    assert found(a, "The mayor spoke.") == [("detail", "in a letter to the people of Wendhaven", "")]


def test_a_name_in_place_of_another() -> None:
    [who, where] = differences("Ada Brill won the race in Lennet.", "Tom Oakes won the race in Pell.")
    assert (who.type, who.a, who.b) == ("replaced", "Ada Brill", "Tom Oakes")
    assert describe_difference(who, "A", "B") == "other names: “Ada Brill” in A, “Tom Oakes” in B"
    assert describe_difference(where, "A", "B") == "other places: “Lennet” in A, “Pell” in B"


def test_the_year_of_a_day() -> None:
    assert in_words("It opened on 3 May 2024.", "It opened on May 3.") == ["only in A: “2024” (date)"]


@pytest.mark.parametrize(
    ("a", "b", "detail"),
    [
        ("Shares in Brill fell.", "Shares fell.", ("name", "Brill")),
        ("They met the Harbour Workers’ Alliance.", "They met.", ("name", "Harbour Workers’ Alliance")),
        ("It is a matter for France.", "It is a matter for others.", ("place", "France")),
        ("She was taken to St Olave’s Hospital.", "She was taken away.", ("name", "St Olave’s Hospital")),
        ("The ferry sank overnight.", "The ferry sank.", ("time", "overnight")),
        ("It sold 22 leased aircraft.", "It sold aircraft.", ("figure", "22 leased aircraft")),
    ],
)
def test_what_a_detail_is_called(a: str, b: str, detail: tuple[str, str]) -> None:
    assert [(about, one) for about, one, _ in found_about(a, b, "detail")] == [detail]


def test_things_mentioned_before_are_no_detail() -> None:
    assert "figure" not in [
        about for about, _, _ in found_about("The two ports agreed.", "They agreed.", "detail")
    ]


def test_where_every_noun_has_a_capital_none_is_a_name() -> None:
    a = "Bei einem Brand in einer Lagerhalle in Pellhafen sind zwei Arbeiter verletzt worden."
    b = "Zwei Arbeiter wurden bei einem Feuer in Pellhafen verletzt, teilte die Polizei mit."
    assert "name" not in [one.about for one in differences(a, b)]
