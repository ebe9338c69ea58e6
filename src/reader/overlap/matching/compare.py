"""Compare articles: how two sentences become a match.

Any sentence may match any sentence of another article, in any order, and several of them. The steps, each in
a module of its own:

1. `features`: read each sentence: its stems, its figures, hashes of its words.
2. `events`, `idf`: find which articles are on one event, and what each stem weighs among their sentences.
3. `copied_text`, `candidates`: pair the sentences that share a run of words, and those that share rare words.
4. `kinds`: tell whether a pair with a common run is verbatim, edited or a paraphrase, as all other pairs are.
5. `similarity`: score a pair by what both sentences say, less where they contradict each other.
6. `context`: correct the score by the pairs beside it, by third accounts and by better partners.
7. `calibration`: put the score on its scale, and lower or raise what similarity and context cannot judge.

Why two sentences match is told when somebody asks (`reasons`).
"""

from array import array
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from reader.articles.model import Article
from reader.overlap.matching.calibration import calibrate
from reader.overlap.matching.candidates import find_candidates
from reader.overlap.matching.context import put_in_context
from reader.overlap.matching.copied_text import exact_copies, pairs_with_a_run
from reader.overlap.matching.events import group_by_event, nearness_of_articles
from reader.overlap.matching.features import extract_features, sentence_features
from reader.overlap.matching.idf import weigh_sentences
from reader.overlap.matching.kinds import kind_of
from reader.overlap.matching.pairs import Scores, SentencePairs, merge_pairs
from reader.overlap.matching.similarity import similarity_scores
from reader.overlap.pacing import gc_paused, with_pauses
from reader.overlap.results.matches import Matches, Overlap
from reader.overlap.results.model import MatchKind, Place, unpack_place

SORTING_PARTS: Final = 64  # parts in which the pairs are sorted by their scores


def compare(articles: Sequence[Article], *, floor: float = 0.05) -> Overlap:
    """Return what the articles share: matches of their sentences, many to many and in any order.

    `floor` is the lowest score kept (0-1). At 0 every pair of sentences with a positive score is given, at
    any cost: every pair that shares a content word. Above 0 the search is bounded, so that a few weak pairs,
    as a rule below `POSSIBLE`, may be missing. Boilerplate takes no part.

    The features of sentences and the kinds of pairs are remembered, so that comparing once more with one
    article added costs about half. The weights of stems depend on all the articles, so that scores are always
    found anew.
    """
    with gc_paused():
        places, weights, pairs, scores, kinds = _score_pairs(articles, floor)
        best = _best_first(scores, floor)
        matches = Matches(
            places=places,
            a=map(pairs.first.__getitem__, best),
            b=map(pairs.second.__getitem__, best),
            scores=map(scores.__getitem__, best),
            kinds=(kinds.get(number, "paraphrase") for number in best),
            explain=partial(_explain, tuple(articles), weights),
        )
    return Overlap(matches)


def _score_pairs(
    compared: Sequence[Article], floor: float
) -> tuple[Sequence[int], Mapping[str, float], SentencePairs, Scores, Mapping[int, MatchKind]]:
    """Return the places, the weights of stems, the pairs, their scores, and the kinds of those with a run."""
    places, sentences, hashes = extract_features(compared)
    articles = [article for article, _ in map(unpack_place, places)]  # the article of each sentence
    nearness = nearness_of_articles(sentences, articles)
    event = group_by_event(articles, nearness)
    weighted = weigh_sentences(sentences, articles, event)
    same = list(hashes.groups_with_same_words())
    copies = exact_copies(same, articles)
    same_words = {number: group for group in map(frozenset, same) for number in group}
    with_a_run = pairs_with_a_run(hashes, articles)
    copied = sorted(copies.union((a, b) for a, b in with_a_run if b not in same_words.get(a, ())))
    del hashes  # a fourth of the memory
    candidates = find_candidates(weighted, exhaustive=floor <= 0)
    pairs = merge_pairs(copied, candidates, same_words)
    kinds = {pairs.number((a, b)): kind_of(sentences[a], sentences[b]) for a, b in with_pauses(copied)}
    del candidates, copied, same, same_words
    scores = similarity_scores(pairs, weighted)
    put_in_context(scores, pairs, articles)
    apart = {two: near for two, near in nearness.items() if event[two[0]] != event[two[1]]}
    scores = calibrate(scores, pairs, weighted, kinds=kinds, copies=copies, apart=apart)
    return places, weighted.weights, pairs, scores, kinds


def _best_first(scores: Scores, floor: float) -> Sequence[int]:
    """Return the numbers of the pairs kept, sorted in parts: all at once would take much more memory."""
    parts = [array("I") for _ in range(SORTING_PARTS)]
    for number, score in enumerate(scores):
        if score >= floor and score > 0:
            parts[min(int(score * SORTING_PARTS), SORTING_PARTS - 1)].append(number)
    best = array("I")
    for part in reversed(parts):
        best.extend(sorted(part, key=scores.__getitem__, reverse=True))
    return best


def _explain(
    compared: Sequence[Article], weights: Mapping[str, float], a: Place, b: Place
) -> tuple[str, ...]:
    """Return the reasons of a match. Both sentences are read again: their features are not kept."""
    from reader.overlap.matching.reasons import match_reasons  # noqa: PLC0415 - not needed for the first frame

    one, other = (sentence_features(compared[place.article], place.sentence) for place in (a, b))
    return match_reasons(one, other, weights)
