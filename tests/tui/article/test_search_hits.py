"""A line parted at the hits of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.article.layout import Run
from reader.tui.article.split_runs import split_at_hits

if TYPE_CHECKING:
    from reader.text.folding import Spans


@given(st.text("ab é👩‍👧", max_size=20), st.integers(0, 5), st.lists(st.integers(0, 25), max_size=6))
def test_a_run_is_parted_without_a_loss(text: str, start: int, ends: list[int]) -> None:
    bounds = sorted(set(ends))
    places: Spans = tuple(zip(bounds[::2], bounds[1::2], strict=False))
    pieces = [(piece.text, hit) for piece, hit in split_at_hits(Run(text, 0, start=start), places)]
    assert "".join(piece for piece, _ in pieces) == text
    if "\u200d" not in text:
        marked = {start + offset for offset in range(len(text)) if _marked(pieces, offset)}
        assert marked == {n for a, b in places for n in range(a, b) if start <= n < start + len(text)}


def _marked(pieces: list[tuple[str, bool]], offset: int) -> bool:
    for text, hit in pieces:
        offset -= len(text)
        if offset < 0:
            return hit
    return False
