"""Start-up, key to paint and memory of the installed `reader`, measured from outside in a pseudo-terminal.

    python tests/benchmarks/screen.py [--keys N] [--starts N]

First frames are compared with those of a Textual app that shows one line, in turn, in the same run.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from material import write
from terminal import Terminal

SIZE = {"columns": 120, "rows": 40}
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("one line")
Empty().run()
"""
READER = [str(Path(sys.executable).parent / "reader")]
CASES = ((3, 200), (3, 2_000), (3, 20_000), (10, 2_000))


def main() -> None:
    """Print a table."""
    parser = ArgumentParser()
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--starts", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environ = _environ(Path(folder))
        _starts(Path(folder), environ, options.starts)
        for count, sentences in CASES:
            _keys(Path(folder), environ, count, sentences, options.keys)


def _environ(folder: Path) -> dict[str, str]:
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
    return os.environ | home | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def _starts(folder: Path, environ: dict[str, str], runs: int) -> None:
    files = write(folder, 3, 30)
    empty, full = [], []
    for _ in range(runs + 1):
        empty.append(_first_frame([sys.executable, "-c", EMPTY_APP], b"one line", environ))
        full.append(_first_frame([*READER, *files], b"% shared", environ))
    empty, full = empty[1:], full[1:]
    ratio = statistics.median(b / a for a, b in zip(empty, full, strict=True))
    print(f"first frame: empty app {_ms(empty)}, reader with three articles {_ms(full)}, ratio {ratio:.2f}")


def _first_frame(command: list[str], text: bytes, environ: dict[str, str]) -> float:
    with Terminal(command, **SIZE, environ=environ) as terminal:
        return terminal.wait_for(text)


def _keys(folder: Path, environ: dict[str, str], count: int, sentences: int, keys: int) -> None:
    files = write(folder, count, sentences)
    with Terminal([*READER, *files], **SIZE, environ=environ) as terminal:
        opened = terminal.wait_for(b"saved")
        compared = terminal.wait_for(b"% shared")
        terminal.settle(1)
        times = sorted(terminal.press(key) for key in _typed(keys))
        ninety_five = times[int(len(times) * 0.95)]
        print(
            f"{count} x {sentences:,}: drawn after {opened:.2f} s, compared after {compared:.2f} s, "
            f"key to paint median {statistics.median(times) * 1000:.1f} ms, 95 of 100 within {ninety_five * 1000:.1f} ms, "
            f"{terminal.memory() / 1e6:.0f} MB"
        )


def _typed(keys: int) -> list[bytes]:
    """A sitting: mostly down, sometimes another column, a page, the next overlap, its counterpart."""
    pattern = [b"j"] * 8 + [b"o", b"c", b"c", b"l", b"j", b"j", b"h", b" ", b"k", b"j"]
    return [pattern[number % len(pattern)] for number in range(keys)]


def _ms(times: list[float]) -> str:
    return f"{statistics.median(times) * 1000:.0f} ms"


if __name__ == "__main__":
    main()
