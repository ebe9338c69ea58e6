"""The heat map: how much each article shares with each other one, as numbers on colours or beside blocks.

Where not all of it fits, rows and columns scroll, while letters, names and legend stay in sight.
"""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text

from reader.overlap import SURE
from reader.overlap.results.consensus import article_shares, share_matrix
from reader.tui.keys.footer import fit_keys
from reader.tui.keys.page_keys import TABLES
from reader.tui.pages.page import Page
from reader.tui.theme.themes import heat_colour, on_colour
from reader.tui.widgets.clickable_line import ClickableLine, fit_line
from reader.workspace.labels import article_letter

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size

    from reader.overlap.results.consensus import Share
    from reader.tui.keys.keymap import Keymap
    from reader.workspace.workspace import Workspace

BLOCKS = "▁▃▅▇"  # shares up to a quarter, a half, three quarters, and more; for nothing there is no block
SENTENCES, WORDS = "sentences", "words"
TITLES = ("What the row's article shares with the column's", "Row shares with column", "Shared")
SHARE_WIDTH = 5  # cells of a percentage and its block
LINES_AROUND = 3  # lines besides the matrices: the title, the legend, the keys
FRAME = 2  # lines, and cells, of the frame: without colour it alone tells the map from the articles
LINES_ABOVE = 2  # lines above the rows of a matrix: a blank one, and the letters


class VisiblePart(NamedTuple):
    """The part of the matrix that fits on the screen."""

    rows: range
    columns: range
    both: bool  # the matrices of sentences and of words fit below each other
    names: int


class HeatMapScreen(Page[None]):
    """The matrices of sentences and of words, below each other if both fit."""

    TABLE: ClassVar = TABLES["in-heat-map"]
    BINDINGS: ClassVar = list(TABLE.rows)
    DEFAULT_CSS: ClassVar[str] = """
    HeatMapScreen { align: center middle; }
    HeatMapScreen ClickableLine { background: $panel; padding: 0 1; border: round $primary; }
    """

    def __init__(self, workspace: Workspace, keys: Keymap) -> None:
        super().__init__(keys)
        self._workspace = workspace
        self._threshold = max(workspace.view.threshold, SURE)
        self._shares: dict[tuple[int, int], Share] = {}  # empty until they are counted
        self._names = [_name(workspace, number) for number in range(len(workspace.articles))]
        self._shown = SENTENCES
        self._top = self._left = 0
        self._line = ClickableLine(self._text)

    def compose(self) -> ComposeResult:
        """Yield the map, made for the size there is."""
        self._fit(self.app.size)
        yield self._line

    def on_mount(self) -> None:
        """Count what is shared; show another theme's colours when the theme changes."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._line.refresh())
        self.look_up(self._workspace, partial(_counted, self._workspace, self._threshold), self._show)

    def _show(self, shares: dict[tuple[int, int], Share]) -> None:
        self._shares = shares
        self._line.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the map into the new size."""
        self._fit(event.size)

    def action_scroll(self, down: int, right: int) -> None:
        """Scroll by rows and columns."""
        self._top += down
        self._left += right
        self._fit(self.size)

    def action_turn(self) -> None:
        """Change between percent of sentences and percent of words."""
        self._shown = WORDS if self._shown == SENTENCES else SENTENCES
        self._fit(self.size)

    def _fit(self, size: Size) -> None:
        """Choose the part to show, scrolled so that it is full."""
        count = len(self._workspace.articles)
        self._part = part = _part(count, size.width - 2 - FRAME, size.height - FRAME, self._names)
        self._top = min(max(self._top, 0), count - len(part.rows))
        self._left = min(max(self._left, 0), count + 1 - len(part.columns))
        lines = self._title(size.width), self._legend(), self._keys_line(size.width)
        matrix_width = part.names + SHARE_WIDTH * len(part.columns)
        width = max(matrix_width, *(line.cell_len for line in lines)) + 2 + FRAME
        self._line.styles.width = min(size.width, width)
        self._line.styles.height = LINES_AROUND + (1 + part.both) * (LINES_ABOVE + len(part.rows)) + 1 + FRAME
        self._line.refresh()

    def _text(self, width: int) -> Text:
        text = self._title(width) if self._shares else Text("Counting …", style="bold")
        for of in (SENTENCES, WORDS) if self._part.both else (self._shown,):
            self._append_matrix(text, of)
        for line in (Text(), self._legend(), self._keys_line(width)):
            text.append("\n").append_text(fit_line(line, width))
        return text

    def _title(self, width: int) -> Text:
        """Return the title in as many words as fit."""
        threshold = f", % at {self._threshold:.2f} or more"
        words = next((title for title in TITLES if len(title + threshold) <= width), TITLES[-1])
        return fit_line(Text.assemble((words, "bold"), threshold, no_wrap=True), width)

    def _append_matrix(self, text: Text, of: str) -> None:
        count = len(self._workspace.articles)
        columns = [self._left + column for column in self._part.columns]
        letters = (article_letter(column) if column < count else "any" for column in columns)
        text.append("\n\n").append_text(_padded(Text(of, style="bold"), self._part.names))
        text.append("".join(map(_aligned, letters)), style="bold")
        for row in (self._top + row for row in self._part.rows):
            text.append("\n").append_text(_padded(self._names[row], self._part.names))
            for column in columns:
                share = self._shares.get((row, column))
                text.append_text(self._cell(getattr(share, of) if share else None))

    def on_mouse_scroll_down(self) -> None:
        """Scroll down."""
        self.action_scroll(1, 0)

    def on_mouse_scroll_up(self) -> None:
        """Scroll up."""
        self.action_scroll(-1, 0)

    def _legend(self) -> Text:
        """Return what the colours mean, or the blocks where there are no colours."""
        if self._colour(1):
            cells = Text().join(map(self._cell, (0, 0.25, 0.5, 0.75, 1)))
            return Text.assemble(("nothing ", "dim"), cells, (" all", "dim"))
        return Text(f"{BLOCKS[0]} to 25  {BLOCKS[1]} to 50  {BLOCKS[2]} to 75  {BLOCKS[3]} more", style="dim")

    def _keys_line(self, width: int) -> Text:
        """Return as many keys as fit, among them the one that closes."""
        part, count = self._part, len(self._workspace.articles)
        all_fit = len(part.rows) == count and len(part.columns) == count + 1
        scroll = () if all_fit else ("left", "next", "previous", "right")
        only = [*(() if part.both else ("turn",)), *scroll, "close"]
        keys = self.page_keys.links({"turn": WORDS if self._shown == SENTENCES else SENTENCES}, only=only)
        line = fit_keys(keys, width, reversed(range(len(keys))), gap=" · ")
        line.stylize_before("dim")
        return line

    def _cell(self, share: float | None) -> Text:
        """Return a percentage on its colour or beside its block; None is the article with itself."""
        if share is None:
            return Text(_aligned("·"), style="dim")
        if colour := self._colour(share):
            return Text(_aligned(f"{share * 100:.0f}"), style=on_colour(colour))
        if not share:
            return Text(_aligned("0"), style="dim")
        return Text(f"{BLOCKS[ceil(share * len(BLOCKS)) - 1]}{share * 100:>3.0f} ")

    def _colour(self, share: float) -> str | None:
        return heat_colour(self.app.current_theme, share, colour=not self.app.no_color)


def _part(count: int, width: int, height: int, names: list[Text]) -> VisiblePart:
    """Return the part of the matrix of so many articles that fits into cells and lines."""
    both = LINES_AROUND + 2 * (LINES_ABOVE + count) + 1 <= height
    rows = min(count, max(1, height - LINES_AROUND - LINES_ABOVE - 1))
    longest = max(name.cell_len for name in names) + 1
    room = min(max(18, width - SHARE_WIDTH * (count + 1)), 40, longest)
    columns = min(count + 1, max(1, (width - room) // SHARE_WIDTH))
    return VisiblePart(range(rows), range(columns), both, room)


def _counted(workspace: Workspace, threshold: float) -> dict[tuple[int, int], Share]:
    """Return what each article shares with each other one, and in one more column with any."""
    counted = dict(share_matrix(workspace.articles, workspace.comparison.overlap, threshold))
    for row, share in enumerate(article_shares(workspace.articles, workspace.comparison.overlap, threshold)):
        counted[row, len(workspace.articles)] = share
    return counted


def _name(workspace: Workspace, number: int) -> Text:
    """Return letter, source if it is known, and title."""
    article = workspace.articles[number]
    source = f"{article.source}: " if article.source else ""
    return Text.assemble((article_letter(number), "bold"), f"  {source}{article.shown}")


def _padded(text: Text, width: int) -> Text:
    """Return a text in so many cells, of which the last is blank."""
    padded = text.copy()
    padded.truncate(width - 1, overflow="ellipsis", pad=True)
    return padded.append(" ")


def _aligned(words: str) -> str:
    return f"{words:>{SHARE_WIDTH - 1}} "
