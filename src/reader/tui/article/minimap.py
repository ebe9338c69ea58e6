"""The right edge of a column: the whole article at a glance, and which part of it is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

from reader.tui.theme.themes import RANK_BLOCKS, style

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.tui.article.layout import ArticleLayout
    from reader.tui.theme.themes import Palette
    from reader.workspace.workspace import Workspace

MINIMAP_WIDTH = 1  # cells after the text


class Minimap:
    """A cell for each line of the widget: the best match in the lines it stands for, and the thumb."""

    def __init__(self, workspace: Workspace, article: int) -> None:
        self._workspace = workspace
        self._article = article
        self._ranks: list[int] = []

    def invalidate(self) -> None:
        """Look again what is shared and where it stands: either may have changed."""
        self._ranks.clear()

    def segment(self, y: int, top: int, layout: ArticleLayout, height: int, *, palette: Palette) -> Segment:
        """Return the cell of line `y` of a widget, with line `top` of the article in its first line."""
        cells = min(height, layout.height)
        if y >= cells:
            return Segment("│", style(palette.dimmed, palette.background, dim=True))
        if len(self._ranks) != cells:
            ranks = self._workspace.comparison.ranks(self._article, self._workspace.view.threshold)
            self._ranks = minimap_cells(ranks, layout.approximate_line, layout.height, cells)
        rank = self._ranks[y]
        colour = palette.tint_of_rank(rank).gutter if rank else palette.text
        thumb = round(
            top / layout.height * height
        )  # as long, in the height, as what is in sight in the whole
        thumb_end = thumb + max(1, round(height * height / layout.height))
        in_thumb = layout.height > height and thumb <= y < thumb_end
        return Segment(RANK_BLOCKS[rank], style(colour, palette.thumb if in_thumb else palette.background))


def minimap_cells(ranks: Sequence[int], line_of: Callable[[int], int], lines: int, cells: int) -> list[int]:
    """Return, for each cell, the highest rank of the sentences that begin in its lines.

    `line_of` gives the line in which a sentence begins; the cells divide all the lines evenly.
    """
    found = [0] * cells
    for sentence, rank in enumerate(ranks):
        if rank:
            cell = min(line_of(sentence) * cells // lines, cells - 1)
            found[cell] = max(found[cell], rank)
    return found
