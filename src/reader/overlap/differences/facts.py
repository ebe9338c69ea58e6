"""What one sentence of a match has that can be compared: its figures, dates, names and hedges."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.overlap.extraction.dates import find_dates
from reader.overlap.extraction.hedges import find_hedges
from reader.overlap.extraction.names import find_names
from reader.overlap.extraction.quantities import find_quantities
from reader.text.en.stopwords import STOPWORDS
from reader.text.tokenized import tokenized_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.overlap.extraction.dates import Date
    from reader.overlap.extraction.names import Name
    from reader.overlap.extraction.quantity import Quantity
    from reader.text.tokenized import TokenizedSentence

_POSSESSIVE: Final = re.compile("['’]s?$")
MOST: Final = 40
"""Figures, and dates, of a sentence that are compared: more are a table without line ends."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A figure, time, date, place or name that only one side has."""

    about: str
    words: range

    def within(self, words: range) -> bool:
        """Whether it is part of such words."""
        return words.start <= self.words.start and self.words.stop <= words.stop


@dataclass(frozen=True, slots=True)
class Side:
    """What was found in one sentence, and which of its words were told of."""

    words: TokenizedSentence
    figures: Sequence[Quantity]
    dates: Sequence[Date]
    names: Sequence[Name]
    hedges: Sequence[range]
    told: set[int] = field(default_factory=set)
    """Words that are not to be told of again."""
    noted: set[int] = field(default_factory=set)
    """Words that may be, together with others."""

    def tell(self, words: range) -> str:
        """Take words as told of; gives them as printed."""
        self.told.update(words)
        return self.words.printed(words)

    def telling_words(self) -> list[str]:
        """The families of the words that were not told of, small ones aside."""
        words = enumerate(self.words.forms)
        return [
            self.words.stems[word] for word, form in words if form not in STOPWORDS and word not in self.told
        ]

    def printed(self, detail: Detail) -> str:
        """Give the words of a detail."""
        return _POSSESSIVE.sub("", self.words.printed(detail.words))


def side(text: str) -> Side:
    """Find what can be compared in a sentence."""
    return Side(*_found(text))


@lru_cache(maxsize=4096)
def _found(
    text: str,
) -> tuple[TokenizedSentence, list[Quantity], list[Date], list[Name], list[range]]:
    words = tokenized_sentence(text)
    days = find_dates(words)[:MOST]
    of_dates = {word for date in days for word in date.shown}
    numbers = find_quantities(words, of_dates)[:MOST]
    taken = of_dates.union(*(figure.core for figure in numbers))
    return words, numbers, days, find_names(words, taken), find_hedges(words)
