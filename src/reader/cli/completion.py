"""Answers a shell that asks what the word at the cursor may become."""

import os
from argparse import Action, Namespace
from typing import Any

import argcomplete
from argcomplete.completers import BaseCompleter
from argcomplete.lexers import split_line

from reader.cli.command_table import COMMANDS
from reader.cli.parser import build_parser, reading_parser

PATHS = frozenset({"FILE", "FOLDER", "NOTES", "A", "B", "C"})
"""What the arguments that are files or folders are called in the help."""


def complete() -> None:
    """Print the completions of the line in `$COMP_LINE` up to `$COMP_POINT`, and exit."""
    _, _, _, words, _ = split_line(os.environ["COMP_LINE"], int(os.environ["COMP_POINT"]))
    command = [word for word in words[1:2] if word in COMMANDS]
    argcomplete.autocomplete(
        build_parser(command) if command else reading_parser(),
        always_complete_options=False,
        default_completer=_ArgumentCompleter(commands=not command),
        append_space=False,
    )


class _ArgumentCompleter(BaseCompleter):
    """Completes files and folders; as the first word also commands, each with what it does."""

    def __init__(self, *, commands: bool) -> None:
        self._commands = commands

    def __call__(self, *, prefix: str, action: Action, parsed_args: Namespace, **_: Any) -> dict[str, str]:
        paths = dict.fromkeys(_paths(prefix) if action.metavar in PATHS else (), "")
        if not self._commands or action.dest != "files" or parsed_args.files or parsed_args.plain:
            return paths
        return {name: does for name, does in COMMANDS.items() if name.startswith(prefix)} | paths


def _paths(prefix: str) -> list[str]:
    """Return the files and folders that begin with this; hidden ones only when it asks for them."""
    folder, start = os.path.split(prefix)
    try:
        entries = list(os.scandir(os.path.expanduser(folder) or "."))  # noqa: PTH111 - as it was typed
    except OSError:
        return []
    names = (entry.name + ("/" if entry.is_dir() else "") for entry in entries)
    found = sorted(name for name in names if name.startswith(start) and (start or name[0] != "."))
    return [os.path.join(folder, name) for name in found]  # noqa: PTH118 - likewise
