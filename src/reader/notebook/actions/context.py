"""What every action on a notebook needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.notebook.model import NotebookError

if TYPE_CHECKING:
    from reader.notebook.anchoring.registry import ArticleRegistry
    from reader.notebook.history.undo import History
    from reader.notebook.model import Annotation, Tag
    from reader.notebook.schema.documents import Document
    from reader.notebook.state.state import NotebookState


class ActionContext(NamedTuple):
    """An open notebook as its actions see it."""

    state: NotebookState
    articles: ArticleRegistry
    history: History
    coder: str

    def tag(self, tag_id: str) -> Tag:
        """Return the tag with this id; NotebookError if there is none."""
        tag = self.state.tags.get(tag_id)
        if tag is None:
            raise NotebookError("There is no such tag in the notebook any more.")
        return tag

    def document(self, annotation: Annotation) -> Document:
        """Return the document of an annotation, with the fields that this program does not know."""
        return self.state.documents["annotations"][annotation.id]

    def is_mine(self, annotation: Annotation) -> bool:
        """Whether the coder at work made it, or nobody knows who did."""
        return annotation.coder in ("", self.coder)
