"""One article on the screen: painted line by line, only what can be seen.

The widget owns its scroll position, since everything that moves it (the cursor, alignment, another width, a
chip that pushes lines down) speaks of sentences and not of lines.

| what happens           | what is painted again                     |
|------------------------|-------------------------------------------|
| the cursor moves       | the lines of two sentences                |
| a tag comes or goes    | one paragraph; all below if lines moved   |
| scrolling              | what comes into sight for the first time  |
| theme, threshold       | everything in sight; the layout stays     |
| another width          | everything, the layout too                |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.overlap import Place
from reader.tui.layout import NARROWEST, Layout, Line, Run
from reader.tui.overview import overview
from reader.tui.themes import BLOCKS, POSSIBLE_BLOCK, ink, style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style
    from textual import events

    from reader.tui.desk import Desk
    from reader.tui.marks import Mark
    from reader.tui.themes import Palette

GUTTER = 3
"""Cells before the text: the kind, a letter or a tag's digit, the cursor bar; before them a number."""
EDGE = 1
"""Cells after the text: in its left half what is shared all through the article, in its right the place."""
PAINTED = 1_000
"""Lines that are kept painted."""
MARGIN = 3
"""Lines kept in sight above and below the cursor."""


def gutter(desk: Desk, article: int) -> int:
    """Cells before the text."""
    return GUTTER + (len(str(len(desk.articles[article].sentences))) + 1 if desk.view.numbers else 0)


class ArticleView(Widget):
    """An article with its gutter, the cursor, and an edge that shows the place."""

    DEFAULT_CSS: ClassVar[str] = "ArticleView { height: 1fr; width: 1fr; }"

    class Clicked(Message):
        """The reader pointed at a sentence."""

        def __init__(self, place: Place) -> None:
            self.place = place
            super().__init__()

    def __init__(self, desk: Desk, article: int, palette: Palette) -> None:
        super().__init__()
        self._desk = desk
        self._article = article
        self._palette = palette
        self._layout_made: Layout | None = None
        self._top_line = 0
        self._row = desk.rows[article]
        self._linked: frozenset[int] = frozenset()
        self._canvas = Size()
        self._strips: dict[int, Strip] = {}
        self._overview: list[int] = []

    # What the screen asks for

    def show_cursor(self, row: int | None = None) -> None:
        """Bring the sentence at hand into sight; with `row`, to that line of the widget."""
        if not self.size:
            return
        lines = self._laid.rows(self._cursor)
        if row is not None:
            self._scroll(lines[0] - row)
        elif lines[-1] >= self._top_line + self.size.height - MARGIN:
            self._scroll(min(lines[-1] - self.size.height + 1 + MARGIN, lines[0] - MARGIN))
        elif lines[0] < self._top_line + MARGIN:
            self._scroll(lines[0] - MARGIN)

    def cursor_row(self) -> int:
        """The line of the widget in which the sentence at hand begins; it may be out of sight."""
        return self._laid.rows(self._cursor)[0] - self._top_line

    @property
    def row(self) -> int | None:
        """The same, for coming back to it; None when the article was not in sight yet."""
        return self.cursor_row() if self._painted else self._row

    def page(self, by: int) -> int:
        """Turn so many pages; gives the sentence that the cursor goes to."""
        step = max(1, self.size.height - 2)
        row = min(max(self.cursor_row(), 0), self.size.height - 1)
        before = self._top_line
        self._scroll(before + by * step)
        if self._top_line == before:
            return len(self._desk.articles[self._article].sentences) - 1 if by > 0 else 0
        return self._laid.sentence_at(self._top_line + row)

    def refresh_sentences(self, *sentences: int) -> None:
        """Paint the lines of these sentences again, if they ever were."""
        if not self._painted:
            return
        laid, width = self._laid, self.size.width
        for sentence in sentences:
            rows = laid.rows(sentence)
            for row in rows:
                self._strips.pop(row, None)
            self.refresh(Region(0, rows[0] - self._top_line, width, len(rows)))

    def show_moved(self, was: int, now: int) -> None:
        """Show that the cursor went from one sentence to another."""
        sentences = self._desk.articles[self._article].sentences
        if self._desk.view.focus and sentences[was].paragraph != sentences[now].paragraph:
            self.repaint()
        else:
            self.refresh_sentences(was, now)

    def repaint(self) -> None:
        """Paint what is in sight again; what is shared has not changed."""
        self._strips.clear()
        self.refresh()

    def refresh_chips(self, *sentences: int) -> None:
        """Take in that the tags or the notes of sentences changed; the one at hand stays in its line."""
        if not self._painted:
            return
        laid, row = self._laid, self.cursor_row()
        if laid.refresh(*sentences) or len(sentences) > 1:
            self._top_line = self._kept(laid.rows(self._cursor)[0] - row)
            self.paint_again()
        else:
            self.refresh_sentences(*laid.paragraph(sentences[0]))

    def link(self, sentences: frozenset[int]) -> None:
        """Mark these as the counterparts of the sentence at hand."""
        changed, self._linked = self._linked ^ sentences, sentences
        self.refresh_sentences(*changed)

    def use(self, palette: Palette) -> None:
        """Paint with other colours from now on."""
        self._palette = palette
        self.paint_again()

    def paint_again(self) -> None:
        """Paint everything in sight: any sentence may look different."""
        self._strips.clear()
        self._overview.clear()
        self.refresh()

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in sight. Asking for the size walks up to the screen, so it is asked for once."""
        self._canvas = self.size
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line: gutter, text, edge; every cell styled. Scrolling finds most of them painted already."""
        laid = self._laid_for(self._canvas)
        number = self._top_line + y
        strip = self._strips.get(number)
        if strip is None:
            line = laid.line(number)
            strip = Strip([*self._gutter(line), *self._text(line)], self._canvas.width - EDGE).simplify()
            if len(self._strips) >= PAINTED:
                self._strips.clear()
            self._strips[number] = strip
        return Strip([*strip, self._edge(y, laid)], self._canvas.width)

    def _gutter(self, line: Line) -> list[Segment]:
        palette = self._palette
        plain = style(palette.dimmed, palette.background)
        if line.owner is None:
            return [Segment(" " * self._gutter_width, plain)]
        mark = self._desk.mark(Place(self._article, line.owner))
        block, look = " ", plain
        if mark.kind:
            block = POSSIBLE_BLOCK if mark.possible else BLOCKS[mark.kind]
            look = style(palette.tint(mark.kind, possible=mark.possible).gutter, palette.background)
        return [
            *self._number(line),
            Segment(block, look),
            self._margin_note(mark, line.row),
            self._bar(line),
        ]

    def _number(self, line: Line) -> list[Segment]:
        """The number of the sentence that begins here, when the reader wants to see it."""
        width = self._gutter_width - GUTTER
        if not width:
            return []
        number = "" if line.row or line.owner is None else str(line.owner + 1)
        return [Segment(f"{number:>{width - 1}} ", style(self._palette.dimmed, self._palette.background))]

    def _margin_note(self, mark: Mark, row: int) -> Segment:
        """One cell a line: letters that share the sentence, then tags' digits; on the first tag's colour."""
        palette = self._palette
        signs = mark.letters + "".join(str(tag.digit) if tag.digit else "•" for tag in mark.tags)
        signs += "✎" if mark.note else ""
        sign = signs[row] if row < len(signs) else " "
        if mark.tags:
            colour = mark.tags[0].colour
            return Segment(sign, style(ink(colour), colour, bold=True))
        return Segment(sign, style(palette.text, palette.background, bold=sign != " "))

    def _bar(self, line: Line) -> Segment:
        """The bar of the sentence at hand, and of its counterparts in other columns."""
        palette = self._palette
        sentences = {run.sentence for run in line.runs}
        if self._cursor in sentences and self._desk.column == self._article:
            return Segment("▌", style(palette.cursor, palette.background))
        if sentences & self._linked:
            return Segment("┆", style(palette.cursor, palette.background))
        return Segment(" ", style(palette.text, palette.background))

    def _text(self, line: Line) -> list[Segment]:
        width = self._canvas.width - self._gutter_width - EDGE
        segments = [self._run(piece, chosen) for run in line.runs for piece, chosen in self._pieces(run)]
        used = sum(cell_len(segment.text) for segment in segments)
        blank = style(self._palette.text, self._palette.background)
        return [*segments, Segment(" " * max(0, width - used), blank)]

    def _pieces(self, run: Run) -> Iterator[tuple[Run, bool]]:
        """A run cut where the range that is being chosen begins and ends; True for what is in it."""
        chosen = self._desk.selection
        if chosen is None or chosen.article != self._article or run.chip is not None:
            yield run, False
            return
        first = min(max(chosen.start - run.start, 0), len(run.text))
        last = min(max(chosen.end - run.start, 0), len(run.text))
        for start, end, within in ((0, first, False), (first, last, True), (last, len(run.text), False)):
            if start < end:
                yield run._replace(text=run.text[start:end]), within

    def _run(self, run: Run, chosen: bool) -> Segment:
        palette = self._palette
        mark = self._desk.mark(Place(self._article, run.sentence))
        if run.chip is not None:
            return Segment(run.text, self._chip_style(mark, run.chip))
        current = run.sentence == self._cursor and self._desk.column == self._article
        if chosen:
            return Segment(run.text, style(palette.text, palette.background, bold=True, reverse=True))
        if run.text == " ":
            return Segment(" ", style(palette.text, palette.background))
        if mark.furniture or self._out_of_focus(run.sentence):
            return Segment(run.text, style(palette.dimmed, palette.background, bold=current))
        if mark.kind is None:
            return Segment(run.text, style(palette.text, palette.background, bold=current))
        tint = palette.tint(mark.kind, possible=mark.possible).text
        return Segment(
            run.text,
            style(
                palette.text,
                tint or palette.background,
                bold=current,
                underline=palette.underlined(mark.kind, possible=mark.possible),
            ),
        )

    def _chip_style(self, mark: Mark, chip: int) -> Style:
        colour = mark.chips[chip].colour
        if colour:
            return style(ink(colour), colour)
        return style(self._palette.dimmed, self._palette.background, italic=True)

    def _out_of_focus(self, sentence: int) -> bool:
        """Whether the sentence is dimmed because it is not in the paragraph at hand."""
        sentences = self._desk.articles[self._article].sentences
        return self._desk.view.focus and sentences[sentence].paragraph != sentences[self._cursor].paragraph

    def _edge(self, y: int, laid: Layout) -> Segment:
        """A cell of two halves: the best kind in the lines it stands for; the thumb at what is in sight."""
        palette = self._palette
        if laid.height <= self._canvas.height:
            return Segment("│", style(palette.dimmed, palette.background, dim=True))
        rank = self._overviewed(laid)[y]
        back = palette.dimmed if self._is_thumb(y, laid.height) else palette.background
        return Segment("▌", style(palette.tint_of(rank).gutter if rank else palette.background, back))

    def _overviewed(self, laid: Layout) -> list[int]:
        """The whole article in as many cells as the column has lines."""
        if len(self._overview) != self._canvas.height:
            ranks = self._desk.ranks(self._article)
            self._overview = overview(ranks, laid.about, laid.height, self._canvas.height)
        return self._overview

    def _is_thumb(self, y: int, total: int) -> bool:
        """Whether the thumb is here: it is as long as what is in sight is of the whole."""
        height = self._canvas.height
        top = round(self._top_line / total * height)
        return top <= y < top + max(1, round(height * height / total))

    # Size and place

    @property
    def _painted(self) -> bool:
        """Whether there is anything on the screen to keep right."""
        return self._layout_made is not None and bool(self.size)

    @property
    def _gutter_width(self) -> int:
        return gutter(self._desk, self._article)

    @property
    def _cursor(self) -> int:
        return self._desk.cursors[self._article]

    @property
    def _laid(self) -> Layout:
        return self._laid_for(self.size)

    def _laid_for(self, size: Size) -> Layout:
        """The layout for the width there is; made when first asked for, and again for another width."""
        width = max(NARROWEST, size.width - self._gutter_width - EDGE)
        laid = self._layout_made
        if laid is None or laid.width != width:
            row = laid.rows(self._cursor)[0] - self._top_line if laid else None
            laid = self._layout_made = Layout(self._desk.articles[self._article], width, self._chips)
            self._strips.clear()
            self._overview.clear()
            if row is not None:
                self._top_line = self._kept(laid.rows(self._cursor)[0] - row)
        return laid

    def _chips(self, sentence: int) -> tuple[str, ...]:
        return self._desk.chips(Place(self._article, sentence))

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
                self.show_cursor(self._row)
                self._row = None
            self.show_cursor()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Point at a sentence; at the edge, scroll to what it stands for."""
        if event.x >= self.size.width - EDGE:
            self._scroll(round(event.y / self.size.height * self._laid.height) - self.size.height // 2)
            return
        x = max(0, event.x - self._gutter_width)
        self.post_message(
            self.Clicked(Place(self._article, self._laid.sentence_at(self._top_line + event.y, x)))
        )

    def on_mouse_scroll_down(self) -> None:
        """Read on without moving the cursor."""
        self._scroll(self._top_line + MARGIN)

    def on_mouse_scroll_up(self) -> None:
        """Read back without moving the cursor."""
        self._scroll(self._top_line - MARGIN)
