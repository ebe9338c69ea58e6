"""What is pasted is text: whatever is in it, and in whatever pieces the terminal hands it over."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from reader.tui.driver_paste import PasteParser

START, END = "\x1b[200~", "\x1b[201~"


def parsed(*pieces: str) -> list[str]:
    """The keys and pastes that come of it."""
    parser = PasteParser()
    found = [event for piece in pieces for event in parser.feed(piece)]
    return [
        f"pasted {event.text}" if isinstance(event, events.Paste) else event.key
        for event in found
        if isinstance(event, events.Paste | events.Key)
    ]


@pytest.mark.parametrize(
    "inside", ["\x1b", "\x1b\x1b", "\x1b1", "a\x1b[A1t", "\x1b[31mred\x1b[0m", "\x1b[20"]
)
def test_no_escape_in_a_paste_is_a_key(inside: str) -> None:
    assert parsed(f"j{START}{inside}{END}k") == ["j", f"pasted {inside.replace(chr(27), '␛')}", "k"]


def test_keys_are_keys_as_before() -> None:
    assert parsed("j", "\x1b[A", "\r") == ["j", "up", "enter"]


PASTED = st.text(st.sampled_from("1t\x1b[20~ab"), min_size=1).filter(lambda text: END not in text + END[:5])


@given(st.lists(PASTED, min_size=1, max_size=3), st.lists(st.integers(0, 60)))
def test_however_it_is_cut_it_is_one_paste(pastes: list[str], cuts: list[int]) -> None:
    sent = "".join(f"j{START}{text}{END}" for text in pastes)
    places = sorted({0, len(sent), *(cut for cut in cuts if cut < len(sent))})
    pieces = [sent[a:b] for a, b in pairwise(places)]
    wanted = [event for text in pastes for event in ("j", f"pasted {text.replace(chr(27), '␛')}")]
    assert parsed(*pieces) == wanted
