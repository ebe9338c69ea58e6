"""Text that can be read without colour, when every colour has become a grey.

Black or white text is chosen for a colour; the grey that stands for that colour may ask for the other one.
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


class GreyscaleContrast(LineFilter):
    """Chooses black or white text again, once all colours are grey."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - of any filter
        """Return the segments of a line, black and white text chosen for its grey."""
        return [Segment(text, style and readable_style(style), control) for text, style, control in segments]


@lru_cache(maxsize=1024)
def readable_style(style: Style) -> Style:
    """Return a style in which text that is black or white is the one that is easier to read on its grey."""
    colour, background = style.color, style.bgcolor
    if colour is None or background is None or background.is_default:
        return style
    is_black_or_white = colour.get_truecolor().hex in {"#000000", "#ffffff"}
    return style + Style(color=text_colour_on(background.get_truecolor().hex)) if is_black_or_white else style
