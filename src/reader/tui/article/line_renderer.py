"""What paints one line of an article: gutter and text, as the workspace has it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from reader.overlap import Place
from reader.tui.article import search_hits as hits
from reader.tui.article import tagged_words as tagged
from reader.tui.article.layout import split_at_selection
from reader.tui.article.styles import gutter_sign, hit_style, run_style, selection_style, tagged_words_style
from reader.tui.theme.themes import BLOCKS, POSSIBLE_BLOCK, style
from reader.workspace.visible import fold_label

if TYPE_CHECKING:
    from rich.style import Style

    from reader.tui.article.layout import Line, Run
    from reader.tui.theme.themes import Palette
    from reader.workspace.workspace import Workspace

GUTTER_WIDTH = 3
"""Cells before the text: the kind, a letter or a tag's digit, the cursor bar; before them a number."""


def gutter_width(workspace: Workspace, article: int) -> int:
    """Cells before the text."""
    return GUTTER_WIDTH + (
        len(str(len(workspace.articles[article].sentences))) + 1 if workspace.view.numbers else 0
    )


class LineRenderer:
    """Paints the lines of one article with the colours of a palette."""

    def __init__(self, workspace: Workspace, article: int, palette: Palette) -> None:
        self._workspace = workspace
        self._article = article
        self.palette = palette
        self.counterparts: frozenset[int] = frozenset()
        """The counterparts of the sentence at hand."""

    def render(self, line: Line, width: int) -> list[Segment]:
        """So many cells, every one styled."""
        room = width - gutter_width(self._workspace, self._article)
        return list(Segment.simplify([*self._gutter(line), *self._text(line, room)]))

    def _gutter(self, line: Line) -> list[Segment]:
        palette = self.palette
        if line.folded:
            return [
                Segment(" " * (gutter_width(self._workspace, self._article) - 1), self._blank),
                self._bar(line),
            ]
        if line.owner is None:
            return [Segment(" " * gutter_width(self._workspace, self._article), self._blank)]
        mark = self._workspace.mark(Place(self._article, line.owner))
        block, look = " ", self._blank
        if mark.kind:
            block = POSSIBLE_BLOCK if mark.possible else BLOCKS[mark.kind]
            look = style(palette.tint(mark.kind, possible=mark.possible).gutter, palette.background)
        return [
            *self._number(line),
            Segment(block, look),
            gutter_sign(palette, mark, line),
            self._bar(line),
        ]

    def _number(self, line: Line) -> list[Segment]:
        """The number of the sentence that begins here, when the reader wants to see it."""
        width = gutter_width(self._workspace, self._article) - GUTTER_WIDTH
        if not width:
            return []
        number = "" if line.row or line.owner is None else str(line.owner + 1)
        return [Segment(f"{number:>{width - 1}} ", style(self.palette.dimmed, self.palette.background))]

    def _bar(self, line: Line) -> Segment:
        """The bar of the sentence at hand, and of its counterparts in other columns."""
        palette = self.palette
        sentences = {run.sentence for run in line.runs}
        if self._cursor in sentences and self._workspace.column == self._article:
            return Segment("▌", style(palette.cursor, palette.background))
        if sentences & self.counterparts or any(sentence in line.folded for sentence in self.counterparts):
            return Segment("┆", style(palette.cursor, palette.background))
        return Segment(" ", self._blank)

    def _text(self, line: Line, width: int) -> list[Segment]:
        palette = self.palette
        pieces = [
            piece
            for run in line.runs
            for piece in split_at_selection(run, self._workspace.selection, self._article)
        ]
        segments = [segment for run, chosen in pieces for segment in self._run(run, chosen)]
        if line.folded:
            segments = [
                Segment(fold_label(len(line.folded), width), style(palette.dimmed, palette.background))
            ]
        used = sum(cell_len(segment.text) for segment in segments)
        return [*segments, Segment(" " * (width - used), self._blank)] if used < width else segments

    def _run(self, run: Run, chosen: bool) -> list[Segment]:
        """A run, in pieces where words of it are tagged, or are what is looked for."""
        mark = self._workspace.mark(Place(self._article, run.sentence))
        current = run.sentence == self._cursor and self._workspace.column == self._article
        if chosen:
            return [Segment(run.text, selection_style(self.palette))]
        dimmed = self._out_of_focus(run.sentence)
        look = run_style(self.palette, mark, run, current=current, dimmed=dimmed)
        if not mark.words:
            return self._piece(run, look, current=current)
        segments: list[Segment] = []
        for piece, words in tagged.split_at_tagged_words(run, mark.words):
            on_words = tagged_words_style(self.palette, words.colour, current=current) if words else look
            segments += self._piece(piece, on_words, current=current)
        return segments

    def _piece(self, run: Run, look: Style, *, current: bool) -> list[Segment]:
        """A run of one look, but for what is looked for."""
        if not self._workspace.search.query:
            return [Segment(run.text, look)]
        found = hit_style(self.palette, current=current)
        spans = hits.in_run(self._workspace, self._article, run)
        return [Segment(text, found if hit else look) for text, hit in hits.split_at_hits(run.text, spans)]

    def _out_of_focus(self, sentence: int) -> bool:
        """Whether the sentence is dimmed because it is not in the paragraph at hand."""
        sentences = self._workspace.articles[self._article].sentences
        return (
            self._workspace.view.focus and sentences[sentence].paragraph != sentences[self._cursor].paragraph
        )

    @property
    def _blank(self) -> Style:
        """Of all that is empty, and of plain text beside it: a line of few looks is soon written."""
        return style(self.palette.text, self.palette.background)

    @property
    def _cursor(self) -> int:
        return self._workspace.cursors[self._article]
