"""The controllers of the reading screen, and which of them know each other.

A command of a key names one by its attribute here: `tags.put_pinned(1)` is the method `put_pinned` of `tags`.

| what happened                     | who tells it                  | who reacts                          |
|-----------------------------------|-------------------------------|-------------------------------------|
| something was tagged or noted     | `changes.finish`              | `session.cover`                     |
| a key has put a tag               | `tags.put_and_go_on`          | `session.go_on`                     |
| undo, redo                        | `history`                     | `session.after_undo`, `after_redo`  |
| other articles are on the screen  | `ReadingScreen`               | `comparison`, `reanchor`            |
| the file of the notebook was read | `sync_notebook`               | `reanchor.replace_notebook`         |
| the columns go off the screen     | `ReadingScreen.note_places`   | `session.pause_clock`               |
| the last prompt has ended         | `ReadingScreen.Answered`      | the app, which reads changed files  |
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.tui.reading.comparison import ComparisonController
from reader.tui.reading.differences import DifferencesController
from reader.tui.reading.navigation import NavigationController

if TYPE_CHECKING:
    from reader.tui.reading.changes import ChangeController
    from reader.tui.reading.filter import FilterController
    from reader.tui.reading.go_to import GoToController
    from reader.tui.reading.history import HistoryController
    from reader.tui.reading.layout import LayoutController
    from reader.tui.reading.merge import MergeController
    from reader.tui.reading.notebook_pages import NotebookPagesController
    from reader.tui.reading.notes import NoteController
    from reader.tui.reading.overlap import OverlapController
    from reader.tui.reading.program import ProgramController
    from reader.tui.reading.reanchor import ReanchorController
    from reader.tui.reading.review import ReviewController
    from reader.tui.reading.search import SearchController
    from reader.tui.reading.selection import SelectionController
    from reader.tui.reading.session import SessionController
    from reader.tui.reading.tags import TagController
    from reader.tui.reading.targets import TargetController
    from reader.tui.reading.view import ReadingView

# ruff: noqa: PLC0415, D102 - what the first frame does not need is imported when a key asks for it


class Controllers:
    """Makes each controller when it is first needed."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self.comparison = ComparisonController(view)
        self.differences = DifferencesController(view)
        self.navigation = NavigationController(view)

    @cached_property
    def overlap(self) -> OverlapController:
        from reader.tui.reading.overlap import OverlapController

        return OverlapController(self._view, self.comparison, self.navigation)

    @cached_property
    def filter(self) -> FilterController:
        from reader.tui.reading.filter import FilterController

        return FilterController(self._view, self.comparison)

    @cached_property
    def search(self) -> SearchController:
        from reader.tui.reading.search import SearchController

        return SearchController(self._view)

    @cached_property
    def layout(self) -> LayoutController:
        from reader.tui.reading.layout import LayoutController

        return LayoutController(self._view)

    @cached_property
    def go_to(self) -> GoToController:
        from reader.tui.reading.go_to import GoToController

        return GoToController(self._view, self.navigation, self.layout)

    @cached_property
    def selection(self) -> SelectionController:
        from reader.tui.reading.selection import SelectionController

        return SelectionController(self._view)

    @cached_property
    def session(self) -> SessionController:
        from reader.tui.reading.session import SessionController

        return SessionController(self._view, self.navigation, self.go_to)

    @cached_property
    def changes(self) -> ChangeController:
        from reader.tui.reading.changes import ChangeController

        return ChangeController(self._view, self.selection, self.session)

    @cached_property
    def tags(self) -> TagController:
        from reader.tui.reading.tags import TagController

        return TagController(self._view, self.changes, self.session)

    @cached_property
    def targets(self) -> TargetController:
        from reader.tui.reading.targets import TargetController

        return TargetController(self._view, self.comparison, self.selection, self.tags)

    @cached_property
    def notes(self) -> NoteController:
        from reader.tui.reading.notes import NoteController

        return NoteController(self._view, self.changes)

    @cached_property
    def history(self) -> HistoryController:
        from reader.tui.reading.history import HistoryController

        return HistoryController(self._view, self.session)

    @cached_property
    def pages(self) -> NotebookPagesController:
        from reader.tui.reading.notebook_pages import NotebookPagesController

        return NotebookPagesController(self._view, self.changes, self.navigation, self.go_to)

    @cached_property
    def review(self) -> ReviewController:
        from reader.tui.reading.review import ReviewController

        return ReviewController(self._view, self.selection, self.go_to)

    @cached_property
    def reanchor(self) -> ReanchorController:
        from reader.tui.reading.reanchor import ReanchorController

        return ReanchorController(self._view, self.review)

    @cached_property
    def merge(self) -> MergeController:
        from reader.tui.reading.merge import MergeController

        return MergeController(self._view, self.changes)

    @cached_property
    def program(self) -> ProgramController:
        from reader.tui.reading.program import ProgramController

        return ProgramController(self._view, self.selection, self.search, self.filter)
