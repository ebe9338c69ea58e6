"""The hits of a search in the lines of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.overlap import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.folding import Spans
    from reader.tui.article.layout import Line, Run
    from reader.workspace.workspace import Workspace


def in_run(workspace: Workspace, article: int, run: Run) -> Spans:
    """Where in a run what is looked for stands; it may begin before the run and end after it.

    The chip of a note is a hit as a whole: it has room for the first words of the note alone.
    """
    search, place = workspace.search, Place(article, run.sentence)
    if not search.query or run.blank:
        return ()
    if run.chip is None:
        before = run.start - workspace.articles[article].sentences[run.sentence].start
        return tuple((start - before, end - before) for start, end in search.spans(workspace.text(place)))
    mark = workspace.mark(place)
    chip = mark.chip(run.chip)
    found = chip.colour is None and (search.finds(mark.note) or search.finds(chip.text))
    return ((0, len(run.text)),) if found else ()


def in_line(workspace: Workspace, article: int, line: Line) -> list[Spans]:
    """The same for each run of a line."""
    return [in_run(workspace, article, run) for run in line.runs] if workspace.search.query else []


def split_at_hits(text: str, spans: Spans) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is a hit.

    Signs that are joined into one (a family of emoji) take more cells apart: then the text is not parted.
    """
    pieces = [(text[start:end], hit) for start, end, hit in _pieces(len(text), spans)]
    if sum(cell_len(piece) for piece, _ in pieces) == cell_len(text):
        return pieces
    return [(text, True)]


def _pieces(length: int, spans: Spans) -> Iterator[tuple[int, int, bool]]:
    done = 0
    for first, last in spans:
        start, end = max(first, done), min(last, length)
        if start < end:
            if done < start:
                yield done, start, False
            yield start, end, True
            done = end
    if done < length:
        yield done, length, False
