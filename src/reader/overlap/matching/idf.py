"""The weight of a stem: inverse document frequency over exactly the sentences of the event.

A name that every sentence of the event has in common is worth little here, though it is rare in English.
Words that are no content words are worth little anywhere. A stem that would stand in one sentence only weighs
1, and every stem weighs less than that, but more than 0.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from math import fsum, log
from typing import Final, NamedTuple

from reader.overlap.matching.features import SentenceFeatures
from reader.text.content_words import LIGHT_STEMS

LIGHT: Final = 0.3  # factor of the weight of a word that is no content word


class WeightedSentences(NamedTuple):
    """The sentences that are compared, and what their stems weigh."""

    sentences: Sequence[SentenceFeatures]
    articles: Sequence[int]  # the number of the article of each sentence
    weights: Mapping[str, float]  # the weight of each stem
    totals: Sequence[float]  # the weight of all stems of each sentence together


def weigh_sentences(
    sentences: Sequence[SentenceFeatures], articles: Sequence[int], event_of: Mapping[int, int]
) -> WeightedSentences:
    """Weigh each stem among the sentences of the events in which it occurs.

    `event_of` has the event of each article: a name that all of one event share is not worth more because
    articles on other events are compared as well.

    The weight is squared, as in the cosine of two tf-idf vectors (Salton and Buckley, 1988). A stem that
    stands in one sentence can link nothing; it weighs no more than the rarest that can.
    """
    by_event: dict[int, list[SentenceFeatures]] = defaultdict(list)
    for sentence, article in zip(sentences, articles, strict=True):
        by_event[event_of[article]].append(sentence)
    having: Counter[str] = Counter()  # sentences that have the stem
    among: Counter[str] = Counter()  # sentences of the events in which it occurs
    for of_one_event in by_event.values():
        count = Counter(chain.from_iterable(sentence.stems for sentence in of_one_event))
        having.update(count)
        among.update(dict.fromkeys(count, len(of_one_event)))
    counts = set(zip(having.values(), among.values(), strict=True))  # few are different
    weight = {(n, total): (log(1 + total / max(n, 2)) / log(1 + total)) ** 2 for n, total in counts}
    weights = {
        stem: weight[n, among[stem]] * LIGHT if stem in LIGHT_STEMS else weight[n, among[stem]]
        for stem, n in having.items()
    }
    totals = array("d", (fsum(map(weights.__getitem__, sentence.stems)) for sentence in sentences))
    return WeightedSentences(sentences, articles, weights, totals)
