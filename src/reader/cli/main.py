"""The command line: arguments in, exit code out. Opens the app, or prints.

0 is success; 2 is an error that the user can do something about, in one sentence on standard error. 1 is only
given by `check`, when it has found something.
"""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from reader.notebook import Notebook

USER_ERROR = 2


class OutputError(Exception):
    """What was asked for could not be written out; `str()` is the sentence."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run reader; gives the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    commands = {
        "codebook": _codebook,
        "compare": _compare,
        "config": _config,
        "notes": _notes,
        "stories": _stories,
        "merge": _merge,
        "check": _check,
    }
    command = commands.get(given[0] if given else "")
    try:
        return command(given[1:]) if command else _read(given)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if not isinstance(error, _user_errors()):
            raise
        print(f"reader: {error}", file=sys.stderr)
        return USER_ERROR


def _user_errors() -> tuple[type[Exception], ...]:
    """The errors that are sentences; the rooms they come from are imported only when there is one."""
    from reader.articles import ArticleError  # noqa: PLC0415
    from reader.cli.app_session import UnsavedError  # noqa: PLC0415
    from reader.cli.terminal import NoTerminalError  # noqa: PLC0415
    from reader.notebook import NotebookError  # noqa: PLC0415

    return ArticleError, NotebookError, NoTerminalError, OutputError, UnsavedError


def _read(given: Sequence[str]) -> int:
    if not any(argument.startswith("-") for argument in given):
        return _open(given)  # most starts name files only, and parsing takes a thirtieth of their time
    from reader.cli.parsers import reading_parser  # noqa: PLC0415

    options = reading_parser().parse_args(given)
    if options.plain:
        return _plain(options)
    return _open(options.files, notes=options.notes, coder=options.coder, encoding=options.encoding)


def _open(
    files: Sequence[str], *, notes: str | None = None, coder: str | None = None, encoding: str | None = None
) -> int:
    gc.disable()  # nearly all that start-up makes is kept: looking for garbage is a tenth of its time
    from reader.cli.app_session import read  # noqa: PLC0415 - --help and --version need none of it

    return read(files, notes=notes, coder=coder, encoding=encoding)


def _plain(options: Namespace) -> int:
    from reader.cli.plain import show  # noqa: PLC0415

    text, notices = show(options.files, notes=options.notes, encoding=options.encoding)
    _tell(notices)
    _print(text)
    return 0


def _compare(given: Sequence[str]) -> int:
    from reader.cli.parsers import compare_parser  # noqa: PLC0415

    options = compare_parser().parse_args(given)
    from reader.articles import ArticleError  # noqa: PLC0415
    from reader.cli.render import comparison_json, comparison_text  # noqa: PLC0415
    from reader.overlap import POSSIBLE  # noqa: PLC0415
    from reader.workspace.opening_articles import find_articles, open_articles  # noqa: PLC0415

    opened = open_articles(find_articles(options.files), options.encoding)
    _tell(opened.left_out)
    if len(opened.articles) < 2:
        raise ArticleError(options.files[0], "is only one article; comparing takes two or more")
    make = comparison_json if options.format == "json" else comparison_text
    _print(make(opened.articles, POSSIBLE if options.threshold is None else options.threshold))
    return 0


def _notes(given: Sequence[str]) -> int:
    from reader.cli.parsers import notes_parser  # noqa: PLC0415

    options = notes_parser().parse_args(given)
    from reader.cli.render import notes_json, notes_text  # noqa: PLC0415

    notebook = _notebook(options.notes)
    _print((notes_json if options.format == "json" else notes_text)(notebook))
    return 0


def _codebook(given: Sequence[str]) -> int:
    from reader.cli.parsers import codebook_parser  # noqa: PLC0415

    parser = codebook_parser()
    options = parser.parse_args(given)
    if options.force and not options.save:
        parser.error("--force is only for --save")
    from reader.cli.codebook import codebook_text, load, save  # noqa: PLC0415

    if options.load:
        _print(load(_notebook(options.notes, changes=True), options.load))
    elif options.save:
        _print(save(_notebook(options.notes), options.save, force=options.force))
    else:
        _print(codebook_text(_notebook(options.notes)))
    return 0


def _notebook(option: str | None, *, changes: bool = False) -> Notebook:
    """Open the notebook and tell what must be told of it; one that is not there yet only to change it."""
    from reader.articles import clean_line  # noqa: PLC0415
    from reader.notebook import Notebook, NotebookError  # noqa: PLC0415
    from reader.workspace.paths_and_state import notebook_path  # noqa: PLC0415

    path = notebook_path(option, ["any"])
    if not changes and not os.path.exists(path):  # noqa: PTH110 - raises nothing
        raise NotebookError(f"{clean_line(str(path))}: there is no notebook yet.")
    notebook = Notebook.open(path, read_only=not changes)
    _tell(notebook.notices)
    return notebook


def _stories(given: Sequence[str]) -> int:
    from reader.cli.parsers import stories_parser  # noqa: PLC0415

    options = stories_parser().parse_args(given)
    from reader.cli.stories import show  # noqa: PLC0415

    _print(show(options.folder, options.encoding, as_json=options.format == "json"))
    return 0


def _merge(given: Sequence[str]) -> int:
    from reader.cli.parsers import merge_parser  # noqa: PLC0415

    options = merge_parser().parse_args(given)
    from pathlib import Path  # noqa: PLC0415

    from reader.cli.merge_and_check import merge  # noqa: PLC0415

    said, notices = merge(Path(options.a), Path(options.b), Path(options.output))
    _tell(notices)
    _print(said)
    return 0


def _check(given: Sequence[str]) -> int:
    from reader.cli.parsers import check_parser  # noqa: PLC0415

    options = check_parser().parse_args(given)
    from pathlib import Path  # noqa: PLC0415

    from reader.cli.merge_and_check import look_through  # noqa: PLC0415

    said, code = look_through(Path(options.notes), repair=options.repair)
    _print(said)
    return code


def _config(given: Sequence[str]) -> int:
    from reader.cli.parsers import config_parser  # noqa: PLC0415

    config_parser().parse_args(given)
    from reader.tui.config import describe_config, read_config  # noqa: PLC0415

    file = read_config()
    _print(describe_config(file))
    _tell(file.mistakes)
    return USER_ERROR if file.mistakes else 0


def _tell(notices: Sequence[str]) -> None:
    for notice in notices:
        print(f"reader: {notice}", file=sys.stderr)


def _print(text: str) -> None:
    """Write to standard output, to the end. Raises OutputError."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        print(text, flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise OutputError(f"standard output: {error.strerror}.") from None
