"""What the terminal is told when a sentence is copied."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.pty.test_sitting import Start

SET_CLIPBOARD = b"\x1b]52;c;"
"""xterm control sequences, "Manipulate Selection Data"."""


def test_y_asks_the_terminal_to_copy(start: Start, samples: list[str]) -> None:
    reader = start(samples[0], TMUX="", STY="", TERM="linux")
    reader.wait_for("A 1/")
    reader.press("jjy")
    reader.wait_for("A 3 sent; the Linux console has no clipboard")
    assert reader.leave() == 0
    sent = reader.output.split(SET_CLIPBOARD)[1].split(b"\x07")[0]
    assert b64decode(sent).decode() == (
        "“Nobody was hurt.” — The Wendhaven Courier, "
        "“Barge jams Skell bridge open and cuts off island”, 14 October 2031, sentence 3"
    )
