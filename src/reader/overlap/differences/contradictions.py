"""Contradictions: one sentence denies what the other says, or has the opposite word."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from reader.overlap.differences.difference import Difference
from reader.overlap.differences.facts import SentencePair
from reader.overlap.differences.surroundings import nearby_stems
from reader.text.en.antonyms import OPPOSITE_STEMS
from reader.text.en.grammar import AUXILIARIES
from reader.text.en.stopwords import STOPWORDS
from reader.text.tokenized import TokenizedSentence

DENYING: Final = frozenset({"no", "not", "never"})  # "without a road" does not deny the road
REACH: Final = 2  # words between a negation and what it denies, at most


def find_contradictions(pair: SentencePair) -> Iterator[Difference]:
    """Yield the first contradiction; in an edited text its words are reported as changed words instead."""
    if pair.edited:
        return
    for a, b in _contradicting_words(pair.a.words, pair.b.words):
        if pair.a.reported.isdisjoint(a) and pair.b.reported.isdisjoint(b):
            yield pair.report("replaced", a, b, "contrary")
        return


def _contradicting_words(a: TokenizedSentence, b: TokenizedSentence) -> Iterator[tuple[range, range]]:
    """Yield the words that contradict each other while some content word beside them is the same."""
    unique_a, unique_b = _unique_content_words(a), _unique_content_words(b)
    for stem, one in unique_a.items():
        for opposite in (stem, *OPPOSITE_STEMS.get(stem, ())):
            other = unique_b.get(opposite, -1)
            if other < 0 or not _contradict(a, one, b, other):
                continue
            near_a, near_b = nearby_stems(a, range(one, one + 1)), nearby_stems(b, range(other, other + 1))
            if not near_a.isdisjoint(near_b):
                yield _with_negation(a, one), _with_negation(b, other)


@lru_cache(maxsize=4096)
def _unique_content_words(words: TokenizedSentence) -> dict[str, int]:
    """Return the content words whose stem is in the sentence only once, by stem."""
    return {
        stem: word
        for word, (form, stem) in enumerate(zip(words.forms, words.stems, strict=True))
        if form not in STOPWORDS and not words.is_capitalized(word) and words.stems.count(stem) == 1
    }


def _contradict(a: TokenizedSentence, one: int, b: TokenizedSentence, other: int) -> bool:
    """Whether only one of two equal words is denied, or both or none of two opposite ones."""
    stem_a, stem_b = a.stems[one], b.stems[other]
    both_or_none_denied = (_negation(a, one) < 0) == (_negation(b, other) < 0)
    if stem_a == stem_b:
        return not both_or_none_denied
    return both_or_none_denied and stem_a not in b.stems and stem_b not in a.stems


def _negation(words: TokenizedSentence, word: int) -> int:
    """Return the word that denies a word; -1 if none does."""
    if DENYING.isdisjoint(words.forms):
        return -1
    for before in range(word - 1, max(-1, word - 2 - REACH), -1):
        form = words.forms[before]
        if form in DENYING and words.form(before + 1) != "only":
            return before
        if words.gap_before(before + 1).strip() or not (form in STOPWORDS or form.endswith("ly")):
            break
    return -1


def _with_negation(words: TokenizedSentence, word: int) -> range:
    """Return a word with the negation before it and the auxiliary before that: "did not sink"."""
    first = _negation(words, word)
    if first < 0:
        return range(word, word + 1)
    return range(first - (words.form(first - 1) in AUXILIARIES), word + 1)
