"""How alike two sentences are in themselves: the weight of what they share against the weight of what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum, sqrt
from typing import Final

from reader.overlap.context import Pair, Scores
from reader.overlap.statement import Statement

UNSHARED: Final = 0.75
"""Weight every pair is taken to have besides and not to share: two short sentences are soon alike by chance."""
ORDER: Final = 0.1
"""What standing at the same place of the article adds, and at the other end takes away."""


def resemblance(
    pairs: Iterable[Pair], statements: Sequence[Statement], weights: Mapping[str, float]
) -> Scores:
    """Give the score of each pair: the cosine over weighted terms, and a little for the order."""
    weight = weights.__getitem__
    terms = [statement.terms for statement in statements]
    size = [sqrt(fsum(map(weight, statement.terms))) for statement in statements]
    where = _positions(statements)
    return {
        (a, b): fsum(map(weight, terms[a] & terms[b]))
        / (size[a] * size[b] + UNSHARED)
        * (1 + ORDER * (1 - 2 * abs(where[a] - where[b])))
        for a, b in pairs
    }


def _positions(statements: Sequence[Statement]) -> list[float]:
    """Where each sentence stands in its article: 0 at the start, 1 at the end."""
    last = {statement.place.article: statement.place.sentence for statement in statements}
    return [s.place.sentence / max(1, last[s.place.article]) for s in statements]
