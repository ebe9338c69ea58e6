"""A framed sheet over the articles that scrolls; its frame says how, and where one is."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content


class ScrollBox(VerticalScroll):
    """Text of any length, on as many lines as there are."""

    DEFAULT_CSS: ClassVar[str] = """
    ScrollBox { height: auto; max-height: 100%; background: $panel; border: round $primary; }
    ScrollBox { scrollbar-size-vertical: 1; border-subtitle-color: $text; }
    """

    def __init__(self, scrolls: str, closes: str) -> None:
        """Take the keys that scroll and the one that closes, as they are shown."""
        super().__init__()
        self._scrolls = scrolls
        self._closes = closes

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say where one is now."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def watch_virtual_size(self) -> None:
        """Say how long it is."""
        self._tell()

    def on_resize(self) -> None:
        """Say how much of it is in sight."""
        self._tell()

    def _tell(self) -> None:
        height, total = self.scrollable_content_region.height, self.virtual_size.height
        top = round(self.scroll_y)
        parts = [f"{self._closes} closes"]
        if height and total > height:
            where = f"lines {top + 1}–{min(top + height, total)} of {total}"
            parts = [f"{self._scrolls} scroll", where, *parts]
        self.border_subtitle = Content(f" {' · '.join(parts)} ")
