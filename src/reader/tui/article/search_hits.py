"""The hits of a search in the lines of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap import Place

if TYPE_CHECKING:
    from reader.text.folding import Spans
    from reader.tui.article.layout import Line, Run
    from reader.workspace.workspace import Workspace


def hits_in_run(workspace: Workspace, article: int, run: Run) -> Spans:
    """Return the hits in the sentence of a run, in code points of the article."""
    # The chip of a note is a hit as a whole, from 0 to its length: it shows only the first words of the note.
    search, place = workspace.search, Place(article, run.sentence)
    if not search.query or run.blank:
        return ()
    if run.chip is None:
        before = workspace.articles[article].sentences[run.sentence].start
        return tuple((before + start, before + end) for start, end in search.spans(workspace.text(place)))
    mark = workspace.mark(place)
    chip = mark.chip(run.chip)
    is_hit = chip.colour is None and (search.finds(mark.note) or search.finds(chip.text))
    return ((0, len(run.text)),) if is_hit else ()


def hits_in_line(workspace: Workspace, article: int, line: Line) -> list[Spans]:
    """Return the hits in each run of a line; nothing when nothing is searched."""
    return [hits_in_run(workspace, article, run) for run in line.runs] if workspace.search.query else []
