"""What a word is worth: inverse document frequency over exactly the sentences compared.

A name that every sentence of the event has in common is worth little here, though it is rare in English. The
words that make sentences, and the stock of news writing, are worth little anywhere. The unit is the word that
would stand in one sentence only, and every word weighs less, but more than 0.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING, Final

from reader.overlap.lexicon import FORMULA, STOCK, STOP
from reader.overlap.words import term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.overlap.statement import Statement

LIGHT: Final = 0.3
"""Worth of a word that says little by itself."""
_LIGHT_TERMS: Final = STOP | frozenset(map(term, FORMULA | STOCK))


def weigh(statements: Sequence[Statement]) -> dict[str, float]:
    """Give the weight of each term.

    Squared, as in the cosine of two tf-idf vectors (Salton and Buckley, 1988). A word that stands once can
    link nothing and only says that its sentence says more: it weighs no more than the rarest that can link.
    """
    count: Counter[str] = Counter()
    for statement in statements:
        count.update(statement.terms)
    number = len(statements)
    once = log(1 + number)
    worth = {standing: (log(1 + number / max(standing, 2)) / once) ** 2 for standing in set(count.values())}
    return {term: worth[standing] * (1.0 if is_telling(term) else LIGHT) for term, standing in count.items()}


def telling(terms: frozenset[str]) -> frozenset[str]:
    """Give the terms that can carry a match."""
    return terms - _LIGHT_TERMS


def is_telling(term: str) -> bool:
    """Whether a term can carry a match: what a sentence is made of, and who said it when, cannot."""
    return term not in _LIGHT_TERMS
