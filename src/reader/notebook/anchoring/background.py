"""Re-anchoring the annotations of a long article on another thread, while the reader goes on.

Invariant: nothing in the notebook is changed here. A task only computes all that the change will ask for; the
`Anchoring` keeps the results, so that `ArticleRegistry.finish_reanchoring` takes a moment only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.anchoring.documents import REANCHOR, reanchor_changes
from reader.notebook.anchoring.reanchor import find_anchoring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.notebook.history.undo import History
    from reader.notebook.model import StoredArticle
    from reader.notebook.state.state import NotebookState


class ReanchorTask:
    """The work on one open article whose text differs from the one in the notebook."""

    def __init__(
        self,
        now: StoredArticle,
        candidates: Sequence[StoredArticle],
        anchorings: Sequence[Anchoring],
        state: NotebookState,
        history: History,
    ) -> None:
        """Note what is in the notebook now: `run` is called on another thread.

        :param now: the open article, under an id that is only for the time being.
        :param candidates: the articles of the notebook that it may have been.
        :param anchorings: anchorings between texts that are known already.
        """
        self.article = now
        self.anchorings = tuple(anchorings)
        """From the texts in the notebook to the new one."""
        self._candidates = candidates
        self._documents = state.documents
        self._names = {table: list(state.documents[table]) for table in REANCHOR}
        self._steps = list(history.steps)

    def run(self) -> None:
        """Compute all results; takes seconds for a text of thousands of sentences."""
        for known in self._candidates:
            anchoring = find_anchoring(known.text, self.article.text, self.anchorings)
            self.anchorings = (*self.anchorings, anchoring)
            if not anchoring.is_of_one_article:
                continue
            for table, names in self._names.items():
                for name in names:
                    if (document := self._documents[table].get(name)) is not None:
                        REANCHOR[table](document, known.id, anchoring)
            for step in self._steps:
                reanchor_changes(step.changes, known.id, anchoring)
