"""The command line: arguments in, exit code out. Opens the app, or prints.

0 is success; 2 is an error that the user can do something about, in one sentence on standard error. 1 is only
given by `check`, when it has found something.
"""

import gc
import os
import sys
from collections.abc import Sequence

from reader.cli.command_table import COMMANDS

USER_ERROR = 2
INTERRUPTED = 130  # as a shell tells that a program was ended by Ctrl+C


def main(arguments: Sequence[str] | None = None) -> int:
    """Run reader; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if "_ARGCOMPLETE" in os.environ:
        from reader.cli.completion import complete  # noqa: PLC0415 - only when a shell asks

        complete()
    try:
        return _run(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if not isinstance(error, _user_errors()):
            raise
        print(f"reader: {error}", file=sys.stderr)
        return USER_ERROR


def _user_errors() -> tuple[type[Exception], ...]:
    """Return the errors that are one sentence for the user; imported only when there is an error."""
    from reader.articles import ArticleError  # noqa: PLC0415
    from reader.cli.app_session import UnsavedError  # noqa: PLC0415
    from reader.cli.output import OutputError  # noqa: PLC0415
    from reader.cli.terminal import NoTerminalError  # noqa: PLC0415
    from reader.notebook import NotebookError  # noqa: PLC0415

    return ArticleError, NotebookError, NoTerminalError, OutputError, UnsavedError


def _run(given: Sequence[str]) -> int:
    first = given[0] if given else ""
    if first in COMMANDS:
        from reader.cli.parser import command_parser  # noqa: PLC0415 - files are opened without argparse

        options = command_parser(first).parse_args(given[1:])
        return int(options.run(options))
    if first.isalpha() and not os.path.exists(first) and (meant := _similar_command(first)):  # noqa: PTH110
        print(f"reader: {first} is no command and no file; did you mean {meant}?", file=sys.stderr)
        return USER_ERROR
    if not any(argument.startswith("-") for argument in given):
        return _open(given)  # most starts name files only, and parsing takes a thirtieth of their time
    from reader.cli.parser import reading_parser  # noqa: PLC0415

    options = reading_parser().parse_args(given)
    if options.plain:
        from reader.cli.plain import print_plain  # noqa: PLC0415

        return print_plain(options.files, notes=options.notes, encoding=options.encoding)
    return _open(options.files, notes=options.notes, coder=options.coder, encoding=options.encoding)


def _similar_command(word: str) -> str:
    """Return the command that a word may be a slip of the finger for; "" when it resembles none."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where a file is missing

    return next(iter(get_close_matches(word.lower(), COMMANDS, 1, cutoff=0.7)), "")


def _open(
    files: Sequence[str], *, notes: str | None = None, coder: str | None = None, encoding: str | None = None
) -> int:
    gc.disable()  # nearly all that start-up makes is kept: looking for garbage is a tenth of its time
    from reader.cli.app_session import run_app  # noqa: PLC0415 - --help and --version need none of it

    return run_app(files, notes=notes, coder=coder, encoding=encoding)
