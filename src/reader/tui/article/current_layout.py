"""The layout in which an article is shown now: for the width there is, with what the filter folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap import Place
from reader.tui.article.layout import ArticleLayout

if TYPE_CHECKING:
    from reader.workspace.visible import VisibleSentences
    from reader.workspace.workspace import Workspace


class CurrentLayout:
    """Lays an article out again for another width, and folds it again for another filter."""

    def __init__(self, workspace: Workspace, article: int) -> None:
        self._workspace = workspace
        self._article = article
        self._unfolded: ArticleLayout | None = None
        self.layout: ArticleLayout | None = None  # the last one; None before there was room for any
        self._folded_for = self.visible

    @property
    def visible(self) -> VisibleSentences:
        """The sentences that the filter shows now."""
        return self._workspace.filter_state.shown[self._article]

    @property
    def is_folded_as_wanted(self) -> bool:
        """Whether the filter shows the sentences that it showed when the layout was asked for last."""
        return self._folded_for is self.visible

    def needs(self, width: int) -> bool:
        """Whether there is no layout yet for this width in cells and for the filter."""
        return self.layout is None or self.layout.width != width or not self.is_folded_as_wanted

    def lay_out(self, width: int) -> ArticleLayout:
        """Make the layout for a width in cells; the text is wrapped again only for another width."""
        visible = self._folded_for = self.visible
        layout = self._unfolded
        if layout is None or layout.width != width:
            workspace, article = self._workspace, self._article
            layout = self._unfolded = ArticleLayout(
                workspace.articles[article],
                width,
                lambda sentence: workspace.chips(Place(article, sentence)),
                workspace.annotations.chip_texts(article),
            )
        if not visible.all:
            from reader.tui.article.folded_layout import FoldedLayout  # noqa: PLC0415 - most often unused

            layout = FoldedLayout(layout, visible)
        self.layout = layout
        return layout
