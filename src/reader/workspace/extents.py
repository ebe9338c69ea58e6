"""How far annotations reach: over words, over one whole sentence, over a range of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.articles import Article
    from reader.notebook import Annotation
    from reader.workspace.workspace import Workspace

Extent = Literal["words", "sentence", "range"]
"""It begins or ends within a sentence; it is one whole sentence; it is in more than one sentence."""
EXTENTS: Final[tuple[Extent, ...]] = get_args(Extent)


class Extents:
    """Those of annotations, also in articles that are not open: their sentences are found once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._articles = dict(zip(workspace.annotations.ids, workspace.articles, strict=True))

    def having(self, annotations: Iterable[Annotation], extent: Extent) -> frozenset[str]:
        """The ids of those that reach so far."""
        return frozenset(one.id for one in annotations if extent in self.of(one))

    def of(self, annotation: Annotation) -> tuple[Extent, ...]:
        """How far it reaches; nothing when it is no part of an article, or is lost."""
        if annotation.kind != "span" or annotation.verdict == "lost":
            return ()
        article, (_, start, end) = self._article(annotation.article), annotation.span
        within = article.sentences_in(start, end)
        if not within:
            return ()
        whole = (article.sentences[within[0]].start, article.sentences[within[-1]].end) == (start, end)
        if len(within) == 1:
            return ("sentence",) if whole else ("words",)
        return ("range",) if whole else ("words", "range")

    def _article(self, name: str) -> Article:
        if name not in self._articles:
            self._articles[name] = self._workspace.notebook.articles.restore(name)
        return self._articles[name]
