"""How a difference is said to a person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

from reader.overlap.differences import detect
from reader.overlap.differences.detect import differences
from reader.overlap.differences.difference import (
    KEY_TYPES,
    PHRASES,
    SUGGESTED_TAGS,
    DifferenceType,
    describe_difference,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from reader.overlap.differences.difference import Difference
    from reader.overlap.differences.facts import SentencePair


def test_other_currencies_and_bounds_in_words() -> None:
    [money] = differences("The deal is worth $20bn.", "The deal is worth €20bn.")
    assert describe_difference(money, "A", "B") == "other currencies: “$20bn” in A, “€20bn” in B"
    [bound] = differences("At least 12 people died.", "12 people died.")
    assert (
        describe_difference(bound, "A", "B")
        == "figures not equally exact: “At least 12 people” in A, “12 people” in B"
    )


def test_several_differences_in_words() -> None:
    said = [
        describe_difference(one, "A", "B")
        for one in differences(
            "The barge had reportedly lost 2 masts in Lennet.", "The barge had lost 3 masts, a cook said."
        )
    ]
    assert said == [
        "figures disagree: “2 masts” in A, “3 masts” in B",
        "hedged only in A: “reportedly”",
        "only in A: “Lennet” (place)",
        "words only in B: “a cook said”",
    ]
    long = differences("one", "one " + "gull " * 60)
    assert len(describe_difference(long[0])) < 190


def test_every_type_has_a_tag_and_a_phrase() -> None:
    types = set(get_args(DifferenceType))
    assert set(SUGGESTED_TAGS) == types
    assert types <= set(PHRASES)
    assert types >= KEY_TYPES


def test_every_type_is_in_the_documentation_of_the_json_form() -> None:
    page = (Path(__file__).parents[3] / "docs" / "cli.md").read_text("utf-8")
    assert {type_ for type_ in get_args(DifferenceType) if f"`{type_}`" not in page} == set()


def test_a_finder_in_the_list_is_all_that_a_new_kind_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_first_words(pair: SentencePair) -> Iterator[Difference]:
        yield pair.report("replaced", range(1), range(1), "order")

    monkeypatch.setattr(detect, "FINDERS", (find_first_words, *detect.FINDERS))
    first, *_ = differences("Two boats sank.", "Three boats sank.")
    assert (first.type, first.a, first.b) == ("replaced", "Two", "Three")
