"""A range drawn over an article with the mouse: from where its button is pressed to where it is let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.geometry import Offset

JITTER = 1
"""Cells that the mouse may move while it is clicked."""


class Drawing:
    """What is drawn, in code points of the article. It is known until the button is pressed again."""

    def __init__(self) -> None:
        self._pressed: Offset | None = None
        self._span: tuple[int, int] | None = None
        self._start = 0

    @property
    def held(self) -> bool:
        """Whether the button is held, and was pressed where a range can begin."""
        return self._pressed is not None

    @property
    def span(self) -> tuple[int, int] | None:
        """Where it begins and how far it goes by now, in either direction; None: that was a click so far."""
        return self._span

    def press(self, at: Offset, start: int | None) -> None:
        """Begin at a cell and what stands there; None: nothing does."""
        self._pressed = None if start is None else at
        self._start, self._span = start or 0, None

    def draw(self, at: Offset, end: int) -> bool:
        """Go on to a cell and what stands there; False when that makes no difference."""
        if self._pressed is None:
            return False
        by = at - self._pressed
        if self._span is None and abs(by.x) <= JITTER and not by.y:
            return False
        before, self._span = self._span, (self._start, end)
        return self._span != before

    def let_go(self) -> None:
        """The button is not held any more."""
        self._pressed = None
