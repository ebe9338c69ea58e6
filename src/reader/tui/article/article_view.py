"""One article on the screen: painted line by line, only what can be seen.

The widget owns its scroll position, since everything that moves it (the cursor, alignment, another width, a
chip that pushes lines down) speaks of sentences and not of lines.

| what happens           | what is painted again                     |
|------------------------|-------------------------------------------|
| the cursor moves       | the lines of two sentences                |
| a tag comes or goes    | one paragraph; all below if lines moved   |
| scrolling              | what comes into sight for the first time  |
| a dialog lies over it  | likewise, as long as it is there          |
| theme, threshold       | everything in sight; the layout stays     |
| another search         | the lines that have other hits            |
| another filter         | everything, the layout too                |
| another width          | everything, the layout too                |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.overlap import Place
from reader.tui.article import search_hits as hits
from reader.tui.article.layout import WIDEST_SIGN, ArticleLayout
from reader.tui.article.line_renderer import LineRenderer, gutter_width
from reader.tui.article.minimap import MINIMAP_WIDTH, Minimap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Offset

    from reader.text.folding import Spans
    from reader.tui.article.mouse_selection import MouseSelection
    from reader.tui.theme.themes import Palette
    from reader.workspace.visible import VisibleSentences
    from reader.workspace.workspace import Workspace

PAINTED = 1_000
"""Lines that are kept painted."""
MARGIN = 3
"""Lines kept in sight above and below the sentence at hand, where there is room for them."""
LEFT = 1
"""The button of the mouse that draws."""
_MANY = 100
"""Sentences; when more have changed, painting everything again is less work."""


class PaintedLine(NamedTuple):
    """A painted line. Textual remembers what it makes of a strip, so it is given the same ones again."""

    segments: list[Segment]
    edged: dict[Segment, Strip]
    """The whole line, by what stands at its edge."""


class ArticleView(Widget):
    """An article with its gutter, the cursor, and an edge that shows the place."""

    DEFAULT_CSS: ClassVar[str] = "ArticleView { height: 1fr; width: 1fr; }"
    ALLOW_SELECT: ClassVar[bool] = False
    """Textual selects nothing here: what is drawn with the mouse is a range."""

    class SentenceClicked(Message):
        """The reader pointed at a sentence."""

        def __init__(self, workspace: Workspace, place: Place) -> None:
            self.workspace = workspace
            self.place = place
            super().__init__()

    class FoldClicked(Message):
        """The reader pointed at a fold."""

        def __init__(self, workspace: Workspace, article: int, sentences: range) -> None:
            self.workspace = workspace
            self.article = article
            self.sentences = sentences
            super().__init__()

    class RangeDrawn(Message):
        """The reader draws a range from one code point to another, in either direction."""

        def __init__(self, workspace: Workspace, article: int, start: int, end: int, *, done: bool) -> None:
            self.workspace = workspace
            self.article = article
            self.start = start
            self.end = end
            self.done = done
            """The button was let go."""
            super().__init__()

    def __init__(self, workspace: Workspace, article: int, palette: Palette) -> None:
        super().__init__()
        self._workspace = workspace
        self._article = article
        self._brush = LineRenderer(workspace, article, palette)
        self._whole: ArticleLayout | None = None
        self._layout_made: ArticleLayout | None = None
        self._shown = workspace.filter_state.shown[article]
        """What is not folded in it."""
        self._top_line = 0
        self._row = workspace.cursor_rows[article]
        self._canvas = Size()
        self._from = 0
        self._strips: dict[int, PaintedLine] = {}
        self._found: dict[int, list[Spans]] = {}
        """The hits in the runs of each line, as it was painted last."""
        self.air = 0
        """Blank cells between text and edge."""
        self._covered: int | None = None
        self._edge = Minimap(workspace, article)
        self._drawing: MouseSelection | None = None
        """What the mouse draws; there is something once its button was pressed."""

    # What the screen asks for

    def scroll_to_cursor(self, row: int | None = None) -> None:
        """Bring the sentence at hand into sight; with `row`, to that line of the widget."""
        if not self.size:
            return
        lines, height = self._laid.lines_of_sentence(self._cursor), self.size.height
        margin = max(0, min(MARGIN, (height - len(lines)) // 2))
        if row is not None:
            self._scroll(lines[0] - row)
        elif lines[-1] >= self._top_line + height - margin:
            self._scroll(min(lines[-1] - height + 1 + margin, lines[0] - margin))
        elif lines[0] < self._top_line + margin:
            self._scroll(lines[0] - margin)

    @property
    def top_line(self) -> int:
        """The first line in sight."""
        return self._top_line

    def scroll_to_line(self, top: int) -> None:
        """Bring a line to the top, as far as the last page stays full."""
        if self._painted:
            self._scroll(top)

    def cursor_row(self) -> int:
        """The line of the widget in which the sentence at hand begins; it may be out of sight."""
        return self._laid.lines_of_sentence(self._cursor)[0] - self._top_line

    @property
    def row_to_restore(self) -> int | None:
        """The same, for coming back to it; None when the article was not in sight yet."""
        return self.cursor_row() if self._painted else self._row

    def turn_pages(self, by: int) -> int:
        """Turn so many pages; gives the sentence that the cursor goes to."""
        step = max(1, self.size.height - 2)
        row = min(max(self.cursor_row(), 0), self.size.height - 1)
        before = self._top_line
        self._scroll(before + by * step)
        if self._top_line == before:
            return self._workspace.filter_state.shown[self._article].sentences[-1 if by > 0 else 0]
        return self._laid.sentence_at(self._top_line + row)

    def cover(self, top: int | None) -> None:
        """Something lies over the screen from this line on (None: not any more): paint above it what matters.

        The place stays, so that all stands where it stood when nothing lies there any more.
        """
        if top != self._covered:
            self._covered = top
            self.refresh()

    def refresh_sentences(self, *sentences: int) -> None:
        """Paint the lines of these sentences again, if they ever were."""
        if not self._painted:
            return
        laid, width, first = self._laid, self.size.width, self._first_line
        for sentence in sentences:
            rows = laid.lines_of_sentence(sentence)
            for row in rows:
                self._strips.pop(row, None)
            self.refresh(Region(0, rows[0] - first, width, len(rows)))

    def show_cursor_moved(self, was: int, now: int) -> None:
        """Show that the cursor went from one sentence to another."""
        sentences = self._workspace.articles[self._article].sentences
        if self._workspace.view.focus and sentences[was].paragraph != sentences[now].paragraph:
            self.repaint()
        else:
            self.refresh_sentences(was, now)

    def repaint(self) -> None:
        """Paint what is in sight again; what is shared has not changed."""
        self._strips.clear()
        self.refresh()

    def refresh_chips(self, sentences: Sequence[int]) -> None:
        """Take in that the tags or the notes of these changed; the sentence at hand stays in its line."""
        if not self._painted:
            if self._layout_made is not None:  # it has no room now, but will have
                self._layout_made.update_chips(sentences)
                self._strips.clear()
            return
        row = self.cursor_row()
        if self._laid.update_chips(sentences) or len(sentences) > _MANY:
            self._top_line = self._kept(self._laid.lines_of_sentence(self._cursor)[0] - row)
            self.repaint()
        else:
            for sentence in sentences:
                self.refresh_sentences(*self._laid.paragraph_of(sentence))

    def refresh_folds(self) -> None:
        """Take in that other sentences are folded, if they are."""
        if self._painted and self._shown is not self._workspace.filter_state.shown[self._article]:
            _ = self._laid
            self.refresh()

    def mark_counterparts(self, sentences: frozenset[int]) -> None:
        """Mark these as the counterparts of the sentence at hand."""
        changed, self._brush.counterparts = self._brush.counterparts ^ sentences, sentences
        self.refresh_sentences(*changed)

    def set_palette(self, palette: Palette) -> None:
        """Paint with other colours from now on."""
        self._brush.palette = palette
        self.repaint_all()

    def refresh_hits(self) -> None:
        """Paint the lines in sight again that have other hits; those out of sight when they come into it."""
        if not self._painted:
            return
        laid, size = self._laid, self.size
        first = self._first_line
        in_sight = range(first, first + size.height)
        same = {
            n
            for n in in_sight
            if hits.in_line(self._workspace, self._article, laid.line(n)) == self._found.get(n)
        }
        self._strips = {number: strip for number, strip in self._strips.items() if number in same}
        for number in set(in_sight) - same:
            self.refresh(Region(0, number - first, size.width, 1))

    def repaint_all(self) -> None:
        """Paint everything in sight: any sentence may look different."""
        self._strips.clear()
        self._edge.invalidate()
        self.refresh()

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in sight. Asking for the size walks up to the screen, so it is asked for once."""
        self._canvas = self.size
        self._laid_for(self._canvas)  # with another width there is another line at the top
        self._from = self._first_line
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line: gutter, text, edge; every cell styled. Scrolling finds most of them painted already."""
        laid = self._laid_for(self._canvas)
        number = self._from + y
        painted = self._strips.get(number)
        if painted is None:
            line = laid.line(number)
            segments = self._brush.render(line, self._canvas.width - MINIMAP_WIDTH)
            if len(self._strips) >= PAINTED:
                self._strips.clear()
                self._found.clear()
            painted = self._strips[number] = PaintedLine(segments, {})
            self._found[number] = hits.in_line(self._workspace, self._article, line)
        edge = self._edge.segment(y, self._from, laid, self._canvas.height, palette=self._brush.palette)
        if edge not in painted.edged:
            cells = Segment.simplify([*painted.segments, edge])
            painted.edged[edge] = Strip(cells, self._canvas.width)
        return painted.edged[edge]

    # Size and place

    @property
    def _painted(self) -> bool:
        """Whether there is anything on the screen to keep right."""
        return self._layout_made is not None and bool(self.size)

    @property
    def _has_text(self) -> bool:
        """Whether there is a sentence to point at: a filter may have folded all of them."""
        return self._painted and bool(self._workspace.filter_state.shown[self._article])

    @property
    def _gutter(self) -> int:
        return gutter_width(self._workspace, self._article)

    @property
    def _cursor(self) -> int:
        return self._workspace.cursors[self._article]

    @property
    def _laid(self) -> ArticleLayout:
        return self._laid_for(self.size)

    def _laid_for(self, size: Size) -> ArticleLayout:
        """The layout for the width there is; made when first asked for, and again for another width."""
        width = max(WIDEST_SIGN, size.width - self._gutter - MINIMAP_WIDTH - self.air)
        laid, shown = self._layout_made, self._workspace.filter_state.shown[self._article]
        if laid is None or laid.width != width or shown is not self._shown:
            row = self._row_to_keep(laid, shown, size.height) if laid else None
            laid = self._layout_made = self._laid_out(width, shown)
            self._strips.clear()
            self._found.clear()
            self._edge.invalidate()
            if row is not None:
                self._top_line = self._kept(laid.lines_of_sentence(self._cursor)[0] - row)
        return laid

    def _laid_out(self, width: int, shown: VisibleSentences) -> ArticleLayout:
        whole, self._shown = self._whole, shown
        if whole is None or whole.width != width:
            article, chips = (
                self._workspace.articles[self._article],
                self._workspace.annotations.chip_texts(self._article),
            )
            whole = self._whole = ArticleLayout(article, width, self._chips, chips)
        if shown.all:
            return whole
        from reader.tui.article.folded_layout import FoldedLayout  # noqa: PLC0415 - not before something is filtered

        return FoldedLayout(whole, shown)

    def _row_to_keep(self, laid: ArticleLayout, shown: VisibleSentences, height: int) -> int:
        """The line of the widget for the sentence at hand: as it was; with other folds, one in sight."""
        row = laid.lines_of_sentence(self._cursor)[0] - self._top_line
        return row if shown is self._shown else min(max(row, MARGIN), max(0, height - 1 - MARGIN))

    def _chips(self, sentence: int) -> tuple[str, ...]:
        return self._workspace.chips(Place(self._article, sentence))

    @property
    def _first_line(self) -> int:
        """The first line that is painted: the one at the top, or what shows the sentence above a dialog.

        Of a sentence that has no room there its beginning is shown.
        """
        if self._covered is None or not self.size:
            return self._top_line
        rows, room = self._laid.lines_of_sentence(self._cursor), max(1, self._covered - self.region.y)
        return min(rows[0], max(self._top_line, rows[-1] + 1 - room))

    def _kept(self, top: int) -> int:
        """A top line such that the last page stays full."""
        made = self._layout_made
        return max(0, min(top, (made.height if made else 0) - self.size.height))

    def _scroll(self, top: int) -> None:
        top = self._kept(top)
        if top != self._top_line:
            self._top_line = top
            self.refresh()

    def on_resize(self) -> None:
        """Keep the sentence at hand in sight; at first, in the line where it stood."""
        if self.size:
            self._scroll(self._top_line)
            if self._row is not None:
                self.scroll_to_cursor(self._row)
                self._row = None
            rows = self._laid.lines_of_sentence(self._cursor)
            if rows[0] < self._top_line or rows[-1] >= self._top_line + self.size.height:
                self.scroll_to_cursor()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Point at a sentence, or at a fold; at the edge, scroll to what it stands for."""
        if not self._painted or (self._drawing and self._drawing.span):
            return  # the terminal has lost the room for it, or a range was drawn
        if event.x >= self.size.width - MINIMAP_WIDTH:
            self._scroll(round(event.y / self.size.height * self._laid.height) - self.size.height // 2)
            return
        line, x = self._top_line + event.y, max(0, event.x - self._gutter)
        if fold := self._laid.line(line).folded:
            self.post_message(self.FoldClicked(self._workspace, self._article, fold))
        elif self._has_text:
            place = Place(self._article, self._laid.sentence_at(line, x))
            self.post_message(self.SentenceClicked(self._workspace, place))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the text."""
        text = self._has_text and event.button == LEFT and event.x < self.size.width - MINIMAP_WIDTH
        folded = text and self._laid.line(self._top_line + event.y).folded
        self._drawing = None
        if text and not folded:
            from reader.tui.article.mouse_selection import MouseSelection  # noqa: PLC0415 - not needed for the first frame

            self._drawing = MouseSelection(event.offset, self._offset_at(event.offset))
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw a range, unless the button was let go outside the terminal."""
        if not event.button or not self._has_text:
            self._end_drawing()
        elif self._drawing and self._drawing.extend(event.offset, self._offset_at(event.offset)):
            self._tell_of_drawing(done=False)

    def on_mouse_up(self) -> None:
        """Let go."""
        self._end_drawing()

    def on_mouse_release(self) -> None:
        """Draw no further: the screen has taken the mouse for something else."""
        if self._drawing:
            self._drawing.release()

    def _end_drawing(self) -> None:
        if self._drawing and self._drawing.held:
            self._drawing.release()
            self.release_mouse()
            self._tell_of_drawing(done=True)

    def _tell_of_drawing(self, *, done: bool) -> None:
        if self._drawing and (span := self._drawing.span):
            self.post_message(self.RangeDrawn(self._workspace, self._article, *span, done=done))

    def _offset_at(self, at: Offset) -> int:
        """The code point at a cell of the widget, or the nearest in sight."""
        y = min(max(at.y, 0), self.size.height - 1)
        return self._laid.offset_at(self._top_line + y, max(0, at.x - self._gutter))

    def on_mouse_scroll_down(self) -> None:
        """Read on without moving the cursor."""
        self._scroll(self._top_line + MARGIN)

    def on_mouse_scroll_up(self) -> None:
        """Read back without moving the cursor."""
        self._scroll(self._top_line - MARGIN)
