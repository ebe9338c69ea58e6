"""What changed between two sentences, word by word.

The spans of the changes, taken in order, cover every word of both sentences, and a span never cuts a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from reader.overlap.words import normal, spans

if TYPE_CHECKING:
    from collections.abc import Sequence

Span = tuple[int, int]

_NAMES: Final[dict[str, Literal["same", "dropped", "added", "replaced"]]] = {
    "equal": "same",
    "delete": "dropped",
    "insert": "added",
    "replace": "replaced",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of words and what became of it."""

    kind: Literal["same", "dropped", "added", "replaced"]
    a: Span
    """In the first sentence, in code points; empty, at the place in question, where words were added."""
    b: Span
    """In the second sentence; empty where words were dropped."""


def changes(a: str, b: str) -> list[Change]:
    """Give the stretches of words that are the same, dropped from `a`, added in `b`, or replaced, in order.

    Case, quotation marks and the dots of abbreviations make no difference. Longest common blocks first, as in
    difflib (Ratcliff and Metzener, "Pattern matching: the gestalt approach", 1988).
    """
    spans_a, spans_b = spans(a), spans(b)
    return [
        Change(_NAMES[name], _stretch(spans_a, from_a, to_a), _stretch(spans_b, from_b, to_b))
        for name, from_a, to_a, from_b, to_b in edits(_forms(a, spans_a), _forms(b, spans_b))
    ]


def edits(a: Sequence[str], b: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Give the same for words in normal form, as difflib's opcodes: (name, from a, to a, from b, to b)."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - the first frame does not need it

    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def _forms(text: str, words: Sequence[Span]) -> list[str]:
    return [normal(text[start:end]) for start, end in words]


def _stretch(words: Sequence[Span], start: int, end: int) -> Span:
    """From word `start` to before word `end`; where there is none, empty, behind the word before."""
    if start < end:
        return words[start][0], words[end - 1][1]
    position = words[start - 1][1] if start else 0
    return position, position
