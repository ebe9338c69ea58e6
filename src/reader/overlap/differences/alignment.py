"""What changed between two sentences, word by word.

The spans of the edits, taken in order, cover every word of both sentences, and a span never cuts a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from reader.text.tokenized import SIGNED
from reader.text.tokens import normal_form, token_spans

Span = tuple[int, int]
Opcodes = Sequence[tuple[str, int, int, int, int]]
"""As difflib gives them: (name, from a, to a, from b, to b)."""

_NAMES: Final[dict[str, Literal["same", "dropped", "added", "replaced"]]] = {
    "equal": "same",
    "delete": "dropped",
    "insert": "added",
    "replace": "replaced",
}
_TURNED: Final = {"insert": "delete", "delete": "insert"}

_BEHIND: Final = re.compile(r" ?[%‰°]")
_DASHES: Final = str.maketrans({"−": "-", "–": "-", " ": ""})


@dataclass(frozen=True, slots=True)
class WordEdit:
    """One stretch of words and what became of it."""

    kind: Literal["same", "dropped", "added", "replaced"]
    a: Span
    """In the first sentence, in code points; empty, at the place in question, where words were added."""
    b: Span
    """In the second sentence; empty where words were dropped."""


def word_edits(a: str, b: str) -> list[WordEdit]:
    """Give the stretches of words that are the same, dropped from `a`, added in `b`, or replaced, in order.

    Case, quotation marks and the dots of abbreviations make no difference; a sign at a figure does. Longest
    common blocks first, as in difflib (Ratcliff and Metzener, "Pattern matching: the gestalt approach",
    1988).
    """
    spans_a, spans_b = token_spans(a), token_spans(b)
    return [
        WordEdit(_NAMES[name], _stretch(spans_a, from_a, to_a), _stretch(spans_b, from_b, to_b))
        for name, from_a, to_a, from_b, to_b in edits(_forms(a, spans_a), _forms(b, spans_b))
    ]


def edits(a: Sequence[str], b: Sequence[str]) -> Opcodes:
    """Give the same for words in normal form, as difflib's opcodes; the same from either side."""
    if (len(a), list(a)) > (len(b), list(b)):
        return [
            (_TURNED.get(name, name), from_a, to_a, from_b, to_b)
            for name, from_b, to_b, from_a, to_a in edits(b, a)
        ]
    from difflib import SequenceMatcher  # noqa: PLC0415 - the first frame does not need it

    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def _forms(text: str, words: Sequence[Span]) -> list[str]:
    """With the signs of a figure, which are no words: $20 and €20, -5 and 5, 5 and 5%."""
    forms = []
    for start, end in words:
        form = normal_form(text[start:end])
        if form[0].isdecimal():
            before, behind = SIGNED.search(text[max(0, start - 3) : start]), _BEHIND.match(text, end)
            form = f"{before[0] if before else ''}{form}{behind[0] if behind else ''}"
        forms.append(form.translate(_DASHES))
    return forms


def _stretch(words: Sequence[Span], start: int, end: int) -> Span:
    """From word `start` to before word `end`; where there is none, empty, behind the word before."""
    if start < end:
        return words[start][0], words[end - 1][1]
    position = words[start - 1][1] if start else 0
    return position, position
