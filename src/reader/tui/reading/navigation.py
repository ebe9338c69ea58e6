"""Moving about: by sentence, paragraph, page and column, with keys or by pointing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap import Place
from reader.tui.reading.base import Stage

if TYPE_CHECKING:
    from reader.tui.article.article_view import ArticleView


class Moving(Stage):
    """Where the cursor goes."""

    def action_move(self, by: int) -> None:
        """By sentences."""
        self._move(lambda: self.desk.move(by))

    def action_paragraph(self, by: int) -> None:
        """By paragraphs."""
        self._move(lambda: self.desk.move_paragraph(by))

    def action_column(self, by: int) -> None:
        """To a column beside this one; the end of a range, by a word."""
        selection = self.desk.selection
        if selection is None:
            self._move(lambda: self.desk.move_column(by))
        else:
            self.desk.selection = selection.by_words(self.desk.article, by)
            self._columns.repaint()
            self._status.refresh()

    def action_next_column(self, by: int) -> None:
        """To a column beside this one, around the edge."""
        self._move(lambda: self.desk.move_column(by, around=True))

    def action_to_column(self, column: int) -> None:
        """To this column, if it was not closed since it was drawn."""
        if column < len(self.desk.cursors):
            self._move(lambda: self.desk.go(Place(column, self.desk.cursors[column])))

    def action_to_sentence(self, article: int, sentence: int) -> None:
        """To this sentence, if its article was not closed since it was drawn."""
        if article < len(self.desk.articles) and sentence < len(self.desk.articles[article].sentences):
            self._move(lambda: self.desk.go(Place(article, sentence)))

    def action_page(self, by: int) -> None:
        """By what is in sight."""
        sentence = self._columns.current.page(by)
        self._move(lambda: self.desk.go(Place(self.desk.column, sentence)))

    def action_edge(self, end: int) -> None:
        """To the first sentence (-1) or to the last (1)."""
        self._move(self.desk.end if end > 0 else self.desk.top)

    def on_article_view_unfolded(self, event: ArticleView.Unfolded) -> None:
        """Show the sentences of the fold that was pointed at."""
        if event.desk is self.desk:  # not if it was laid anew meanwhile
            self.desk.sieve.unfold(event.article, event.sentences)
            self._move(lambda: self.desk.go(Place(event.article, event.sentences[0])))

    def on_article_view_clicked(self, event: ArticleView.Clicked) -> None:
        """To the sentence that was pointed at."""
        if event.desk is self.desk:
            self._move(lambda: self.desk.go(event.place))
