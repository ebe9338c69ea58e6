"""Two sentences as one text: what both say once, what was dropped and what was added in its place.

Where `changes` speaks of words, a redline keeps every character: punctuation goes with the word before it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.overlap.changes import changes
from reader.overlap.lexicon import STOP
from reader.overlap.words import normal, spans, term, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator


class Piece(NamedTuple):
    """A stretch of the redline."""

    kind: Literal["same", "dropped", "added"]
    text: str
    """Without blanks at its ends."""


def redline(a: str, b: str) -> list[Piece]:
    """Show sentence `b` as an edit of sentence `a`."""
    return list(_pieces(a, b))


def marked(a: str, b: str) -> str:
    """The redline in plain characters, in wdiff's notation: `[-dropped-]` and `{+added+}`."""
    signs = {"same": "{}", "dropped": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(signs[piece.kind].format(piece.text) for piece in redline(a, b))


def common(a: str, b: str) -> list[tuple[int, int]]:
    """Where in `b` the telling words stand that `a` has too, in any order and any form, in code points."""
    terms_a = {term(normal(token)) for token in tokens(a)}
    forms = [(span, normal(b[slice(*span)])) for span in spans(b)]
    return [span for span, form in forms if form not in STOP and term(form) in terms_a]


def _pieces(a: str, b: str) -> Iterator[Piece]:
    found = changes(a, b)
    texts_a = _slices(a, [change.a for change in found])
    texts_b = _slices(b, [change.b for change in found])
    for change, text_a, text_b in zip(found, texts_a, texts_b, strict=True):
        if change.kind == "same":
            yield Piece("same", text_b)
            continue
        if text_a:
            yield Piece("dropped", text_a)
        if text_b:
            yield Piece("added", text_b)


def _slices(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The text cut before each span with words in it, where the blank is; an empty span has no text."""
    filled = [span for span in spans if span[1] > span[0]]
    cuts = [0, *(_blank_before(text, before[1], after[0]) for before, after in pairwise(filled)), len(text)]
    texts = iter([text[start:end].strip() for start, end in pairwise(cuts)])
    return [next(texts) if end > start else "" for start, end in spans]


def _blank_before(text: str, low: int, high: int) -> int:
    """Where to cut between two words: an opening bracket or quotation mark stays with the word after it."""
    blank = text.rfind(" ", low, high)
    return high if blank < 0 else blank
