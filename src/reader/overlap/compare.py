"""From articles to matches: every sentence with every sentence of the others, in any order, many to many."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from reader.overlap.candidates import candidates
from reader.overlap.collector import collector_paused
from reader.overlap.context import in_context, of_the_same_articles
from reader.overlap.copying import copies, pairs_with_a_run
from reader.overlap.events import apart, events, nearness
from reader.overlap.kinds import kind_of, quoted_alike
from reader.overlap.model import Match, Overlap
from reader.overlap.reasons import reasons
from reader.overlap.resemblance import resemblance, shares_enough
from reader.overlap.statement import read
from reader.overlap.weights import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.articles.model import Article
    from reader.overlap.context import Pair, Scores
    from reader.overlap.events import Near
    from reader.overlap.model import Kind, Place
    from reader.overlap.statement import Statement

SPREAD: Final = 0.74
"""Exponent that puts the scores on their scale, where .25 is sure and .17 possible."""
ALMOST: Final = 0.99
"""Only the same words score 1."""
UNSURE: Final = 0.24
"""The most that one thing in common can score: just not sure."""
QUOTATION: Final = 0.3
"""A shared quotation is sure, however long the sentences around it."""
PHRASE: Final = 0.2
"""A copy without two telling words is only possible: anyone may write "He declined to comment."."""


def compare(articles: Sequence[Article], *, floor: float = 0.05) -> Overlap:
    """Give what the articles share, many to many and in any order.

    `floor` is the lowest score kept (0–1). At 0 every pair with a positive score is given, whatever it costs:
    every pair that shares a telling word. Above 0 the search is bounded, so that a few weak pairs (below
    `POSSIBLE`, as a rule) may be missing. Furniture takes no part.

    What a sentence is, and of which kind a pair, is remembered, so that one article more costs about half.
    Words weigh what they weigh among exactly these articles, as far as they are on one event, so that the
    scores of all pairs are found anew.
    """
    with collector_paused():
        return Overlap(tuple(_matches(*read(articles), floor)))


def _matches(places: Sequence[Place], statements: Sequence[Statement], floor: float) -> Iterator[Match]:
    articles = [place.article for place in places]
    near = nearness(statements, articles)
    event = events(articles, near)
    weights = weigh(statements, [event[article] for article in articles])
    copied = copies(statements, articles)
    words = [statement.words for statement in statements]
    similar = {(a, b) for a, b in pairs_with_a_run(statements, articles) if words[a] != words[b]}
    found = candidates(statements, articles, weights, exhaustive=floor <= 0)
    pairs = chain(copied, similar, ((a, b) for a, b in found if words[a] != words[b]))
    scores = _on_scale(in_context(resemblance(pairs, statements, weights), articles))
    kinds: dict[Pair, Kind] = {(a, b): kind_of(statements[a], statements[b]) for a, b in copied | similar}
    scores |= _of_other_events(scores, kinds, apart(event, near), articles)
    scores |= _of_one_thing(scores, kinds, statements)
    scores |= _of_quotations(kinds, scores, statements)
    scores |= _of_copies(copied, scores, statements, articles)
    kept = sorted((-score, pair) for pair, score in scores.items() if score >= floor and score > 0)
    said = dict(zip(places, statements, strict=True))

    def why(a: Place, b: Place) -> tuple[str, ...]:
        return reasons(said[a], said[b], weights)

    for negative, pair in kept:
        yield Match(places[pair[0]], places[pair[1]], kinds.get(pair, "paraphrase"), -negative, why)


def _on_scale(scores: Scores) -> Scores:
    return {pair: min(raw, ALMOST) ** SPREAD for pair, raw in scores.items()}


def _of_other_events(
    scores: Scores, kinds: Mapping[Pair, Kind], near: Near, articles: Sequence[int]
) -> Scores:
    """Between articles on different events only what was copied is what it seems.

    Squared, so that from what is nearly one event a match may come, and from another hardly.
    """
    if not near:
        return {}
    return {
        pair: score * near[between] ** 2
        for pair, score in scores.items()
        if (between := (articles[pair[0]], articles[pair[1]])) in near
        and kinds.get(pair, "paraphrase") == "paraphrase"
    }


def _of_one_thing(scores: Scores, kinds: Mapping[Pair, Kind], statements: Sequence[Statement]) -> Scores:
    """What shares one telling thing only is at best possible, unless it was copied: any two reports may."""
    return {
        (a, b): UNSURE
        for (a, b), score in scores.items()
        if score > UNSURE and not shares_enough(statements[a], statements[b], least=_least(kinds.get((a, b))))
    }


def _least(kind: Kind | None) -> int:
    """Telling things that must be shared by text that was copied, and by text that was not."""
    return 2 if kind in {None, "paraphrase"} else 1


def _of_quotations(kinds: Mapping[Pair, Kind], scores: Scores, statements: Sequence[Statement]) -> Scores:
    return {
        (a, b): max(scores.get((a, b), 0.0), QUOTATION)
        for (a, b), kind in kinds.items()
        if kind != "paraphrase" and quoted_alike(statements[a], statements[b])
    }


def _of_copies(
    copied: set[Pair], scores: Scores, statements: Sequence[Statement], articles: Sequence[int]
) -> Scores:
    return {
        pair: 1.0
        if _tells(statements[pair[0]]) or _beside_a_copy(pair, copied, articles)
        else max(scores.get(pair, 0.0), PHRASE)
        for pair in copied
    }


def _tells(statement: Statement) -> bool:
    return len(statement.telling) >= 2


def _beside_a_copy(pair: Pair, copied: set[Pair], articles: Sequence[int]) -> bool:
    """A short sentence is a copy if the one before or after it is."""
    a, b = pair
    return any(
        near in copied and of_the_same_articles(pair, near, articles)
        for near in ((a - 1, b - 1), (a + 1, b + 1))
    )
