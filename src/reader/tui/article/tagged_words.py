"""The words of a sentence that carry a tag or a note of their own, in the lines of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.tui.article.layout import Run
    from reader.workspace.marks import TaggedWords


def split_at_tagged_words(run: Run, words: Sequence[TaggedWords]) -> list[tuple[Run, TaggedWords | None]]:
    """A run cut where tagged words begin and end; of words that lie over one another the fewest are marked.

    Signs that are joined into one (a family of emoji) take more cells apart: then the run is not cut.
    """
    if not words or run.blank or run.chip is not None:
        return [(run, None)]
    pieces = list(_pieces(run, words))
    if sum(cell_len(piece.text) for piece, _ in pieces) != cell_len(run.text):
        return [(run, None)]
    return pieces


def _pieces(run: Run, words: Sequence[TaggedWords]) -> Iterator[tuple[Run, TaggedWords | None]]:
    first, last = run.start, run.start + len(run.text)
    edges = {min(max(edge, first), last) for one in words for edge in (one.start, one.end)}
    start = first
    for end in sorted(edges | {last}):
        if start < end:
            over = [one for one in words if one.start <= start and end <= one.end]
            text = run.text[start - first : end - first]
            yield run._replace(text=text, start=start), min(over, key=_length, default=None)
        start = end


def _length(words: TaggedWords) -> int:
    return words.end - words.start
