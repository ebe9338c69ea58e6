"""A line or two of text that is made anew whenever it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text


class Band(Widget):
    """Shows what a function makes for the width there is; `refresh()` is all it takes to change it."""

    def __init__(self, make: Callable[[int], Text], *, name: str | None = None, classes: str = "") -> None:
        super().__init__(id=name, classes=classes)
        self._make = make

    def render(self) -> Text:
        """Make the text."""
        return self._make(self.size.width)
