"""The heat map: how much each article shares with each other one: numbers on colours, or beside blocks.

Where not all of it fits, rows and columns scroll, and what tells them stays: the letters above, letter and
name at the left, what the shades mean below.
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

STEPS = "▁▃▅▇"
"""Up to a quarter, to a half, to three quarters, and more; nothing at all is blank."""
DIRECTIONS = ("left", "next", "previous", "right")
"""What scrolls: the keys that move on the reading screen."""
SENTENCES, WORDS = "sentences", "words"
TITLES = ("What the row's article shares with the column's", "Row shares with column", "Shared")
"""What it is, in many words and in few."""
COUNTING = "Counting …"
QUARTERS = (0, 0.25, 0.5, 0.75, 1)
CELL = 5
"""Cells of a shade and a percentage."""
NAMES = (18, 40)
"""Cells of letter and name of an article, at least and at most."""
AROUND = 3
"""Lines of a panel besides its matrices: what it is, what the shades mean, the keys."""
FRAME = 2
"""Lines, and cells, of the frame: where there is no colour it alone tells the panel from the articles."""
ABOVE = 2
"""Lines above the rows of a matrix: a blank one, and the letters."""


class VisiblePart(NamedTuple):
    """What fits of the matrix."""

    rows: range
    columns: range
    both: bool
    """Sentences and words fit below each other."""
    names: int
    """Cells of the names at the left."""


class HeatMapScreen(Page[None]):
    """The matrix of sentences and that of words, below each other if they fit; Esc closes it."""

    TABLE: ClassVar = TABLES["in-heat-map"]
    BINDINGS: ClassVar = list(TABLE.rows)
    DEFAULT_CSS: ClassVar[str] = """
    HeatMapScreen { align: center middle; }
    HeatMapScreen ClickableLine { background: $panel; padding: 0 1; border: round $primary; }
    """

    def __init__(self, workspace: Workspace, keys: Keymap) -> None:
        super().__init__(keys)
        self._workspace = workspace
        self._threshold = max(workspace.threshold, SURE)
        self._shares: dict[tuple[int, int], Share] = {}
        """Empty until they are counted."""
        self._names = [_name(workspace, number) for number in range(len(workspace.articles))]
        self._of = SENTENCES
        self._top = self._left = 0
        self._band = ClickableLine(self._text)

    def compose(self) -> ComposeResult:
        """One text, made for the size there is."""
        self._fit(self.app.size)
        yield self._band

    def on_mount(self) -> None:
        """Count; take on the colours of another theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._band.refresh())
        self.look_up(self._workspace, partial(_counted, self._workspace, self._threshold), self._show)

    def _show(self, shares: dict[tuple[int, int], Share]) -> None:
        self._shares = shares
        self._band.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """As large as is needed, or as there is."""
        self._fit(event.size)

    def action_scroll(self, down: int, right: int) -> None:
        """By rows and columns."""
        self._top += down
        self._left += right
        self._fit(self.size)

    def action_turn(self) -> None:
        """To the matrix that is not shown."""
        self._of = WORDS if self._of == SENTENCES else SENTENCES
        self._fit(self.size)

    def _fit(self, size: Size) -> None:
        """Show a part that is full."""
        count = len(self._workspace.articles)
        self._part = part = _part(count, size.width - 2 - FRAME, size.height - FRAME, self._names)
        self._top = min(max(self._top, 0), count - len(part.rows))
        self._left = min(max(self._left, 0), count + 1 - len(part.columns))
        least = max(
            self._title(size.width).cell_len, self._legend().cell_len, self._keys_line(size.width).cell_len
        )
        width = max(least, part.names + CELL * len(part.columns)) + 2 + FRAME
        self._band.styles.width = min(size.width, width)
        self._band.styles.height = AROUND + (1 + part.both) * (ABOVE + len(part.rows)) + 1 + FRAME
        self._band.refresh()

    def _text(self, width: int) -> Text:
        text = self._title(width) if self._shares else Text(COUNTING, style="bold")
        for of in (SENTENCES, WORDS) if self._part.both else (self._of,):
            self._append_matrix(text, of)
        for line in (Text(), self._legend(), self._keys_line(width)):
            text.append("\n").append_text(fit_line(line, width))
        return text

    def _title(self, width: int) -> Text:
        """In as many words as there is room for."""
        threshold = f", % at {self._threshold:.2f} or more"
        words = next((title for title in TITLES if len(title + threshold) <= width), TITLES[-1])
        text = Text(no_wrap=True).append(words, style="bold").append(threshold)
        return fit_line(text, width)

    def _append_matrix(self, text: Text, of: str) -> None:
        count = len(self._workspace.articles)
        columns = [self._left + column for column in self._part.columns]
        letters = (article_letter(column) if column < count else "any" for column in columns)
        text.append("\n\n").append_text(_padded(Text(of, style="bold"), self._part.names))
        text.append("".join(map(_middle, letters)), style="bold")
        for row in (self._top + row for row in self._part.rows):
            text.append("\n").append_text(_padded(self._names[row], self._part.names))
            for column in columns:
                share = self._shares.get((row, column))
                text.append_text(self._cell(getattr(share, of) if share else None))

    def on_mouse_scroll_down(self) -> None:
        """Down, where not all of it fits."""
        self.action_scroll(1, 0)

    def on_mouse_scroll_up(self) -> None:
        """Up, likewise."""
        self.action_scroll(-1, 0)

    def _legend(self) -> Text:
        """What the colours mean; or the blocks, where there are none."""
        if self._colour(1):
            cells = Text().join(map(self._cell, QUARTERS))
            return Text.assemble(("nothing ", "dim"), cells, (" all", "dim"))
        return Text(f"{STEPS[0]} to 25  {STEPS[1]} to 50  {STEPS[2]} to 75  {STEPS[3]} more", style="dim")

    def _keys_line(self, width: int) -> Text:
        """As many keys as there is room for, the one that closes in any case."""
        part, count = self._part, len(self._workspace.articles)
        all_fit = len(part.rows) == count and len(part.columns) == count + 1
        only = [*(() if part.both else ("turn",)), *(() if all_fit else DIRECTIONS)]
        words = {"turn": WORDS if self._of == SENTENCES else SENTENCES}
        keys = [
            *(self.page_keys.links(words, only=only) if only else []),
            *self.page_keys.links(only=["close"]),
        ]
        line = fit_keys(keys, width, reversed(range(len(keys))), gap=" · ")
        line.stylize_before("dim")
        return line

    def _cell(self, share: float | None) -> Text:
        """The percentage on its colour, or beside one of four blocks; None is the article itself."""
        if share is None:
            return Text(_middle("·"), style="dim")
        colour = self._colour(share)
        if colour:
            return Text(_middle(f"{share * 100:.0f}"), style=on_colour(colour))
        return _block(share)

    def _colour(self, share: float) -> str | None:
        return heat_colour(self.app.current_theme, share, colour=not self.app.no_color)


def _part(count: int, width: int, height: int, names: list[Text]) -> VisiblePart:
    """So many articles in so many cells and lines."""
    both = AROUND + 2 * (ABOVE + count) + 1 <= height
    rows = min(count, max(1, height - AROUND - ABOVE - 1))
    least, most = NAMES
    longest = max(name.cell_len for name in names) + 1
    room = min(max(least, width - CELL * (count + 1)), most, longest)
    columns = min(count + 1, max(1, (width - room) // CELL))
    return VisiblePart(range(rows), range(columns), both, room)


def _counted(workspace: Workspace, threshold: float) -> dict[tuple[int, int], Share]:
    """What each article shares with each other one, and in one column more with any."""
    counted = dict(share_matrix(workspace.articles, workspace.comparison.overlap, threshold))
    for row, share in enumerate(article_shares(workspace.articles, workspace.comparison.overlap, threshold)):
        counted[row, len(workspace.articles)] = share
    return counted


def _name(workspace: Workspace, number: int) -> Text:
    """Letter, source if it is known, and title."""
    article = workspace.articles[number]
    source = f"{article.source}: " if article.source else ""
    return Text().append(article_letter(number), style="bold").append(f"  {source}{article.shown}")


def _padded(text: Text, width: int) -> Text:
    """In so many cells, the last of them blank."""
    padded = text.copy()
    padded.truncate(width - 1, overflow="ellipsis", pad=True)
    return padded.append(" ")


def _middle(words: str) -> str:
    """In the middle of a cell, the numbers below each other."""
    return f"{words:>{CELL - 1}} "


def _block(share: float) -> Text:
    """One of four blocks, or none, and the percentage."""
    if not share:
        return Text(_middle("0"), style="dim")
    return Text(f"{STEPS[ceil(share * len(STEPS)) - 1]}{share * 100:>3.0f} ")
