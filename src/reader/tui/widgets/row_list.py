"""A list of any length, a line a row: rows are made when they come into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.style import Style
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text
    from textual import events

_ListResult = TypeVar("_ListResult")
WHEEL_ROWS = 3  # rows by which the mouse wheel scrolls
NOT_DIM = Style(dim=False)  # dimmed text would be hard to read in the highlighted row


class RowList(Widget, can_focus=False):
    """Rows, of which one is highlighted as long as there are any."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--highlighted"}
    DEFAULT_CSS: ClassVar[str] = """
    RowList { height: 1fr; background: $background; }
    RowList .row-list--highlighted { background: $block-cursor-background; color: $block-cursor-foreground; }
    RowList .row-list--highlighted { text-style: $block-cursor-text-style; }
    """

    class Highlighted(Message):
        """Another row is highlighted."""

    class RowClicked(Message):
        """The highlighted row was clicked."""

    def __init__(self, make: Callable[[int, int], Text]) -> None:
        """Show the rows that a function makes from a number from 0 and a width in cells."""
        super().__init__()
        self._make = make
        self._count = 0
        self._at = 0
        self._first = 0

    @property
    def highlighted(self) -> int | None:
        """The number of the highlighted row; None when there are no rows."""
        return self._at if self._count else None

    def set_count(self, count: int, highlighted: int = 0) -> None:
        """Show another number of rows."""
        self._count = count
        self._first = min(self._first, max(0, count - 1))
        self.highlight(highlighted)

    def highlight(self, row: int) -> None:
        """Highlight a row, or the nearest there is."""
        self._at = min(max(row, 0), max(0, self._count - 1))
        self._show_highlighted()
        self.post_message(self.Highlighted())

    def step(self, by: int) -> None:
        """Move by rows."""
        self.highlight(self._at + by)

    def page(self, by: int) -> None:
        """Move by pages."""
        self.step(by * max(1, self.size.height - 1))

    def edge(self, end: int) -> None:
        """Move to the first row (-1) or to the last (1)."""
        self.highlight(self._count if end > 0 else 0)

    def render_line(self, y: int) -> Strip:
        """Return one line: a row, or a blank line after the last."""
        number, width = self._first + y, self.size.width
        plain = self.rich_style
        if number >= self._count:
            return Strip.blank(width, plain)
        room = max(0, width - 2)
        text = self._make(number, room)
        text.truncate(room, overflow="ellipsis", pad=True)
        text.pad(1)
        style = plain
        if number == self._at:
            text.stylize(NOT_DIM)
            style = self.get_component_rich_style("row-list--highlighted")
        text.end = ""
        return Strip(text.render(self.app.console), width).apply_style(style)

    def on_resize(self) -> None:
        """Keep the highlighted row in sight."""
        self._show_highlighted()

    def on_click(self, event: events.Click) -> None:
        """Highlight the row that was clicked, and report it."""
        row = self._first + event.y
        if row < self._count:
            self.highlight(row)
            self.post_message(self.RowClicked())

    def on_mouse_scroll_down(self) -> None:
        """Scroll down; the same row stays highlighted."""
        self._scroll(self._first + WHEEL_ROWS)

    def on_mouse_scroll_up(self) -> None:
        """Scroll up; the same row stays highlighted."""
        self._scroll(self._first - WHEEL_ROWS)

    def _show_highlighted(self) -> None:
        height = max(1, self.size.height)
        self._scroll(min(max(self._first, self._at - height + 1), self._at))

    def _scroll(self, first: int) -> None:
        self._first = max(0, min(first, self._count - self.size.height))
        self.refresh()


class RowListScreen(Screen[_ListResult]):
    """A screen with keys that move in its list of rows; below it there may be more about one of them."""

    DEFAULT_CSS: ClassVar[str] = """
    RowListScreen { background: $background; }
    RowListScreen ClickableLine { height: 1; }
    RowListScreen #hint { background: $surface; color: $text-muted; }
    RowListScreen VerticalScroll { border-top: solid $panel; padding: 0 1; background: $surface; }
    RowListScreen VerticalScroll { scrollbar-size-vertical: 1; }
    RowListScreen Prose { background: $surface; }
    RowListScreen ToastRack { dock: top; align: right top; }
    """

    def action_step(self, by: int) -> None:
        """Move by rows."""
        self.row_list().step(by)

    def action_page(self, by: int) -> None:
        """Move by pages."""
        self.row_list().page(by)

    def action_edge(self, end: int) -> None:
        """Move to the first row (-1) or to the last (1)."""
        self.row_list().edge(end)

    def row_list(self) -> RowList:
        """Return the list that the keys move in."""
        return self.query_one(RowList)
