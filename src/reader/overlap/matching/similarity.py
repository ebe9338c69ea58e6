"""How alike two sentences are in themselves: what both say, weighed against all that they say."""

from array import array
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from math import fsum, sqrt
from typing import Final

from reader.overlap.matching.conflicts import unrelated_figures
from reader.overlap.matching.features import SentenceFeatures
from reader.overlap.matching.idf import WeightedSentences
from reader.overlap.matching.pairs import Scores, SentencePairs
from reader.overlap.pacing import with_pauses

UNSHARED: Final = 0.75  # weight that no pair shares: two short sentences are soon alike by chance
CONTRADICTED: Final = 0.8  # factor if no figure agrees, or one says "rose" and the other "fell"
OTHER_ORDINAL: Final = 0.5  # factor if one thing has two numbers: "a second ferry", "the first ferry"
FAINT: Final = 0.09  # a score up to this is left as it is: context makes no match of it


def similarity_scores(pairs: SentencePairs, weighted: WeightedSentences) -> Scores:
    """Return the score of each pair (0-1): the cosine over weighted stems, less where the two contradict."""
    weight = weighted.weights.__getitem__
    stems = [sentence.stems for sentence in weighted.sentences]
    length = array("d", map(sqrt, weighted.totals))
    scores: Scores = array("d")
    for a, numbers in with_pauses(pairs.groups()):
        others = pairs.second[numbers.start : numbers.stop]
        shared = map(set(stems[a]).intersection, map(stems.__getitem__, others))
        scores.extend(
            fsum(map(weight, both)) / (length[a] * length[b] + UNSHARED)
            for b, both in zip(others, shared, strict=True)
        )
    _lower_contradictions(scores, pairs, weighted, length)
    return scores


def _lower_contradictions(
    scores: Scores, pairs: SentencePairs, weighted: WeightedSentences, length: Sequence[float]
) -> None:
    """Lower pairs that contradict each other, and take back the worth of common but unrelated figures."""
    sentences, weight = weighted.sentences, weighted.weights.__getitem__
    can_contradict = [bool(sentence.figures or sentence.opposites) for sentence in sentences]
    if not any(can_contradict):
        return
    for number in with_pauses([number for number, score in enumerate(scores) if score > FAINT]):
        a, b = pairs.first[number], pairs.second[number]
        if can_contradict[a] and can_contradict[b]:
            one, other = sentences[a], sentences[b]
            unrelated = unrelated_figures(one, other)
            scores[number] -= fsum(map(weight, unrelated)) / (length[a] * length[b] + UNSHARED)
            scores[number] *= _agreement(one, other, unrelated)


def _agreement(a: SentenceFeatures, b: SentenceFeatures, unrelated: AbstractSet[str]) -> float:
    """Return the factor by which contradictions lower a score; 1.0 if there are none."""
    if a.ordinals and any(b.ordinals.get(thing, ordinal) != ordinal for thing, ordinal in a.ordinals.items()):
        return OTHER_ORDINAL
    no_figure_agrees = a.figures and b.figures and a.figures & b.figures <= unrelated
    say_opposites = not (a.opposites.isdisjoint(b.stems) or b.opposites.isdisjoint(a.stems))
    return CONTRADICTED if no_figure_agrees or say_opposites else 1.0
