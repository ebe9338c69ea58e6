"""The columns: as many articles side by side as stay readable; the others can be paged to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from reader.overlap import Place
from reader.tui.article.article_view import ArticleView
from reader.tui.article.header import header
from reader.tui.article.line_renderer import gutter_width
from reader.tui.article.minimap import MINIMAP_WIDTH
from reader.tui.widgets.blank import blank_lines
from reader.tui.widgets.clickable_line import ClickableLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.strip import Strip

    from reader.tui.theme.themes import Palette
    from reader.workspace.workspace import Workspace

NARROWEST = 36  # cells of text that a column must keep
SPACING = 2  # blank cells of a column that has room for them: before its minimap, and before the next column


class Column(Widget):
    """An article under its header."""

    def __init__(self, workspace: Workspace, article: int, palette: Palette) -> None:
        super().__init__()
        self.view = ArticleView(workspace, article, palette)
        self.header = ClickableLine(lambda width: header(workspace, article, width), classes="header")

    def compose(self) -> ComposeResult:
        """Yield the header and the article."""
        yield self.header
        yield self.view

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint nothing but the background."""
        return blank_lines(self, crop)


class Columns(Widget):
    """All open articles, as the workspace has them now."""

    DEFAULT_CSS: ClassVar[str] = """
    Columns { width: 1fr; height: 1fr; layout: horizontal; overflow: hidden hidden; }
    Columns { align-horizontal: center; }
    Columns Column { width: 1fr; height: 1fr; overflow: hidden hidden; }
    Columns .header { height: 3; background: $surface; }
    """

    def __init__(self, workspace: Workspace, palette: Palette) -> None:
        super().__init__()
        self._workspace = workspace
        self._columns = [Column(workspace, number, palette) for number in range(len(workspace.articles))]
        self.in_sight = range(len(workspace.articles))
        self._first: int | None = None  # the first paged to: a terminal narrow for a while does not page

    def compose(self) -> ComposeResult:
        """Yield a column for each article."""
        yield from self._columns

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint nothing but the background."""
        return blank_lines(self, crop)

    @property
    def paged(self) -> bool:
        """Whether there are more articles than columns."""
        return len(self.in_sight) < len(self._columns)

    @property
    def current(self) -> ArticleView:
        """The view of the article at hand."""
        return self._columns[self._workspace.column].view

    def save_rows(self) -> None:
        """Store in the workspace in which lines of the screen the cursors stand."""
        self._workspace.cursor_rows = [column.view.row_to_restore for column in self._columns]

    def fit(self, width: int) -> None:
        """Show as many columns as stay readable in a width in cells, among them the one at hand."""
        gutters = [gutter_width(self._workspace, number) for number in range(len(self._columns))]
        view, around = self._workspace.view, max(gutters) + MINIMAP_WIDTH
        count = 1 if view.alone else min(len(self._columns), max(1, width // (NARROWEST + around)))
        first = min(self._first or 0, self._workspace.column, len(self._columns) - count)
        first = max(first, self._workspace.column - count + 1)
        self.in_sight = range(first, first + count)
        self._first = first if self._first is None else self._first
        spacing = min(max(0, width // count - NARROWEST - around), SPACING)
        for number, column in enumerate(self._columns):
            column.display = number in self.in_sight
            column.view.text_gap = min(spacing, 1)
            column.styles.padding = (0, int(spacing == SPACING and number != self.in_sight[-1]), 0, 0)
            column.styles.max_width = view.width + around + spacing

    def show_cursor_moved(self, column: int, cursors: Sequence[int], aligned: Iterable[Place]) -> None:
        """Show that the cursors have moved from a column and from these sentences of all articles.

        :param aligned: the sentences of other columns to bring to the line of the one at hand.
        """
        here = self._workspace.column
        for shown in self._columns:
            shown.view.refresh_folds()
        for number, (was, now) in enumerate(zip(cursors, self._workspace.cursors, strict=True)):
            if was != now or (here != column and number in {here, column}):
                self._columns[number].view.show_cursor_moved(was, now)
        if here != column:
            for number in (column, here):
                self._columns[number].header.refresh()
        if here not in self.in_sight:
            self.fit(self.size.width)
            self._first = self.in_sight.start
        self.current.scroll_to_cursor()
        for place in aligned:
            self._columns[place.article].view.scroll_to_cursor(self.current.cursor_row())
        self.mark_counterparts()

    def mark_counterparts(self) -> None:
        """Mark the counterparts of the sentence at hand, and the one from which a round of them began."""
        others = self._counterparts()
        for number, column in enumerate(self._columns):
            in_column = frozenset(place.sentence for place in others if place.article == number)
            column.view.mark_counterparts(in_column)

    def _counterparts(self) -> list[Place]:
        origin = self._workspace.origin
        others = [match.other(origin) for match in self._workspace.matches(origin)]
        return others + ([origin] if origin != self._workspace.place else [])

    def refresh_chips(self, places: Iterable[Place]) -> None:
        """Show that the tags or notes of sentences have changed."""
        changed: defaultdict[int, list[int]] = defaultdict(list)
        for place in places:
            changed[place.article].append(place.sentence)
        for article, sentences in changed.items():
            self._columns[article].view.refresh_chips(sentences)

    def rewrap(self) -> None:
        """Show that the gutters have another width: the text is wrapped again."""
        self.fit(self.size.width)
        self.repaint_all()

    def refresh_headers(self) -> None:
        """Show that something about whole articles has changed."""
        for column in self._columns:
            column.header.refresh()

    def repaint(self) -> None:
        """Paint all lines in sight again: another range is selected."""
        for column in self._columns:
            column.view.repaint()

    def repaint_all(self) -> None:
        """Paint everything again: any sentence may look different."""
        for column in self._columns:
            column.view.repaint_all()
            column.header.refresh()
        self.mark_counterparts()

    def refresh_hits(self) -> None:
        """Show the hits of another search."""
        for column in self._columns:
            column.view.refresh_hits()

    @property
    def top_lines(self) -> list[int]:
        """The first line in sight of each article."""
        return [column.view.top_line for column in self._columns]

    def scroll_to_lines(self, tops: Sequence[int]) -> None:
        """Bring lines to the top, one of each article."""
        for column, top in zip(self._columns, tops, strict=True):
            column.view.scroll_to_line(top)

    def cover(self, top: int | None) -> None:
        """Keep in sight what a dialog asks about while it covers the screen from a line on; None: none does.

        That is the sentence at hand and, where a cursor is on one of its counterparts, that one.
        """
        kept = {self._workspace.place, *self._counterparts()}
        for number, column in enumerate(self._columns):
            column.view.cover(top if Place(number, self._workspace.cursors[number]) in kept else None)

    def restore_rows(self, rows: Sequence[int | None]) -> None:
        """Bring the cursors to lines of their columns, where these are known."""
        for column, row in zip(self._columns, rows, strict=True):
            if row is not None:
                column.view.scroll_to_cursor(row)

    def set_palette(self, palette: Palette) -> None:
        """Paint with other colours from now on."""
        for column in self._columns:
            column.view.set_palette(palette)
