"""The help in docs/cli.md and the man page are what tools/renew_command_line.py makes of the parsers."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="argparse words its help otherwise")


def test_the_help_in_the_page_is_the_help_of_the_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert runpy.run_path(str(ROOT / "tools" / "renew_command_line.py"))["with_help"](page) == page


def test_the_man_page_has_all_commands_and_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    page = (ROOT / "docs" / "reader.1").read_text(encoding="utf-8")
    assert runpy.run_path(str(ROOT / "tools" / "renew_command_line.py"))["man_page"]() == page
