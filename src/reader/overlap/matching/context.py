"""What the other pairs say about a pair.

Two sentences are not compared alone: they stand among neighbours, a third account may connect them, and each
has others it may fit better. Every function here changes the scores of some pairs.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import MutableSequence
from itertools import combinations, count, repeat
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Pair = tuple[int, int]
"""Numbers of two statements of different articles, in ascending order."""
Scores = MutableSequence[float]
"""Of some pairs, in their order: an array, since a list of them takes four times the memory."""


class SentencePairs(NamedTuple):
    """SentencePairs of statements in ascending order, in two columns: they are many, and tuples are large."""

    first: Sequence[int]
    second: Sequence[int]

    def __iter__(self) -> Iterator[Pair]:
        """Give one pair after the other."""
        return zip(self.first, self.second, strict=True)

    def groups(self) -> Iterator[tuple[int, range]]:
        """Give each first statement with the numbers of its pairs."""
        start = 0
        while start < len(self.first):
            first = self.first[start]
            end = bisect_right(self.first, first, start)
            yield first, range(start, end)
            start = end

    def number(self, pair: Pair) -> int:
        """Tell which one a pair is that is among them."""
        start = bisect_left(self.first, pair[0])
        return bisect_left(self.second, pair[1], start, bisect_right(self.first, pair[0], start))


STRONG: Final = 0.15
"""A pair below this speaks for no other."""
NEIGHBOUR: Final = 0.1
"""Part of its score that a strong pair lends to the pairs beside it."""
STEPS: Final = ((-1, -1), (1, 1), (0, 1), (1, 0), (0, -1), (-1, 0))
"""To the pairs before and after; and to the halves, where one account takes two sentences for what takes
another one."""
THIRD: Final = 0.2
"""Part of the way to the score of the connecting pairs that the connected one is moved."""
MOST_CONNECTED: Final = 20
"""A sentence like more sentences than this is boilerplate: it connects nothing."""


def put_in_context(scores: Scores, pairs: SentencePairs, articles: Sequence[int]) -> None:
    """See the scores in the light of each other. `articles` is the article of each statement."""
    if scores:
        apart = len(articles) + articles[-1] + 1
        keys = _keys(pairs, articles, apart)
        raise_by_neighbours(scores, keys, apart)
        raise_by_a_third_account(scores, keys, apart)
        lower_by_better_partners(scores, pairs, articles)


def _keys(pairs: SentencePairs, articles: Sequence[int], apart: int) -> array[int]:
    """Each pair as one number, first × `apart` + second, so that the pairs beside it are found by adding.

    The statements are counted with one left out between articles: the last of one has none after it.
    """
    counted = array("Q", map(add, count(), articles))
    return array("Q", (counted[a] * apart + counted[b] for a, b in pairs))


def raise_by_neighbours(scores: Scores, keys: Sequence[int], apart: int) -> None:
    """Accounts follow the same thread for a while: where one sentence matches, the next ones tend to."""
    steps = [first * apart + second for first, second in STEPS]
    support = array("d", bytes(len(keys) * 8))
    for key, score in _strong(scores, keys):
        for step in steps:
            beside = bisect_left(keys, key + step)
            if beside < len(keys) and keys[beside] == key + step and support[beside] < score:
                support[beside] = score
    for number, by in enumerate(support):
        scores[number] += NEIGHBOUR * by


def raise_by_a_third_account(scores: Scores, keys: Sequence[int], apart: int) -> None:
    """If two sentences both say what a third account says, they are likely to say the same."""
    connected: dict[int, list[int]] = defaultdict(list)
    for number, score in enumerate(scores):
        if score > STRONG:
            for statement in divmod(keys[number], apart):
                connected[statement].append(number)
    through: dict[int, float] = {}
    for statement, numbers in connected.items():
        if 1 < len(numbers) <= MOST_CONNECTED:
            partners = [(sum(divmod(keys[number], apart)) - statement, scores[number]) for number in numbers]
            for (a, score_a), (b, score_b) in combinations(sorted(partners), 2):
                score = min(score_a, score_b)
                if score > through.get(a * apart + b, 0.0):
                    through[a * apart + b] = score
    for number, by in enumerate(map(through.get, keys, repeat(0.0))):
        if by > scores[number]:
            scores[number] += THIRD * (by - scores[number])


def _strong(scores: Scores, keys: Sequence[int]) -> Iterator[tuple[int, float]]:
    return ((key, score) for key, score in zip(keys, scores, strict=True) if score > STRONG)


def lower_by_better_partners(scores: Scores, pairs: SentencePairs, articles: Sequence[int]) -> None:
    """A sentence that fits another one of that article better is less likely to mean this one.

    The margin of Artetxe and Schwenk, "Margin-based parallel corpus mining with multilingual sentence
    embeddings" (2019), over the best partners only.
    """
    apart = articles[-1] + 1
    best = array("d", bytes(len(articles) * apart * 8))
    for (a, b), score in zip(pairs, scores, strict=True):
        for partner in (a * apart + articles[b], b * apart + articles[a]):
            if score > best[partner]:  # noqa: PLR1730 - twice as fast as max
                best[partner] = score
    for number, (a, b) in enumerate(pairs):
        score = scores[number]
        if score:
            scores[number] = (
                score * 2 * score / (best[a * apart + articles[b]] + best[b * apart + articles[a]])
            )
