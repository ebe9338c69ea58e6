"""Which sentences of a new text are those of an old one: the same, moved, changed, split or merged.

First the sentences with the same words are paired: those at both ends, those that occur once in both texts
(patience diff, after Bram Cohen: the longest run in order is in place, the others have moved), and the
neighbours of pairs. What is left is compared by words and letters, one sentence or up to three of them on
either side, the best first; what is not alike enough corresponds to nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from heapq import nlargest
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from reader.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MINIMUM = 0.62
"""Similarity, 0–1. Lower attaches more to the wrong place, higher loses more that is there."""

IN_PLACE = 0.06
"""By how much less will do where the neighbours are those of before."""

_WIDEST = 3
"""Sentences that may be split from or merged into one."""

_CANDIDATES = 4
"""Sentences each one is compared with, those that share most rare words."""

_MOST = 20_000
"""Comparisons; only texts of thousands of sentences that all changed need more: it would take minutes."""

_GLANCE = 0.3
"""The share of the words of the shorter sentence that must be in the other for a closer look."""

_WIDE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"  # scripts without blanks: each character counts as a word
_WORD = re.compile(rf"[{_WIDE}]|[^\W{_WIDE}]+(?:['’.,][^\W{_WIDE}]+)*")

IndexPairs = dict[int, int]


@dataclass(frozen=True, slots=True)
class AlignedRange:
    """Where a sentence of the old text is in the new one, alone or with neighbours it was merged with."""

    old: range
    new: range
    in_order: bool
    """Between the neighbours it had before."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    place: AlignedRange


class SplitText:
    """A text, its sentences and their words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = split_sentences(text)
        self.words = [words(text[start:end]) for start, end in self.spans]
        self.keys = [
            " ".join(found) or text[start:end]
            for found, (start, end) in zip(self.words, self.spans, strict=True)
        ]

    def sentences_in(self, start: int, end: int) -> range:
        """Give the sentences that share at least a code point with this span."""
        first = bisect_left(self.spans, start, key=lambda span: span[1] - 1)
        last = bisect_left(self.spans, end, key=lambda span: span[0])
        return range(first, last)

    def span_of(self, sentences: Sequence[int]) -> tuple[int, int]:
        """Give the span from the first to the last of these sentences."""
        return self.spans[sentences[0]][0], self.spans[sentences[-1]][1]

    def count(self, sentences: Iterable[int]) -> int:
        """Count the words in these sentences."""
        return sum(len(self.words[index]) for index in sentences)


class Alignment:
    """The sentences of an old text in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self.old = SplitText(old)
        self.new = SplitText(new)
        in_order, moved = _same(self.old.keys, self.new.keys)
        self._places = {i: _single(i, j, in_order=True) for i, j in in_order.items()}
        self._places |= {i: _single(i, j, in_order=False) for i, j in moved.items()}
        self._anchors = sorted(in_order.items())
        self._pair_changed()

    def place(self, sentence: int) -> AlignedRange | None:
        """Give where a sentence of the old text is in the new one; None: it is gone."""
        return self._places.get(sentence)

    @cached_property
    def origins(self) -> dict[int, range]:
        """For each sentence of the new text that was in the old one: which ones it was."""
        return {j: place.old for place in self._places.values() for j in place.new}

    def runs(self, sentences: Iterable[int]) -> Iterator[list[int]]:
        """Give those of these sentences that are in the new text, by what has no other old one in between."""
        run: list[int] = []
        last = 0
        for index in sorted(self._places.keys() & sentences, key=lambda index: self._places[index].new.start):
            place = self._places[index].new
            if run and not self.origins.keys().isdisjoint(range(last, place.start)):
                yield run
                run = []
            run.append(index)
            last = place.stop
        if run:
            yield run

    @property
    def shared(self) -> float:
        """How much of the shorter text is in the other, as a share of its words, 0–1."""
        return max(_share(self.old, self._places), _share(self.new, self.origins))

    def _pair_changed(self) -> None:
        taken = {place.new[0] for place in self._places.values()}
        old = [i for i in range(len(self.old.spans)) if i not in self._places]
        new = [j for j in range(len(self.new.spans)) if j not in taken]
        for found in sorted(self._candidates(old, new), key=lambda found: -found.score):
            place = found.place
            if taken.isdisjoint(place.new) and self._places.keys().isdisjoint(place.old):
                taken.update(place.new)
                self._places.update(dict.fromkeys(place.old, place))

    def _candidates(self, old: list[int], new: list[int]) -> Iterator[_Candidate]:
        for windows in islice(self._pairs_of_windows(old, new), _MOST):
            yield from self._compared(*windows)

    def _pairs_of_windows(self, old: list[int], new: list[int]) -> Iterator[tuple[range, range]]:
        free_old, free_new = set(old), set(new)
        having = _index(self.new.words, new)
        seen: set[tuple[range, range]] = set()
        for i in old:
            for j in self._worth_comparing(i, having):
                if self.old.keys[i] == self.new.keys[j]:
                    pairs = {(range(i, i + 1), range(j, j + 1))}
                else:
                    pairs = set(_windows(i, j, free_old, free_new))
                yield from pairs - seen
                seen |= pairs

    def _worth_comparing(self, i: int, having: dict[str, list[int]]) -> list[int]:
        before = set(_lower(self.old.words[i]))
        afters = {j: set(_lower(self.new.words[j])) for j in _alike(before, having)}
        return [
            j for j, after in afters.items() if len(before & after) >= _GLANCE * min(len(before), len(after))
        ]

    def _compared(self, old: range, new: range) -> Iterator[_Candidate]:
        in_order = self._is_in_order(old, new)
        bonus = IN_PLACE if in_order else 0.0
        before = [word for i in old for word in self.old.words[i]]
        after = [word for j in new for word in self.new.words[j]]
        score = similarity(before, after, MINIMUM - bonus) + bonus
        if score >= MINIMUM:
            yield _Candidate(score, AlignedRange(old, new, in_order))

    def _is_in_order(self, old: range, new: range) -> bool:
        at = bisect_left(self._anchors, (old[0], 0))
        below = self._anchors[at - 1][1] if at else -1
        above = self._anchors[at][1] if at < len(self._anchors) else len(self.new.spans)
        return below < new[0] and new[-1] < above


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word and where it is, in code points of the text."""

    text: str
    start: int
    end: int


def words_in(text: str, start: int, end: int) -> list[PlacedWord]:
    """Give the words of a part of a text with their places in the text."""
    return [
        PlacedWord(found[0].replace("’", "'"), *found.span()) for found in _WORD.finditer(text, start, end)
    ]


def words(text: str) -> list[str]:
    """Give the words of a text; the form of an apostrophe makes no difference."""
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def similarity(before: list[str], after: list[str], minimum: float = 0.0) -> float:
    """Give how alike two runs of words are, 0–1: by words, or by words and letters where these say more.

    :param minimum: what is surely below it may be given as 0.
    """
    if before == after:
        return 1.0
    matcher = SequenceMatcher(None, _lower(before), _lower(after), autojunk=False)
    letters = SequenceMatcher(None, " ".join(before).lower(), " ".join(after).lower(), autojunk=False)
    by_word = matcher.quick_ratio()
    if (by_word + 1) / 2 < minimum or max(by_word, (by_word + letters.quick_ratio()) / 2) < minimum:
        return 0.0
    by_word = matcher.ratio()
    return max(by_word, (by_word + letters.ratio()) / 2)


def _single(i: int, j: int, *, in_order: bool) -> AlignedRange:
    return AlignedRange(range(i, i + 1), range(j, j + 1), in_order)


def _lower(words: list[str]) -> list[str]:
    return [word.lower() for word in words]


def _share(text: SplitText, sentences: Iterable[int]) -> float:
    everything = text.count(range(len(text.spans)))
    return text.count(sentences) / everything if everything else 0.0


def _index(words: list[list[str]], sentences: list[int]) -> dict[str, list[int]]:
    """Give the sentences each word is in; words in too many of them say nothing and cost much."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for index in sentences:
        for word in set(_lower(words[index])):
            having[word].append(index)
    most = min(max(30, len(sentences) // 20), 100)
    return {word: found for word, found in having.items() if len(found) <= most}


def _alike(words: set[str], having: dict[str, list[int]]) -> list[int]:
    """Give the sentences that share most with these words, rare words counting more."""
    weights: defaultdict[int, float] = defaultdict(float)
    for word in words:
        for index in having.get(word, ()):
            weights[index] += 1 / len(having[word])
    return nlargest(_CANDIDATES, weights, key=lambda index: weights[index])


def _windows(i: int, j: int, free_old: set[int], free_new: set[int]) -> Iterator[tuple[range, range]]:
    for window in _around(j, free_new):
        yield range(i, i + 1), window
    for window in _around(i, free_old):
        if len(window) > 1:
            yield window, range(j, j + 1)


def _around(index: int, free: set[int]) -> Iterator[range]:
    """Give the runs of up to three free neighbours that this one is in."""
    for first in range(index - _WIDEST + 1, index + 1):
        for last in range(max(first, index), first + _WIDEST):
            if free.issuperset(range(first, last + 1)):
                yield range(first, last + 1)


def _same(old: list[str], new: list[str]) -> tuple[IndexPairs, IndexPairs]:
    """Pair the sentences with the same words: those still in order, and those that have moved.

    Whether a text is changed or changed back makes no difference.
    """
    if new < old:
        in_order, moved = _same(new, old)
        return {i: j for j, i in in_order.items()}, {i: j for j, i in moved.items()}
    in_order = _ends(old, new)
    unique = _unique(old, new, in_order)
    in_order |= _longest_rising(unique)
    moved = {i: j for i, j in unique.items() if i not in in_order}
    paired = in_order.keys() | moved.keys()
    taken = {*in_order.values(), *moved.values()}
    for pairs in (in_order, moved):
        for step in (1, -1):
            for start in sorted(pairs.items(), reverse=step < 0):
                for i, j in _neighbours(start, step, old, new):
                    if i in paired or j in taken:
                        break
                    paired.add(i)
                    taken.add(j)
                    pairs[i] = j
    return in_order, moved


def _neighbours(
    start: tuple[int, int], step: int, old: list[str], new: list[str]
) -> Iterator[tuple[int, int]]:
    """Give the pairs next to a pair, in one direction, as long as their words are the same."""
    i, j = start[0] + step, start[1] + step
    while 0 <= i < len(old) and 0 <= j < len(new) and old[i] == new[j]:
        yield i, j
        i, j = i + step, j + step


def _ends(old: list[str], new: list[str]) -> IndexPairs:
    head = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(old, new, strict=False)))
    most = min(len(old), len(new)) - head
    backwards = zip(reversed(old), reversed(new), range(most), strict=False)
    tail = sum(1 for _ in takewhile(lambda both: both[0] == both[1], backwards))
    pairs = {i: i for i in range(head)}
    return pairs | {len(old) - 1 - i: len(new) - 1 - i for i in range(tail)}


def _unique(old: list[str], new: list[str], known: IndexPairs) -> IndexPairs:
    """Pair what occurs once on either side, apart from what is paired already."""
    taken = set(known.values())
    before = _once((key, i) for i, key in enumerate(old) if i not in known)
    after = _once((key, j) for j, key in enumerate(new) if j not in taken)
    return {i: after[key] for key, i in before.items() if key in after}


def _once(keys: Iterable[tuple[str, int]]) -> dict[str, int]:
    found = list(keys)
    counts = Counter(key for key, _ in found)
    return {key: index for key, index in found if counts[key] == 1}


def _longest_rising(pairs: IndexPairs) -> IndexPairs:
    """Give the most pairs that are in order on both sides (patience sorting)."""
    piles: list[int] = []
    tops: list[tuple[int, int]] = []
    below: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in sorted(pairs.items()):
        pile = bisect_left(piles, pair[1])
        below[pair] = tops[pile - 1] if pile else None
        piles[pile : pile + 1] = [pair[1]]
        tops[pile : pile + 1] = [pair]
    rising: IndexPairs = {}
    pair_or_none = tops[-1] if tops else None
    while pair_or_none is not None:
        rising[pair_or_none[0]] = pair_or_none[1]
        pair_or_none = below[pair_or_none]
    return rising
