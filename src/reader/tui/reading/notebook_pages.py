"""Pages over the whole notebook: the codebook, and the list of all tags and notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.reading.go_to import Destination, GoToController
from reader.workspace import cursor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook import Annotation, Span, Tag
    from reader.notebook.query import Query
    from reader.tui.reading.changes import ChangeController
    from reader.tui.reading.navigation import NavigationController
    from reader.tui.reading.view import ReadingView


class NotebookPagesController:
    """Opens the pages, and goes where one of them says."""

    def __init__(
        self,
        view: ReadingView,
        changes: ChangeController,
        navigation: NavigationController,
        go_to: GoToController,
    ) -> None:
        self._view, self._changes = view, changes
        self._navigation, self._go_to = navigation, go_to

    def show_codebook(self) -> None:
        """Show all the tags, to be changed; then go where the one is that was taken."""
        from reader.tui.pages.codebook import CodebookScreen  # noqa: PLC0415 - not needed for the first frame

        workspace = self._view.workspace
        leave = partial(self._leave_codebook, workspace.annotations.annotated_spans())
        self._view.app.push_screen(CodebookScreen(workspace.notebook, self._view.keys), leave)

    def _leave_codebook(self, before: Sequence[Span], tag: Tag | None) -> None:
        self._changes.show_notebook(before)
        if tag is None:
            return
        there = cursor.next_with_tag(self._view.workspace, tag)
        if there is None:
            self._view.say(f"“{tag.name}” is on no sentence of the open articles")
        else:
            self._navigation.go(there)

    def show_annotations(self, typed: str = "") -> None:
        """Show all annotations, filtered at first by what is `typed`."""
        view, workspace = self._view, self._view.workspace
        if not workspace.notebook.annotations():
            view.say(f"Nothing is tagged or noted yet: {view.keys.label('tag')} tags")
            return
        from reader.tui.pages.annotations import AnnotationsScreen  # noqa: PLC0415 - not needed for the first frame

        page = AnnotationsScreen(workspace, self._go_to_annotation, self._show_stories, view.keys, typed)
        view.app.push_screen(page)

    def _show_stories(self, typed: str, query: Query) -> None:
        from reader.tui.pages.tags_by_story import TagsByStoryScreen  # noqa: PLC0415 - not needed for the first frame

        back = partial(self.show_annotations, typed)
        page = TagsByStoryScreen(self._view.workspace, query, typed, self._view.keys, back)
        self._view.app.push_screen(page)

    def _go_to_annotation(self, annotation: Annotation) -> None:
        message = ""
        if annotation.verdict == "lost":
            review = self._view.keys.label("review")
            message = f"Its words are not here any more, this is where they stood: {review} reviews"
        beside = () if annotation.other is None else (annotation.other.article,)
        self._go_to.go(Destination(annotation.span, message, beside))
