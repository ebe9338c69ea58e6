"""Speech that two sentences quote alike, however it is framed."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.overlap.copying import RUN, runs
from reader.overlap.weights import is_telling
from reader.overlap.words import normal, term, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.overlap.statement import Statement

_MARK: Final = re.compile(r"[“”„«»「」『』\"‘]|(?<=[,.!?…])’")  # any other ’ is an apostrophe
_OPENING: Final = "“„«「『‘"
WHOLE: Final = 0.8
"""Part of a quotation that must be in the other sentence: a word may have been cut or mended."""
TELLING: Final = 2
"""Telling words that make a quotation more than a phrase."""


def shared_quotation(a: Statement, b: Statement) -> str:
    """Give the longest quotation of one sentence that the other has as well, as printed; else nothing."""
    found = [
        quotation
        for one, other in ((a, b), (b, a))
        for quotation in quotations(one.text)
        if _contains(other.words, [normal(token) for token in tokens(quotation)])
    ]
    return max(found, key=len, default="")


def quotations(text: str) -> Iterator[str]:
    """Give what stands between quotation marks, also if it began before the sentence or goes on after."""
    marks = [(found.start(), _opens(text, found.start())) for found in _MARK.finditer(text)]
    edges = [(-1, False), *marks, (len(text), True)]
    for (start, opened), (end, opens) in pairwise(edges):
        if opened or not opens:
            yield text[start + 1 : end].strip(" ,.")


def _opens(text: str, place: int) -> bool:
    """A straight mark opens where a word begins."""
    if text[place] != '"':
        return text[place] in _OPENING
    return text[place + 1 : place + 2].isalnum() and not text[max(0, place - 1) : place].strip()


def _contains(words: list[str], quotation: list[str]) -> bool:
    if len(quotation) < RUN or sum(map(is_telling, set(map(term, quotation)))) < TELLING:
        return False
    return sum(end - start for start, end in runs(quotation, words)) >= WHOLE * len(quotation)
