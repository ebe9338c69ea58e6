"""A framed box over the articles that scrolls; its frame says how, and which lines are in sight."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content


class ScrollBox(VerticalScroll):
    """A box as high as its text, at most as high as the screen."""

    DEFAULT_CSS: ClassVar[str] = """
    ScrollBox { height: auto; max-height: 100%; background: $panel; border: round $primary; }
    ScrollBox { scrollbar-size-vertical: 1; border-subtitle-color: $text; }
    """

    def __init__(self, scroll_keys: str, close_key: str) -> None:
        """Take the keys as the user knows them."""
        super().__init__()
        self._scroll_keys = scroll_keys
        self._close_key = close_key

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Show which lines are in sight now."""
        super().watch_scroll_y(old_value, new_value)
        self._update_frame()

    def watch_virtual_size(self) -> None:
        """Show how many lines there are."""
        self._update_frame()

    def on_resize(self) -> None:
        """Show how many lines are in sight."""
        self._update_frame()

    def _update_frame(self) -> None:
        height, total = self.scrollable_content_region.height, self.virtual_size.height
        top = round(self.scroll_y)
        parts = [f"{self._close_key} closes"]
        if height and total > height:
            lines = f"lines {top + 1}–{min(top + height, total)} of {total}"
            parts = [f"{self._scroll_keys} scroll", lines, *parts]
        self.border_subtitle = Content(f" {' · '.join(parts)} ")
