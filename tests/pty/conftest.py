"""Run the installed `reader` in a pseudo-terminal, with an emulator that shows what a person would see."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pyte
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

COMMAND = str(Path(sys.executable).with_name("reader"))
PATIENCE = 30
"""Seconds to wait for something to appear; a slow machine is no failure."""
STATUS_LINE = -2
"""Which line of the screen it is: the last one shows keys."""
ALTERNATE_SCREEN = 1049
"""xterm control sequences, private modes."""
FRAME = 2026 << 5
"""The private mode "synchronized output" as pyte keeps it: set while a frame is being painted."""
ASKED_FOR_FRAMES, FRAMES = b"\x1b[?2026$p", "\x1b[?2026;2$y"
"""A program asks whether the terminal knows where a frame begins and ends, and the terminal's yes."""


class Emulator(pyte.Screen):
    """A terminal of pyte that also empties its screen when the alternate screen is entered or left."""

    def set_mode(self, *modes: int, **kwargs: bool) -> None:
        """Enter it."""
        super().set_mode(*modes, **kwargs)
        self._clear_for(modes)

    def reset_mode(self, *modes: int, **kwargs: bool) -> None:
        """Leave it."""
        super().reset_mode(*modes, **kwargs)
        self._clear_for(modes)

    def _clear_for(self, modes: tuple[int, ...]) -> None:
        if ALTERNATE_SCREEN in modes:
            self.erase_in_display(2)


class Reader:
    """A running `reader`."""

    def __init__(
        self, command: str, arguments: list[str], environ: dict[str, str], size: tuple[int, int]
    ) -> None:
        columns, rows = size
        self.output = b""
        self._answered = False
        self._screen = Emulator(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            command, arguments, env=os.environ | environ, dimensions=(rows, columns), timeout=PATIENCE
        )
        self.child.delaybeforesend = None

    def wait_for(self, *texts: str, gone: Sequence[str] = ()) -> str:
        """Wait for a frame with all of `texts` and nothing of `gone`, and return the screen of this frame."""
        return self.wait_until(
            lambda shown: all(text in shown for text in texts) and not any(text in shown for text in gone),
            f"{texts} without {gone}" if gone else str(texts),
        )

    def wait_until_saved(self, *texts: str, gone: Sequence[str] = ()) -> str:
        """Wait as `wait_for` does until the status line says, too, that all is saved."""
        return self.wait_until(
            lambda shown: (
                shown.splitlines()[STATUS_LINE].endswith(" saved ")
                and all(text in shown for text in texts)
                and not any(text in shown for text in gone)
            ),
            f"{texts} and “saved” without {gone}",
        )

    def wait_until(self, true: Callable[[str], bool], what: str = "what was waited for") -> str:
        """Wait for a frame of which `true` holds, and return the screen of this frame.

        No quiet moment is waited for: a busy machine pauses in the middle of a frame, and before it.
        """
        until = time.monotonic() + PATIENCE
        while True:
            shown = self._shown()
            if FRAME not in self._screen.mode and true(shown):
                return shown
            left = until - time.monotonic()
            assert left > 0, f"{what} never came:\n{shown}"
            assert self._read(left), f"{what} did not come:\n{self._shown()}"

    def press(self, keys: str) -> None:
        """Type keys one at a time, as a person does. No test may depend on how fast."""
        for key in keys:
            self.child.send(key)
            self._read(0.02)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def lose(self) -> None:
        """Close the terminal while the program runs."""
        os.close(self.child.child_fd)
        self.child.closed = True

    def gone(self) -> bool:
        """Return whether the program ends in time after `lose`."""
        assert self.child.pid is not None
        until = time.monotonic() + PATIENCE
        while os.waitpid(self.child.pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > until:
                return False
            time.sleep(0.1)
        return True

    def leave(self) -> int | None:
        """Press q, and return the exit code."""
        self.child.send("q")
        return self.ended()

    def end(self) -> None:
        """Kill the program."""
        self.child.kill(signal.SIGKILL)
        self.child.wait()
        self.child.close()

    def ended(self) -> int | None:
        """Wait until the program has ended, and return the exit code."""
        self.output += self.child.read()
        self.child.close()
        return self.child.exitstatus

    def _shown(self) -> str:
        """Return the screen as it is; blanks that do not break are blanks."""
        return "\n".join(self._screen.display).replace("\u00a0", " ")

    def _read(self, seconds: float) -> bool:
        """Read what the program writes within this time; return whether it wrote anything."""
        try:
            data = self.child.read_nonblocking(1 << 16, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.output += data
        self._stream.feed(data)
        if not self._answered and ASKED_FOR_FRAMES in self.output:
            self._answered = True
            self.child.send(FRAMES)
        return True


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., Reader]]:
    """Start `reader` with arguments. What still runs at the end of the test is killed."""
    running: list[Reader] = []

    def run(*arguments: str, size: tuple[int, int] = (120, 40), shell: str = "", **environ: str) -> Reader:
        environ = {"HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"} | environ
        command, rest = (
            ("/bin/sh", ["-c", shell.format(reader=COMMAND)]) if shell else (COMMAND, [*arguments])
        )
        running.append(Reader(command, rest, environ, size))
        return running[-1]

    yield run
    for reader in running:
        if not reader.child.closed:
            reader.end()
