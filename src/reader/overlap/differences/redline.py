"""A redline: two sentences as one text, with what was dropped and what was added in its place.

Unlike the edits of `alignment`, a redline keeps every character: punctuation goes with the word before it.
"""

from itertools import pairwise
from typing import Literal, NamedTuple

from reader.overlap.differences.alignment import WordEdit, word_edits
from reader.text.en.stopwords import STOPWORDS
from reader.text.stemming import stem
from reader.text.tokens import normal_form, token_spans, tokenize


class RedlinePiece(NamedTuple):
    """A stretch of a redline."""

    kind: Literal["same", "dropped", "added"]
    text: str  # without blanks at its ends


def redline_pieces(a: str, b: str) -> list[RedlinePiece]:
    """Return sentence `b` as an edit of sentence `a`, in pieces."""
    edits = _whole_tokens(a, b)
    texts_a, texts_b = _slices(a, [edit.a for edit in edits]), _slices(b, [edit.b for edit in edits])
    pieces: list[RedlinePiece] = []
    for edit, text_a, text_b in zip(edits, texts_a, texts_b, strict=True):
        if edit.kind == "same":
            pieces.append(RedlinePiece("same", text_b))
        else:
            pieces += [RedlinePiece("dropped", text_a)] if text_a else []
            pieces += [RedlinePiece("added", text_b)] if text_b else []
    return pieces


def wdiff(a: str, b: str) -> str:
    """Return a redline in plain characters, in the notation of wdiff: `[-dropped-]` and `{+added+}`."""
    signs = {"same": "{}", "dropped": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(signs[piece.kind].format(piece.text) for piece in redline_pieces(a, b))


def shared_words(a: str, b: str) -> list[tuple[int, int]]:
    """Return the spans, in `b`, of the content words whose stems `a` has too, in any order."""
    stems_a = {stem(normal_form(token)) for token in tokenize(a)}
    forms = [(span, normal_form(b[slice(*span)])) for span in token_spans(b)]
    return [span for span, form in forms if form not in STOPWORDS and stem(form) in stems_a]


def _whole_tokens(a: str, b: str) -> list[WordEdit]:
    """Return the edits with those joined that are printed in one piece: £20m, 5km, north-east."""
    single: list[WordEdit] = []
    for edit in word_edits(a, b, one_by_one=True):
        glued = single and (_is_glued(a, single[-1].a, edit.a) or _is_glued(b, single[-1].b, edit.b))
        if glued and {single[-1].kind, edit.kind} != {"same"}:
            single.append(_joined("replaced", single.pop(), edit))
        else:
            single.append(edit)
    edits: list[WordEdit] = []
    for edit in single:
        same = edits and edits[-1].kind == edit.kind == "same"
        edits.append(_joined("same", edits.pop(), edit) if same else edit)
    return edits


def _is_glued(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two words are printed in one piece: a figure and its unit, or words with a hyphen."""
    if one[0] == one[1] or other[0] == other[1]:
        return False
    between = text[one[1] : other[0]]
    return between == "-" or (not between and text[one[1] - 1].isdigit())


def _joined(kind: Literal["same", "replaced"], one: WordEdit, other: WordEdit) -> WordEdit:
    return WordEdit(kind, _joined_spans(one.a, other.a), _joined_spans(one.b, other.b))


def _joined_spans(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """Return the span from one to the other, or the one that is not empty."""
    if one[0] == one[1]:
        return other
    return one if other[0] == other[1] else (one[0], other[1])


def _slices(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Cut a text at the blanks between spans, and return the slice of each; an empty span has no text.

    Where there is no blank, the cut is right before a span. An opening bracket or quotation mark stays with
    the word after it.
    """
    filled = [span for span in spans if span[1] > span[0]]
    cuts = [0]
    for (_, low), (high, _) in pairwise(filled):
        blank = text.rfind(" ", low, high)
        cuts.append(high if blank < 0 else blank)
    texts = iter([text[start:end].strip() for start, end in pairwise([*cuts, len(text)])])
    return [next(texts) if end > start else "" for start, end in spans]
