"""Which sentences of a new text are those of an old one: the same, moved, changed, split or merged.

Sentences with the same words are paired first. What is left is compared by words and letters, one sentence
with one, or one with up to three neighbours on the other side; the most similar are paired first, and what is
not similar enough is paired with nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.notebook.anchoring.equal_sentences import pair_equal_sentences
from reader.notebook.anchoring.words import MIN_SIMILARITY, similarity, words
from reader.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_IN_ORDER_BONUS = 0.06  # for the similarity of sentences that stand between the same neighbours as before
_MAX_SENTENCES = 3  # that one may have been split into, or merged from
_MAX_CANDIDATES = 4  # sentences that each one is compared with: those that share the most rare words
_MAX_COMPARISONS = 20_000  # only thousands of changed sentences need more, which would take minutes
_MIN_SHARED_WORDS = 0.3  # of the shorter sentence must be in the other one to compare the two at all


class AlignedRange(NamedTuple):
    """Sentences of the old text and what they are in the new one; one of the two ranges has length 1."""

    old: range
    new: range
    in_order: bool
    """Between the neighbours it had before."""


class SplitText:
    """A text, its sentences, and their words."""

    def __init__(self, text: str) -> None:
        self.spans = split_sentences(text)
        sentences = [text[start:end] for start, end in self.spans]
        self.words = [words(sentence) for sentence in sentences]
        self.keys = [" ".join(found) or known for found, known in zip(self.words, sentences, strict=True)]
        """What sentences of the same words have in common."""

    @cached_property
    def word_sets(self) -> list[set[str]]:
        """The words of each sentence in lower case."""
        return [{word.lower() for word in found} for found in self.words]

    def sentences_in(self, start: int, end: int) -> range:
        """Return the sentences that share at least a code point with this span."""
        first = bisect_left(self.spans, start, key=lambda span: span[1] - 1)
        last = bisect_left(self.spans, end, key=lambda span: span[0])
        return range(first, last)

    def span_of(self, sentences: Sequence[int]) -> tuple[int, int]:
        """Return the span from the first to the last of these sentences."""
        return self.spans[sentences[0]][0], self.spans[sentences[-1]][1]

    def count_words(self, sentences: Iterable[int]) -> int:
        """Count the words of these sentences."""
        return sum(len(self.words[index]) for index in sentences)


class Alignment:
    """The sentences of an old text in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self.old = SplitText(old)
        self.new = SplitText(new)
        in_order, moved = pair_equal_sentences(self.old.keys, self.new.keys)
        self.aligned = {
            i: AlignedRange(range(i, i + 1), range(j, j + 1), in_order=pairs is in_order)
            for pairs in (in_order, moved)
            for i, j in pairs.items()
        }
        """Where each sentence of the old text is in the new one; those that are gone have no entry."""
        self._unmoved = [(-1, -1), *sorted(in_order.items()), (len(self.old.spans), len(self.new.spans))]
        """Pairs in the same order in both texts, with one before the first and one after the last."""
        self._pair_changed()

    @cached_property
    def origins(self) -> dict[int, range]:
        """For each sentence of the new text that was in the old one: the sentences it was there."""
        return {j: aligned.old for aligned in self.aligned.values() for j in aligned.new}

    def runs(self, sentences: Iterable[int]) -> Iterator[list[int]]:
        """Group those of these old sentences that are in the new text.

        Each group stands together there: no other sentence of the old text is in between.
        """
        run: list[int] = []
        last = 0
        for index in sorted(self.aligned.keys() & sentences, key=lambda i: self.aligned[i].new.start):
            new = self.aligned[index].new
            if run and not self.origins.keys().isdisjoint(range(last, new.start)):
                yield run
                run = []
            run.append(index)
            last = new.stop
        if run:
            yield run

    @property
    def shared(self) -> float:
        """The share of the words of either text that is in aligned sentences, 0–1; the larger of the two."""
        sides = ((self.old, self.aligned), (self.new, self.origins))
        return max(text.count_words(found) / max(1, sum(map(len, text.words))) for text, found in sides)

    def _pair_changed(self) -> None:
        """Align the sentences that are not in the other text word for word, the most similar first."""
        taken = {aligned.new[0] for aligned in self.aligned.values()}
        free_old = [i for i in range(len(self.old.spans)) if i not in self.aligned]
        free_new = [j for j in range(len(self.new.spans)) if j not in taken]
        pairs = islice(self._pairs_to_compare(free_old, free_new), _MAX_COMPARISONS)
        scored = [found for old, new in pairs if (found := self._compare(old, new))]
        for _, aligned in sorted(scored, key=lambda found: -found[0]):
            if taken.isdisjoint(aligned.new) and self.aligned.keys().isdisjoint(aligned.old):
                taken.update(aligned.new)
                self.aligned.update(dict.fromkeys(aligned.old, aligned))

    def _pairs_to_compare(self, old: list[int], new: list[int]) -> Iterator[tuple[range, range]]:
        """Yield runs of one to three sentences of either text that may be the same."""
        free_old, free_new = set(old), set(new)
        having = _sentences_by_word(self.new.word_sets, new)
        seen: set[tuple[range, range]] = set()
        for i in old:
            before = self.old.word_sets[i]
            for j in _most_alike(before, having):
                after = self.new.word_sets[j]
                if len(before & after) < _MIN_SHARED_WORDS * min(len(before), len(after)):
                    continue
                pairs = {(range(i, i + 1), range(j, j + 1))}
                if self.old.keys[i] != self.new.keys[j]:
                    pairs |= {(range(i, i + 1), run) for run in _runs_around(j, free_new)}
                    pairs |= {(run, range(j, j + 1)) for run in _runs_around(i, free_old)}
                yield from pairs - seen
                seen |= pairs

    def _compare(self, old: range, new: range) -> tuple[float, AlignedRange] | None:
        """Return how similar two runs of sentences are; None if it is not enough."""
        at = bisect_left(self._unmoved, (old[0], 0))
        in_order = self._unmoved[at - 1][1] < new[0] and new[-1] < self._unmoved[at][1]
        bonus = _IN_ORDER_BONUS if in_order else 0.0
        before = [word for i in old for word in self.old.words[i]]
        after = [word for j in new for word in self.new.words[j]]
        score = similarity(before, after, MIN_SIMILARITY - bonus) + bonus
        return (score, AlignedRange(old, new, in_order)) if score >= MIN_SIMILARITY else None


def _sentences_by_word(word_sets: list[set[str]], sentences: list[int]) -> dict[str, list[int]]:
    """Return which sentences have each word, without words that are in many: they say little, cost much."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for index in sentences:
        for word in word_sets[index]:
            having[word].append(index)
    most = min(max(30, len(sentences) // 20), 100)
    return {word: found for word, found in having.items() if len(found) <= most}


def _most_alike(words: set[str], having: dict[str, list[int]]) -> list[int]:
    """Return the sentences that share the most with these words; a rare word counts more."""
    weights: defaultdict[int, float] = defaultdict(float)
    for word in words:
        for index in having.get(word, ()):
            weights[index] += 1 / len(having[word])
    return nlargest(_MAX_CANDIDATES, weights, key=lambda index: weights[index])


def _runs_around(index: int, free: set[int]) -> Iterator[range]:
    """Yield the runs of up to three free neighbours that a sentence is in."""
    for first in range(index - _MAX_SENTENCES + 1, index + 1):
        for last in range(max(first, index), first + _MAX_SENTENCES):
            if free.issuperset(range(first, last + 1)):
                yield range(first, last + 1)
