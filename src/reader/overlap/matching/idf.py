"""What a word is worth: inverse document frequency over exactly the sentences of the event.

A name that every sentence of the event has in common is worth little here, though it is rare in English. The
words that make sentences, and the stock of news writing, are worth little anywhere. The unit is the word that
would stand in one sentence only, and every word weighs less, but more than 0.
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
"""Worth of a word that says little by itself."""


def idf_weights(statements: Sequence[SentenceFeatures], events: Sequence[int]) -> dict[str, float]:
    """Give the weight of each term among the statements of the events in which it occurs.

    `events` is the event of each statement: a name that all of one event share is not worth more because
    articles on other events are compared as well.

    Squared, as in the cosine of two tf-idf vectors (Salton and Buckley, 1988). A word that stands once can
    link nothing and only says that its sentence says more: it weighs no more than the rarest that can link.
    """
    said: dict[int, list[SentenceFeatures]] = defaultdict(list)
    for statement, event in zip(statements, events, strict=True):
        said[event].append(statement)
    standing: Counter[str] = Counter()
    among: Counter[str] = Counter()
    for of_one_event in said.values():
        count = Counter(chain.from_iterable(statement.stems for statement in of_one_event))
        standing.update(count)
        among.update(dict.fromkeys(count, len(of_one_event)))
    worth = {pair: _worth(*pair) for pair in set(zip(standing.values(), among.values(), strict=True))}
    worths = map(worth.__getitem__, zip(standing.values(), among.values(), strict=True))
    return {
        term: worth * LIGHT if term in LIGHT_STEMS else worth
        for term, worth in zip(standing, worths, strict=True)
    }


def _worth(standing: int, among: int) -> float:
    return (log(1 + among / max(standing, 2)) / log(1 + among)) ** 2


def total_weights(statements: Sequence[SentenceFeatures], weights: Mapping[str, float]) -> array[float]:
    """Give what all the terms of each statement weigh together."""
    return array("d", (fsum(map(weights.__getitem__, statement.stems)) for statement in statements))
