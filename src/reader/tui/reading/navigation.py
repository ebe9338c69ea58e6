"""Moving about: by sentence, paragraph, page and column, with keys or by pointing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap import Place
from reader.tui.reading.base import Stage
from reader.workspace import cursor

if TYPE_CHECKING:
    from reader.tui.article.article_view import ArticleView


class Moving(Stage):
    """Where the cursor goes."""

    def action_move(self, by: int) -> None:
        """By sentences."""
        self._move(lambda: cursor.move(self.workspace, by))

    def action_paragraph(self, by: int) -> None:
        """By paragraphs."""
        self._move(lambda: cursor.move_paragraph(self.workspace, by))

    def action_column(self, by: int) -> None:
        """To a column beside this one; the end of a range, by a word."""
        selection = self.workspace.selection
        if selection is None:
            self._move(lambda: cursor.move_column(self.workspace, by))
        else:
            self.workspace.selection = selection.by_words(self.workspace.article, by)
            self._columns.repaint()
            self._status.refresh()

    def action_next_column(self, by: int) -> None:
        """To a column beside this one, around the edge."""
        self._move(lambda: cursor.move_column(self.workspace, by, around=True))

    def action_to_column(self, column: int) -> None:
        """To this column, if it was not closed since it was drawn."""
        if column < len(self.workspace.cursors):
            self._move(lambda: self.workspace.go_to(Place(column, self.workspace.cursors[column])))

    def action_to_sentence(self, article: int, sentence: int) -> None:
        """To this sentence, if its article was not closed since it was drawn."""
        if article < len(self.workspace.articles) and sentence < len(
            self.workspace.articles[article].sentences
        ):
            self._move(lambda: self.workspace.go_to(Place(article, sentence)))

    def action_page(self, by: int) -> None:
        """By what is in sight."""
        sentence = self._columns.current.turn_pages(by)
        self._move(lambda: self.workspace.go_to(Place(self.workspace.column, sentence)))

    def action_edge(self, end: int) -> None:
        """To the first sentence (-1) or to the last (1)."""
        self._move(lambda: (cursor.move_to_end if end > 0 else cursor.move_to_top)(self.workspace))

    def on_article_view_fold_clicked(self, event: ArticleView.FoldClicked) -> None:
        """Show the sentences of the fold that was pointed at."""
        if event.workspace is self.workspace:  # not if it was laid anew meanwhile
            self.workspace.filter_state.unfold(event.article, event.sentences)
            self._move(lambda: self.workspace.go_to(Place(event.article, event.sentences[0])))

    def on_article_view_sentence_clicked(self, event: ArticleView.SentenceClicked) -> None:
        """To the sentence that was pointed at."""
        if event.workspace is self.workspace:
            self._move(lambda: self.workspace.go_to(event.place))
