"""Where two sentences say the contrary of one thing: one denies it, or has the opposite word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.overlap.differences.quantities_compared import around
from reader.text.en.antonyms import OPPOSITE_STEMS
from reader.text.en.grammar import AUXILIARIES
from reader.text.en.stopwords import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.tokenized import TokenizedSentence

DENYING: Final = frozenset({"no", "not", "never"})
"""Words that deny what follows; "without a road" does not deny the road."""
REACH: Final = 2
"""Words between a negation and what it denies, at most."""


def contraries(a: TokenizedSentence, b: TokenizedSentence) -> Iterator[tuple[range, range]]:
    """Give the words that say the contrary of each other while something beside them is the same."""
    ones, others = _once(a), _once(b)
    for term, one in ones.items():
        for opposite in (term, *OPPOSITE_STEMS.get(term, ())):
            other = others.get(opposite, -1)
            if other >= 0 and _contrary(a, one, b, other) and _beside_the_same(a, one, b, other):
                yield _with_negation(a, one), _with_negation(b, other)


@lru_cache(maxsize=4096)
def _once(words: TokenizedSentence) -> dict[str, int]:
    """Where the telling families stand that stand in it once."""
    return {
        term: word
        for word, (form, term) in enumerate(zip(words.forms, words.stems, strict=True))
        if form not in STOPWORDS and not words.capital(word) and words.stems.count(term) == 1
    }


def _contrary(a: TokenizedSentence, one: int, b: TokenizedSentence, other: int) -> bool:
    alike = _is_denied(a, one) == _is_denied(b, other)
    if a.stems[one] == b.stems[other]:
        return not alike
    return alike and a.stems[one] not in b.stems and b.stems[other] not in a.stems


def _beside_the_same(a: TokenizedSentence, one: int, b: TokenizedSentence, other: int) -> bool:
    return not around(a, _only(one)).isdisjoint(around(b, _only(other)))


def _is_denied(words: TokenizedSentence, word: int) -> bool:
    return not DENYING.isdisjoint(words.forms) and _negation(words, word) >= 0


def _negation(words: TokenizedSentence, word: int) -> int:
    """The word that denies it; -1 where none does."""
    for before in range(word - 1, max(-1, word - 2 - REACH), -1):
        if words.forms[before] in DENYING and words.form(before + 1) != "only":
            return before
        if words.forms[before] not in STOPWORDS and not words.forms[before].endswith("ly"):
            break
        if words.before(before + 1).strip():
            break
    return -1


def _with_negation(words: TokenizedSentence, word: int) -> range:
    first = _negation(words, word)
    if first < 0:
        return _only(word)
    return range(first - (words.form(first - 1) in AUXILIARIES), word + 1)


def _only(word: int) -> range:
    return range(word, word + 1)
