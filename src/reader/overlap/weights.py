"""What a word is worth: inverse document frequency over exactly the sentences compared.

A name that every sentence of the event has in common is worth little here, though it is rare in English. The
words that make sentences, and the stock of news writing, are worth little anywhere. The unit is the word that
stands in one sentence only: it weighs 1, and every other less, but more than 0.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from math import fsum, log
from typing import TYPE_CHECKING, Final

from reader.overlap.lexicon import FORMULA, STOCK, STOP
from reader.overlap.words import term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from reader.overlap.statement import Statement

LIGHT: Final = 0.3
"""Worth of a word that says little by itself."""
_LIGHT_TERMS: Final = STOP | frozenset(map(term, FORMULA | STOCK))


def weigh(statements: Sequence[Statement]) -> dict[str, float]:
    """Give the weight of each term.

    Squared, as in the cosine of two tf-idf vectors (Salton and Buckley, 1988).
    """
    count = Counter(chain.from_iterable(statement.terms for statement in statements))
    number = len(statements)
    once = log(1 + number)
    worth = {standing: (log(1 + number / standing) / once) ** 2 for standing in set(count.values())}
    return {
        term: worth[standing] * (LIGHT if term in _LIGHT_TERMS else 1.0) for term, standing in count.items()
    }


def whole(statements: Sequence[Statement], weights: Mapping[str, float]) -> list[float]:
    """Give what all the terms of each statement weigh together."""
    return [fsum(map(weights.__getitem__, statement.terms)) for statement in statements]


def telling(terms: AbstractSet[str]) -> AbstractSet[str]:
    """Give the terms that can carry a match."""
    return terms - _LIGHT_TERMS


def is_telling(term: str) -> bool:
    """Whether a term can carry a match: what a sentence is made of, and who said it when, cannot."""
    return term not in _LIGHT_TERMS
