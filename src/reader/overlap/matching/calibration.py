"""Final scores: put scores on their scale, and correct what similarity and context cannot judge."""

from array import array
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from reader.overlap.matching.common_facts import event_stems, share_enough
from reader.overlap.matching.events import Nearness
from reader.overlap.matching.idf import WeightedSentences
from reader.overlap.matching.kinds import have_common_quotation
from reader.overlap.matching.pairs import Pair, Scores, SentencePairs
from reader.overlap.pacing import with_pauses
from reader.overlap.results.model import MatchKind

EXPONENT: Final = 0.74  # puts the scores on their scale, where .25 is sure and .17 possible
ALMOST: Final = 0.99
"""Scores from here on are cut to this before they are put on the scale: only the same words score 1."""
HIGHEST: Final[float] = ALMOST**EXPONENT
UNSURE: Final = 0.24  # the highest score of sentences that have one fact in common: just not sure
QUOTATION: Final = 0.3  # the lowest score with a common quotation: sure, whatever is around it
PHRASE: Final = 0.2  # the lowest score of a copy; only possible, without two content words


def calibrate(
    scores: Scores,
    pairs: SentencePairs,
    weighted: WeightedSentences,
    *,
    kinds: Mapping[int, MatchKind],
    copies: AbstractSet[Pair],
    apart: Nearness,
) -> Scores:
    """Return the final score of each pair (0-1).

    `kinds` has the kind of each pair with a common run, by its number; all other pairs are paraphrases.
    `copies` are the pairs with the same words. `apart` has every two articles that are on different events.
    """
    sentences, articles = weighted.sentences, weighted.articles
    final: Scores = array("d", (raw**EXPONENT if raw < ALMOST else HIGHEST for raw in scores))
    copied = {number for number, kind in kinds.items() if kind != "paraphrase"}
    if apart:
        # What was copied stays. The nearness of articles is squared, so that a match is likely where they are
        # nearly on one event, and hardly elsewhere.
        for number, (first, second) in enumerate(pairs):
            between = articles[first], articles[second]
            if between in apart and number not in copied:
                final[number] *= apart[between] ** 2
    common = event_stems(weighted.weights)
    for number in with_pauses([number for number, score in enumerate(final) if score > UNSURE]):
        a, b = sentences[pairs.first[number]], sentences[pairs.second[number]]
        if not share_enough(a, b, common, copied=number in copied):
            final[number] = UNSURE
    for number in copied:
        if have_common_quotation(sentences[pairs.first[number]], sentences[pairs.second[number]]):
            final[number] = max(final[number], QUOTATION)
    for pair in copies:
        number = pairs.number(pair)
        certain = sentences[pair[0]].content_word_count >= 2 or _is_beside_a_copy(pair, copies, articles)
        final[number] = 1.0 if certain else max(final[number], PHRASE)
    return final


def _is_beside_a_copy(pair: Pair, copies: AbstractSet[Pair], articles: Sequence[int]) -> bool:
    """Whether the sentences before, or those after, a pair are a copy too: then a short one is no chance."""
    a, b = pair
    return any(
        near in copies and articles[near[0]] == articles[a] and articles[near[1]] == articles[b]
        for near in ((a - 1, b - 1), (a + 1, b + 1))
    )
