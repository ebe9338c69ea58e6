"""The edge of a column: the whole article at a glance, and which part of it is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

from reader.tui.theme.themes import OVERVIEW, style
from reader.workspace.sharing_ranks import minimap_cells

if TYPE_CHECKING:
    from reader.tui.article.layout import ArticleLayout
    from reader.tui.theme.themes import Palette
    from reader.workspace.workspace import Workspace

MINIMAP_WIDTH = 1
"""Cells after the text: in its left half what is shared all through the article, in its right the place."""


class Minimap:
    """A cell a line of the widget, of two halves: the best kind in the lines it stands for; the thumb."""

    def __init__(self, workspace: Workspace, article: int) -> None:
        self._workspace = workspace
        self._article = article
        self._overview: list[int] = []

    def invalidate(self) -> None:
        """Look again what is shared: that, or the lines, may have changed."""
        self._overview.clear()

    def segment(self, y: int, top: int, laid: ArticleLayout, height: int, *, palette: Palette) -> Segment:
        """The cell of line `y`, when line `top` of the article is the first in sight, of so many."""
        cells = min(height, laid.height)
        if y >= cells:
            return Segment("│", style(palette.dimmed, palette.background, dim=True))
        if len(self._overview) != cells:
            ranks = self._workspace.comparison.ranks(self._article, self._workspace.threshold)
            self._overview = minimap_cells(ranks, laid.approximate_line, laid.height, cells)
        rank = self._overview[y]
        is_thumb = laid.height > height and _is_thumb(y, top, laid.height, height)
        back = palette.thumb if is_thumb else palette.background
        return Segment(
            OVERVIEW[rank], style(palette.tint_of_rank(rank).gutter if rank else palette.text, back)
        )


def _is_thumb(y: int, top: int, total: int, height: int) -> bool:
    """Whether the thumb is here: it is as long as what is in sight is of the whole."""
    first = round(top / total * height)
    return first <= y < first + max(1, round(height * height / total))
