"""Finding the annotations of a long article again in its new text, while other things are done.

Invariant: nothing of the notebook is changed here. All that putting them on the new text will ask for is
asked for once, and known from then on: so that takes a moment only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.anchoring.documents import reanchor_annotation, reanchor_changes, reanchor_session
from reader.notebook.anchoring.reanchor import find_anchoring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.notebook.history.undo import History
    from reader.notebook.model import StoredArticle
    from reader.notebook.state.state import NotebookState


class ReanchorTask:
    """An article that is open with another text than the notebook knows, under an id for the time being."""

    def __init__(
        self,
        now: StoredArticle,
        known: Sequence[StoredArticle],
        anchorings: Sequence[Anchoring],
        state: NotebookState,
        history: History,
    ) -> None:
        """Take down what is there: `run` may be on another thread.

        :param known: which articles of the notebook it may be.
        """
        self.article = now
        self.anchorings = tuple(anchorings)
        """From what the notebook knows to the new text."""
        self._known = known
        self._documents = state.documents
        self._names = {table: list(state.documents[table]) for table in ("annotations", "sessions")}
        self._steps = list(history.steps.steps)

    def run(self) -> None:
        """Find out. Takes seconds for a text of thousands of sentences."""
        for known in self._known:
            anchoring = find_anchoring(known.text, self.article.text, self.anchorings)
            self.anchorings = (*self.anchorings, anchoring)
            if anchoring.is_of_one_article:
                self._look_for_all(known, anchoring)

    def _look_for_all(self, known: StoredArticle, anchoring: Anchoring) -> None:
        documents = self._documents
        for name in self._names["annotations"]:
            if (document := documents["annotations"].get(name)) is not None:
                reanchor_annotation(document, known.id, anchoring)
        for name in self._names["sessions"]:
            if (document := documents["sessions"].get(name)) is not None:
                reanchor_session(document, known.id, known.text, anchoring)
        for step in self._steps:
            reanchor_changes(step.changes, known.id, anchoring)
