"""A sentence as its words, each with where it stands, for those who look for something in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reader.overlap.words import normal, spans, term

SIGNS: Final = "£$€¥"


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of a sentence, in order; other modules speak of them by their numbers.

    Two are equal only if they are one object, so that what was found in a sentence is soon found again.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    """In code points."""
    forms: tuple[str, ...]
    """In normal form."""
    terms: tuple[str, ...]
    """Their families."""

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.spans)

    def printed(self, words: range) -> str:
        """The text from the first of these words to the last, its sign of money or of percent included."""
        if not words:
            return ""
        start, end = self.spans[words[0]][0], self.spans[words[-1]][1]
        start -= self.text[max(0, start - 1) : start] in tuple(SIGNS)
        return self.text[start : end + (self.text[end : end + 1] == "%")]

    def form(self, word: int) -> str:
        """The word in normal form; nothing outside the sentence."""
        return self.forms[word] if 0 <= word < len(self) else ""

    def before(self, word: int) -> str:
        """What stands between this word and the one before it, or after the last word."""
        start = self.spans[word - 1][1] if word else 0
        return self.text[start : self.spans[word][0]] if word < len(self) else self.text[start:]

    def capital(self, word: int) -> bool:
        """Whether the word is printed with a capital."""
        return self.text[self.spans[word][0]].isupper()

    def within(self, start: int, end: int) -> range:
        """The words that stand between two places of the text."""
        inside = [word for word, (first, last) in enumerate(self.spans) if start <= first and last <= end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)


@lru_cache(maxsize=4096)
def wording(text: str) -> Wording:
    """Give the words of a sentence."""
    places = tuple(spans(text))
    forms = tuple(normal(text[start:end]) for start, end in places)
    return Wording(text, places, forms, tuple(map(term, forms)))
