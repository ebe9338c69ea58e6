"""An article wrapped to a width, with the sentences that a filter hides folded.

Neighbouring hidden sentences, across paragraphs too, are one line: a fold. For the layout a fold is a
paragraph, and so are the visible sentences between two folds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.article.layout import ArticleLayout, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from reader.workspace.visible import VisibleSentences


class FoldedLayout(ArticleLayout):
    """A layout with folded sentences; paragraphs visible as a whole keep their unfolded heights."""

    def __init__(self, whole: ArticleLayout, visible: VisibleSentences) -> None:
        self.visible = visible
        self._whole = whole
        super().__init__(whole.article, whole.width, whole.chips)

    def lines_of_sentence(self, sentence: int) -> range:
        """Return the lines in which a sentence and its chips stand; of a folded one the line of the fold."""
        if sentence in self.visible:
            return super().lines_of_sentence(sentence)
        top = self._tops[self._paragraph_number(sentence)]
        return range(top, top + 1)

    def sentence_at(self, y: int, x: int = 0) -> int:
        """Return the visible sentence at a cell of the text, else the nearest before it, else the first.

        Raises IndexError when none is visible.
        """
        return super().sentence_at(self._visible_line(y), x)

    def offset_at(self, y: int, x: int = 0) -> int:
        """Return the code point of a visible sentence at a cell; raises IndexError when none is visible."""
        return super().offset_at(self._visible_line(y), x)

    def _visible_line(self, y: int) -> int:
        """Return this line, or the first one with visible text when that is further down."""
        return max(y, self.lines_of_sentence(self.visible.sentences[0])[0])

    def paragraph_of(self, sentence: int) -> range:
        """Return the sentences that flow together with a sentence; a folded one is alone."""
        return super().paragraph_of(sentence) if sentence in self.visible else range(sentence, sentence + 1)

    def update_chips(self, sentences: Iterable[int]) -> bool:
        """Measure paragraphs again whose chips have changed; return whether the lines below have moved."""
        sentences = tuple(sentences)
        self._whole.update_chips(sentences)
        return super().update_chips(sentence for sentence in sentences if sentence in self.visible)

    def _paragraph_key(self, sentence: int) -> int:
        return super()._paragraph_key(sentence) if sentence in self.visible else -1

    def _is_fold(self, paragraph: int) -> bool:
        return self._first_sentences[paragraph] not in self.visible

    def _gap_after(self, paragraph: int) -> int:
        """Return the blank lines after a paragraph: none before a fold, nor after one within a paragraph."""
        if self._is_fold(paragraph + 1):
            return 0
        before, after = max(0, self._first_sentences[paragraph] - 1), self._first_sentences[paragraph + 1]
        sentences = self.article.sentences
        within = self._is_fold(paragraph) and sentences[before].paragraph == sentences[after].paragraph
        return 0 if within else super()._gap_after(paragraph)

    def _measure(self, paragraphs: range, chipped: AbstractSet[int] | None) -> Iterator[int]:  # noqa: ARG002
        return map(self._height, paragraphs)

    def _height(self, paragraph: int) -> int:
        if self._is_fold(paragraph):
            return 1
        return self._whole.paragraph_height(self._sentences(paragraph)) or super()._height(paragraph)

    def _lines_of(self, paragraph: int) -> tuple[Line, ...]:
        if not self._is_fold(paragraph):
            return super()._lines_of(paragraph)
        return (Line(folded=self._sentences(paragraph)),)
