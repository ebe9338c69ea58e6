"""How alike two sentences are in themselves: the weight of what they share against the weight of what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Final

from reader.overlap.candidates import candidates
from reader.overlap.context import Pair, Scores
from reader.overlap.statement import Statement

UNSHARED: Final = 0.75
"""Weight every pair is taken to have besides and not to share: two short sentences are soon alike by chance."""
LARGEST_PART: Final = 0.6
"""Part of the evidence that one word may make up: one word in common is a coincidence."""
ORDER: Final = 0.1
"""What standing at the same place of the article adds, and at the other end takes away."""


def resemblance(statements: Sequence[Statement], weights: Mapping[str, float], copied: set[Pair]) -> Scores:
    """Give the score of every pair that shares a telling term or was copied."""
    mass = [sum(map(weights.__getitem__, statement.terms)) for statement in statements]
    where = _positions(statements)
    scores = {}
    for a, b in copied.union(candidates(statements, weights)):
        shared = [weights[term] for term in statements[a].terms & statements[b].terms]
        order = 1 + ORDER * (1 - 2 * abs(where[a] - where[b]))
        scores[a, b] = order * _evidence(shared) / (sqrt(mass[a] * mass[b]) + UNSHARED)
    return scores


def _evidence(shared: Sequence[float]) -> float:
    total, largest = sum(shared), max(shared)
    return total - max(0.0, largest - LARGEST_PART * total)


def _positions(statements: Sequence[Statement]) -> list[float]:
    """Where each sentence stands in its article: 0 at the start, 1 at the end."""
    last: dict[int, int] = {s.place.article: s.place.sentence for s in statements}
    return [s.place.sentence / max(1, last[s.place.article]) for s in statements]
