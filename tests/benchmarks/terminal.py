"""A program in a real pseudo-terminal, with a clock: when does it draw what?"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ASKED, ANSWERED = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether the terminal knows synchronized output: it does, so that each frame says where it ends."""
FRAME_END = b"\x1b[?2026l"


class Terminal:
    """Runs a program on a pseudo-terminal of a size and reads what it writes."""

    def __init__(
        self, command: Sequence[str], *, columns: int, rows: int, environ: Mapping[str, str]
    ) -> None:
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(environ))
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.output = bytearray()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def wait_for(self, text: bytes, seconds: float = 60) -> float:
        """Seconds from the start of the program until this text has been written.

        Raises TimeoutError.
        """
        until = time.perf_counter() + seconds
        while text not in self.output:
            if time.perf_counter() > until or not self._read(until - time.perf_counter()):
                raise TimeoutError(text, bytes(self.output[-2000:]))
        return time.perf_counter() - self.began

    def settle(self, seconds: float) -> None:
        """Read until nothing has come for so long."""
        while self._read(seconds):
            pass

    def press(self, keys: bytes) -> float:
        """Seconds from a key to the last byte of the frame that it brings, a second at the most."""
        drawn = len(self.output)
        began = time.perf_counter()
        os.write(self._fd, keys)
        while self.output.find(FRAME_END, drawn) < 0 and self._read(1):
            pass
        return time.perf_counter() - began

    def memory(self) -> int:
        """Bytes that the program has had at the most."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024

    def _read(self, seconds: float) -> bool:
        if not select.select([self._fd], [], [], max(seconds, 0))[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        self.output += data
        if ASKED in data:
            os.write(self._fd, ANSWERED)
        return True
