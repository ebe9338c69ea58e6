"""What a start may load: the parts below the app without Textual, and `--version` next to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.cli.command_table import COMMANDS

HEAVY = ("textual", "rich", "tinydb", "reader.articles")


def loaded_by(code: str) -> set[str]:
    """The names of the modules that are loaded when this code has run in a fresh interpreter."""
    script = f"import sys\n{code}\nsys.stderr.write(' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    return set(run.stderr.split())


@pytest.mark.parametrize(
    "package", ["text", "articles", "overlap", "notebook", "exchange", "workspace.workspace", "cli.main"]
)
def test_nothing_below_the_app_loads_textual(package: str) -> None:
    assert not {"textual", "rich"} & loaded_by(f"import reader.{package}")


@pytest.mark.parametrize("argument", ["--version", "-V", "--help", "help"])
def test_what_only_prints_loads_next_to_nothing(argument: str) -> None:
    code = f"from reader.cli.main import main\ntry: main([{argument!r}])\nexcept SystemExit: pass"
    assert not set(HEAVY) & loaded_by(code)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_loads_nothing_of_the_screen(command: str) -> None:
    code = f"from reader.cli.main import main\nmain(['help', {command!r}])"
    assert not {"textual", "rich", "argcomplete"} & loaded_by(code)


def test_opening_files_loads_no_parser_of_arguments() -> None:
    code = "from reader.cli.main import main\nmain(['no such file.txt'])"
    assert not {"argparse", "argcomplete"} & loaded_by(code)
