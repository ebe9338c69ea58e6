"""Which sentences are worth comparing, found without looking at all pairs.

An inverted index over the words that make up nearly all of what a sentence says, rarest first (prefix
filtering: Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins", 2006). In large
collections the steps and the counterparts of a sentence are bounded: time and memory grow with the sentences,
not with their pairs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from heapq import nlargest
from itertools import accumulate, repeat
from math import fsum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.overlap.context import Pair
    from reader.overlap.statement import Statement

NEARLY_ALL: Final = 0.85
"""Part of the weight of a sentence that its rarest words make up; the rest finds nothing."""
MOST_STEPS: Final = 6_000_000
"""Entries of the index that may be walked: about a second."""
MOST_PAIRS: Final = 200_000
"""Pairs that may be kept, shared out evenly among the sentences."""
FEWEST_COUNTERPARTS: Final = 5
"""Counterparts that a sentence may keep in any case."""


def candidates(
    statements: Sequence[Statement],
    articles: Sequence[int],
    weights: Mapping[str, float],
    *,
    exhaustive: bool,
) -> Iterator[Pair]:
    """Give pairs of numbers of statements, of the earlier article first, that share a telling word.

    All such pairs if `exhaustive`, else those that share one of the words that find, within the bounds.
    """
    part = 1.0 if exhaustive else NEARLY_ALL
    rarest = [_rarest(statement, weights, part) for statement in statements]
    index = _index(rarest) if exhaustive else _within_steps(_index(rarest))
    most = len(statements) if exhaustive else max(FEWEST_COUNTERPARTS, MOST_PAIRS // (len(statements) + 1))
    for number, terms in enumerate(rarest):
        next_article = bisect_left(articles, articles[number] + 1)
        later = {
            term: standing[bisect_left(standing, next_article) :]
            for term in terms
            if (standing := index.get(term)) and standing[-1] >= next_article
        }
        found = set().union(*later.values())
        yield from zip(repeat(number), found if len(found) <= most else _nearest(most, later, weights))


def _nearest(most: int, later: Mapping[str, list[int]], weights: Mapping[str, float]) -> list[int]:
    """Those that share most, of all that the terms find."""
    shared: dict[int, float] = defaultdict(float)
    for term, standing in later.items():
        weight = weights[term]
        for other in standing:
            shared[other] += weight
    return nlargest(most, shared, key=shared.__getitem__)


def _rarest(statement: Statement, weights: Mapping[str, float], part: float) -> list[str]:
    """The telling terms, rarest first, until they make up the part of the weight of the sentence."""
    terms = sorted(sorted(statement.telling), key=weights.__getitem__, reverse=True)
    left = part * fsum(map(weights.__getitem__, statement.terms))
    for count, term in enumerate(terms, start=1):
        left -= weights[term]
        if left <= 0:
            return terms[:count]
    return terms


def _index(rarest: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Where the terms stand, in ascending order."""
    index = defaultdict(list)
    for number, terms in enumerate(rarest):
        for term in terms:
            index[term].append(number)
    return index


def _within_steps(index: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """As many of the terms, rarest first, as can be walked."""
    terms = sorted(index, key=lambda term: len(index[term]))
    steps = accumulate(len(index[term]) ** 2 for term in terms)
    return {term: index[term] for term, walked in zip(terms, steps, strict=True) if walked <= MOST_STEPS}
