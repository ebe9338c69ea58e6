"""Align two sentences word by word.

The spans of the edits, taken in order, cover every word of both sentences, and a span never cuts a word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from reader.text.tokenized import SIGNED
from reader.text.tokens import normal_form, token_spans

_KINDS: Final[dict[str, Literal["same", "dropped", "added", "replaced"]]] = {
    "equal": "same",
    "delete": "dropped",
    "insert": "added",
    "replace": "replaced",
}
_SWAPPED: Final = {"insert": "delete", "delete": "insert"}
_SIGN_AFTER: Final = re.compile(r" ?[%‰°]")
_DASHES: Final = str.maketrans({"−": "-", "–": "-", " ": ""})


@dataclass(frozen=True, slots=True)
class WordEdit:
    """A stretch of words, and what became of it."""

    kind: Literal["same", "dropped", "added", "replaced"]
    a: tuple[int, int]  # in code points; if words were added, the empty span where they would be
    b: tuple[int, int]  # in the second sentence; empty if the words were dropped


def word_edits(a: str, b: str, *, one_by_one: bool = False) -> list[WordEdit]:
    """Return the stretches of words that are the same, dropped from `a`, added in `b`, or replaced, in order.

    With `one_by_one`, each word that is the same is a stretch by itself.

    Case, quotation marks and the dots of abbreviations make no difference; a sign at a figure does. The
    longest common blocks are matched first, as in difflib (Ratcliff and Metzener, "Pattern matching: the
    gestalt approach", 1988).
    """
    spans_a, spans_b = token_spans(a), token_spans(b)
    edits: list[WordEdit] = []
    for name, from_a, to_a, from_b, to_b in opcodes(_forms(a, spans_a), _forms(b, spans_b)):
        if name == "equal" and one_by_one:
            words = zip(spans_a[from_a:to_a], spans_b[from_b:to_b], strict=True)
            edits += [WordEdit("same", span_a, span_b) for span_a, span_b in words]
        else:
            span_a, span_b = _span(spans_a, from_a, to_a), _span(spans_b, from_b, to_b)
            edits.append(WordEdit(_KINDS[name], span_a, span_b))
    return edits


def opcodes(a: Sequence[str], b: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Return the edits between words as difflib does, (name, from a, to a, from b, to b), but symmetric."""
    if (len(a), list(a)) > (len(b), list(b)):
        return [
            (_SWAPPED.get(name, name), from_a, to_a, from_b, to_b)
            for name, from_b, to_b, from_a, to_a in opcodes(b, a)
        ]
    from difflib import SequenceMatcher  # noqa: PLC0415 - the first frame does not need it

    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def _forms(text: str, words: Sequence[tuple[int, int]]) -> list[str]:
    """Return words in normal form, a figure with its signs: $20 is not €20, nor 5 the same as -5 or 5%."""
    forms = []
    for start, end in words:
        form = normal_form(text[start:end])
        if form[0].isdecimal():
            before, after = SIGNED.search(text[max(0, start - 3) : start]), _SIGN_AFTER.match(text, end)
            form = f"{before[0] if before else ''}{form}{after[0] if after else ''}"
        forms.append(form.translate(_DASHES))
    return forms


def _span(words: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Return the span from word `start` to before word `end`; if there is none, an empty one after a word."""
    if start < end:
        return words[start][0], words[end - 1][1]
    position = words[start - 1][1] if start else 0
    return position, position
