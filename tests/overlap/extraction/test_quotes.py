"""What is quoted, and the words that only tell who says so."""

from __future__ import annotations

import pytest

from reader.overlap.extraction.quotes import may_be_one_speaker, split_at_quotes, split_quotation


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“No,” she said.", ["No,"]),
        ('"No," she said. "Never."', ["No,", "Never."]),
        ("She said: “We go on", ["We go on"]),
        ("we went on,” she said.", ["we went on,"]),
        ("It’s the crew’s boat.", []),
    ],
)
def test_stretches_between_quotation_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end, inside in split_at_quotes(text) if inside] == quoted


def test_a_quotation_and_its_frame() -> None:
    assert split_quotation("“We left,” said Ada Brill.") == (["we", "left"], ["said", "ada", "brill"])


def test_a_report_with_a_quoted_word_is_no_quotation() -> None:
    assert split_quotation("The council called the “deal” off after a long night of talks.") == ([], [])


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("she said", "said ada murchie", True),
        ("murchie said", "said ada murchie", True),
        ("said ada murchie", "said tom hale", False),
        ("she said", "she never said", False),
    ],
)
def test_attributions_of_one_speaker(a: str, b: str, one: bool) -> None:
    assert may_be_one_speaker(a.split(), b.split()) is one
