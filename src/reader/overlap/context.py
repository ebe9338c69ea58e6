"""What the other pairs say about a pair.

Two sentences are not compared alone: they stand among neighbours, a third account may connect them, and each
has others it may fit better. Every function here takes the scores of all pairs and gives new ones.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[int, int]
"""Numbers of two statements of different articles, in ascending order."""
Scores = dict[Pair, float]

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


def in_context(scores: Scores, articles: Sequence[int]) -> Scores:
    """Give the scores in the light of each other. `articles` is the article of each statement."""
    scores = raised_by_neighbours(scores, articles)
    scores = raised_by_a_third_account(scores)
    return lowered_by_better_partners(scores, articles)


def raised_by_neighbours(scores: Scores, articles: Sequence[int]) -> Scores:
    """Accounts follow the same thread for a while: where one sentence matches, the next ones tend to."""
    support: Scores = {}
    for (a, b), score in scores.items():
        if score > STRONG:
            for step_a, step_b in STEPS:
                near = a + step_a, b + step_b
                if (
                    near in scores
                    and support.get(near, 0.0) < score
                    and of_the_same_articles((a, b), near, articles)
                ):
                    support[near] = score
    return scores | {near: scores[near] + NEIGHBOUR * lent for near, lent in support.items()}


def of_the_same_articles(pair: Pair, near: Pair, articles: Sequence[int]) -> bool:
    """Whether both pairs are of the same two articles: numbers that follow may be of different ones."""
    return articles[pair[0]] == articles[near[0]] and articles[pair[1]] == articles[near[1]]


def raised_by_a_third_account(scores: Scores) -> Scores:
    """If two sentences both say what a third account says, they are likely to say the same."""
    connected: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (a, b), score in scores.items():
        if score > STRONG:
            connected[a].append((b, score))
            connected[b].append((a, score))
    through: Scores = {}
    for partners in connected.values():
        if len(partners) <= MOST_CONNECTED:
            for (a, score_a), (b, score_b) in combinations(sorted(partners), 2):
                score = min(score_a, score_b)
                if score > through.get((a, b), 0.0):
                    through[a, b] = score
    return scores | {
        pair: scores[pair] + THIRD * (score - scores[pair])
        for pair, score in through.items()
        if pair in scores and score > scores[pair]
    }


def lowered_by_better_partners(scores: Scores, articles: Sequence[int]) -> Scores:
    """A sentence that fits another one of that article better is less likely to mean this one.

    The margin of Artetxe and Schwenk, "Margin-based parallel corpus mining with multilingual sentence
    embeddings" (2019), over the best partners only.
    """
    best = [[0.0] * (articles[-1] + 1) for _ in articles]
    for (a, b), score in scores.items():
        if score > best[a][articles[b]]:  # noqa: PLR1730 - twice as fast as max
            best[a][articles[b]] = score
        if score > best[b][articles[a]]:  # noqa: PLR1730
            best[b][articles[a]] = score
    return {
        (a, b): score * 2 * score / (best[a][articles[b]] + best[b][articles[a]])
        for (a, b), score in scores.items()
        if score > 0
    }
