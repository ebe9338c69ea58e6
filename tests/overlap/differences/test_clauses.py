"""Clauses and phrases of a sentence."""

from __future__ import annotations

import pytest

from reader.overlap.differences.clauses import clauses, cut_out, with_governing_word, without_last
from reader.text.tokenized import tokenized_sentence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The barge sank.", ["The barge sank"]),
        ("The barge, an old one, sank.", ["The barge", "an old one", "sank"]),
        ("They left because it rained.", ["They left", "because it rained"]),
        ("", []),
    ],
)
def test_clauses(text: str, found: list[str]) -> None:
    words = tokenized_sentence(text)
    assert [words.text_of(clause) for clause in clauses(words)] == found


def test_cutting_words_out_of_a_stretch() -> None:
    assert cut_out(range(2, 8), {4, 7}) == [range(2, 4), range(5, 7)]
    assert cut_out(range(2, 4), {2, 3}) == []


def test_a_phrase_with_the_word_that_governs_it() -> None:
    words = tokenized_sentence("The union said few pilots will go.")
    assert words.text_of(with_governing_word(words, range(4, 7), frozenset())) == "few pilots will go"
    assert words.text_of(with_governing_word(words, range(4, 7), {3})) == "pilots will go"


def test_a_phrase_without_words_that_cannot_end_it() -> None:
    words = tokenized_sentence("a move hailed as an")
    assert words.text_of(without_last(words, range(5))) == "a move hailed"
