"""Without colour, ink that suits the grey that a colour has become.

Black or white is chosen for a colour; the grey that stands for it may ask for the other one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

from reader.tui.theme.themes import text_colour_on

if TYPE_CHECKING:
    from textual.color import Color


INKS = ("#000000", "#ffffff")


class GreyscaleContrast(LineFilter):
    """Chooses black or white again, once all is grey."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - of any filter
        """Give the same segments, each in ink that can be read on its grey."""
        return [Segment(text, style and readable_style(style), control) for text, style, control in segments]


@lru_cache(maxsize=1024)
def readable_style(style: Style) -> Style:
    """Give a style in which black or white is the one of them that is easier to read on what is behind it."""
    if style.color is None or style.bgcolor is None or style.bgcolor.is_default:
        return style
    if style.color.get_truecolor().hex not in INKS:
        return style
    return style + Style(color=text_colour_on(style.bgcolor.get_truecolor().hex))
