"""Detect what differs between the two sentences of a match."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from reader.overlap.differences.contradictions import find_contradictions
from reader.overlap.differences.details import find_details_and_words
from reader.overlap.differences.difference import NO_QUOTATION_MARKS, Difference
from reader.overlap.differences.disagreements import find_disagreements
from reader.overlap.differences.facts import SentencePair, facts_of
from reader.overlap.differences.one_sided_hedges import find_one_sided_hedges
from reader.overlap.differences.reversed_roles import find_reversed_roles
from reader.overlap.differences.rewording import is_edited
from reader.overlap.differences.small_changes import find_changed_signs, find_small_changes
from reader.overlap.differences.speakers import find_other_speakers
from reader.overlap.extraction.attribution import share_long_quotation
from reader.text.en.grammar import FUTURES
from reader.text.tokenized import TokenizedSentence

FINDERS: Final[tuple[Callable[[SentencePair], Iterable[Difference]], ...]] = (
    find_reversed_roles,
    find_disagreements,
    find_one_sided_hedges,
    find_other_speakers,
    find_contradictions,
    find_details_and_words,
)
"""Every kind of difference, what counts most first; each leaves out the words that are reported already."""


def differences(a: str, b: str) -> list[Difference]:
    """Return what differs between two sentences, what counts most first.

    The list is empty only if both have the same words, apart from case, quotation marks, the dots of
    abbreviations, contractions ("didn't"), British or American spelling, the way in which figures and dates
    are written, "will" and "is to", and whether the speaker of a quotation stands before or after it.
    """
    facts_a, facts_b = facts_of(a), facts_of(b)
    if facts_a.words.forms == facts_b.words.forms:
        if a.translate(NO_QUOTATION_MARKS) == b.translate(NO_QUOTATION_MARKS):
            return []
        pair = SentencePair(facts_a, facts_b, edited=True)
        return list(find_disagreements(pair)) or find_changed_signs(pair)
    edited = is_edited(facts_a.words, facts_b.words) or share_long_quotation(facts_a.words, facts_b.words)
    pair = SentencePair(facts_a, facts_b, edited)
    future_a, future_b = _future(facts_a.words), _future(facts_b.words)
    if future_a and future_b and len(future_a) != len(future_b):  # "will" and "is to": they are equal
        facts_a.report(future_a)
        facts_b.report(future_b)
    return [difference for find in FINDERS for difference in find(pair)] or find_small_changes(pair)


@lru_cache(maxsize=4096)
def _future(words: TokenizedSentence) -> range:
    """Return the words that put the first verb in the future."""
    for word in range(len(words)):
        for future in FUTURES:
            if words.forms[word : word + len(future)] == future:
                return range(word, word + len(future))
    return range(0)
