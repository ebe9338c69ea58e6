"""A range of an article that the mouse selects, from the press of its button to the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Offset
    from textual.widget import Widget

JITTER = 1  # cells that the mouse may move sideways during a click


class MouseSelection:
    """A range in code points of the article, reported whenever it changes."""

    def __init__(
        self, view: Widget, at: Offset, start: int, report: Callable[[tuple[int, int], bool], None]
    ) -> None:
        """Begin at a cell; `report` gets start and end, in either order, and whether the button is up."""
        self._view = view
        self._at = at
        self._start = start
        self._report = report
        self.held = True
        self.span: tuple[int, int] | None = None  # start and end; None as long as this may be a click
        view.capture_mouse()

    def extend(self, at: Offset, end: int) -> None:
        """Go on to a cell and the code point there."""
        moved = at - self._at
        if not self.held or (self.span is None and abs(moved.x) <= JITTER and not moved.y):
            return
        if self.span != (self._start, end):
            self.span = self._start, end
            self._report(self.span, False)

    def end(self) -> None:
        """End the selection, because the button was released."""
        if self.held:
            self.held = False
            self._view.release_mouse()
            if self.span:
                self._report(self.span, True)
