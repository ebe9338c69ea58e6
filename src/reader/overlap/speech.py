"""Who says it and what is said: quotation marks, and the words around them that name the speaker."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.overlap.lexicon import SAYING, TITLES
from reader.overlap.words import spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARK: Final = re.compile(r"[“”„«»「」『』\"‘]|(?<=[,.!?…])’")  # any other ’ is an apostrophe
_OPENING: Final = "“„«「『‘"
FRAME: Final = 10
"""Words outside the quotation marks, at most, that only name the speaker; more say something themselves."""


def stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Give the stretches between quotation marks as (start, end, quoted), in code points.

    A quotation may begin before the text or go on after it.
    """
    marks = [(found.start(), _opens(text, found.start())) for found in _MARK.finditer(text)]
    edges = [(-1, False), *marks, (len(text), True)]
    for (start, opened), (end, opens) in pairwise(edges):
        yield start + 1, end, opened or not opens


def _opens(text: str, place: int) -> bool:
    """A straight mark opens where a word begins."""
    if text[place] != '"':
        return text[place] in _OPENING
    return text[place + 1 : place + 2].isalnum() and not text[max(0, place - 1) : place].strip()


def attribution(text: str, printed: Sequence[str], words: Sequence[str]) -> set[int]:
    """Give which words (as printed, and in normal form) tell who says it, and so are not what is said."""
    if SAYING.isdisjoint(words):
        return set()
    found = set(_names(printed, words))
    if _MARK.search(text):
        found.update(_frame(text, words))
    return found


def _names(printed: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """The name beside a verb of saying: "the Home Office confirmed", "said Ada Murchie"."""
    for index, word in enumerate(words):
        if word in SAYING:
            for beside in (range(index - 1, -1, -1), range(index + 1, len(words))):
                for other in beside:
                    if not (printed[other][0].isupper() or words[other] in TITLES):
                        break
                    yield other


def _frame(text: str, words: Sequence[str]) -> Iterator[int]:
    """All that frames a quotation: "…, the owner of the boat told reporters"."""
    places = spans(text)
    for start, end, quoted in stretches(text):
        inside = [index for index, place in enumerate(places) if start <= place[0] < end]
        if not quoted and len(inside) <= FRAME and any(words[index] in SAYING for index in inside):
            yield from inside
