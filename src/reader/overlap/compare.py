"""From articles to matches: every sentence with every sentence of the other articles, in any order, many to many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Final

from reader.articles.model import Article
from reader.overlap.candidates import candidates
from reader.overlap.context import Pair, in_context
from reader.overlap.copying import copies, pairs_with_a_run
from reader.overlap.kinds import kind_of
from reader.overlap.model import Kind, Match, Overlap
from reader.overlap.quotations import shared_quotation
from reader.overlap.reasons import reasons
from reader.overlap.resemblance import resemblance
from reader.overlap.statement import Statement, read
from reader.overlap.weights import is_telling, weigh

SPREAD: Final = .8
"""Exponent that puts the scores on their scale, where .25 is sure and .17 possible."""
ALMOST: Final = 0.99
"""Only the same words score 1."""
QUOTATION: Final = 0.3
"""A shared quotation is sure, however long the sentences around it."""
NEARLY_ALL: Final = 0.85
"""Part of a sentence whose words find its counterparts, where not every pair is asked for."""
PHRASE: Final = 0.2
"""A sentence of common words that both have is possible: anyone may write "He declined to comment."."""


def compare(articles: Sequence[Article], *, floor: float = 0.05) -> Overlap:
    """Give what the articles share, many to many and in any order.

    `floor` is the lowest score kept (0–1); 0 keeps every pair with a positive score. Furniture takes no part.
    """
    statements = read(articles)
    weights = weigh(statements)
    same, similar = copies(statements), pairs_with_a_run(statements)
    pairs = chain(same | similar, candidates(statements, weights, NEARLY_ALL if floor else 1.0))
    alone = resemblance(pairs, statements, weights)
    scores = in_context(alone, [statement.place.article for statement in statements])
    found = []
    for pair, raw in scores.items():
        a, b = statements[pair[0]], statements[pair[1]]
        score = min(raw, ALMOST) ** SPREAD
        kind: Kind = "paraphrase"
        if a.words == b.words:
            kind = "verbatim"
            score = 1.0 if _telling(a) or _among(pair, same) else max(score, PHRASE)
        elif pair in similar:
            kind = kind_of(a, b)
            score = max(score, QUOTATION) if shared_quotation(a, b) else score
        if score > floor:
            found.append((-score, pair, kind))
    found.sort()
    return Overlap(
        tuple(_match(statements[a], statements[b], kind, -score, weights) for score, (a, b), kind in found)
    )


def _match(a: Statement, b: Statement, kind: Kind, score: float, weights: Mapping[str, float]) -> Match:
    return Match(a.place, b.place, kind, score, partial(reasons, a, b, weights))


def _telling(statement: Statement) -> bool:
    return len([1 for term in statement.terms if is_telling(term)]) >= 2


def _among(pair: tuple[int, int], same: set[tuple[int, int]]) -> bool:
    a, b = pair
    return (a - 1, b - 1) in same or (a + 1, b + 1) in same
