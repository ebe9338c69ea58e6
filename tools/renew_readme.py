"""Renew what the README shows of the program: the picture of its screen and the table of its keys.

    python tools/renew_readme.py

The picture is taken of the real screen, on the sample articles, with a notebook that is made for it.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from reader.articles import find_article_files, load
from reader.notebook import Notebook
from reader.tui.app import ReaderApp
from reader.tui.keys.keymap import Keymap
from reader.workspace.workspace import Workspace

ROOT = Path(__file__).parents[1]
SIZE = (132, 40)
KEYS = "j j j t h e d g e space d r o p p e d enter j j n A s k space h i m enter k k d"
START, END = "<!-- keys -->\n", "<!-- end of keys -->"


async def picture(folder: Path) -> str:
    """The screen after some typing, as SVG."""
    notebook = Notebook.open(folder / "reader.json")
    app = ReaderApp(
        Workspace(
            [article for path in find_article_files(ROOT / "data") for article in load(path)][:3], notebook
        )
    )
    async with app.run_test(size=SIZE) as pilot:
        for key in KEYS.split():
            await pilot.press(key)
        while not notebook.file.saved:
            await pilot.pause(0.01)
        await pilot.pause(0.1)
        svg = app.export_screenshot(title="reader")
    notebook.close()
    return re.sub(r"terminal-\d+", "reader", svg)


def table() -> str:
    """The keys as a Markdown table."""
    lines = [f"| `{keys}` | {words} |" for _, group in Keymap().rows() for keys, words in group]
    return "\n".join(["| key | does |", "|---|---|", *lines, ""])


def main() -> None:
    """Write both."""
    with tempfile.TemporaryDirectory() as folder:
        (ROOT / "docs" / "screen.svg").write_text(asyncio.run(picture(Path(folder))), encoding="utf-8")
    readme = ROOT / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(START)
    readme.write_text(before + START + table() + END + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
