"""Which sentences are worth comparing, and what they share, found without looking at all pairs.

An inverted index over the telling terms, rarest first, up to a bound on the work: below the bound (some
thousand sentences) every pair that shares a telling term is found; above it the commonest terms only count, they do
not find. A sentence keeps its best counterparts, so that memory grows with the sentences, not with their pairs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Final

from reader.overlap.context import Pair
from reader.overlap.statement import Statement
from reader.overlap.weights import is_telling

MOST_STEPS: Final = 10_000_000
"""Entries of the index that may be walked: about a second."""
MOST_PAIRS: Final = 200_000
"""Pairs that may be kept, shared out evenly among the sentences."""
FEWEST_COUNTERPARTS: Final = 8
"""Counterparts that a sentence may keep in any case."""


def candidates(statements: Sequence[Statement], weights: Mapping[str, float]) -> Iterator[Pair]:
    """Give pairs of numbers of statements, the one of the earlier article first, that share a telling term."""
    index = _index(statements)
    finding = _rare_enough(index)
    articles = [statement.place.article for statement in statements]
    most = max(FEWEST_COUNTERPARTS, MOST_PAIRS // max(1, len(statements)))
    for number, statement in enumerate(statements):
        next_article = bisect_left(articles, articles[number] + 1)
        shared: dict[int, float] = defaultdict(float)
        for term in statement.terms & finding:
            weight, standing = weights[term], index[term]
            for other in standing[bisect_left(standing, next_article) :]:
                shared[other] += weight
        for other in shared if len(shared) <= most else nlargest(most, shared, key=shared.__getitem__):
            yield number, other


def _index(statements: Sequence[Statement]) -> dict[str, list[int]]:
    """Where each telling term stands, in ascending order."""
    index = defaultdict(list)
    for number, statement in enumerate(statements):
        for term in statement.terms:
            index[term].append(number)
    return {term: standing for term, standing in index.items() if len(standing) > 1 and is_telling(term)}


def _rare_enough(index: Mapping[str, list[int]]) -> frozenset[str]:
    """The rarest terms, as many as can be walked within the bound."""
    steps, finding = 0, set()
    for term in sorted(index, key=lambda term: len(index[term])):
        steps += len(index[term]) ** 2
        if steps > MOST_STEPS:
            break
        finding.add(term)
    return frozenset(finding)
