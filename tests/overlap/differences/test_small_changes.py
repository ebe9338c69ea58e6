"""What is reported where nothing else differs: function words, order, signs."""

from __future__ import annotations

import pytest
from tests.overlap.differences.helpers import found, in_words

from reader.overlap.differences.detect import differences
from reader.overlap.differences.difference import describe_difference


@pytest.mark.parametrize(
    ("a", "b", "marked"),
    [
        ("The port is open 😀", "The port is open 😡", ("open 😀", "open 😡")),
        ("The mayor resigned?", "The mayor resigned.", ("resigned?", "resigned.")),
        ("It is 1,2,3,4", "It is 1.2.3.4", ("1,2,3,4", "1.2.3.4")),
        ("😀", "😡", ("😀", "😡")),
    ],
)
def test_signs_that_are_no_words(a: str, b: str, marked: tuple[str, str]) -> None:
    assert found(a, b) == [("replaced", *marked)]


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("An old ferry sank.", "The old ferry sank.", "only small words: “An” in A, “The” in B"),
        ("Prices rose in Lennet.", "Prices rose at Lennet.", "only small words: “in” in A, “at” in B"),
    ],
)
def test_a_change_of_function_words(a: str, b: str, words: str) -> None:
    assert in_words(a, b) == [words]


def test_an_article_alone_is_reported_only_where_nothing_else_is() -> None:
    assert found("An old ferry sank.", "The old ferry sank.") == [("replaced", "An", "The")]
    assert found("An old ferry sank.", "The old ferry sank slowly.") == [("added", "", "slowly")]


def test_the_same_in_another_order() -> None:
    [one] = differences("Schools in Lennet and Pell will close.", "Schools in Pell and Lennet will close.")
    assert describe_difference(one) == "the same, in another order"


def test_a_short_text_written_anew_is_reported_as_one() -> None:
    a, b = "Nobody died.", "All survived."
    [one] = differences(a, b)
    assert (one.type, one.a, one.b) == ("replaced", a, b)
    assert describe_difference(one) == "other words throughout"
