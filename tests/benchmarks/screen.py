"""Start-up, key to paint and memory of the installed `reader`, measured from outside in a pseudo-terminal.

    python -m tests.benchmarks.screen [--keys N] [--starts N]

First frames are compared with those of a Textual app that shows one line, in turn, in the same run.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from tests.benchmarks.material import write
from tests.benchmarks.terminal import Terminal

from reader.articles import load
from reader.notebook import Notebook, Target

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
        _without_annotations(Path(folder), environ, 3, 20_000)


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
    notes = str(_notebook(folder / f"{count}-{sentences}.json", files))
    with Terminal([*READER, "--notes", notes, *files], **SIZE, environ=environ) as terminal:
        opened = terminal.wait_for(b"saved")
        compared = terminal.wait_for(b"% shared")
        terminal.settle(1)
        times = sorted(_pressed(terminal, key) for key in _typed(keys))
        median, ninety_five = statistics.median(times) * 1000, times[int(len(times) * 0.95)] * 1000
        print(
            f"{count} x {sentences:,}: drawn after {opened:.2f} s, compared after {compared:.2f} s, key to "
            f"paint median {median:.1f} ms, 95 of 100 within {ninety_five:.1f} ms, "
            f"{terminal.memory() / 1e6:.0f} MB"
        )


def _without_annotations(folder: Path, environ: dict[str, str], count: int, sentences: int) -> None:
    command = [*READER, "--notes", str(folder / "none.json"), *write(folder, count, sentences)]
    with Terminal(command, **SIZE, environ=environ) as terminal:
        opened = terminal.wait_for(b"saved")
        compared = terminal.wait_for(b"% shared")
        terminal.settle(1)
        print(
            f"{count} x {sentences:,} without annotations: drawn after {opened:.2f} s, compared after "
            f"{compared:.2f} s, {terminal.memory() / 1e6:.0f} MB"
        )


def _notebook(path: Path, files: list[str]) -> Path:
    """A notebook with annotations on the second half of each article, 20,000 at the most."""
    notebook = Notebook.open(path)
    tags = [notebook.codebook.create(name).id for name in ("claim", "figure", "hedge")]
    for article in (article for file in files for article in load(file)):
        name = notebook.attach(article)
        half = article.sentences[len(article.sentences) // 2 :]
        spans = [(name, sentence.start, sentence.end) for sentence in half]
        for number, tag in enumerate(tags):
            notebook.put_tag(
                [Target.span(*span) for span in spans[number : 20_000 // len(files) : len(tags)]], tag
            )
    notebook.close()
    return path


def _typed(keys: int) -> list[bytes]:
    """A sitting: mostly down, sometimes another column, a page, the next overlap, a counterpart, a tag."""
    pattern = [b"j"] * 6 + [
        b"1",
        b"j",
        b"2",
        b"u",
        b"o",
        b"c",
        b"c",
        b"l",
        b"j",
        b"j",
        b"h",
        b" ",
        b"k",
        b"j",
    ]
    return [pattern[number % len(pattern)] for number in range(keys)]


def _pressed(terminal: Terminal, key: bytes) -> float:
    """The time of a key; then a pause, as a person makes it, in which a change is written."""
    seconds = terminal.press(key)
    terminal.settle(0.2)
    return seconds


def _ms(times: list[float]) -> str:
    return f"{statistics.median(times) * 1000:.0f} ms"


if __name__ == "__main__":
    main()
