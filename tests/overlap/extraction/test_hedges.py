"""Hedges, and what they are about."""

from __future__ import annotations

from reader.overlap.extraction.hedges import find_hedges, hedged_stems
from reader.text.tokenized import tokenized_sentence


def test_a_hedge_is_about_the_words_after_it() -> None:
    words = tokenized_sentence("The barge reportedly sank, and Brill wept.")
    [hedge] = find_hedges(words)
    assert words.text_of(hedge) == "reportedly"
    assert hedged_stems(words, hedge) == {"sank"}


def test_a_hedge_between_commas_is_about_the_whole_sentence() -> None:
    words = tokenized_sentence("The barge, reportedly, sank.")
    assert hedged_stems(words, find_hedges(words)[0]) == set(words.stems)


def test_the_month_is_no_hedge() -> None:
    assert find_hedges(tokenized_sentence("It opened in May.")) == []
