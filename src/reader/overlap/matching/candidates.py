"""Which sentences are worth comparing, found without looking at all pairs.

An inverted index over the words that make up nearly all of what a sentence says, rarest first (prefix
filtering: Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins", 2006). In large
collections the steps and the counterparts of a sentence are bounded: time and memory grow with the sentences,
not with their pairs.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from heapq import nlargest
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from reader.overlap.pacing import with_pauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.overlap.matching.features import SentenceFeatures

NEARLY_ALL: Final = 0.85
"""Part of the weight of a sentence that its rarest words make up; the rest finds nothing."""
MOST_STEPS: Final = 6_000_000
"""Entries of the index that may be walked: about a second."""
MOST_PAIRS: Final = 200_000
"""SentencePairs that may be kept, shared out evenly among the sentences."""
FEWEST_COUNTERPARTS: Final = 5
"""Counterparts that a sentence may keep in any case."""


def find_candidates(
    statements: Sequence[SentenceFeatures],
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
    rarest = Rarest(weights)
    for one, all_of_it in with_pauses(zip(statements, whole, strict=True)):
        rarest.add(_rarest(one.content_words, weights, part * all_of_it))
    if not exhaustive:
        rarest.keep_within_steps()
    most = len(statements) if exhaustive else max(FEWEST_COUNTERPARTS, MOST_PAIRS // (len(statements) + 1))
    later: dict[int, list[int]] = defaultdict(list)
    for _, of_one_article in groupby(reversed(range(len(statements))), key=articles.__getitem__):
        numbers = list(of_one_article)
        for number in numbers:
            terms = rarest.of(number)
            found = set().union(*filter(None, map(later.get, terms)))
            yield number, found if len(found) <= most else _nearest(most, terms, later, rarest.weights)
        for number in numbers:
            for term in rarest.of(number):
                later[term].append(number)


class Rarest:
    """The terms of each statement that find others, rarest first: all in one row, and as numbers.

    As lists of words they would take four times the memory.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = array("d", weights.values())
        """Of each term."""
        self._terms = dict(zip(weights, range(len(weights)), strict=True))
        self._row = array("I")
        self._ends = array("I", (0,))

    def add(self, terms: Iterable[str]) -> None:
        """Take in those of the next statement."""
        self._row.extend(map(self._terms.__getitem__, terms))
        self._ends.append(len(self._row))

    def of(self, number: int) -> array[int]:
        """Give those of a statement."""
        return self._row[self._ends[number] : self._ends[number + 1]]

    def keep_within_steps(self) -> None:
        """Keep as many of the terms that stand twice, rarest first, as can be walked."""
        count = Counter(self._row)
        if sum(standing**2 for standing in count.values()) <= MOST_STEPS:
            return
        walked, kept = 0, set()
        for term, standing in sorted(count.items(), key=itemgetter(1)):
            walked += standing**2
            if walked > MOST_STEPS:
                break
            if standing > 1:
                kept.add(term)
        self._keep(kept)

    def _keep(self, kept: set[int]) -> None:
        row, ends = array("I"), array("I", (0,))
        for number in range(len(self._ends) - 1):
            row.extend(filter(kept.__contains__, self.of(number)))
            ends.append(len(row))
        self._row, self._ends = row, ends


def _nearest(
    most: int, terms: Sequence[int], later: Mapping[int, list[int]], weights: Sequence[float]
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
