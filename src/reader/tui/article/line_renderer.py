"""Paints one line of an article: gutter and text, as the workspace has them now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from reader.overlap import Place
from reader.tui.article.search_hits import hits_in_run
from reader.tui.article.split_runs import split_at_hits, split_at_selection, split_at_tagged_words
from reader.tui.article.styles import gutter_sign, hit_style, run_style, selection_style, tagged_words_style
from reader.tui.theme.themes import BLOCKS, POSSIBLE_BLOCK, style
from reader.workspace.visible import fold_label

if TYPE_CHECKING:
    from rich.style import Style

    from reader.tui.article.layout import Line, Run
    from reader.tui.theme.themes import Palette
    from reader.workspace.workspace import Workspace

SIGNS_WIDTH = 3  # cells without numbers: the kind of match, a letter or a digit, the cursor bar


def gutter_width(workspace: Workspace, article: int) -> int:
    """Return the cells before the text of an article."""
    if not workspace.view.numbers:
        return SIGNS_WIDTH
    return len(str(len(workspace.articles[article].sentences))) + 1 + SIGNS_WIDTH


class LineRenderer:
    """Paints the lines of one article in the colours of a palette."""

    def __init__(self, workspace: Workspace, article: int, palette: Palette) -> None:
        self._workspace = workspace
        self._article = article
        self.palette = palette
        self.counterparts: frozenset[int] = frozenset()

    def render(self, line: Line, width: int) -> list[Segment]:
        """Return a line of so many cells, every one styled."""
        gutter = gutter_width(self._workspace, self._article)
        return list(Segment.simplify([*self._gutter(line, gutter), *self._text(line, width - gutter)]))

    def _gutter(self, line: Line, width: int) -> list[Segment]:
        palette = self.palette
        if line.folded:
            return [Segment(" " * (width - 1), self._plain), self._bar(line)]
        if line.owner is None:
            return [Segment(" " * width, self._plain)]
        mark = self._workspace.mark(Place(self._article, line.owner))
        block, block_style = " ", self._plain
        if mark.kind:
            block = POSSIBLE_BLOCK if mark.possible else BLOCKS[mark.kind]
            tint = palette.tint(mark.kind, possible=mark.possible)
            block_style = style(tint.gutter, palette.background)
        signs = [Segment(block, block_style), gutter_sign(palette, mark, line), self._bar(line)]
        if width == SIGNS_WIDTH:
            return signs
        number = "" if line.row else str(line.owner + 1)
        dimmed = style(palette.dimmed, palette.background)
        return [Segment(f"{number:>{width - SIGNS_WIDTH - 1}} ", dimmed), *signs]

    def _bar(self, line: Line) -> Segment:
        """Return the bar beside the sentence at hand, or beside its counterparts in other columns."""
        palette = self.palette
        sentences = {run.sentence for run in line.runs}
        if self._cursor in sentences:
            return Segment("▌", style(palette.cursor, palette.background))
        if sentences & self.counterparts or any(sentence in line.folded for sentence in self.counterparts):
            return Segment("┆", style(palette.cursor, palette.background))
        return Segment(" ", self._plain)

    def _text(self, line: Line, width: int) -> list[Segment]:
        segments = [segment for run in line.runs for segment in self._run(run)]
        if line.folded:
            label_style = style(self.palette.dimmed, self.palette.background)
            segments = [Segment(fold_label(len(line.folded), width), label_style)]
        used = sum(cell_len(segment.text) for segment in segments)
        return [*segments, Segment(" " * (width - used), self._plain)] if used < width else segments

    def _run(self, run: Run) -> list[Segment]:
        """Return a run in pieces of one style: selected, tagged, found, or as its sentence is."""
        mark = self._workspace.mark(Place(self._article, run.sentence))
        current, dimmed = run.sentence == self._cursor, self._is_out_of_focus(run.sentence)
        run_look = run_style(self.palette, mark, run, current=current, dimmed=dimmed)
        segments: list[Segment] = []
        for part, selected in split_at_selection(run, self._workspace.selection, self._article):
            if selected:
                segments.append(Segment(part.text, selection_style(self.palette)))
                continue
            for piece, words in split_at_tagged_words(part, mark.words):
                look = tagged_words_style(self.palette, words.colour, current=current) if words else run_look
                segments += self._with_hits(piece, look, current=current)
        return segments

    def _with_hits(self, run: Run, look: Style, *, current: bool) -> list[Segment]:
        if not self._workspace.search.query:
            return [Segment(run.text, look)]
        found = hit_style(self.palette, current=current)
        pieces = split_at_hits(run, hits_in_run(self._workspace, self._article, run))
        return [Segment(piece.text, found if is_hit else look) for piece, is_hit in pieces]

    def _is_out_of_focus(self, sentence: int) -> bool:
        """Whether a sentence is dimmed because it is not in the paragraph at hand."""
        if not self._workspace.view.focus:
            return False
        sentences = self._workspace.articles[self._article].sentences
        at_hand = self._workspace.cursors[self._article]
        return sentences[sentence].paragraph != sentences[at_hand].paragraph

    @property
    def _plain(self) -> Style:
        """The style of blanks, which is that of plain text: a line of few styles is written fast."""
        return style(self.palette.text, self.palette.background)

    @property
    def _cursor(self) -> int | None:
        """The sentence at hand, if it is in this article."""
        return self._workspace.cursors[self._article] if self._workspace.column == self._article else None
