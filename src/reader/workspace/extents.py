"""How far annotations extend: over words, over one whole sentence, over a range of sentences."""

from collections.abc import Iterable
from typing import Final, Literal, get_args

from reader.notebook import Annotation
from reader.workspace.workspace import Workspace

Extent = Literal["words", "sentence", "range"]
"""It begins or ends within a sentence; it is one whole sentence; it is in more than one sentence."""
EXTENTS: Final[tuple[Extent, ...]] = get_args(Extent)


class Extents:
    """The extents of annotations, also in articles that are not open: those are split into sentences once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._articles = dict(zip(workspace.annotations.ids, workspace.articles, strict=True))

    def with_extent(self, annotations: Iterable[Annotation], extent: Extent) -> frozenset[str]:
        """Return the ids of the annotations with this extent."""
        return frozenset(one.id for one in annotations if extent in self.of(one))

    def of(self, annotation: Annotation) -> tuple[Extent, ...]:
        """Return the extents of an annotation; none when it is lost, or not on a part of one article."""
        if annotation.kind != "span" or annotation.verdict == "lost":
            return ()
        name, start, end = annotation.span
        if name not in self._articles:
            self._articles[name] = self._workspace.notebook.articles.restore(name)
        article = self._articles[name]
        if not (within := article.sentences_in(start, end)):
            return ()
        whole = (article.sentences[within[0]].start, article.sentences[within[-1]].end) == (start, end)
        if len(within) == 1:
            return ("sentence",) if whole else ("words",)
        return ("range",) if whole else ("words", "range")
