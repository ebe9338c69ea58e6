"""A run of a line in pieces: where a selection, tagged words, or hits of a search begin and end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.text.folding import Spans
    from reader.tui.article.layout import Run
    from reader.workspace.marks import TaggedWords
    from reader.workspace.selection import Selection


def split_at_selection(run: Run, selection: Selection | None, article: int) -> list[tuple[Run, bool]]:
    """Return the pieces of a run of an article, each with whether it is selected."""
    if selection is None or selection.article != article or run.chip is not None:
        return [(run, False)]
    return split_at_hits(run, ((selection.start, selection.end),))


def split_at_hits(run: Run, spans: Spans) -> list[tuple[Run, bool]]:
    """Return the pieces of a run, each with whether it lies in one of the spans."""
    return [
        (piece, any(start < piece.start + len(piece.text) and piece.start < end for start, end in spans))
        for piece in _split(run, (edge for span in spans for edge in span))
    ]


def split_at_tagged_words(run: Run, words: Sequence[TaggedWords]) -> list[tuple[Run, TaggedWords | None]]:
    """Return the pieces of a run, each with the tagged words it is part of: the shortest of several."""
    if not words or run.blank or run.chip is not None:
        return [(run, None)]
    pieces = []
    for piece in _split(run, (edge for one in words for edge in (one.start, one.end))):
        end = piece.start + len(piece.text)
        around = (one for one in words if one.start <= piece.start and end <= one.end)
        pieces.append((piece, min(around, key=lambda one: one.end - one.start, default=None)))
    return pieces


def _split(run: Run, edges: Iterable[int]) -> list[Run]:
    """Return a run split at code points of the article, or whole where its pieces would take more cells."""
    # Characters that are joined into one (a family of emoji) take more cells apart.
    first, last = run.start, run.start + len(run.text)
    cuts = sorted({first, last, *(edge for edge in edges if first < edge < last)})
    pieces = [run._replace(text=run.text[a - first : b - first], start=a) for a, b in pairwise(cuts)]
    is_same = sum(cell_len(piece.text) for piece in pieces) == cell_len(run.text)
    return pieces if len(pieces) < 2 or is_same else [run]
