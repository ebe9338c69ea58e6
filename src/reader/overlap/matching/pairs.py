"""Pairs of sentences and their scores, in columns: there may be millions, and objects would be too large."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, MutableSequence, Sequence
from typing import NamedTuple

from reader.overlap.pacing import with_pauses

Pair = tuple[int, int]
"""Numbers of two sentences of different articles, in ascending order."""
Scores = MutableSequence[float]
"""One score for each pair, in the order of the pairs; an array takes a fourth of the memory of a list."""


class SentencePairs(NamedTuple):
    """Pairs in ascending order, in two columns."""

    first: Sequence[int]
    second: Sequence[int]

    def __iter__(self) -> Iterator[Pair]:
        """Yield one pair after the other."""
        return zip(self.first, self.second, strict=True)

    def groups(self) -> Iterator[tuple[int, range]]:
        """Yield each first sentence with the numbers of its pairs."""
        start = 0
        while start < len(self.first):
            first = self.first[start]
            end = bisect_right(self.first, first, start)
            yield first, range(start, end)
            start = end

    def number(self, pair: Pair) -> int:
        """Return the position of a pair that is among these."""
        start = bisect_left(self.first, pair[0])
        return bisect_left(self.second, pair[1], start, bisect_right(self.first, pair[0], start))


def merge_pairs(
    copied: Sequence[Pair],
    candidates: Iterable[tuple[int, set[int]]],
    same_words: Mapping[int, frozenset[int]],
) -> SentencePairs:
    """Return the copied pairs, which are in ascending order, together with the candidates.

    Candidates come with the last sentence first, each with its counterparts. Those counterparts that have the
    same words as the sentence itself are left out: whether they are a pair is decided among the copied ones.
    """
    first, second = array("I"), array("I")
    left = len(copied)
    for sentence, counterparts in with_pauses(candidates):
        counterparts.difference_update(same_words.get(sentence, ()))
        while left and copied[left - 1][0] == sentence:
            left -= 1
            counterparts.add(copied[left][1])
        first.extend(array("I", (sentence,)) * len(counterparts))
        second.extend(array("I", sorted(counterparts, reverse=True)))
    first.reverse()
    second.reverse()
    return SentencePairs(first, second)
