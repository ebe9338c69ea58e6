"""The heat map: how much each article shares with each other one, shaded, with the numbers."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import ScrollableContainer
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.overlap import SURE
from reader.overlap.consensus import matrix, shares
from reader.tui.keys import closing, following

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.overlap.consensus import Share
    from reader.tui.desk import Desk

STEPS = "░▒▓█"
"""Up to a quarter, to a half, to three quarters, and more; nothing at all is blank."""
WIDE = 76
DIRECTIONS = {"next": "down", "previous": "up", "right": "right", "left": "left"}
"""What scrolls: the keys that move on the reading screen."""


class HeatScreen(ModalScreen[None]):
    """The matrix, and which letter is which article; Esc closes it."""

    BINDINGS: ClassVar = [
        *closing("heat-map"),
        *(following(name, f"scroll('{direction}')") for name, direction in DIRECTIONS.items()),
    ]
    DEFAULT_CSS: ClassVar[str] = f"""
    HeatScreen {{ align: center middle; }}
    HeatScreen ScrollableContainer {{ width: {WIDE + 4}; max-width: 100%; height: auto; max-height: 100%; }}
    HeatScreen ScrollableContainer {{ background: $panel; padding: 0 1; }}
    HeatScreen Static {{ width: auto; background: $panel; }}
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """One text, scrolled where it does not fit."""
        with ScrollableContainer():
            yield Static(heat_map(self._desk))

    def action_scroll(self, direction: str) -> None:
        """By a step."""
        container = self.query_one(ScrollableContainer)
        {
            "down": container.scroll_down,
            "up": container.scroll_up,
            "left": container.scroll_left,
            "right": container.scroll_right,
        }[direction](animate=False)


def heat_map(desk: Desk) -> Text:
    """The matrix of sentences, that of words, the shades and the letters."""
    threshold = max(desk.threshold, SURE)
    by_pair = matrix(desk.articles, desk.overlap, threshold)
    by_any = shares(desk.articles, desk.overlap, threshold)
    text = Text("What the row's article shares with the column's", style="bold", no_wrap=True)
    text.append(f", % at {threshold:.2f} or more", style="not bold")
    _append_matrix(text, desk, "sentences", by_pair, by_any)
    _append_matrix(text, desk, "words", by_pair, by_any)
    text.append("\n\n").append("░ to 25  ▒ to 50  ▓ to 75  █ more", style="dim").append(
        "   Esc closes", style="dim"
    )
    for number, article in enumerate(desk.articles):
        named = f"{article.source or 'unknown'}: {article.title}"
        text.append(f"\n{desk.letter(number)}  ", style="bold").append(_cut(named, WIDE - 3))
    return text


def _append_matrix(
    text: Text, desk: Desk, of: str, by_pair: dict[tuple[int, int], Share], by_any: list[Share]
) -> None:
    numbers = range(len(desk.articles))
    text.append(f"\n\n{of:<9}", style="bold")
    text.append("".join(f"{name:>4}  " for name in (*map(desk.letter, numbers), "any")), style="bold")
    for row in numbers:
        text.append(f"\n{desk.letter(row):>9}", style="bold")
        for column in numbers:
            text.append("   ·  " if row == column else _cell(getattr(by_pair[row, column], of)))
        text.append(_cell(getattr(by_any[row], of)))


def _cell(share: float) -> str:
    """A shade and the percentage."""
    return f" {shade(share)}{share:>4.0%} ".replace("%", "")


def shade(share: float) -> str:
    """One of four steps; a blank for nothing."""
    return STEPS[ceil(share * len(STEPS)) - 1] if share else " "


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
