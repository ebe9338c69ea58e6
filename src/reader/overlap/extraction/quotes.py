"""Who says it and what is said: quotation marks, and the words around them that name the speaker."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from reader.text.en.speech import DOUBT, HEARERS, PERSONAL_PRONOUNS, SAYING, TITLES
from reader.text.en.stopwords import STOPWORDS
from reader.text.tokens import normal_form, token_spans, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

_MARK: Final = re.compile(r"[“”„«»「」『』\"‘]|(?<=[,.!?…])’")  # any other ’ is an apostrophe
_OPENING: Final = "“„«「『‘"
_NOBODY: Final = STOPWORDS | SAYING | TITLES | HEARERS
FRAME: Final = 10
"""Words outside the quotation marks, at most, that only name the speaker; more say something themselves."""


def split_at_quotes(text: str) -> Iterator[tuple[int, int, bool]]:
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


def attribution_words(text: str, printed: Sequence[str], words: Sequence[str]) -> set[int]:
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
    for inside in _unquoted(text):
        if len(inside) <= FRAME and any(words[index] in SAYING for index in inside):
            yield from inside[: _reported(inside, words)]


def _reported(inside: Sequence[int], words: Sequence[str]) -> int:
    """How many of the words come before what is said without quotation marks: "and said that …"."""
    for place, (one, other) in enumerate(pairwise(inside), start=2):
        if words[one] in SAYING and words[other] == "that":
            return place
    return len(inside)


def _unquoted(text: str) -> Iterator[list[int]]:
    """The numbers of the words of each stretch outside quotation marks."""
    places = token_spans(text)
    for start, end, quoted in split_at_quotes(text):
        if not quoted:
            yield [index for index, place in enumerate(places) if start <= place[0] < end]


def split_quotation(text: str) -> tuple[list[str], list[str]]:
    """Give the words that are quoted and those that only say who says so, in normal form.

    Nothing, if the text does anything but quote: a word in quotation marks makes no quotation of a report.
    """
    if not _MARK.search(text):
        return [], []
    words = [normal_form(token) for token in tokenize(text)]
    frame = set(_frame(text, words))
    if frame != set(chain.from_iterable(_unquoted(text))):
        return [], []
    return [word for index, word in enumerate(words) if index not in frame], [words[index] for index in frame]


def may_be_one_speaker(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two frames, in normal form, can be of one speaker and say nothing else differently.

    "She said" may be Ada Murchie, and so may nobody; "the mayor" and "reportedly said" are something else.
    """
    return (
        DOUBT & set(a) == DOUBT & set(b)
        and _agree(PERSONAL_PRONOUNS & set(a), PERSONAL_PRONOUNS & set(b))
        and _agree(set(a) - _NOBODY, set(b) - _NOBODY)
    )


def _agree(a: AbstractSet[str], b: AbstractSet[str]) -> bool:
    """Whether one says nothing that the other does not say: "Murchie", and "Ada Murchie"."""
    return a <= b or b <= a
