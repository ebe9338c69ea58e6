"""Words that were dropped, added or replaced, as an editor would tell of them.

In a text that was edited these are the stretches between the words that stayed. Where the statement was
written anew nearly every word is another one, so there only phrases count that the other account leaves out.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.overlap.differences.alignment import edits
from reader.overlap.differences.omissions import (
    BEHIND,
    CLAUSE,
    LEANING,
    LINKING,
    SHORT_TITLES,
    cut,
    governed,
    is_edge,
    left_out,
)
from reader.text.en.grammar import EMPTY, INTERCHANGED, NEGATIONS
from reader.text.en.number_words import QUALIFIERS
from reader.text.en.speech import NEUTRAL
from reader.text.en.stopwords import STOPWORDS
from reader.text.ngrams import shared_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from reader.text.tokenized import TokenizedSentence

COPIED: Final = 0.4
"""Part of the shorter sentence that must stand in runs of words of the other."""
IN_ORDER: Final = 0.6
"""Or part of its words that must stand in the other in the same order."""
HARD: Final = frozenset(";:?!…")
"""Where a sentence could end."""
SMALL: Final = (EMPTY | LEANING | QUALIFIERS | NEUTRAL) - NEGATIONS - {"up"}
"""Words that are not worth telling of beside what is."""

PAIRED: Final = 7
"""Words of a piece, at most, that another one may stand for."""
LONGER: Final = 3
"""How many times longer that one may be."""
RELATIVE: Final = frozenset({"who", "which", "whose"})
"""With these a clause begins; cut off behind its verb it says nothing."""
Change = tuple[range, range]
"""Words of the first sentence and of the second; one of the two may be empty."""


def is_edited(a: TokenizedSentence, b: TokenizedSentence) -> bool:
    """Whether one sentence can be read as an edit of the other, word by word."""
    shorter, longer = sorted((a, b), key=lambda words: (len(words), words.text))
    copied = shared_runs(shorter.forms, longer.forms)
    if sum(end - start for start, end in copied) >= COPIED * len(shorter):
        return True
    enough = IN_ORDER * len(shorter)
    if sum((Counter(a.forms) & Counter(b.forms)).values()) < enough:
        return False
    return sum(end - start for name, start, end, _, _ in edits(a.forms, b.forms) if name == "equal") >= enough


def rewording(
    a: TokenizedSentence,
    b: TokenizedSentence,
    told: tuple[AbstractSet[int], AbstractSet[int]],
    noted: tuple[AbstractSet[int], AbstractSet[int]],
    *,
    edited: bool,
) -> Iterator[Change]:
    """Give the changes in order, as those of an edited text or of one written anew.

    Words that are `told` of elsewhere are cut out; those that are `noted` elsewhere do not make a stretch
    worth telling of by themselves.
    """
    if edited:
        yield from _edited(a, b, told, noted)
    else:
        for phrase in left_out(a, b, told[0], noted[0]):
            yield phrase, range(0)
        for phrase in left_out(b, a, told[1], noted[1]):
            yield range(0), phrase


def stretches(a: TokenizedSentence, b: TokenizedSentence) -> list[Change]:
    """Give every change of an edited text, in order."""
    return [
        (range(from_a, to_a), range(from_b, to_b))
        for name, from_a, to_a, from_b, to_b in edits(a.forms, b.forms)
        if name != "equal"
    ]


def _edited(
    a: TokenizedSentence,
    b: TokenizedSentence,
    told: tuple[AbstractSet[int], AbstractSet[int]],
    noted: tuple[AbstractSet[int], AbstractSet[int]],
) -> Iterator[Change]:
    changed = _joined(a, stretches(a, b))
    stretches_a, stretches_b = [one for one, _ in changed], [other for _, other in changed]
    told_a = told[0] | _moved(a, stretches_a, b, stretches_b)
    told_b = told[1] | _moved(b, stretches_b, a, stretches_a)
    noted_a = noted[0] | _also(a, stretches_a, b, stretches_b)
    noted_b = noted[1] | _also(b, stretches_b, a, stretches_a)
    kept_a, kept_b = told_a | _outside(a, stretches_a), told_b | _outside(b, stretches_b)
    end_a = end_b = 0  # behind what was told of: a piece may be longer than its stretch
    for stretch_a, stretch_b in changed:
        touched = not told_a.isdisjoint(stretch_a) or not told_b.isdisjoint(stretch_b)
        if touched and _left(a, stretch_a, told_a) == _left(b, stretch_b, told_b):
            continue  # only grammar that the rest brought along: "may have fallen" and "fell"
        noted_here = not noted_a.isdisjoint(stretch_a) or not noted_b.isdisjoint(stretch_b)
        small = SMALL if touched else (EMPTY | INTERCHANGED) - NEGATIONS
        small = SMALL | STOPWORDS - NEGATIONS if noted_here else small
        pieces_a = _pieces(a, stretch_a, told_a, noted_a, small)
        pieces_b = _pieces(b, stretch_b, told_b, noted_b, small)
        pieces_a = [_untitled(a, _whole(a, piece, told_a)) for piece in pieces_a if piece.stop > end_a]
        pieces_b = [_untitled(b, _whole(b, piece, told_b)) for piece in pieces_b if piece.stop > end_b]
        end_a = max((piece.stop for piece in pieces_a), default=end_a)
        end_b = max((piece.stop for piece in pieces_b), default=end_b)
        for one, other in paired((stretch_a, pieces_a), (stretch_b, pieces_b)):
            yield (
                governed(a, _weighty(a, one, other), kept_a),
                governed(b, _weighty(b, other, one), kept_b),
            )


def _outside(words: TokenizedSentence, changed: Sequence[range]) -> AbstractSet[int]:
    """The words that both have."""
    return set(range(len(words))).difference(*changed)


def paired(a: tuple[range, Sequence[range]], b: tuple[range, Sequence[range]]) -> Iterator[Change]:
    """Take one piece of a stretch as standing for the other where there are as many, in like places."""
    (stretch_a, pieces_a), (stretch_b, pieces_b) = a, b
    alike = len(pieces_a) == len(pieces_b) and all(
        _in_like_places(stretch_a, one, stretch_b, other)
        for one, other in zip(pieces_a, pieces_b, strict=True)
    )
    if alike:
        yield from zip(pieces_a, pieces_b, strict=True)
    else:
        yield from ((piece, range(0)) for piece in pieces_a)
        yield from ((range(0), piece) for piece in pieces_b)


def _in_like_places(stretch_a: range, one: range, stretch_b: range, other: range) -> bool:
    """Whether both begin or both end their stretch, and are not of very different lengths."""
    at_start = one.start == stretch_a.start and other.start == stretch_b.start
    at_end = one.stop == stretch_a.stop and other.stop == stretch_b.stop
    shorter, longer = sorted((len(one), len(other)))
    return (at_start or at_end) and shorter <= PAIRED and longer <= LONGER * shorter + 2


def _whole(words: TokenizedSentence, piece: range, told: AbstractSet[int]) -> range:
    """With the rest of a word that has a hyphen: Covid-19."""
    start, stop = piece.start, piece.stop
    while 0 < start < stop and words.before(start) == "-" and start - 1 not in told:
        start -= 1
    while start < stop < len(words) and words.before(stop) == "-" and stop not in told:
        stop += 1
    return range(start, stop)


def _weighty(words: TokenizedSentence, piece: range, other: range) -> range:
    """Nothing of small words for which the other has a phrase: "was jailed for" is not in place of "to"."""
    light = len(other) > len(piece) + 1 and all(words.forms[word] in EMPTY | LEANING for word in piece)
    return range(0) if light and NEGATIONS.isdisjoint(words.forms[word] for word in piece) else piece


def _untitled(words: TokenizedSentence, piece: range) -> range:
    """Without the "and" behind it, or the title or the initials of a name, which both have."""
    endings = SHORT_TITLES | LINKING
    while len(piece) > 1 and (words.forms[piece[-1]] in endings or _is_initial(words, piece[-1])):
        piece = piece[:-1]
    return piece


def _is_initial(words: TokenizedSentence, word: int) -> bool:
    return len(words.forms[word]) == 1 and words.capital(word) and words.before(word + 1).startswith(".")


def _joined(a: TokenizedSentence, changed: list[Change]) -> list[Change]:
    """Take two changes as one where nothing but a few small words stayed between them.

    As in the semantic cleanup of diff-match-patch (Fraser, "Writing: diff strategies", 2006).
    """
    joined: list[Change] = []
    for change in changed:
        if joined and _hangs_together(a, joined[-1], change):
            before = joined.pop()
            joined.append((range(before[0].start, change[0].stop), range(before[1].start, change[1].stop)))
        else:
            joined.append(change)
    return joined


def _hangs_together(a: TokenizedSentence, one: Change, other: Change) -> bool:
    stayed = range(one[0].stop, other[0].start)
    smaller = min(max(map(len, one)), max(map(len, other)))
    return len(stayed) < smaller and all(a.forms[word] in STOPWORDS - NEGATIONS for word in stayed)


def _moved(
    a: TokenizedSentence, stretches_a: list[range], b: TokenizedSentence, stretches_b: list[range]
) -> set[int]:
    """The words in changed stretches that stand in another one, in the same order: they were moved."""
    elsewhere = [[b.forms[word] for word in stretch] for stretch in stretches_b]
    return {
        stretch[0] + word
        for stretch in stretches_a
        for other in elsewhere
        for start, end in shared_runs([a.forms[word] for word in stretch], other)
        for word in range(start, end)
    }


def _also(
    a: TokenizedSentence, stretches_a: list[range], b: TokenizedSentence, stretches_b: list[range]
) -> set[int]:
    """The telling words in changed stretches that stand in another one too."""
    elsewhere = {b.forms[word] for stretch in stretches_b for word in stretch} - STOPWORDS
    return {word for stretch in stretches_a for word in stretch if a.forms[word] in elsewhere}


def _left(words: TokenizedSentence, stretch: range, told: AbstractSet[int]) -> set[str]:
    """The families of the words that are still to be told of."""
    return {words.stems[word] for word in stretch if word not in told and words.forms[word] not in STOPWORDS}


def _pieces(
    words: TokenizedSentence,
    stretch: range,
    told: AbstractSet[int],
    noted: AbstractSet[int],
    small: AbstractSet[str],
) -> list[range]:
    """What of a stretch is still to be told."""
    pieces = [part for piece in cut(stretch, told) for part in _between_stops(words, piece)]
    if not told.isdisjoint(stretch):
        pieces = [_relative(words, _trimmed(words, piece, stretch)) for piece in pieces]
    return [
        piece
        for piece in pieces
        if any(word not in noted and words.forms[word] not in small for word in piece)
        and not (words.forms[piece[0]] in RELATIVE and len(piece) < CLAUSE)
    ]


def _relative(words: TokenizedSentence, piece: range) -> range:
    """With the rest of a relative clause: "who took office in May", though May is told of elsewhere."""
    if RELATIVE.isdisjoint(words.forms[word] for word in piece):
        return piece
    ends = (stop for stop in range(piece.stop, piece.stop + BEHIND + 1) if stop <= len(words))
    return range(piece.start, next((stop for stop in ends if is_edge(words, stop)), piece.stop))


def _between_stops(words: TokenizedSentence, piece: range) -> list[range]:
    cuts = [word for word in piece[1:] if not HARD.isdisjoint(words.before(word))]
    return [range(first, last) for first, last in pairwise([piece.start, *cuts, piece.stop])] if piece else []


def _trimmed(words: TokenizedSentence, piece: range, stretch: range) -> range:
    """Without the small words at its ends that lean on what was cut away."""
    while stretch.start < piece.start and piece and words.forms[piece[0]] in LEANING:
        piece = piece[1:]
    while piece and words.forms[piece[-1]] in STOPWORDS - NEGATIONS:
        piece = piece[:-1]
    return piece
