"""Two sentences as one text: what both say once, what was dropped and what was added in its place.

Where `word_edits` speaks of words, a redline keeps every character: punctuation goes with the word
before it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.overlap.differences.alignment import WordEdit, word_edits
from reader.text.en.stopwords import STOPWORDS
from reader.text.stemming import stem
from reader.text.tokens import normal_form, token_spans, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.overlap.differences.alignment import Span


class Piece(NamedTuple):
    """A stretch of the redline."""

    kind: Literal["same", "dropped", "added"]
    text: str
    """Without blanks at its ends."""


def redline_pieces(a: str, b: str) -> list[Piece]:
    """Show sentence `b` as an edit of sentence `a`."""
    return list(_pieces(a, b))


def wdiff(a: str, b: str) -> str:
    """The redline in plain characters, in wdiff's notation: `[-dropped-]` and `{+added+}`."""
    signs = {"same": "{}", "dropped": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(signs[piece.kind].format(piece.text) for piece in redline_pieces(a, b))


def shared_words(a: str, b: str) -> list[tuple[int, int]]:
    """Where in `b` the telling words stand that `a` has too, in any order and any form, in code points."""
    terms_a = {stem(normal_form(token)) for token in tokenize(a)}
    forms = [(span, normal_form(b[slice(*span)])) for span in token_spans(b)]
    return [span for span, form in forms if form not in STOPWORDS and stem(form) in terms_a]


def _pieces(a: str, b: str) -> Iterator[Piece]:
    found = _with_units(a, b)
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


def _with_units(a: str, b: str) -> list[WordEdit]:
    """The edits, but what is written in one changes together: £20m, 5km, north-east."""
    found: list[WordEdit] = []
    for change in _word_by_word(a, b):
        glued = found and (_glued(a, found[-1].a, change.a) or _glued(b, found[-1].b, change.b))
        if glued and {found[-1].kind, change.kind} != {"same"}:
            change = _joined("replaced", found.pop(), change)  # noqa: PLW2901 - it grew
        found.append(change)
    whole: list[WordEdit] = []
    for change in found:
        same = whole and whole[-1].kind == change.kind == "same"
        whole.append(_joined("same", whole.pop(), change) if same else change)
    return whole


def _word_by_word(a: str, b: str) -> Iterator[WordEdit]:
    """The edits, with each word that stayed by itself."""
    for change in word_edits(a, b):
        if change.kind != "same":
            yield change
            continue
        words_a, words_b = token_spans(a[slice(*change.a)]), token_spans(b[slice(*change.b)])
        for one, other in zip(words_a, words_b, strict=True):
            yield WordEdit("same", _from(change.a[0], one), _from(change.b[0], other))


def _from(start: int, span: Span) -> Span:
    return start + span[0], start + span[1]


def _glued(text: str, one: Span, other: Span) -> bool:
    """Whether a unit follows a figure, or a word another one behind a hyphen."""
    if one[0] == one[1] or other[0] == other[1]:
        return False
    between = text[one[1] : other[0]]
    return between == "-" or (not between and text[one[1] - 1].isdigit())


def _joined(kind: Literal["same", "replaced"], one: WordEdit, other: WordEdit) -> WordEdit:
    return WordEdit(kind, _together(one.a, other.a), _together(one.b, other.b))


def _together(one: Span, other: Span) -> Span:
    """Both, or the one that has words."""
    if one[0] == one[1]:
        return other
    return one if other[0] == other[1] else (one[0], other[1])


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
