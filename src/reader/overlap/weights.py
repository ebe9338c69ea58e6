"""What a word is worth: inverse document frequency over exactly the sentences compared.

A name that every sentence of the event has in common is worth little here, though it is rare in English. The
words that make sentences, and the stock of news writing, are worth little anywhere. The unit is the word that
stands in one sentence only: it weighs 1, and every other less, but more than 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import Final

from reader.overlap.lexicon import FORMULA, STOP
from reader.overlap.statement import Statement
from reader.overlap.words import term

STOP_WORTH: Final = 0.2
FORMULA_WORTH: Final = 0.3
FORMULAS: Final = frozenset(map(term, FORMULA)) - STOP


def weigh(statements: Sequence[Statement]) -> dict[str, float]:
    """Give the weight of each term. Squared, as in the cosine of two tf-idf vectors (Salton and Buckley, 1988)."""
    frequency = frequencies(statements)
    once = log(1 + len(statements))
    return {
        term: (log(1 + len(statements) / count) / once) ** 2 * _worth(term)
        for term, count in frequency.items()
    }


def frequencies(statements: Iterable[Statement]) -> Counter[str]:
    """Count the sentences that each term stands in."""
    count: Counter[str] = Counter()
    for statement in statements:
        count.update(statement.terms)
    return count


def is_telling(term: str) -> bool:
    """Whether a term can carry a match: what a sentence is made of and who said it when cannot."""
    return term not in STOP and term not in FORMULAS


def _worth(term: str) -> float:
    if term in STOP:
        return STOP_WORTH
    return FORMULA_WORTH if term in FORMULAS else 1.0
