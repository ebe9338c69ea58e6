"""One article on the screen, painted line by line: only the lines that can be seen.

The widget owns its scroll position, because all that moves it (the cursor, alignment with other columns,
another width, tags that push lines down) is about sentences, not about lines.

| what happens             | what is computed again                          |
|--------------------------|-------------------------------------------------|
| the cursor moves         | the painted lines of two sentences              |
| a tag comes or goes      | one paragraph; all below it if lines moved      |
| scrolling                | the lines that come into sight for the first time |
| a dialog covers it       | likewise, as long as the dialog is open         |
| theme, threshold         | the lines in sight; the layout stays            |
| another search           | the lines that have other hits                  |
| another filter           | the lines in sight, and what is folded          |
| another width            | the lines in sight, and the whole layout        |
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.overlap import Place
from reader.tui.article.current_layout import CurrentLayout
from reader.tui.article.layout import WIDEST_CHARACTER
from reader.tui.article.line_renderer import LineRenderer, gutter_width
from reader.tui.article.minimap import MINIMAP_WIDTH, Minimap
from reader.tui.article.search_hits import hits_in_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Offset, Size

    from reader.text.folding import Spans
    from reader.tui.article.layout import ArticleLayout
    from reader.tui.article.mouse_selection import MouseSelection
    from reader.tui.theme.themes import Palette
    from reader.workspace.workspace import Workspace

MOST_PAINTED = 1_000
MARGIN = 3  # lines kept in sight above and below the sentence at hand, where there is room for them
LEFT_BUTTON = 1
MANY_SENTENCES = 100  # when more than these have changed, painting all lines again is less work


class PaintedLine(NamedTuple):
    """A painted line. Textual remembers what it makes of a strip, so it is given the same strips again."""

    segments: list[Segment]
    hits: list[Spans]  # the hits of the search in each run
    strips: dict[Segment, Strip]  # the whole line by the cell of the minimap at its end


class ArticleView(Widget):
    """An article with its gutter, the cursor, and a minimap at the right edge."""

    DEFAULT_CSS: ClassVar[str] = "ArticleView { height: 1fr; width: 1fr; }"
    ALLOW_SELECT: ClassVar[bool] = False  # not as Textual does it: see `on_mouse_down`
    _frame: tuple[ArticleLayout, int, Size]  # layout, first line and size that are painted

    @dataclass(eq=False, repr=False)
    class SentenceClicked(Message):
        """A sentence was clicked."""

        workspace: Workspace
        place: Place

    @dataclass(eq=False, repr=False)
    class FoldClicked(Message):
        """A line that stands for folded sentences was clicked."""

        workspace: Workspace
        article: int
        sentences: range

    @dataclass(eq=False, repr=False)
    class RangeSelected(Message):
        """The mouse selects from one code point to another, in either direction; `done`: the button is up."""

        workspace: Workspace
        article: int
        start: int
        end: int
        done: bool

    def __init__(self, workspace: Workspace, article: int, palette: Palette) -> None:
        super().__init__()
        self._workspace = workspace
        self._article = article
        self._renderer = LineRenderer(workspace, article, palette)
        self._minimap = Minimap(workspace, article)
        self._layouts = CurrentLayout(workspace, article)
        self.top_line = 0  # the first line in sight, unless a dialog covers the cursor
        self._row_at_first = workspace.cursor_rows[article]  # of the cursor, once there is room for it
        self._painted: dict[int, PaintedLine] = {}
        self.text_gap = 0  # blank cells between text and minimap
        self._covered_from: int | None = None
        self._mouse: MouseSelection | None = None  # what it selects, until its next press

    # Scrolling

    def scroll_to_cursor(self, row: int | None = None) -> None:
        """Bring the sentence at hand into sight; with `row`, to that line of the widget."""
        if not self.size:
            return
        lines, height = self._cursor_lines(), self.size.height
        margin = max(0, min(MARGIN, (height - len(lines)) // 2))
        if row is not None:
            self._scroll(lines[0] - row)
        elif lines[-1] >= self.top_line + height - margin:
            self._scroll(min(lines[-1] - height + 1 + margin, lines[0] - margin))
        elif lines[0] < self.top_line + margin:
            self._scroll(lines[0] - margin)

    def scroll_to_line(self, top: int) -> None:
        """Bring a line to the top, as far as the last page stays full."""
        if self._is_shown:
            self._scroll(top)

    def cursor_row(self) -> int:
        """Return the line of the widget in which the sentence at hand begins; it may be out of sight."""
        return self._cursor_lines()[0] - self.top_line

    @property
    def row_to_restore(self) -> int | None:
        """The line of the widget to bring the cursor back to; None when the article was not in sight yet."""
        return self.cursor_row() if self._is_shown else self._row_at_first

    def turn_pages(self, by: int) -> int:
        """Scroll by pages; return the sentence that the cursor goes to."""
        row = min(max(self.cursor_row(), 0), self.size.height - 1)
        before = self.top_line
        self._scroll(before + by * max(1, self.size.height - 2))
        if self.top_line == before:
            return self._layouts.visible.sentences[-1 if by > 0 else 0]
        return self._layout.sentence_at(self.top_line + row)

    def cover(self, top: int | None) -> None:
        """Keep the cursor in sight above a dialog that covers the screen from a line on; None: none does."""
        # The scroll position stays, so that everything stands where it stood once the dialog is closed.
        if top != self._covered_from:
            self._covered_from = top
            self.refresh()

    def on_resize(self) -> None:
        """Keep the sentence at hand in sight; at first, in the line where it stood before."""
        if not self.size:
            return
        self._scroll(self.top_line)
        if self._row_at_first is not None:
            self.scroll_to_cursor(self._row_at_first)
            self._row_at_first = None
        lines = self._cursor_lines()
        if lines[0] < self.top_line or lines[-1] >= self.top_line + self.size.height:
            self.scroll_to_cursor()

    def _scroll(self, top: int) -> None:
        top = self._clamp_top(top)
        if top != self.top_line:
            self.top_line = top
            self.refresh()

    def _clamp_top(self, top: int) -> int:
        """Return the nearest top line with which the last page stays full."""
        layout = self._layouts.layout
        return max(0, min(top, (layout.height if layout else 0) - self.size.height))

    @property
    def _first_line(self) -> int:
        """The first line painted: the top line, or a later one that shows the cursor above a dialog."""
        # A sentence that has no room above the dialog shows its beginning.
        if self._covered_from is None or not self.size:
            return self.top_line
        lines, room = self._cursor_lines(), max(1, self._covered_from - self.region.y)
        return min(lines[0], max(self.top_line, lines[-1] + 1 - room))

    # Painting again

    def refresh_sentences(self, *sentences: int) -> None:
        """Paint the lines of sentences again."""
        if not self._is_shown:
            return
        layout, width, first = self._layout, self.size.width, self._first_line
        for sentence in sentences:
            lines = layout.lines_of_sentence(sentence)
            for line in lines:
                self._painted.pop(line, None)
            self.refresh(Region(0, lines[0] - first, width, len(lines)))

    def show_cursor_moved(self, before: int, now: int) -> None:
        """Show that the cursor went from one sentence to another."""
        sentences = self._workspace.articles[self._article].sentences
        if self._workspace.view.focus and sentences[before].paragraph != sentences[now].paragraph:
            self.repaint()
        else:
            self.refresh_sentences(before, now)

    def refresh_chips(self, sentences: Sequence[int]) -> None:
        """Show that tags or notes of sentences have changed; the sentence at hand stays in its line."""
        if not self._is_shown:
            if self._layouts.layout is not None:  # there is no room for it now, but there will be
                self._layouts.layout.update_chips(sentences)
                self._painted.clear()
            return
        row = self.cursor_row()
        if self._layout.update_chips(sentences) or len(sentences) > MANY_SENTENCES:
            self.top_line = self._clamp_top(self._cursor_lines()[0] - row)
            self.repaint()
        else:
            for sentence in sentences:
                self.refresh_sentences(*self._layout.paragraph_of(sentence))

    def refresh_folds(self) -> None:
        """Show that other sentences are folded, if they are."""
        if self._is_shown and not self._layouts.is_folded_as_wanted:
            self._lay_out(self.size)
            self.refresh()

    def refresh_hits(self) -> None:
        """Paint the lines again whose hits have changed; those out of sight when they come into it."""
        if not self._is_shown:
            return
        layout, first = self._layout, self._first_line
        in_sight = range(first, first + self.size.height)
        painted = {line: self._painted[line] for line in in_sight if line in self._painted}
        self._painted = {line: it for line, it in painted.items() if it.hits == self._hits(layout, line)}
        for line in set(in_sight) - self._painted.keys():
            self.refresh(Region(0, line - first, self.size.width, 1))

    def mark_counterparts(self, sentences: frozenset[int]) -> None:
        """Mark sentences as the counterparts of the sentence at hand."""
        changed, self._renderer.counterparts = self._renderer.counterparts ^ sentences, sentences
        self.refresh_sentences(*changed)

    def set_palette(self, palette: Palette) -> None:
        """Paint with other colours from now on."""
        self._renderer.palette = palette
        self.repaint_all()

    def repaint(self) -> None:
        """Paint all lines in sight again; the minimap has not changed."""
        self._painted.clear()
        self.refresh()

    def repaint_all(self) -> None:
        """Paint all lines in sight and the minimap again."""
        self._minimap.invalidate()
        self.repaint()

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the lines in sight. Asking for the size walks up to the screen, so it is asked for once."""
        size = self.size
        layout = self._lay_out(size)  # before the first line: for another width another line is at the top
        self._frame = layout, self._first_line, size
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return one line: gutter, text and minimap, every cell styled."""
        layout, first, (width, height) = self._frame
        number = first + y
        painted = self._painted.get(number)
        if painted is None:
            if len(self._painted) >= MOST_PAINTED:
                self._painted.clear()
            segments = self._renderer.render(layout.line(number), width - MINIMAP_WIDTH)
            painted = self._painted[number] = PaintedLine(segments, self._hits(layout, number), {})
        edge = self._minimap.segment(y, first, layout, height, palette=self._renderer.palette)
        if edge not in painted.strips:
            painted.strips[edge] = Strip(Segment.simplify([*painted.segments, edge]), width)
        return painted.strips[edge]

    def _hits(self, layout: ArticleLayout, line: int) -> list[Spans]:
        return hits_in_line(self._workspace, self._article, layout.line(line))

    # The layout

    @property
    def _is_shown(self) -> bool:
        """Whether there is anything on the screen to keep right."""
        return self._layouts.layout is not None and bool(self.size)

    @property
    def _layout(self) -> ArticleLayout:
        return self._lay_out(self.size)

    def _lay_out(self, size: Size) -> ArticleLayout:
        """Return the layout for a size; when it is made anew, the sentence at hand stays in its line."""
        gutter = gutter_width(self._workspace, self._article)
        width = max(WIDEST_CHARACTER, size.width - gutter - MINIMAP_WIDTH - self.text_gap)
        before, cursor = self._layouts.layout, self._workspace.cursors[self._article]
        if before is not None and not self._layouts.needs(width):
            return before
        row = before.lines_of_sentence(cursor)[0] - self.top_line if before else None
        if row is not None and not self._layouts.is_folded_as_wanted:
            row = min(max(row, MARGIN), max(0, size.height - 1 - MARGIN))
        layout = self._layouts.lay_out(width)
        self._painted.clear()
        self._minimap.invalidate()
        if row is not None:
            self.top_line = self._clamp_top(layout.lines_of_sentence(cursor)[0] - row)
        return layout

    def _cursor_lines(self) -> range:
        return self._layout.lines_of_sentence(self._workspace.cursors[self._article])

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Report a click on a sentence or a fold; on the minimap, scroll to what was clicked."""
        if not self._is_shown or (self._mouse and self._mouse.span):
            return  # the terminal has no room for the article any more, or a range was selected
        if event.x >= self.size.width - MINIMAP_WIDTH:
            self._scroll(round(event.y / self.size.height * self._layout.height) - self.size.height // 2)
        elif fold := self._layout.line(self.top_line + event.y).folded:
            self.post_message(self.FoldClicked(self._workspace, self._article, fold))
        elif self._layouts.visible:
            place = Place(self._article, self._layout.sentence_at(*self._text_cell(event.offset)))
            self.post_message(self.SentenceClicked(self._workspace, place))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select, unless a fold or the minimap was pressed."""
        self._mouse = None
        on_text = self._has_text and event.x < self.size.width - MINIMAP_WIDTH
        if on_text and event.button == LEFT_BUTTON and not self._layout.line(self.top_line + event.y).folded:
            from reader.tui.article.mouse_selection import MouseSelection  # noqa: PLC0415 - only for the mouse

            start = self._code_point_at(event.offset)
            self._mouse = MouseSelection(self, event.offset, start, self._report_range)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the mouse, unless its button was released outside the terminal."""
        if not event.button or not self._has_text:
            self.on_mouse_up()
        elif self._mouse:
            self._mouse.extend(event.offset, self._code_point_at(event.offset))

    def on_mouse_up(self) -> None:
        """End the selection."""
        if self._mouse:
            self._mouse.end()

    def on_mouse_release(self) -> None:
        """Select no further: the screen has taken the mouse for something else."""
        if self._mouse:
            self._mouse.held = False

    def on_mouse_scroll_down(self) -> None:
        """Scroll on without moving the cursor."""
        self._scroll(self.top_line + MARGIN)

    def on_mouse_scroll_up(self) -> None:
        """Scroll back without moving the cursor."""
        self._scroll(self.top_line - MARGIN)

    @property
    def _has_text(self) -> bool:
        """Whether there is a sentence to point at: a filter may have folded all of them."""
        return self._is_shown and bool(self._layouts.visible)

    def _report_range(self, span: tuple[int, int], done: bool) -> None:
        self.post_message(self.RangeSelected(self._workspace, self._article, *span, done=done))

    def _code_point_at(self, at: Offset) -> int:
        """Return the code point at a cell of the widget, or the nearest one in sight."""
        return self._layout.offset_at(*self._text_cell(at))

    def _text_cell(self, at: Offset) -> tuple[int, int]:
        """Return the line of the layout, and the cell of its text, at a cell of the widget or the nearest."""
        y = min(max(at.y, 0), self.size.height - 1)
        return self.top_line + y, max(0, at.x - gutter_width(self._workspace, self._article))
