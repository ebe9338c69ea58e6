"""Which sentences of an article a filter shows; the rest lies folded between them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Self

from reader.text.phrases import counted


class VisibleSentences:
    """The sentences of an article that are shown, by number. Never changed: another one is made."""

    __slots__ = ("sentences", "total")
    sentences: Sequence[int]

    def __init__(self, sentences: Iterable[int], total: int) -> None:
        numbers = set(sentences)
        self.sentences = range(total) if len(numbers) == total else tuple(sorted(numbers))
        self.total = total

    @property
    def all(self) -> bool:
        """Whether nothing is folded."""
        return len(self.sentences) == self.total

    def __len__(self) -> int:
        """Return how many are shown."""
        return len(self.sentences)

    def __contains__(self, sentence: int) -> bool:
        """Return whether a sentence is shown."""
        if self.all:
            return 0 <= sentence < self.total
        position = bisect_left(self.sentences, sentence)
        return position < len(self.sentences) and self.sentences[position] == sentence

    def step(self, sentence: int, by: int) -> int:
        """Return the sentence that is so many shown ones after a shown one, not past the ends."""
        position = bisect_left(self.sentences, sentence) + by
        return self.sentences[min(max(position, 0), len(self.sentences) - 1)]

    def ahead(self, sentence: int, by: int) -> Sequence[int]:
        """Return the shown sentences after (1) or before (-1) a sentence, the nearest first."""
        if by > 0:
            return self.sentences[bisect_left(self.sentences, sentence + 1) :]
        return self.sentences[: bisect_left(self.sentences, sentence)][::-1]

    def nearest(self, sentence: int) -> int:
        """Return the nearest shown sentence, the later one of two. Raises IndexError when none is shown."""
        position = bisect_left(self.sentences, sentence)
        beside = self.sentences[max(0, position - 1) : position + 1]
        return beside[-1] if sentence * 2 >= beside[0] + beside[-1] else beside[0]

    def also(self, sentences: Iterable[int]) -> Self:
        """Return these sentences and some more."""
        return type(self)((*self.sentences, *sentences), self.total)


def fold_label(count: int, width: int) -> str:
    """Return the words on the line of a fold of `count` sentences, in at most `width` cells."""
    words = (f"⋯ {counted(count, 'sentence')} folded", f"⋯ {count:,} folded", f"⋯ {count:,}", "⋯")
    return next(line for line in words if len(line) <= width or line == "⋯")
