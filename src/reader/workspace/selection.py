"""A range that is being chosen: from the sentence where it began to the one at hand, or to a word.

Nothing of Textual in here. Places are code points of the article's text. Moving the cursor takes whole
sentences; one end at a time can be moved by words, the one that moves last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.articles import Article

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Selection:
    """A range of one article; a change gives a new one."""

    article: int
    anchor: int
    """The sentence where it began."""
    start: int
    end: int
    at_end: bool = True
    """The end moves by words; else the start does."""

    @classmethod
    def of(cls, number: int, article: Article, sentence: int) -> Selection:
        """One sentence of an article."""
        here = article.sentences[sentence]
        return cls(number, sentence, here.start, here.end)

    @classmethod
    def drawn(cls, number: int, article: Article, start: int, end: int) -> Selection | None:
        """From one code point to another: whole sentences, of one sentence words; None when it has none."""
        first, last = article.sentence_at(start), article.sentence_at(end)
        begun = cls.of(number, article, first)
        if first != last:
            return begun.to(article, last)
        low, high = sorted((start, end))
        words = [word for word in begun.words(article) if word[0] <= high and word[1] > low]
        return begun.between(words[0][0], words[-1][1]) if words else None

    def to(self, article: Article, sentence: int) -> Selection:
        """Whole sentences from the anchor to this one; its end is the one that moves."""
        first, last = sorted((self.anchor, sentence))
        start, end = article.sentences[first].start, article.sentences[last].end
        return replace(self, start=start, end=end, at_end=sentence >= self.anchor)

    def swapped(self) -> Selection:
        """The same, the other end moving."""
        return replace(self, at_end=not self.at_end)

    def by_words(self, article: Article, by: int) -> Selection:
        """The moving end a word further on (1) or back (-1); one word stays at least."""
        words = self._words(article, 1)
        if self.at_end:
            ends = [end for _, end in words if end > self._first_word(words)[0]]
            here = self.end if by > 0 else self._last_word(words)[1]
            return replace(self, end=_beside(ends, here, by))
        starts = [start for start, _ in words if start < self._last_word(words)[1]]
        here = self.start if by < 0 else self._first_word(words)[0]
        return replace(self, start=_beside(starts, here, by))

    def _first_word(self, words: list[tuple[int, int]]) -> tuple[int, int]:
        return next((word for word in words if word[0] >= self.start), (self.start, self.end))

    def _last_word(self, words: list[tuple[int, int]]) -> tuple[int, int]:
        return next((word for word in reversed(words) if word[1] <= self.end), (self.start, self.end))

    def sentences(self, article: Article) -> range:
        """The sentences that it touches."""
        return article.sentences_in(self.start, self.end)

    def words(self, article: Article) -> list[tuple[int, int]]:
        """The words that it can begin or end with: those of its first and of its last sentence."""
        touched = self.sentences(article)
        first, last = article.sentences[touched[0]], article.sentences[touched[-1]]
        words = self._words(article, 0)
        return [word for word in words if word[1] <= first.end or word[0] >= last.start]

    def between(self, start: int, end: int) -> Selection:
        """The same from here to there."""
        return replace(self, start=min(start, end), end=max(start, end), at_end=True)

    def _words(self, article: Article, around: int) -> list[tuple[int, int]]:
        """The words of the sentences that it touches, and of so many before and behind these."""
        touched, sentences = self.sentences(article), article.sentences
        first = sentences[max(0, touched[0] - around)]
        last = sentences[min(len(sentences) - 1, touched[-1] + around)]
        return [match.span() for match in _WORD.finditer(article.text, first.start, last.end)]


def _beside(places: list[int], here: int, by: int) -> int:
    """The nearest of these places on this side, `here` when there is none."""
    ahead = [place for place in places if (place > here if by > 0 else place < here)]
    return here if not ahead else min(ahead) if by > 0 else max(ahead)
