"""Where two sentences say the contrary of one thing: one denies it, or has the opposite word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.overlap.agreement import around
from reader.overlap.lexicon import STOP
from reader.overlap.vocabulary import HELPING, NEGATIONS, OPPOSITES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.overlap.wording import Wording

REACH: Final = 2
"""Words between a negation and what it denies, at most."""


def contraries(a: Wording, b: Wording) -> Iterator[tuple[range, range]]:
    """Give the words that say the contrary of each other while something beside them is the same."""
    for one in _telling(a):
        for other in _telling(b):
            if _contrary(a, one, b, other) and not around(a, _only(one)).isdisjoint(around(b, _only(other))):
                yield _with_negation(a, one), _with_negation(b, other)


def _telling(words: Wording) -> list[int]:
    return [word for word, form in enumerate(words.forms) if form not in STOP and not words.capital(word)]


def _contrary(a: Wording, one: int, b: Wording, other: int) -> bool:
    term, other_term = a.terms[one], b.terms[other]
    denied, other_denied = _negation(a, one) >= 0, _negation(b, other) >= 0
    if term == other_term:
        return denied != other_denied and a.terms.count(term) == b.terms.count(term) == 1
    opposed = other_term in OPPOSITES.get(term, ()) and denied == other_denied
    return opposed and term not in b.terms and other_term not in a.terms


def _negation(words: Wording, word: int) -> int:
    """The word that denies it; -1 where none does."""
    for before in range(word - 1, max(-1, word - 2 - REACH), -1):
        if words.forms[before] in NEGATIONS and words.form(before + 1) != "only":
            return before
        if words.forms[before] not in STOP and not words.forms[before].endswith("ly"):
            break
        if words.before(before + 1).strip():
            break
    return -1


def _with_negation(words: Wording, word: int) -> range:
    first = _negation(words, word)
    if first < 0:
        return _only(word)
    return range(first - (words.form(first - 1) in HELPING), word + 1)


def _only(word: int) -> range:
    return range(word, word + 1)
