"""A range that is being chosen: from the sentence where it began to the one at hand, or to a word.

Positions are code points of the article's text. Moving the cursor takes whole sentences; the end that moved
last can be moved by words.
"""

import re
from dataclasses import dataclass, replace
from typing import Self

from reader.articles import Article

Word = tuple[int, int]  # start and end of a word

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Selection:
    """A range of one article; a change returns a new one."""

    article: int
    anchor: int  # the sentence where it began
    start: int
    end: int
    at_end: bool = True  # whether the end is moved by words; else the start is

    @classmethod
    def of_sentence(cls, number: int, article: Article, sentence: int) -> Self:
        """Select one sentence of an article."""
        here = article.sentences[sentence]
        return cls(number, sentence, here.start, here.end)

    @classmethod
    def of_drag(cls, number: int, article: Article, start: int, end: int) -> Self | None:
        """Select from one position to another: whole sentences, or within one sentence words.

        Returns None where the positions are in one sentence without a word between them.
        """
        first, last = article.sentence_at(start), article.sentence_at(end)
        begun = cls.of_sentence(number, article, first)
        if first != last:
            return begun.extended_to(article, last)
        low, high = sorted((start, end))
        words = [word for word in begun.words(article) if word[0] <= high and word[1] > low]
        return begun.between(words[0][0], words[-1][1]) if words else None

    def extended_to(self, article: Article, sentence: int) -> Self:
        """Select whole sentences from the anchor to this one; its end is the one that moves."""
        first, last = sorted((self.anchor, sentence))
        start, end = article.sentences[first].start, article.sentences[last].end
        return replace(self, start=start, end=end, at_end=sentence >= self.anchor)

    def with_other_end(self) -> Self:
        """Let the other end be moved by words."""
        return replace(self, at_end=not self.at_end)

    def moved_by_words(self, article: Article, by: int) -> Self:
        """Move the end that moves a word further on (1) or back (-1); at least one word stays selected."""
        words = self._words(article, 1)
        first = next((word for word in words if word[0] >= self.start), (self.start, self.end))
        last = next((word for word in reversed(words) if word[1] <= self.end), (self.start, self.end))
        if self.at_end:
            ends = [end for _, end in words if end > first[0]]
            return replace(self, end=_nearest(ends, self.end if by > 0 else last[1], by))
        starts = [start for start, _ in words if start < last[1]]
        return replace(self, start=_nearest(starts, self.start if by < 0 else first[0], by))

    def between(self, start: int, end: int) -> Self:
        """Select from one position to another."""
        return replace(self, start=min(start, end), end=max(start, end), at_end=True)

    def sentences(self, article: Article) -> range:
        """Return the numbers of the sentences that it touches."""
        return article.sentences_in(self.start, self.end)

    def words(self, article: Article) -> list[Word]:
        """Return the words that it can begin or end with: those of its first and of its last sentence."""
        touched = self.sentences(article)
        first, last = article.sentences[touched[0]], article.sentences[touched[-1]]
        words = self._words(article, 0)
        return [word for word in words if word[1] <= first.end or word[0] >= last.start]

    def _words(self, article: Article, around: int) -> list[Word]:
        """Return the words of the sentences that it touches, and of so many before and behind these."""
        touched, sentences = self.sentences(article), article.sentences
        first = sentences[max(0, touched[0] - around)]
        last = sentences[min(len(sentences) - 1, touched[-1] + around)]
        return [match.span() for match in _WORD.finditer(article.text, first.start, last.end)]


def _nearest(positions: list[int], here: int, by: int) -> int:
    """Return the nearest of these positions after (1) or before (-1) `here`; `here` when there is none."""
    ahead = [position for position in positions if (position > here if by > 0 else position < here)]
    return here if not ahead else min(ahead) if by > 0 else max(ahead)
