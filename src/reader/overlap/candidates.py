"""Which sentences are worth comparing, found without looking at all pairs.

An inverted index over the words that make up nearly all of what a sentence says, rarest first (prefix
filtering: Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins", 2006). In large
collections the steps and the counterparts of a sentence are bounded: time and memory grow with the sentences,
not with their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nlargest
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from reader.overlap.manners import unhurried

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    whole: Sequence[float],
    *,
    exhaustive: bool,
) -> Iterator[tuple[int, set[int]]]:
    """Give the number of each statement with those, in later articles, that share a telling word with it.

    All of these if `exhaustive`, else those that share one of the words that find, within the bounds.
    `whole` is the weight of each statement.
    """
    part = 1.0 if exhaustive else NEARLY_ALL
    rarest = [
        _rarest(one.telling, weights, part * all_of_it)
        for one, all_of_it in unhurried(zip(statements, whole, strict=True))
    ]
    if not exhaustive:
        rarest = _within_steps(rarest)
    most = len(statements) if exhaustive else max(FEWEST_COUNTERPARTS, MOST_PAIRS // (len(statements) + 1))
    later: dict[str, list[int]] = defaultdict(list)
    for _, of_one_article in groupby(reversed(range(len(statements))), key=articles.__getitem__):
        numbers = list(of_one_article)
        for number in numbers:
            found = set().union(*filter(None, map(later.get, rarest[number])))
            yield number, found if len(found) <= most else _nearest(most, rarest[number], later, weights)
        for number in numbers:
            for term in rarest[number]:
                later[term].append(number)


def _nearest(
    most: int, terms: Sequence[str], later: Mapping[str, list[int]], weights: Mapping[str, float]
) -> set[int]:
    """Those that share most, of all that the terms find."""
    shared: dict[int, float] = defaultdict(float)
    for term in terms:
        weight = weights[term]
        for other in reversed(later.get(term, ())):
            shared[other] += weight
    return set(nlargest(most, shared, key=shared.__getitem__))


def _rarest(telling: Sequence[str], weights: Mapping[str, float], left: float) -> list[str]:
    """The telling terms, rarest first, until they make up what is left of the weight of the sentence."""
    terms = sorted(telling, key=weights.__getitem__, reverse=True)
    for count, term in enumerate(terms, start=1):
        left -= weights[term]
        if left <= 0:
            return terms[:count]
    return terms


def _within_steps(rarest: list[list[str]]) -> list[list[str]]:
    """As many of the terms that stand twice, rarest first, as can be walked."""
    count = Counter(chain.from_iterable(rarest))
    if sum(standing**2 for standing in count.values()) <= MOST_STEPS:
        return rarest
    walked, kept = 0, set()
    for term, standing in sorted(count.items(), key=itemgetter(1)):
        walked += standing**2
        if walked > MOST_STEPS:
            break
        if standing > 1:
            kept.add(term)
    for number, terms in enumerate(rarest):
        rarest[number] = [term for term in terms if term in kept]
    return rarest
