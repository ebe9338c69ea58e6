"""Signs whose width terminals do not agree on never reach one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.tui.helpers import press, screen_text

from reader.tui.app import ReaderApp
from reader.tui.theme.safe_widths import with_safe_widths
from reader.workspace.annotator import Annotator
from reader.workspace.citation import citation

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace.workspace import Workspace

SIGNS = st.sampled_from([*"ab é한ש👨👩👧🏳🌈❤1#🇩🇪🇫क"]) | st.sampled_from(
    ["\u200d", "\ufe0f", "\ufe0e", "\u20e3", "\U0001f3fd", "\u0301", "\u200c"]
)


@pytest.mark.parametrize(
    ("text", "on_the_screen"),
    [
        ("a family 👨\u200d👩\u200d👧\u200d👦 here", "a family 👨 here"),
        ("🏳\ufe0f\u200d🌈!", "🏳 !"),
        ("👍🏽 👍", "👍 👍"),
        ("🇩🇪🇫🇷 and 🇩", "DEFR and D"),
        ("press 1\ufe0f\u20e3 now", "press 1  now"),
        ("I ❤\ufe0f it", "I ❤  it"),
        ("e\u0323\u0301 한 שלום क\u094d\u200dष", "e\u0323\u0301 한 שלום क\u094d\u200dष"),
    ],
)
def test_one_sign_for_each_sequence(text: str, on_the_screen: str) -> None:
    assert with_safe_widths(text) == on_the_screen


@given(st.lists(SIGNS, max_size=12).map("".join))
def test_the_width_that_was_reckoned_with_is_kept(text: str) -> None:
    assert cell_len(with_safe_widths(text)) == cell_len(text)


@pytest.mark.parametrize("keys", ["j", "v j", "slash o n e", "d", "n"])
async def test_the_frame_stays_whole(keys: str, lay: Callable[..., Workspace]) -> None:
    family = "One family 👨\u200d👩\u200d👧\u200d👦 of 👍🏽 came from 🇩🇪 with ❤\ufe0f and 1\ufe0f\u20e3 dog."
    workspace = lay(f"{family} {family}\n\nNobody knew them.", family)
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, keys)
        text = screen_text(app)
        assert not set(text) & set("\u200d\ufe0f\u20e3\U0001f3fd🇩")
        assert all(cell_len(line) == 80 for line in text.splitlines())
        assert family in citation(workspace, Annotator(workspace).subject()), "what is copied is the original"
