"""What can be compared in the two sentences of a match, and which of their words are reported already."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from reader.overlap.differences.difference import Difference, DifferenceType
from reader.overlap.extraction.dates import Date, find_dates
from reader.overlap.extraction.hedges import find_hedges
from reader.overlap.extraction.names import Name, find_names
from reader.overlap.extraction.quantities import find_quantities
from reader.overlap.extraction.quantity import Quantity
from reader.text.en.stopwords import STOPWORDS
from reader.text.tokenized import TokenizedSentence, tokenized_sentence

MOST: Final = 40  # quantities and dates that are compared: a sentence with more is an unbroken table


@dataclass(frozen=True, slots=True)
class Facts:
    """What one sentence says that can be compared; words are given by their numbers in `words`."""

    words: TokenizedSentence
    quantities: Sequence[Quantity]
    dates: Sequence[Date]
    names: Sequence[Name]
    hedges: Sequence[range]
    reported: set[int] = field(default_factory=set)  # in a difference, or known to be equal: left out later
    details: set[int] = field(default_factory=set)  # a change of these alone is not one of wording

    def report(self, words: range) -> str:
        """Mark words as reported, and return them as printed."""
        self.reported.update(words)
        return self.words.text_of(words)

    def unreported_content(self) -> list[str]:
        """Return the stems of the content words that no difference has reported, in order."""
        content = (word for word, form in enumerate(self.words.forms) if form not in STOPWORDS)
        return [self.words.stems[word] for word in content if word not in self.reported]


@dataclass(frozen=True, slots=True)
class SentencePair:
    """The facts of the two sentences of a match."""

    a: Facts
    b: Facts
    edited: bool  # one is an edit of the other, word by word; else one was written anew

    def report(self, type_: DifferenceType, a: range, b: range, about: str = "") -> Difference:
        """Return the difference between words of both sentences, and mark them as reported."""
        return Difference(type_, self.a.report(a), self.b.report(b), about)


def facts_of(text: str) -> Facts:
    """Return what can be compared in a sentence, with nothing reported yet."""
    return Facts(*_extracted(text))


@lru_cache(maxsize=4096)
def _extracted(text: str) -> tuple[TokenizedSentence, list[Quantity], list[Date], list[Name], list[range]]:
    words = tokenized_sentence(text)
    dates = find_dates(words)[:MOST]
    in_dates = {word for date in dates for word in date.shown}
    quantities = find_quantities(words, in_dates)[:MOST]
    taken = in_dates.union(*(quantity.core for quantity in quantities))
    return words, quantities, dates, find_names(words, taken), find_hedges(words)
