"""What a word is worth: inverse document frequency over exactly the sentences compared.

A name that every sentence of the event has in common is worth little here, though it is rare in English. The
words that make sentences, and the stock of news writing, are worth little anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log
from typing import Final

from reader.overlap.lexicon import FORMULA, STOP
from reader.overlap.words import term

_STOP_WORTH: Final = 0.1
_FORMULA_WORTH: Final = 0.3
_FORMULAS: Final = frozenset(map(term, FORMULA)) - STOP


def weigh(sentences: Iterable[Iterable[str]]) -> dict[str, float]:
    """Give the weight of each term of the sentences. It is above 0, even of a term that all sentences have."""
    sentences = list(sentences)
    frequency = Counter(term for terms in sentences for term in terms)
    return {term: log(1 + len(sentences) / count) ** 2 * _worth(term) for term, count in frequency.items()}


def _worth(term: str) -> float:
    if term in STOP:
        return _STOP_WORTH
    return _FORMULA_WORTH if term in _FORMULAS else 1.0
