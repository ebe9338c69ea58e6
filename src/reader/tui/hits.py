"""The hits of a search in the lines of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.overlap import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.tui.desk import Desk
    from reader.tui.layout import Line, Run
    from reader.tui.letters import Spans


def in_run(desk: Desk, article: int, run: Run) -> Spans:
    """Where what is looked for stands in the sentence of a run, or in the chip that it is a part of.

    The chip of a note is a hit as a whole: it has room for the first words of the note alone.
    """
    search, place = desk.search, Place(article, run.sentence)
    if not search.query:
        return ()
    if run.chip is None:
        return search.spans(desk.text(place))
    mark = desk.mark(place)
    is_note = run.chip == len(mark.tags)
    return ((0, run.start + len(run.text)),) if is_note and search.finds(mark.note) else ()


def in_line(desk: Desk, article: int, line: Line) -> list[Spans]:
    """The same for each run of a line."""
    return [in_run(desk, article, run) for run in line.runs] if desk.search.query else []


def parted(run: Run, spans: Spans) -> list[tuple[str, bool]]:
    """The text of a run in pieces, each with whether it is a hit.

    Signs that are joined into one (a family of emoji) take more cells apart: then the run is not parted.
    """
    pieces = [(run.text[start:end], hit) for start, end, hit in _pieces(run, spans)]
    if sum(cell_len(text) for text, _ in pieces) == cell_len(run.text):
        return pieces
    return [(run.text, True)]


def _pieces(run: Run, spans: Spans) -> Iterator[tuple[int, int, bool]]:
    done, length = 0, len(run.text)
    for first, last in spans:
        start, end = max(first - run.start, done), min(last - run.start, length)
        if start < end:
            if done < start:
                yield done, start, False
            yield start, end, True
            done = end
    if done < length:
        yield done, length, False
