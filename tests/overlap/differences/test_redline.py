"""Two sentences as one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.overlap.differences.redline import redline_pieces, wdiff


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        ("It cost $20bn then.", "It cost €20bn then.", "It cost [-$20bn-] {+€20bn+} then."),
        ("It ran 5km on.", "It ran 5m on.", "It ran [-5km-] {+5m+} on."),
        ("A 45-year-old cook.", "A 54-year-old cook.", "A [-45-year-old-] {+54-year-old+} cook."),
        ("The north-east wind.", "The south-east wind.", "The [-north-east-] {+south-east+} wind."),
        ("The old ferry sank.", "The ferry sank.", "The [-old-] ferry sank."),
    ],
)
def test_a_redline_never_cuts_what_is_written_in_one(a: str, b: str, shown: str) -> None:
    assert wdiff(a, b) == shown


@given(st.text("ab 45%-€$km.”", max_size=30), st.text("ab 45%-€$km.”", max_size=30))
def test_a_redline_keeps_every_character(a: str, b: str) -> None:
    pieces = redline_pieces(f"x {a}", f"x {b}")
    assert _letters("".join(piece.text for piece in pieces if piece.kind != "dropped")) == _letters(f"x {b}")


def _letters(text: str) -> str:
    return "".join(text.split())
