"""What the other pairs say about a pair.

Two sentences are not compared alone: they stand among neighbours, a third account may connect them, and each
has others that it may fit better. Every function here changes the scores of some pairs.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, count, repeat
from operator import add
from typing import Final

from reader.overlap.matching.pairs import Scores, SentencePairs

STRONG: Final = 0.15  # a pair that scores no more than this is no support for another
NEIGHBOUR: Final = 0.1  # part of its score that a strong pair lends to the pairs beside it
STEPS: Final = ((-1, -1), (1, 1), (0, 1), (1, 0), (0, -1), (-1, 0))
"""From a pair to those before and after it; and to the halves, where one account takes two sentences for what
the other says in one."""
THIRD: Final = 0.2  # part of the way that a connected pair moves to the score of the pairs that connect it
MOST_CONNECTED: Final = 20  # a sentence like more sentences than this is boilerplate: it connects nothing


def put_in_context(scores: Scores, pairs: SentencePairs, articles: Sequence[int]) -> None:
    """Change the scores in the light of each other; `articles` has the article of each sentence."""
    if not scores:
        return
    # Each pair as one number, first * width + second, so that the pairs beside it are found by adding. One
    # number is left out between articles: the last sentence of an article has none after it.
    width = len(articles) + articles[-1] + 1
    counted = array("Q", map(add, count(), articles))
    keys = array("Q", (counted[a] * width + counted[b] for a, b in pairs))
    _raise_by_neighbours(scores, keys, width)
    _raise_by_a_third_account(scores, keys, width)
    _lower_by_better_partners(scores, pairs, articles)


def _raise_by_neighbours(scores: Scores, keys: Sequence[int], width: int) -> None:
    """Raise pairs beside strong ones: where one sentence matches, the next ones tend to."""
    steps = [first * width + second for first, second in STEPS]
    support = array("d", bytes(len(keys) * 8))
    for key, score in zip(keys, scores, strict=True):
        if score > STRONG:
            for step in steps:
                beside = bisect_left(keys, key + step)
                if beside < len(keys) and keys[beside] == key + step and support[beside] < score:
                    support[beside] = score
    for number, by in enumerate(support):
        scores[number] += NEIGHBOUR * by


def _raise_by_a_third_account(scores: Scores, keys: Sequence[int], width: int) -> None:
    """Raise pairs that a third account connects: two that say what it says are likely to say the same."""
    connected: dict[int, list[int]] = defaultdict(list)
    for number, score in enumerate(scores):
        if score > STRONG:
            for sentence in divmod(keys[number], width):
                connected[sentence].append(number)
    through: dict[int, float] = {}
    for sentence, numbers in connected.items():
        if 1 < len(numbers) <= MOST_CONNECTED:
            partners = [(sum(divmod(keys[number], width)) - sentence, scores[number]) for number in numbers]
            for (a, score_a), (b, score_b) in combinations(sorted(partners), 2):
                score = min(score_a, score_b)
                if score > through.get(a * width + b, 0.0):
                    through[a * width + b] = score
    for number, by in enumerate(map(through.get, keys, repeat(0.0))):
        if by > scores[number]:
            scores[number] += THIRD * (by - scores[number])


def _lower_by_better_partners(scores: Scores, pairs: SentencePairs, articles: Sequence[int]) -> None:
    """Lower pairs of which a sentence fits another one of the other article better.

    The margin of Artetxe and Schwenk, "Margin-based parallel corpus mining with multilingual sentence
    embeddings" (2019), over the best partners only.
    """
    width = articles[-1] + 1
    best = array("d", bytes(len(articles) * width * 8))  # by sentence and article of the partner
    for (a, b), score in zip(pairs, scores, strict=True):
        for partner in (a * width + articles[b], b * width + articles[a]):
            if score > best[partner]:  # noqa: PLR1730 - twice as fast as max
                best[partner] = score
    for number, (a, b) in enumerate(pairs):
        score = scores[number]
        if score:
            margin = best[a * width + articles[b]] + best[b * width + articles[a]]
            scores[number] = score * 2 * score / margin
