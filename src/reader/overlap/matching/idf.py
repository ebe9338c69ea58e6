"""The weight of a stem: inverse document frequency over exactly the sentences of the event.

A name that every sentence of the event has in common is worth little here, though it is rare in English.
Words that are no content words are worth little anywhere. A stem that would stand in one sentence only weighs
1, and every stem weighs less than that, but more than 0.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from itertools import chain
from math import fsum, log
from typing import TYPE_CHECKING, Final

from reader.text.content_words import LIGHT_STEMS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.overlap.matching.features import SentenceFeatures

LIGHT: Final = 0.3
"""Factor of the weight of a word that is no content word."""


def idf_weights(sentences: Sequence[SentenceFeatures], events: Sequence[int]) -> dict[str, float]:
    """Return the weight of each stem among the sentences of the events in which it occurs.

    `events` has the event of each sentence: a name that all of one event share is not worth more because
    articles on other events are compared as well.

    The weight is squared, as in the cosine of two tf-idf vectors (Salton and Buckley, 1988). A stem that
    stands in one sentence can link nothing; it weighs no more than the rarest that can.
    """
    by_event: dict[int, list[SentenceFeatures]] = defaultdict(list)
    for sentence, event in zip(sentences, events, strict=True):
        by_event[event].append(sentence)
    having: Counter[str] = Counter()  # sentences that have the stem
    among: Counter[str] = Counter()  # sentences of the events in which it occurs
    for of_one_event in by_event.values():
        count = Counter(chain.from_iterable(sentence.stems for sentence in of_one_event))
        having.update(count)
        among.update(dict.fromkeys(count, len(of_one_event)))
    counts = set(zip(having.values(), among.values(), strict=True))  # few are different
    weight = {(n, total): (log(1 + total / max(n, 2)) / log(1 + total)) ** 2 for n, total in counts}
    return {
        stem: weight[n, among[stem]] * LIGHT if stem in LIGHT_STEMS else weight[n, among[stem]]
        for stem, n in having.items()
    }


def total_weights(sentences: Sequence[SentenceFeatures], weights: Mapping[str, float]) -> array[float]:
    """Return the weight of all stems of each sentence together."""
    return array("d", (fsum(map(weights.__getitem__, sentence.stems)) for sentence in sentences))
