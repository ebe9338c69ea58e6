"""From articles to matches: every sentence with every sentence of the others, in any order, many to many."""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.overlap.matching.candidates import find_candidates
from reader.overlap.matching.context import SentencePairs, put_in_context
from reader.overlap.matching.copied_text import exact_copies, pairs_with_a_run
from reader.overlap.matching.events import group_by_event, nearness, pairs_on_different_events
from reader.overlap.matching.features import extract_features, sentence_features
from reader.overlap.matching.idf import idf_weights, total_weights
from reader.overlap.matching.kinds import kind_of, quoted_alike
from reader.overlap.matching.similarity import of_the_event, shares_enough, similarity_scores
from reader.overlap.pacing import gc_paused, with_pauses
from reader.overlap.results.matches import Matches, Overlap
from reader.overlap.results.model import unpack_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.articles.model import Article
    from reader.overlap.matching.context import Pair, Scores
    from reader.overlap.matching.copied_text import Wordings
    from reader.overlap.matching.events import Near
    from reader.overlap.matching.features import SentenceFeatures
    from reader.overlap.results.model import MatchKind, Place

SPREAD: Final = 0.74
"""Exponent that puts the scores on their scale, where .25 is sure and .17 possible."""
ALMOST: Final = 0.99
"""Only the same words score 1."""
HIGHEST: Final[float] = ALMOST**SPREAD
UNSURE: Final = 0.24
"""The most that one thing in common can score: just not sure."""
QUOTATION: Final = 0.3
"""A shared quotation is sure, however long the sentences around it."""
PARTS: Final = 64
"""In which the pairs are sorted by their scores."""
PHRASE: Final = 0.2
"""A copy without two telling words is only possible: anyone may write "He declined to comment."."""


def compare(articles: Sequence[Article], *, floor: float = 0.05) -> Overlap:
    """Give what the articles share, many to many and in any order.

    `floor` is the lowest score kept (0–1). At 0 every pair with a positive score is given, whatever it costs:
    every pair that shares a telling word. Above 0 the search is bounded, so that a few weak pairs (below
    `POSSIBLE`, as a rule) may be missing. Boilerplate takes no part.

    What a sentence is, and of which kind a pair, is remembered, so that one article more costs about half.
    Words weigh what they weigh among exactly these articles, as far as they are on one event, so that the
    scores of all pairs are found anew.
    """
    with gc_paused():
        scored = _scored(articles, floor)
        pairs, scores, kinds = scored.pairs, scored.scores, scored.kinds
        best = _best_first(scores, floor)
        matches = Matches(
            places=scored.places,
            a=map(pairs.first.__getitem__, best),
            b=map(pairs.second.__getitem__, best),
            scores=map(scores.__getitem__, best),
            kinds=(kinds.get(number, "paraphrase") for number in best),
            why=partial(_why, tuple(articles), scored.weights),
        )
        return Overlap(matches)


class _Scored(NamedTuple):
    """What is left of comparing when the statements are not needed any more."""

    places: Sequence[int]
    weights: Mapping[str, float]
    pairs: SentencePairs
    scores: Scores
    kinds: Mapping[int, MatchKind]


def _scored(compared: Sequence[Article], floor: float) -> _Scored:
    places, statements, wordings = extract_features(compared)
    articles = [article for article, _ in map(unpack_place, places)]
    near = nearness(statements, articles)
    event = group_by_event(articles, near)
    weights = idf_weights(statements, [event[article] for article in articles])
    sizes = total_weights(statements, weights)
    same = list(wordings.same())
    copied = exact_copies(same, articles)
    same_as = {number: numbers for numbers in map(frozenset, same) for number in numbers}
    known = sorted(copied.union(_with_a_run(wordings, articles, same_as)))
    del wordings  # they are a fourth of the memory
    found = find_candidates(statements, articles, weights, sizes, exhaustive=floor <= 0)
    pairs = _pairs(known, found, same_as)
    kinds = {pairs.number((a, b)): kind_of(statements[a], statements[b]) for a, b in with_pauses(known)}
    del found, known, same, same_as
    scores = similarity_scores(pairs, statements, weights, sizes)
    put_in_context(scores, pairs, articles)
    scores = _on_scale(scores)
    _lower_other_events(scores, pairs, kinds, pairs_on_different_events(event, near), articles)
    _lower_one_thing(scores, pairs, kinds, statements, weights)
    _raise_quotations(scores, pairs, kinds, statements)
    _raise_copies(scores, pairs, copied, statements, articles)
    return _Scored(places, weights, pairs, scores, kinds)


def _with_a_run(
    wordings: Wordings, articles: Sequence[int], same_as: Mapping[int, frozenset[int]]
) -> Iterator[Pair]:
    return ((a, b) for a, b in pairs_with_a_run(wordings, articles) if b not in same_as.get(a, ()))


def _pairs(
    known: Sequence[Pair], found: Iterable[tuple[int, set[int]]], same_as: Mapping[int, frozenset[int]]
) -> SentencePairs:
    """The known pairs, which are in order, and those found besides that have not the same words.

    These are found last to first.
    """
    first, second = array("I"), array("I")
    left = len(known)
    for a, others in with_pauses(found):
        others.difference_update(same_as.get(a, ()))
        while left and known[left - 1][0] == a:
            left -= 1
            others.add(known[left][1])
        first.extend(array("I", (a,)) * len(others))
        second.extend(array("I", sorted(others, reverse=True)))
    first.reverse()
    second.reverse()
    return SentencePairs(first, second)


def _on_scale(scores: Scores) -> Scores:
    return array("d", (raw**SPREAD if raw < ALMOST else HIGHEST for raw in scores))


def _lower_other_events(
    scores: Scores, pairs: SentencePairs, kinds: Mapping[int, MatchKind], near: Near, articles: Sequence[int]
) -> None:
    """Between articles on different events only what was copied is what it seems.

    Squared, so that from what is nearly one event a match may come, and from another hardly.
    """
    if not near:
        return
    for number, (a, b) in enumerate(pairs):
        between = articles[a], articles[b]
        if between in near and kinds.get(number, "paraphrase") == "paraphrase":
            scores[number] *= near[between] ** 2


def _lower_one_thing(
    scores: Scores,
    pairs: SentencePairs,
    kinds: Mapping[int, MatchKind],
    statements: Sequence[SentenceFeatures],
    weights: Mapping[str, float],
) -> None:
    """What shares one telling thing only is at best possible, unless it was copied: any two reports may."""
    common = of_the_event(weights)
    for number in with_pauses([number for number, score in enumerate(scores) if score > UNSURE]):
        a, b = statements[pairs.first[number]], statements[pairs.second[number]]
        if not shares_enough(a, b, common, least=_least(kinds.get(number))):
            scores[number] = UNSURE


def _least(kind: MatchKind | None) -> int:
    """Telling things that must be shared by text that was copied, and by text that was not."""
    return 2 if kind in {None, "paraphrase"} else 1


def _raise_quotations(
    scores: Scores,
    pairs: SentencePairs,
    kinds: Mapping[int, MatchKind],
    statements: Sequence[SentenceFeatures],
) -> None:
    for number, kind in kinds.items():
        a, b = statements[pairs.first[number]], statements[pairs.second[number]]
        if kind != "paraphrase" and quoted_alike(a, b):
            scores[number] = max(scores[number], QUOTATION)


def _raise_copies(
    scores: Scores,
    pairs: SentencePairs,
    copied: set[Pair],
    statements: Sequence[SentenceFeatures],
    articles: Sequence[int],
) -> None:
    for pair in copied:
        number = pairs.number(pair)
        certain = _tells(statements[pair[0]]) or _beside_a_copy(pair, copied, articles)
        scores[number] = 1.0 if certain else max(scores[number], PHRASE)


def _tells(statement: SentenceFeatures) -> bool:
    return statement.content_word_count >= 2


def _beside_a_copy(pair: Pair, copied: set[Pair], articles: Sequence[int]) -> bool:
    """A short sentence is a copy if the one before or after it is."""
    a, b = pair
    return any(
        near in copied and articles[near[0]] == articles[a] and articles[near[1]] == articles[b]
        for near in ((a - 1, b - 1), (a + 1, b + 1))
    )


def _best_first(scores: Scores, floor: float) -> array[int]:
    """Give the numbers of the pairs that are kept; those of one score stay in their order.

    Sorted in parts: all at once take twenty times the memory of what comes out.
    """
    parts = [array("I") for _ in range(PARTS)]
    for number, score in enumerate(scores):
        if score >= floor and score > 0:
            parts[min(int(score * PARTS), PARTS - 1)].append(number)
    best = array("I")
    for part in reversed(parts):
        best.extend(sorted(part, key=scores.__getitem__, reverse=True))
    return best


def _why(compared: Sequence[Article], weights: Mapping[str, float], a: Place, b: Place) -> tuple[str, ...]:
    """The reason of a match: read again, since what was read of long articles is not kept."""
    from reader.overlap.matching.reasons import match_reasons  # noqa: PLC0415 - not needed for the first frame

    one, other = (sentence_features(compared[place.article], place.sentence) for place in (a, b))
    return match_reasons(one, other, weights)
