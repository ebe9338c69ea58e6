"""A list of any length: its rows are made as they come into sight, a line each."""

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

_Result = TypeVar("_Result")
WHEEL = 3
"""Rows that the wheel moves."""
BRIGHT = Style(dim=False)
"""Nothing is dimmed in the row at hand: it would be hard to read there."""


class RowList(Widget, can_focus=False):
    """Rows, of which one is at hand as long as there are any."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--highlighted"}
    DEFAULT_CSS: ClassVar[str] = """
    RowList { height: 1fr; background: $background; }
    RowList .row-list--highlighted { background: $block-cursor-background; color: $block-cursor-foreground; }
    RowList .row-list--highlighted { text-style: $block-cursor-text-style; }
    """

    class Highlighted(Message):
        """Another row is at hand."""

    class RowClicked(Message):
        """The row at hand was pointed at."""

    def __init__(self, make: Callable[[int, int], Text]) -> None:
        """Show rows that this makes, of a number from 0 and so many cells."""
        super().__init__()
        self._make = make
        self._count = 0
        self._at = 0
        self._first = 0
        """The row at the top."""

    @property
    def highlighted(self) -> int | None:
        """The row at hand; None when there are no rows."""
        return self._at if self._count else None

    def set_count(self, count: int, at: int = 0) -> None:
        """Show so many rows from now on."""
        self._count = count
        self._first = min(self._first, max(0, count - 1))
        self.highlight(at)

    def highlight(self, row: int) -> None:
        """To a row, or to the nearest there is."""
        self._at = min(max(row, 0), max(0, self._count - 1))
        self._show_at()
        self.post_message(self.Highlighted())

    def step(self, by: int) -> None:
        """By so many rows."""
        self.highlight(self._at + by)

    def page(self, by: int) -> None:
        """By so many pages."""
        self.step(by * max(1, self.size.height - 1))

    def edge(self, end: int) -> None:
        """To the first row (-1) or to the last (1)."""
        self.highlight(self._count if end > 0 else 0)

    def render_line(self, y: int) -> Strip:
        """A row, in the cells there are."""
        number, width = self._first + y, self.size.width
        plain = self.rich_style
        if number >= self._count:
            return Strip.blank(width, plain)
        here = number == self._at
        room = max(0, width - 2)
        text = self._make(number, room)
        text.truncate(room, overflow="ellipsis", pad=True)
        text.pad(1)
        if here:
            text.stylize(BRIGHT)
        text.end = ""
        look = self.get_component_rich_style("row-list--highlighted") if here else plain
        return Strip(text.render(self.app.console), width).apply_style(look)

    def on_resize(self) -> None:
        """Keep the row at hand in sight."""
        self._show_at()

    def on_click(self, event: events.Click) -> None:
        """Take the row that was pointed at."""
        row = self._first + event.y
        if row < self._count:
            self.highlight(row)
            self.post_message(self.RowClicked())

    def on_mouse_scroll_down(self) -> None:
        """On, without another row at hand."""
        self._scroll(self._first + WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """Back, likewise."""
        self._scroll(self._first - WHEEL)

    def _show_at(self) -> None:
        height = max(1, self.size.height)
        self._scroll(min(max(self._first, self._at - height + 1), self._at))

    def _scroll(self, first: int) -> None:
        self._first = max(0, min(first, self._count - self.size.height))
        self.refresh()


class RowListScreen(Screen[_Result]):
    """A screen whose keys move over its rows."""

    def action_step(self, by: int) -> None:
        """Move by so many rows."""
        self._rows().step(by)

    def action_page(self, by: int) -> None:
        """Turn pages."""
        self._rows().page(by)

    def action_edge(self, end: int) -> None:
        """To the first or the last."""
        self._rows().edge(end)

    def _rows(self) -> RowList:
        return self.query_one(RowList)
