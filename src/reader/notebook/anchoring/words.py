"""The words of a text as anchoring compares them, and how similar two runs of words are."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

MIN_SIMILARITY = 0.62
"""0–1. A lower value puts more annotations on the wrong words, a higher one loses more that are there."""

_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"  # scripts without blanks: each character is a word
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:['’.,][^\W{_UNSPACED}]+)*")


class PlacedWord(NamedTuple):
    """A word in lower case and its span in a text, in code points."""

    text: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """Return the words of a text, with one form of the apostrophe."""
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def placed_words(text: str, start: int, end: int) -> list[PlacedWord]:
    """Return the words in a span of a text and where they are."""
    found = _WORD.finditer(text, start, end)
    return [PlacedWord(word[0].replace("’", "'").lower(), *word.span()) for word in found]


def similarity(before: list[str], after: list[str], minimum: float = 0.0) -> float:
    """Return how similar two runs of words are, 0–1, capitals aside.

    It is the share of words they have in common, in order, or the mean of that and the share of letters where
    the letters say more: typing errors spare most letters.

    :param minimum: what is certainly lower is returned as 0, which is faster.
    """
    if before == after:
        return 1.0
    before, after = [word.lower() for word in before], [word.lower() for word in after]
    by_word = SequenceMatcher(None, before, after, autojunk=False)
    by_letter = SequenceMatcher(None, " ".join(before), " ".join(after), autojunk=False)
    at_most = by_word.quick_ratio()
    if (at_most + 1) / 2 < minimum or max(at_most, (at_most + by_letter.quick_ratio()) / 2) < minimum:
        return 0.0
    ratio = by_word.ratio()
    return max(ratio, (ratio + by_letter.ratio()) / 2)
