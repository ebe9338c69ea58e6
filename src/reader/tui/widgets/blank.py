"""The background of a widget that others cover almost wholly: one blank line for all its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.widget import Widget


def blank_lines(widget: Widget, crop: Region) -> list[Strip]:
    """Return the lines of a widget that shows only its background; Textual would paint each of them."""
    _, background = widget.background_colors
    blank = Strip.blank(crop.width, widget.visual_style.rich_style)
    for line_filter in widget.get_line_filters():
        blank = blank.apply_filter(line_filter, background)
    return [blank] * crop.height
