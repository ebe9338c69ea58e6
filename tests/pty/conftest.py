"""The installed `reader` in a real pseudo-terminal, and an emulator that shows what a person would see."""

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
    from collections.abc import Callable, Iterator

COMMAND = str(Path(sys.executable).with_name("reader"))
QUIET = 0.1
"""Seconds without output after which a frame is taken to be complete."""
PATIENCE = 20
"""Seconds to wait for something to appear; a slow machine is no failure."""
ALTERNATE_SCREEN = 1049
"""xterm control sequences, private modes."""


class Emulator(pyte.Screen):
    """What pyte does not know: the alternate screen is empty whenever it is entered or left."""

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
        self._screen = Emulator(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            command, arguments, env=os.environ | environ, dimensions=(rows, columns), timeout=PATIENCE
        )
        self.child.delaybeforesend = None

    @property
    def text(self) -> str:
        """What is on the screen now, once a frame is complete; blanks that do not break are blanks."""
        while self._read(QUIET):
            pass
        return "\n".join(self._screen.display).replace("\u00a0", " ")

    def wait_for(self, *texts: str) -> None:
        """Wait until all of these are on the screen at once."""
        until = time.monotonic() + PATIENCE
        shown = self.text
        while not all(text in shown for text in texts):
            assert time.monotonic() < until, f"{texts} never came:\n{shown}"
            shown = self.text

    def press(self, keys: str) -> None:
        """Type, a key at a time."""
        for key in keys:
            self.child.send(key)
            self._read(0.02)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def lose(self) -> None:
        """Close the terminal over it."""
        os.close(self.child.child_fd)
        self.child.closed = True

    def gone(self) -> bool:
        """Whether it ends in time, once nobody listens to it."""
        assert self.child.pid is not None
        until = time.monotonic() + PATIENCE
        while os.waitpid(self.child.pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > until:
                return False
            time.sleep(0.1)
        return True

    def leave(self) -> int | None:
        """Press q and give the exit code."""
        self.child.send("q")
        return self.ended()

    def end(self) -> None:
        """Kill it."""
        self.child.kill(signal.SIGKILL)
        self.child.wait()
        self.child.close()

    def ended(self) -> int | None:
        """Wait for the end; give the exit code."""
        self.output += self.child.read()
        self.child.close()
        return self.child.exitstatus

    def _read(self, seconds: float) -> bool:
        try:
            data = self.child.read_nonblocking(1 << 16, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.output += data
        self._stream.feed(data)
        return True


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., Reader]]:
    """Start `reader` with arguments; whatever still runs at the end is ended."""
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
