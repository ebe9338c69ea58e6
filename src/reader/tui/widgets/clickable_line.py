"""A line or two of text that is made for the width there is; words in it can be links to an action."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.reactive import Reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text


@lru_cache(maxsize=256)
def action_link(action: str) -> Style:
    """Return the style of words that run an action of the screen, or with `app.` of the app, on a click."""
    return Style(meta={"@click": action if action.startswith("app.") else f"screen.{action}"})


def key_link(key: str) -> Style:
    """Return the style of words that press a key, in Textual's name, when they are clicked."""
    return action_link(f"app.simulate_key({key!r})")


def fit_line(text: Text, width: int) -> Text:
    """Return a copy of a text, cut to a number of cells."""
    text = text.copy()
    text.truncate(width, overflow="ellipsis")
    return text


class ClickableLine(Widget):
    """Shows the text that a function makes for a width in cells; `refresh()` makes it again."""

    auto_links: Reactive[bool] = Reactive(default=False)
    """Words that can be clicked look as the text says, and do not change under the mouse."""

    def __init__(self, make: Callable[[int], Text], *, name: str | None = None, classes: str = "") -> None:
        super().__init__(id=name, classes=classes)
        self._make = make
        self._shown: Text | None = None

    def render(self) -> Text:
        """Make the text."""
        self._shown = self._make(self.size.width)
        return self._shown

    def refresh_if_changed(self) -> None:
        """Paint the line again if its text has changed."""
        if self._make(self.size.width) != self._shown:
            self.refresh()
