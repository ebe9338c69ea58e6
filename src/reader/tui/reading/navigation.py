"""Moving the cursor: by sentence, paragraph, page and column, with keys or the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap import Place
from reader.workspace import cursor

if TYPE_CHECKING:
    from reader.tui.reading.view import ReadingView


class NavigationController:
    """Moves the cursor. `by` is 1 for forwards and -1 for backwards."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view

    def move(self, by: int) -> None:
        """Move by sentences."""
        self._view.show_move(lambda: cursor.move(self._view.workspace, by))

    def move_paragraph(self, by: int) -> None:
        """Move by paragraphs."""
        self._view.show_move(lambda: cursor.move_paragraph(self._view.workspace, by))

    def move_column(self, by: int) -> None:
        """Go to the column beside this one; while a range is chosen, move its end by a word."""
        workspace = self._view.workspace
        if workspace.selection is None:
            self._view.show_move(lambda: cursor.move_column(workspace, by))
        else:
            workspace.selection = workspace.selection.moved_by_words(workspace.article, by)
            self._view.columns.repaint()
            self._view.status.line.refresh()

    def next_column(self, by: int) -> None:
        """Go to the column beside this one, from the last on to the first."""
        self._view.show_move(lambda: cursor.move_column(self._view.workspace, by, around=True))

    def move_page(self, by: int) -> None:
        """Move by as much as is in sight."""
        workspace = self._view.workspace
        self.go(Place(workspace.column, self._view.columns.current.turn_pages(by)))

    def move_to_edge(self, end: int) -> None:
        """Go to the first sentence (-1) or to the last (1)."""
        self._view.show_move(lambda: cursor.move_to_edge(self._view.workspace, end))

    def next_untagged(self, by: int) -> None:
        """Go to the next sentence without a tag."""
        if not self._view.show_move(lambda: cursor.move_to_untagged(self._view.workspace, by)):
            self._view.say("Nothing untagged further on" if by > 0 else "Nothing untagged further back")

    def go(self, place: Place | None) -> None:
        """Go to a sentence, if there is one to go to."""
        if place is not None:
            self._view.show_move(lambda: self._view.workspace.go_to(place))

    def go_to_column(self, column: int) -> None:
        """Go to a column that was clicked, unless it was closed since it was drawn."""
        cursors = self._view.workspace.cursors
        if column < len(cursors):
            self.go(Place(column, cursors[column]))

    def go_to_sentence(self, article: int, sentence: int) -> None:
        """Go to a sentence that was clicked, unless its article was closed since it was drawn."""
        articles = self._view.workspace.articles
        if article < len(articles) and sentence < len(articles[article].sentences):
            self.go(Place(article, sentence))

    def unfold(self, article: int, sentences: range) -> None:
        """Show the sentences of a fold, and go to the first of them."""
        self._view.workspace.filter_state.unfold(article, sentences)
        self.go(Place(article, sentences[0]))
