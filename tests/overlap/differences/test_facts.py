"""What can be compared in two sentences, and which of their words are reported."""

from __future__ import annotations

from reader.overlap.differences.difference import Difference
from reader.overlap.differences.facts import SentencePair, facts_of


def test_a_word_of_a_date_is_no_quantity_and_no_name() -> None:
    facts = facts_of("Reportedly 12 boats sank in Lennet on 14 October.")
    words = facts.words
    assert [words.text_of(quantity.shown) for quantity in facts.quantities] == ["12 boats"]
    assert [words.text_of(date.shown) for date in facts.dates] == ["14 October"]
    assert [words.text_of(name.shown) for name in facts.names] == ["Lennet"]
    assert [words.text_of(hedge) for hedge in facts.hedges] == ["Reportedly"]


def test_reported_words_are_left_out_afterwards() -> None:
    pair = SentencePair(facts_of("The old barge sank."), facts_of("The barge sank."), edited=True)
    assert pair.report("dropped", range(1, 2), range(0)) == Difference("dropped", "old", "")
    assert pair.a.reported == {1}
    assert pair.a.unreported_content() == pair.b.unreported_content()


def test_nothing_is_reported_of_a_sentence_that_is_compared_again() -> None:
    facts_of("The barge sank.").report(range(3))
    assert facts_of("The barge sank.").reported == set()
