"""A range drawn over an article with the mouse: from where its button is pressed to where it is let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.geometry import Offset

JITTER = 1
"""Cells that the mouse may move while it is clicked."""


class MouseSelection:
    """What is drawn, in code points of the article."""

    def __init__(self, at: Offset, start: int) -> None:
        """Begin at a cell, and what stands there."""
        self._at = at
        self._start = start
        self.held = True
        """The button is held."""
        self.span: tuple[int, int] | None = None
        """Where it begins and how far it goes by now, in either direction; None: that was a click so far."""

    def extend(self, at: Offset, end: int) -> bool:
        """Go on to a cell and what stands there; False when that makes no difference."""
        by = at - self._at
        if not self.held or (self.span is None and abs(by.x) <= JITTER and not by.y):
            return False
        before, self.span = self.span, (self._start, end)
        return self.span != before

    def release(self) -> None:
        """The button is not held any more."""
        self.held = False
