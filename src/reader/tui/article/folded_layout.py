"""An article as lines, with what is not shown folded.

Sentences that are not shown and stand together, across paragraphs too, are one line. For a layout such a fold
is a paragraph, and so are the shown sentences between two folds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.article.layout import ArticleLayout, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from reader.workspace.visible import VisibleSentences


class FoldedLayout(ArticleLayout):
    """A layout in which some sentences are folded.

    Paragraphs that are shown as a whole are not wrapped again: their heights are taken from the unfolded one.
    """

    def __init__(self, whole: ArticleLayout, shown: VisibleSentences) -> None:
        self.shown = shown
        self._whole = whole
        super().__init__(whole.article, whole.width, whole.chips)

    def lines_of_sentence(self, sentence: int) -> range:
        """The lines in which the sentence and its chips stand; of a folded one the line of the fold."""
        if sentence in self.shown:
            return super().lines_of_sentence(sentence)
        top = self._tops[self._paragraph_of(sentence)]
        return range(top, top + 1)

    def sentence_at(self, y: int, x: int = 0) -> int:
        """The shown sentence at a cell of the text; where there is none, the nearest before it, or the first.

        IndexError when none is shown.
        """
        return super().sentence_at(self._shown_line(y), x)

    def offset_at(self, y: int, x: int = 0) -> int:
        """The code point of a shown sentence at a cell of the text; IndexError when none is shown."""
        return super().offset_at(self._shown_line(y), x)

    def _shown_line(self, y: int) -> int:
        """This line, or the first that is not folded."""
        return max(y, self.lines_of_sentence(self.shown.sentences[0])[0])

    def paragraph_of(self, sentence: int) -> range:
        """The sentences that flow together with this one; a folded one is alone."""
        return super().paragraph_of(sentence) if sentence in self.shown else range(sentence, sentence + 1)

    def update_chips(self, sentences: Iterable[int]) -> bool:
        """Take in changed chips of sentences; True when the lines below them have moved."""
        sentences = tuple(sentences)
        self._whole.update_chips(sentences)
        return super().update_chips(sentence for sentence in sentences if sentence in self.shown)

    def _number(self, sentence: int) -> int:
        return super()._number(sentence) if sentence in self.shown else -1

    def _is_fold(self, paragraph: int) -> bool:
        return self._firsts[paragraph] not in self.shown

    def _gap(self, paragraph: int) -> int:
        """Blank lines after a paragraph: none before a fold, nor after one within a paragraph."""
        if self._is_fold(paragraph + 1):
            return 0
        before, after = max(0, self._firsts[paragraph] - 1), self._firsts[paragraph + 1]
        sentences = self.article.sentences
        within = self._is_fold(paragraph) and sentences[before].paragraph == sentences[after].paragraph
        return 0 if within else super()._gap(paragraph)

    def _measured(self, paragraphs: range, chipped: AbstractSet[int] | None) -> Iterator[int]:  # noqa: ARG002
        return map(self._height, paragraphs)

    def _height(self, paragraph: int) -> int:
        if self._is_fold(paragraph):
            return 1
        return self._whole.paragraph_height(self._sentences(paragraph)) or super()._height(paragraph)

    def _lines_of(self, paragraph: int) -> tuple[Line, ...]:
        if not self._is_fold(paragraph):
            return super()._lines_of(paragraph)
        return (Line(folded=self._sentences(paragraph)),)
