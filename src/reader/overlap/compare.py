"""From articles to matches: every sentence with every sentence of the other articles, in any order, many to many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.articles.model import Article
from reader.overlap.context import in_context
from reader.overlap.copying import copies, pairs_with_a_run
from reader.overlap.kinds import kind_of
from reader.overlap.model import SURE, Kind, Match, Overlap
from reader.overlap.quotations import shared_quotation
from reader.overlap.reasons import reasons
from reader.overlap.resemblance import resemblance
from reader.overlap.statement import Statement, read
from reader.overlap.weights import is_telling, weigh

SPREAD: Final = 0.85
"""Exponent that puts the scores on their scale, where .25 is sure and .17 possible."""
QUOTATION: Final = 0.3
"""A shared quotation is sure, however long the sentences around it."""
PHRASE: Final = 0.2
"""A sentence of common words that both have is possible: anyone may write "He declined to comment."."""


def compare(articles: Sequence[Article], *, floor: float = 0.05) -> Overlap:
    """Give what the articles share, many to many and in any order.

    `floor` is the lowest score kept (0–1); 0 keeps every pair with a positive score. Furniture takes no part.
    """
    statements = read(articles)
    weights = weigh(statements)
    same, similar = copies(statements), pairs_with_a_run(statements)
    scores = in_context(
        resemblance(statements, weights, same | similar), [s.place.article for s in statements]
    )
    found = []
    for pair, raw in scores.items():
        a, b = statements[pair[0]], statements[pair[1]]
        score = min(raw, 1.0) ** SPREAD
        kind: Kind = "paraphrase"
        if pair in same:
            score = 1.0 if _telling(a) or _among(pair, same) else max(score, PHRASE)
            kind = "verbatim"
        elif pair in similar:
            kind = kind_of(a, b)
            if shared_quotation(a, b):
                score = max(score, QUOTATION)
        if score > floor:
            found.append(Match(a.place, b.place, kind, score, reasons(a, b, weights)))
    found.sort(key=lambda match: (-match.score, match.a, match.b))
    return Overlap(tuple(found))


def _telling(statement: Statement) -> bool:
    return len([1 for term in statement.terms if is_telling(term)]) >= 2


def _among(pair: tuple[int, int], same: set[tuple[int, int]]) -> bool:
    a, b = pair
    return (a - 1, b - 1) in same or (a + 1, b + 1) in same
