"""Words that were dropped, added or replaced where one sentence is an edit of the other."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise
from typing import Final

from reader.overlap.differences.alignment import opcodes
from reader.overlap.differences.clauses import (
    MOST_AFTER,
    cut_out,
    is_clause_edge,
    with_governing_word,
    without_first,
    without_last,
)
from reader.overlap.differences.facts import Facts, SentencePair
from reader.overlap.differences.omissions import CLAUSE
from reader.text.en.grammar import EMPTY, INTERCHANGED, LEANING, LINKING, NEGATIONS, RELATIVE, SHORT_TITLES
from reader.text.en.number_words import QUALIFIERS
from reader.text.en.speech import NEUTRAL
from reader.text.en.stopwords import STOPWORDS
from reader.text.ngrams import shared_runs
from reader.text.tokenized import TokenizedSentence

COPIED: Final = 0.4  # part of the shorter sentence in runs of words of the other, for an edit
IN_ORDER: Final = 0.6  # otherwise, part of its words in the same order
HARD_STOPS: Final = frozenset(";:?!…")  # marks with which a sentence could end
INSIGNIFICANT: Final = (EMPTY | INTERCHANGED) - NEGATIONS  # words that are not worth reporting by themselves
INSIGNIFICANT_BESIDE: Final = (EMPTY | LEANING | QUALIFIERS | NEUTRAL) - NEGATIONS - {"up"}
"""Words that are not worth reporting next to words that are reported already."""
MOST_PAIRED: Final = 7  # words of the shorter of two pieces, at most, of which one replaces the other
LONGER: Final = 3  # times that the longer piece may be as long as the shorter one

Stretches = tuple[range, range]
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
    in_order = (end - start for name, start, end, _, _ in opcodes(a.forms, b.forms) if name == "equal")
    return sum(in_order) >= enough


def changed_stretches(a: TokenizedSentence, b: TokenizedSentence) -> list[Stretches]:
    """Return every change of an edited sentence, in order."""
    return [
        (range(from_a, to_a), range(from_b, to_b))
        for name, from_a, to_a, from_b, to_b in opcodes(a.forms, b.forms)
        if name != "equal"
    ]


def find_rewordings(pair: SentencePair) -> Iterator[Stretches]:
    """Yield the changes of an edited sentence that are worth reporting, in order.

    Words that are reported already are cut out, and so are words that were only moved. Words of details make
    no change worth reporting by themselves.
    """
    a, b = pair.a.words, pair.b.words
    changed = _joined(a, changed_stretches(a, b))
    side_a = _ChangedSide(pair.a, [one for one, _ in changed], b, [other for _, other in changed])
    side_b = _ChangedSide(pair.b, [other for _, other in changed], a, [one for one, _ in changed])
    for stretch_a, stretch_b in changed:
        touched = side_a.is_reported(stretch_a) or side_b.is_reported(stretch_b)
        if touched and side_a.unreported_stems(stretch_a) == side_b.unreported_stems(stretch_b):
            continue  # only the grammar that came along: "may have fallen" and "fell"
        small = INSIGNIFICANT_BESIDE if touched else INSIGNIFICANT
        if side_a.has_details(stretch_a) or side_b.has_details(stretch_b):
            small = INSIGNIFICANT_BESIDE | STOPWORDS - NEGATIONS
        pieces_a, pieces_b = side_a.pieces(stretch_a, small), side_b.pieces(stretch_b, small)
        for one, other in paired_pieces(stretch_a, pieces_a, stretch_b, pieces_b):
            yield side_a.shown(one, other), side_b.shown(other, one)


def paired_pieces(a: range, pieces_a: list[range], b: range, pieces_b: list[range]) -> Iterator[Stretches]:
    """Pair the pieces of two stretches if they are as many and in like places; else keep them single."""
    paired = list(zip(pieces_a, pieces_b, strict=False)) if len(pieces_a) == len(pieces_b) else []
    if paired and all(_in_like_places(a, one, b, other) for one, other in paired):
        yield from paired
    else:
        yield from ((piece, range(0)) for piece in pieces_a)
        yield from ((range(0), piece) for piece in pieces_b)


def _in_like_places(stretch_a: range, one: range, stretch_b: range, other: range) -> bool:
    """Whether both begin or both end their stretch, and are not of very different lengths."""
    at_start = one.start == stretch_a.start and other.start == stretch_b.start
    at_end = one.stop == stretch_a.stop and other.stop == stretch_b.stop
    shorter, longer = sorted((len(one), len(other)))
    return (at_start or at_end) and shorter <= MOST_PAIRED and longer <= LONGER * shorter + 2


def _joined(a: TokenizedSentence, changed: list[Stretches]) -> list[Stretches]:
    """Join two changes if only a few function words between them stayed the same.

    As in the semantic cleanup of diff-match-patch (Fraser, "Writing: diff strategies", 2006).
    """
    joined = changed[:1]
    for change in changed[1:]:
        before = joined[-1]
        stayed = range(before[0].stop, change[0].start)
        smaller = min(max(map(len, before)), max(map(len, change)))
        if len(stayed) < smaller and all(a.forms[word] in STOPWORDS - NEGATIONS for word in stayed):
            joined.pop()
            change = range(before[0].start, change[0].stop), range(before[1].start, change[1].stop)  # noqa: PLW2901
        joined.append(change)
    return joined


class _ChangedSide:
    """One sentence of an edited pair, and which of its words are not to be reported."""

    def __init__(
        self, facts: Facts, stretches: list[range], other: TokenizedSentence, others: list[range]
    ) -> None:
        self._words = words = facts.words
        elsewhere = [[other.forms[word] for word in stretch] for stretch in others]
        moved = {
            stretch[0] + word
            for stretch in stretches
            for forms in elsewhere
            for run in shared_runs([words.forms[word] for word in stretch], forms)
            for word in range(*run)
        }
        in_both = {form for forms in elsewhere for form in forms} - STOPWORDS
        self._reported = facts.reported | moved
        changed = set(chain.from_iterable(stretches))
        self._details = facts.details | {word for word in changed if words.forms[word] in in_both}
        self._kept = self._reported | set(range(len(words))) - changed
        self._end = 0  # the word after the last piece, which may be longer than its stretch

    def is_reported(self, stretch: range) -> bool:
        """Whether some words of a stretch are reported already."""
        return not self._reported.isdisjoint(stretch)

    def has_details(self, stretch: range) -> bool:
        """Whether some words of a stretch belong to details, or to another stretch of the other sentence."""
        return not self._details.isdisjoint(stretch)

    def unreported_stems(self, stretch: range) -> frozenset[str]:
        """Return the stems of the content words of a stretch that are not reported yet."""
        return self._words.content_stems(set(stretch) - self._reported)

    def pieces(self, stretch: range, small: AbstractSet[str]) -> list[range]:
        """Return the parts of a stretch that are worth reporting; parts of `small` words only are not."""
        words = self._words
        pieces = [part for piece in cut_out(stretch, self._reported) for part in _split(words, piece)]
        if self.is_reported(stretch):
            pieces = [_with_relative_clause(words, _trimmed(words, piece, stretch)) for piece in pieces]
        pieces = [
            _without_links(words, self._with_hyphenated(piece))
            for piece in pieces
            if any(word not in self._details and words.forms[word] not in small for word in piece)
            and not (words.forms[piece[0]] in RELATIVE and len(piece) < CLAUSE)
            and piece.stop > self._end
        ]
        self._end = max((piece.stop for piece in pieces), default=self._end)
        return pieces

    def shown(self, piece: range, other: range) -> range:
        """Return the words of a piece to report: none if it has only small words and the other is a phrase.

        "Was jailed for" does not replace "to".
        """
        forms = {self._words.forms[word] for word in piece}
        if len(other) > len(piece) + 1 and forms <= (EMPTY | LEANING) - NEGATIONS:
            piece = range(0)
        return with_governing_word(self._words, piece, self._kept)

    def _with_hyphenated(self, piece: range) -> range:
        """Return a piece with the rest of a word that has a hyphen: Covid-19."""
        start, stop, words = piece.start, piece.stop, self._words
        while 0 < start < stop and words.gap_before(start) == "-" and start - 1 not in self._reported:
            start -= 1
        while start < stop < len(words) and words.gap_before(stop) == "-" and stop not in self._reported:
            stop += 1
        return range(start, stop)


def _split(words: TokenizedSentence, piece: range) -> list[range]:
    """Split a piece where a sentence could end."""
    cuts = [word for word in piece[1:] if not HARD_STOPS.isdisjoint(words.gap_before(word))]
    return [range(first, last) for first, last in pairwise([piece.start, *cuts, piece.stop])]


def _trimmed(words: TokenizedSentence, piece: range, stretch: range) -> range:
    """Return a piece without the function words at its ends that lean on something that was cut out."""
    if stretch.start < piece.start:
        piece = without_first(words, piece, LEANING)
    return without_last(words, piece, STOPWORDS - NEGATIONS)


def _with_relative_clause(words: TokenizedSentence, piece: range) -> range:
    """Return a piece with its whole relative clause: "who took office in May", though May is reported."""
    if RELATIVE.isdisjoint(words.forms[word] for word in piece):
        return piece
    ends = range(piece.stop, min(piece.stop + MOST_AFTER, len(words)) + 1)
    return range(piece.start, next((stop for stop in ends if is_clause_edge(words, stop)), piece.stop))


def _without_links(words: TokenizedSentence, piece: range) -> range:
    """Return a piece without the "and" at its end, or the title or initials of a name that both have."""
    while len(piece) > 1:
        form, last = words.forms[piece[-1]], piece[-1]
        has_dot = words.gap_before(last + 1).startswith(".")
        is_initial = len(form) == 1 and words.is_capitalized(last) and has_dot
        if form not in SHORT_TITLES | LINKING and not is_initial:
            break
        piece = piece[:-1]
    return piece
