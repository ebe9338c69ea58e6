"""Which sentences are worth comparing, found without looking at all pairs.

An inverted index over the stems that make up nearly all that a sentence says, rarest first (prefix filtering:
Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins", 2006). In large collections the
steps and the counterparts of a sentence are bounded, so that time and memory grow with the sentences, not
with their pairs.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import groupby
from operator import itemgetter
from typing import Final

from reader.overlap.matching.idf import WeightedSentences
from reader.overlap.pacing import with_pauses

NEARLY_ALL: Final = 0.85  # part of the weight of a sentence that the stems make up which find others
MOST_STEPS: Final = 6_000_000  # entries of the index that may be looked at: about a second
MOST_PAIRS: Final = 200_000  # pairs that may be kept, shared out evenly among the sentences
FEWEST_COUNTERPARTS: Final = 5  # counterparts that a sentence may keep in any case


def find_candidates(weighted: WeightedSentences, *, exhaustive: bool) -> Iterator[tuple[int, set[int]]]:
    """Yield each sentence, the last one first, with those in later articles that share a content word.

    If `exhaustive`, these are all of them; else those that share one of its rarest content words, within the
    bounds.
    """
    sentences, articles, weights, totals = weighted
    part = 1.0 if exhaustive else NEARLY_ALL
    index = _RarestStems(weights)
    for sentence, total in with_pauses(zip(sentences, totals, strict=True)):
        index.add(_rarest(sentence.content_words, weights, part * total))
    if not exhaustive:
        index.limit_steps()
    most = len(sentences) if exhaustive else max(FEWEST_COUNTERPARTS, MOST_PAIRS // (len(sentences) + 1))
    later: dict[int, list[int]] = defaultdict(list)
    for _, of_one_article in groupby(reversed(range(len(sentences))), key=articles.__getitem__):
        numbers = list(of_one_article)
        for number in numbers:
            stems = index.of(number)
            found = set().union(*filter(None, map(later.get, stems)))
            yield number, found if len(found) <= most else _nearest(most, stems, later, index.weights)
        for number in numbers:
            for stem in index.of(number):
                later[stem].append(number)


class _RarestStems:
    """The stems that find others, rarest first, as numbers: words would take four times the memory."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = array("d", weights.values())  # of each stem, by its number
        self._numbers = dict(zip(weights, range(len(weights)), strict=True))
        self._stems = array("I")
        self._ends = array("I", (0,))

    def add(self, stems: Iterable[str]) -> None:
        """Add the stems of the next sentence."""
        self._stems.extend(map(self._numbers.__getitem__, stems))
        self._ends.append(len(self._stems))

    def of(self, number: int) -> Sequence[int]:
        """Return the stems of a sentence."""
        return self._stems[self._ends[number] : self._ends[number + 1]]

    def limit_steps(self) -> None:
        """Drop the commonest stems, and those that stand once, if looking all up takes too many steps."""
        count = Counter(self._stems)
        if sum(having**2 for having in count.values()) <= MOST_STEPS:
            return
        steps, kept = 0, set()
        for stem, having in sorted(count.items(), key=itemgetter(1)):
            steps += having**2
            if steps > MOST_STEPS:
                break
            if having > 1:
                kept.add(stem)
        stems, ends = array("I"), array("I", (0,))
        for number in range(len(self._ends) - 1):
            stems.extend(filter(kept.__contains__, self.of(number)))
            ends.append(len(stems))
        self._stems, self._ends = stems, ends


def _nearest(
    most: int, stems: Sequence[int], later: Mapping[int, list[int]], weights: Sequence[float]
) -> set[int]:
    """Return the sentences that share most, of all that the stems find."""
    shared: dict[int, float] = defaultdict(float)
    for stem in stems:
        weight = weights[stem]
        for other in reversed(later.get(stem, ())):
            shared[other] += weight
    return set(nlargest(most, shared, key=shared.__getitem__))


def _rarest(stems: Sequence[str], weights: Mapping[str, float], left: float) -> list[str]:
    """Return the stems, rarest first, until they make up the weight `left`."""
    rarest = sorted(stems, key=weights.__getitem__, reverse=True)
    for count, stem in enumerate(rarest, start=1):
        left -= weights[stem]
        if left <= 0:
            return rarest[:count]
    return rarest
