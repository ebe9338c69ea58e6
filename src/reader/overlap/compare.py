"""From articles to matches.

Every sentence is compared with every sentence of the other articles that it shares a telling word with.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from math import sqrt

from reader.articles.model import Article
from reader.overlap.kinds import kind_of
from reader.overlap.model import Match, Overlap, Place
from reader.overlap.reasons import reasons
from reader.overlap.statement import Statement, read
from reader.overlap.weights import weigh


def compare(articles: Sequence[Article], *, floor: float = 0.05) -> Overlap:
    """Give what the articles share, many to many and in any order.

    `floor` is the lowest score kept (0–1); 0 keeps every pair with a positive score. Furniture takes no part.
    """
    statements = read(articles)
    weights = weigh(statement.terms for statement in statements)
    mass = [sum(map(weights.__getitem__, s.terms)) for s in statements]
    found = []
    for (i, j), shared in _shared(statements, weights).items():
        score = shared / (sqrt(mass[i] * mass[j]) + 4)
        a, b = statements[i], statements[j]
        if a.forms == b.forms:
            score = 1.0
        if score > floor:
            found.append(Match(a.place, b.place, kind_of(a, b), min(score, 1.0), reasons(a, b, weights)))
    found.sort(key=lambda match: (-match.score, match.a, match.b))
    return Overlap(tuple(found))


def _shared(statements: Sequence[Statement], weights: dict[str, float]) -> dict[tuple[int, int], float]:
    posting: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for term in statement.terms:
            posting[term].append(number)
    starts = [s.place.article for s in statements]
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for i, statement in enumerate(statements):
        after = bisect_left(starts, statement.place.article + 1)
        for term in statement.terms:
            others = posting[term]
            for j in others[bisect_left(others, after) :]:
                shared[i, j] += weights[term]
    return shared
