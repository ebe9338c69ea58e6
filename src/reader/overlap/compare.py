"""From articles to matches: every sentence with every sentence of the others, in any order, many to many."""

from __future__ import annotations

from functools import partial
from itertools import chain, groupby, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from reader.overlap.candidates import candidates
from reader.overlap.collector import collector_paused
from reader.overlap.context import Pairs, in_context, of_the_same_articles
from reader.overlap.copying import copies, pairs_with_a_run
from reader.overlap.kinds import kind_of, quoted_alike
from reader.overlap.matches import Matches, Overlap
from reader.overlap.model import article_of
from reader.overlap.reasons import reasons
from reader.overlap.resemblance import resemblance, shares_enough
from reader.overlap.statement import read, read_sentence
from reader.overlap.weights import weigh, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.articles.model import Article
    from reader.overlap.context import Pair, Scores
    from reader.overlap.model import Kind, Place, Why
    from reader.overlap.statement import Statement

SPREAD: Final = 0.8
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
    Words weigh what they weigh among exactly these articles, so that the scores of all pairs are found anew.
    """
    with collector_paused():
        return Overlap(_matches(articles, floor))


def _matches(compared: Sequence[Article], floor: float) -> Matches:
    places, statements = read(compared)
    articles = [article_of(place) for place in places]
    weights = weigh(statements)
    sizes = whole(statements, weights)
    copied = copies(statements, articles)
    known = sorted(copied | _other_words(pairs_with_a_run(statements, articles), statements))
    kinds = [kind_of(statements[a], statements[b]) for a, b in known]
    found = candidates(statements, articles, weights, sizes, exhaustive=floor <= 0)
    pairs = _pairs(known, found, statements)
    alike = resemblance(pairs, statements, weights, sizes)
    scores = _on_scale(in_context(alike, pairs, articles))
    scores = _of_one_thing(scores, pairs, kinds, statements)
    scores = _of_quotations(scores, known, kinds, statements)
    scores = _of_copies(scores, known, copied, statements, articles)
    return _best_first(scores, pairs, kinds, places, floor, partial(_why, tuple(compared), weights))


def _other_words(pairs: Iterable[Pair], statements: Sequence[Statement]) -> set[Pair]:
    return {(a, b) for a, b in pairs if statements[a].words != statements[b].words}


def _pairs(
    known: Iterable[Pair], found: Iterable[tuple[int, set[int]]], statements: Sequence[Statement]
) -> Pairs:
    """The known pairs, and after them those that were found besides and have not the same words."""
    of_known = {first: [b for _, b in pairs] for first, pairs in groupby(known, key=itemgetter(0))}
    groups = list(of_known.items())
    for a, others in found:
        others.difference_update(of_known.get(a, ()))
        words = statements[a].words
        groups.append((a, [b for b in others if statements[b].words != words]))
    return Pairs(groups)


def _on_scale(scores: Scores) -> Scores:
    return [min(raw, ALMOST) ** SPREAD for raw in scores]


def _of_one_thing(
    scores: Scores, pairs: Pairs, kinds: Sequence[Kind], statements: Sequence[Statement]
) -> Scores:
    """What shares one telling thing only is at best possible, unless it was copied: any two reports may."""
    return [
        UNSURE
        if score > UNSURE and not shares_enough(statements[a], statements[b], least=_least(kind))
        else score
        for score, (a, b), kind in zip(scores, pairs, chain(kinds, repeat("paraphrase")))  # noqa: B905
    ]


def _least(kind: str) -> int:
    """Telling things that must be shared by text that was copied, and by text that was not."""
    return 2 if kind == "paraphrase" else 1


def _of_quotations(
    scores: Scores, known: Sequence[Pair], kinds: Sequence[Kind], statements: Sequence[Statement]
) -> Scores:
    for number, (score, (a, b), kind) in enumerate(zip(scores, known, kinds)):  # noqa: B905
        if kind != "paraphrase" and quoted_alike(statements[a], statements[b]):
            scores[number] = max(score, QUOTATION)
    return scores


def _of_copies(
    scores: Scores,
    known: Sequence[Pair],
    copied: set[Pair],
    statements: Sequence[Statement],
    articles: Sequence[int],
) -> Scores:
    for number, pair in enumerate(known):
        if pair in copied:
            certain = _tells(statements[pair[0]]) or _beside_a_copy(pair, copied, articles)
            scores[number] = 1.0 if certain else max(scores[number], PHRASE)
    return scores


def _tells(statement: Statement) -> bool:
    return len(statement.telling) >= 2


def _beside_a_copy(pair: Pair, copied: set[Pair], articles: Sequence[int]) -> bool:
    """A short sentence is a copy if the one before or after it is."""
    a, b = pair
    return any(
        near in copied and of_the_same_articles(pair, near, articles)
        for near in ((a - 1, b - 1), (a + 1, b + 1))
    )


def _best_first(
    scores: Scores, pairs: Pairs, kinds: Sequence[Kind], places: Sequence[int], floor: float, why: Why
) -> Matches:
    """The matches that are kept; of one score in reading order. The first pairs are of these kinds."""
    many = len(places)
    codes = [a * many + b for a, b in pairs]
    kept = [number for number, score in enumerate(scores) if score >= floor and score > 0]
    kept.sort(key=codes.__getitem__)
    kept.sort(key=scores.__getitem__, reverse=True)
    return Matches(
        a=(places[codes[number] // many] for number in kept),
        b=(places[codes[number] % many] for number in kept),
        scores=map(scores.__getitem__, kept),
        kinds=(kinds[number] if number < len(kinds) else "paraphrase" for number in kept),
        why=why,
    )


def _why(compared: Sequence[Article], weights: Mapping[str, float], a: Place, b: Place) -> tuple[str, ...]:
    """The reason of a match: read again, since what was read of long articles is not kept."""
    one, other = (read_sentence(compared[place.article], place.sentence) for place in (a, b))
    return reasons(one, other, weights)
