"""A line or two of text that is made anew whenever it is painted.

Parts of it can be pointed at: `does` makes the style of such a part.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text
    from textual import events


@lru_cache(maxsize=256)
def action_link(action: str) -> Style:
    """The style of words that do something on the screen when they are clicked."""
    return Style(meta={"does": action})


def key_link(key: str) -> Style:
    """The style of words that are a key, in Textual's name, to be pressed by a click."""
    return action_link(f"app.simulate_key({key!r})")


def fit_line(text: Text, width: int) -> Text:
    """As much of a text as fits in so many cells."""
    text = text.copy()
    text.truncate(width, overflow="ellipsis")
    return text


class ClickableLine(Widget):
    """Shows what a function makes for the width there is; `refresh()` is all it takes to change it."""

    def __init__(self, make: Callable[[int], Text], *, name: str | None = None, classes: str = "") -> None:
        super().__init__(id=name, classes=classes)
        self._make = make
        self._shown: Text | None = None

    def render(self) -> Text:
        """Make the text."""
        self._shown = self._make(self.size.width)
        return self._shown

    def refresh_if_changed(self) -> None:
        """Paint it again if it says something else by now."""
        if self._make(self.size.width) != self._shown:
            self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """Do what the words that were pointed at stand for."""
        action = event.style.meta.get("does")
        if action:
            await self.screen.run_action(action)
