"""How far annotations reach: over words, over one whole sentence, over a range of sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.articles import Sentence
    from reader.notebook import Annotation
    from reader.tui.state.desk import Desk

Extent = Literal["words", "sentence", "range"]
"""It begins or ends within a sentence; it is one whole sentence; it is in more than one sentence."""
EXTENTS: Final[tuple[Extent, ...]] = get_args(Extent)


class Extents:
    """Those of annotations, also in articles that are not open: their sentences are found once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sentences: dict[str, Sequence[Sentence]] = {
            name: article.sentences for name, article in zip(desk.ids, desk.articles, strict=True)
        }

    def having(self, annotations: Iterable[Annotation], extent: Extent) -> frozenset[str]:
        """The ids of those that reach so far."""
        return frozenset(one.id for one in annotations if extent in self.of(one))

    def of(self, annotation: Annotation) -> tuple[Extent, ...]:
        """How far it reaches; nothing when it is no part of an article, or is lost."""
        if annotation.kind != "span" or annotation.verdict == "lost":
            return ()
        sentences, (_, start, end) = self._in(annotation.article), annotation.span
        first = bisect_right(sentences, start, key=lambda sentence: sentence.end)
        last = bisect_left(sentences, end, key=lambda sentence: sentence.start) - 1
        if last < first:
            return ()
        whole = (sentences[first].start, sentences[last].end) == (start, end)
        if first == last:
            return ("sentence",) if whole else ("words",)
        return ("range",) if whole else ("words", "range")

    def _in(self, article: str) -> Sequence[Sentence]:
        if article not in self._sentences:
            self._sentences[article] = self._desk.notebook.stored(article).sentences
        return self._sentences[article]
