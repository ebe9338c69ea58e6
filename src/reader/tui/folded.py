"""An article as lines, with what is not shown folded.

Sentences that are not shown and stand together, across paragraphs too, are one line. For a layout such a fold
is a paragraph, and so are the shown sentences between two folds.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from reader.tui.layout import Layout, Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.tui.folds import Shown

FOLD = array("L", (1, 0))
"""The breaks of a fold: one line, and none that a paragraph could have."""


class Folded(Layout):
    """A layout in which some sentences are folded.

    Paragraphs that are shown as a whole are not wrapped again: their breaks are taken from the unfolded one.
    """

    def __init__(self, whole: Layout, shown: Shown) -> None:
        self.shown = shown
        self._whole = whole
        super().__init__(whole.article, whole.width, whole.chips)

    def rows(self, sentence: int) -> range:
        """The lines in which the sentence and its chips stand; of a folded one the line of the fold."""
        if sentence in self.shown:
            return super().rows(sentence)
        top = self._tops[self._paragraph_of[sentence]]
        return range(top, top + 1)

    def sentence_at(self, y: int, x: int = 0) -> int:
        """The shown sentence at a cell of the text; where there is none, the nearest before it, or the first.

        IndexError when none is shown.
        """
        first = self.shown.sentences[0]
        return super().sentence_at(max(y, self.rows(first)[0]), x)

    def paragraph(self, sentence: int) -> list[int]:
        """The sentences that flow together with this one; a folded one is alone."""
        return super().paragraph(sentence) if sentence in self.shown else [sentence]

    def refresh(self, sentences: Iterable[int]) -> bool:
        """Take in changed chips of sentences; True when the lines below them have moved."""
        sentences = tuple(sentences)
        self._whole.refresh(sentences)
        return super().refresh(sentence for sentence in sentences if sentence in self.shown)

    def _number(self, sentence: int) -> int:
        return super()._number(sentence) if sentence in self.shown else -1

    def _is_fold(self, paragraph: int) -> bool:
        return self._paragraphs[paragraph][0] not in self.shown

    def _gap(self, paragraph: int) -> int:
        """Blank lines after a paragraph: none at a fold, which parts them well enough."""
        beside_a_fold = FOLD in self._breaks[paragraph : paragraph + 2]
        return 0 if beside_a_fold else super()._gap(paragraph)

    def _wrap(self, paragraph: int) -> array[int]:
        if self._is_fold(paragraph):
            return FOLD
        return self._whole.breaks(self._paragraphs[paragraph]) or super()._wrap(paragraph)

    def _lines_of(self, paragraph: int) -> tuple[Line, ...]:
        if not self._is_fold(paragraph):
            return super()._lines_of(paragraph)
        sentences = self._paragraphs[paragraph]
        return (Line(folded=range(sentences[0], sentences[-1] + 1)),)
