"""What every kind of action needs: what is there, who is at work, and the one way to change something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.model import NotebookError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.anchoring.registry import ArticleRegistry
    from reader.notebook.history.journal import Journal
    from reader.notebook.history.steps import DocumentChange
    from reader.notebook.model import Annotation, Tag
    from reader.notebook.opening import OpenedFile
    from reader.notebook.schema.documents import Document
    from reader.notebook.state.state import NotebookState


@dataclass(frozen=True, slots=True)
class ActionContext:
    """An open notebook as its actions see it."""

    opened: OpenedFile
    state: NotebookState
    registry: ArticleRegistry
    journal: Journal
    coder: str

    def must_be_writable(self) -> None:
        """Refuse what would change a notebook that is only read. Raises NotebookError."""
        if self.opened.read_only is not None:
            raise NotebookError(self.opened.read_only)

    def tag(self, tag_id: str) -> Tag:
        """Give a tag. Raises NotebookError: there is none of this id."""
        tag = self.state.tags.get(tag_id)
        if tag is None:
            raise NotebookError("There is no such tag in the notebook any more.")
        return tag

    def annotation(self, annotation_id: str) -> Annotation:
        """Give an annotation. Raises NotebookError: there is none of this id."""
        annotation = self.state.annotations.get(annotation_id)
        if annotation is None:
            raise NotebookError("There is no such annotation in the notebook any more.")
        return annotation

    def document(self, annotation: Annotation) -> Document:
        """Give the document of an annotation, with the fields we do not know."""
        return self.state.documents["annotations"][annotation.id]

    def is_mine(self, annotation: Annotation) -> bool:
        """Whether the coder at work made it, or nobody knows who did."""
        return annotation.coder in ("", self.coder)

    def do(self, words: str, changes: Sequence[DocumentChange]) -> None:
        """Do changes as one step of undo with this name; nothing when there are none."""
        if changes:
            self.journal.do(words, changes)
