"""What lies behind other widgets and is hardly seen: for all its lines one blank one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.widget import Widget


def blank_lines(widget: Widget, crop: Region) -> list[Strip]:
    """The lines of a widget of which there is nothing but the background; Textual would paint each."""
    _, background = widget.background_colors
    blank = Strip.blank(crop.width, widget.visual_style.rich_style)
    for line_filter in widget.get_line_filters():
        blank = blank.apply_filter(line_filter, background)
    return [blank] * crop.height
