"""Renew what the pages show of the command line: the help in docs/cli.md, and the man page docs/reader.1.

    python tools/renew_command_line.py

Both are made from the parsers. Run it with Python 3.11: argparse words its help otherwise in others.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from argparse_manpage.manpage import Manpage

from reader import __version__
from reader.cli.command_table import COMMANDS
from reader.cli.parser import build_parser, command_parser

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "cli.md"
MAN_PAGE = ROOT / "docs" / "reader.1"
BLOCK = re.compile(r"(<!-- help of (reader(?: \w+)?) -->\n).*?(<!-- end of help -->)", re.DOTALL)
WIDTH = "100"
"""Columns of the help."""


def with_help(page: str) -> str:
    """Return the page with the help of each command between its markers."""
    os.environ["COLUMNS"] = WIDTH
    texts = {"reader": build_parser().format_help()}
    texts |= {f"reader {name}": command_parser(name).format_help() for name in COMMANDS}
    renewed = BLOCK.sub(lambda found: f"{found[1]}```\n{texts.pop(found[2])}```\n{found[3]}", page)
    if texts:
        raise ValueError(f"no markers in docs/cli.md for the help of {', '.join(texts)}")
    return renewed


def man_page() -> str:
    """Return the man page of reader and all its commands, as roff."""
    os.environ["COLUMNS"] = WIDTH
    data = {
        "project_name": "reader",
        "version": __version__,
        "manual_title": "User Commands",
        "description": "several accounts of one story, side by side",
    }
    manual = Manpage(build_parser(COMMANDS), data, format="single-commands-section")
    manual.date = ""
    manual.synopsis = ["reader", "[OPTION...] [FILE...]\n.br\n.B reader\nCOMMAND ..."]
    return re.sub(r"[ \t]+$", "", str(manual), flags=re.MULTILINE)


def main() -> None:
    """Write both."""
    PAGE.write_text(with_help(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    MAN_PAGE.write_text(man_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
