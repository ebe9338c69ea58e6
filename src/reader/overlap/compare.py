"""From articles to matches: every sentence with every sentence of the others, in any order, many to many."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from reader.overlap.candidates import candidates
from reader.overlap.context import in_context
from reader.overlap.copying import copies, pairs_with_a_run
from reader.overlap.kinds import kind_of
from reader.overlap.model import Match, Overlap
from reader.overlap.quotations import shared_quotation
from reader.overlap.reasons import reasons
from reader.overlap.resemblance import resemblance
from reader.overlap.statement import read
from reader.overlap.weights import is_telling, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.articles.model import Article
    from reader.overlap.context import Pair, Scores
    from reader.overlap.model import Kind
    from reader.overlap.statement import Statement

SPREAD: Final = 0.8
"""Exponent that puts the scores on their scale, where .25 is sure and .17 possible."""
ALMOST: Final = 0.99
"""Only the same words score 1."""
QUOTATION: Final = 0.3
"""A shared quotation is sure, however long the sentences around it."""
PHRASE: Final = 0.2
"""A copy without two telling words is only possible: anyone may write "He declined to comment."."""


def compare(articles: Sequence[Article], *, floor: float = 0.05) -> Overlap:
    """Give what the articles share, many to many and in any order.

    `floor` is the lowest score kept (0–1). At 0 every pair with a positive score is given, whatever it costs:
    every pair that shares a telling word. Above 0 the search is bounded, so that a few weak pairs (below
    `POSSIBLE`, as a rule) may be missing. Furniture takes no part.
    """
    statements = read(articles)
    weights = weigh(statements)
    copied, similar = copies(statements), pairs_with_a_run(statements)
    pairs = chain(copied | similar, candidates(statements, weights, exhaustive=floor <= 0))
    alone = resemblance(pairs, statements, weights)
    scores = in_context(alone, [statement.place.article for statement in statements])
    ranked = sorted(
        (-score, pair, kind)
        for pair, kind, score in _judged(scores, statements, copied, similar)
        if score > 0 and score >= floor
    )
    return Overlap(
        tuple(
            Match(
                statements[a].place,
                statements[b].place,
                kind,
                -negative,
                partial(reasons, statements[a], statements[b], weights),
            )
            for negative, (a, b), kind in ranked
        )
    )


def _judged(
    scores: Scores, statements: Sequence[Statement], copied: set[Pair], similar: set[Pair]
) -> Iterator[tuple[Pair, Kind, float]]:
    """Every pair with its kind and its score on the scale that the user sees."""
    for pair, raw in scores.items():
        a, b = statements[pair[0]], statements[pair[1]]
        score = min(raw, ALMOST) ** SPREAD
        if a.words == b.words:
            yield pair, "verbatim", 1.0 if _tells(a) or _beside_a_copy(pair, copied) else max(score, PHRASE)
        elif pair in similar:
            yield pair, kind_of(a, b), max(score, QUOTATION) if shared_quotation(a, b) else score
        else:
            yield pair, "paraphrase", score


def _tells(statement: Statement) -> bool:
    return sum(map(is_telling, statement.terms)) >= 2


def _beside_a_copy(pair: Pair, copied: set[Pair]) -> bool:
    """A short sentence is a copy if the one before or after it is."""
    a, b = pair
    return (a - 1, b - 1) in copied or (a + 1, b + 1) in copied
