"""The command line: arguments in, exit code out. Opens the app, or prints.

0 is success; 2 is an error that the user can do something about, in one sentence on standard error. 1 is only
given by `check`, when it has found something.
"""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

from reader import __version__

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from reader.notebook import Notebook

USER_ERROR = 2
ABOUT = "Several accounts of one story, side by side: what they share, what was changed, what only one says."
EXAMPLES = """\
examples:
  reader                         the sample articles; later, what was open last
  reader a.txt b.md c.txt        these articles side by side
  reader FOLDER                  the articles in a folder
  reader --plain a.txt b.md      print them, with all that the screen shows in words
  reader compare a.txt b.txt     print what two articles share
  reader stories FOLDER          print which of its articles tell one story
  reader notes                   print all tags and notes
  reader codebook                print the tags, save them for others, load those of others
  reader merge a.json b.json -o c.json
                                 make one notebook of two
  reader check reader.json       look whether a notebook is whole
  reader config                  print the configuration file, or one to begin with

`reader compare --help`, `reader stories --help` and `reader notes --help` tell more.
"""


class OutputError(Exception):
    """What was asked for could not be written out; `str()` is the sentence."""


class _Parser(ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """End with that sentence."""
        from reader.articles import clean_line  # noqa: PLC0415 - what was typed may hold control characters

        print(f"{self.prog}: {clean_line(message)}; {self.prog} --help tells more.", file=sys.stderr)
        sys.exit(USER_ERROR)


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
    from reader.notebook import NotebookError  # noqa: PLC0415
    from reader.session import UnsavedError  # noqa: PLC0415
    from reader.terminal import NoTerminalError  # noqa: PLC0415

    return ArticleError, NotebookError, NoTerminalError, OutputError, UnsavedError


def _read(given: Sequence[str]) -> int:
    options = _reading_parser().parse_args(given)
    if options.plain:
        return _plain(options)
    gc.disable()  # nearly all that start-up makes is kept: looking for garbage is a tenth of its time
    from reader.session import read  # noqa: PLC0415 - --help and --version need none of it

    return read(options.files, notes=options.notes, coder=options.coder, encoding=options.encoding)


def _plain(options: Namespace) -> int:
    from reader.plain import show  # noqa: PLC0415

    text, notices = show(options.files, notes=options.notes, encoding=options.encoding)
    _tell(notices)
    _print(text)
    return 0


def _compare(given: Sequence[str]) -> int:
    options = _compare_parser().parse_args(given)
    from reader.articles import ArticleError  # noqa: PLC0415
    from reader.opening import open_articles, request  # noqa: PLC0415
    from reader.overlap import POSSIBLE  # noqa: PLC0415
    from reader.printing import comparison_json, comparison_text  # noqa: PLC0415

    opened = open_articles(request(options.files), options.encoding)
    _tell(opened.left_out)
    if len(opened.articles) < 2:
        raise ArticleError(options.files[0], "is only one article; comparing takes two or more")
    make = comparison_json if options.format == "json" else comparison_text
    _print(make(opened.articles, POSSIBLE if options.threshold is None else options.threshold))
    return 0


def _notes(given: Sequence[str]) -> int:
    options = _notes_parser().parse_args(given)
    from reader.printing import notes_json, notes_text  # noqa: PLC0415

    notebook = _notebook(options.notes)
    _print((notes_json if options.format == "json" else notes_text)(notebook))
    return 0


def _codebook(given: Sequence[str]) -> int:
    options = _codebook_parser().parse_args(given)
    from reader.codebook import codebook_text, load, save  # noqa: PLC0415

    if options.load:
        _print(load(_notebook(options.notes, changes=True), options.load))
    elif options.save:
        _print(save(_notebook(options.notes), options.save))
    else:
        _print(codebook_text(_notebook(options.notes)))
    return 0


def _notebook(option: str | None, *, changes: bool = False) -> Notebook:
    """Open the notebook and tell what must be told of it; one that is not there yet only to change it."""
    from reader.articles import clean_line  # noqa: PLC0415
    from reader.notebook import Notebook, NotebookError  # noqa: PLC0415
    from reader.settings import notebook_path  # noqa: PLC0415

    path = notebook_path(option, ["any"])
    if not changes and not os.path.exists(path):  # noqa: PTH110 - raises nothing
        raise NotebookError(f"{clean_line(str(path))}: there is no notebook yet.")
    notebook = Notebook.open(path, read_only=not changes)
    _tell(notebook.notices)
    return notebook


def _stories(given: Sequence[str]) -> int:
    options = _stories_parser().parse_args(given)
    from reader.stories import show  # noqa: PLC0415

    _print(show(options.folder, options.encoding, as_json=options.format == "json"))
    return 0


def _merge(given: Sequence[str]) -> int:
    options = _merge_parser().parse_args(given)
    from pathlib import Path  # noqa: PLC0415

    from reader.upkeep import merge  # noqa: PLC0415

    said, notices = merge(Path(options.a), Path(options.b), Path(options.output))
    _tell(notices)
    _print(said)
    return 0


def _check(given: Sequence[str]) -> int:
    options = _check_parser().parse_args(given)
    from pathlib import Path  # noqa: PLC0415

    from reader.upkeep import look_through  # noqa: PLC0415

    said, code = look_through(Path(options.notes), repair=options.repair)
    _print(said)
    return code


def _config(given: Sequence[str]) -> int:
    _config_parser().parse_args(given)
    from reader.config import described, read_config  # noqa: PLC0415

    file = read_config()
    _print(described(file))
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


def _reading_parser() -> _Parser:
    parser = _Parser(
        "reader", description=ABOUT, epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter
    )
    _add_files(parser, "*")
    parser.add_argument("--notes", metavar="FILE", help="the notebook to keep tags and notes in")
    parser.add_argument("--coder", metavar="NAME", help="who tags and notes (default: the user's name)")
    parser.add_argument(
        "--plain",
        action="store_true",
        help="print the articles, with all that the screen shows in words: for screen readers and pipes",
    )
    _add_encoding(parser)
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    return parser


def _compare_parser() -> _Parser:
    parser = _Parser("reader compare", description="Print what articles share.")
    _add_files(parser, "+")
    _add_format(parser)
    parser.add_argument(
        "--threshold", type=_score, metavar="X", help="the lowest score to print, 0 to 1 (default: 0.17)"
    )
    _add_encoding(parser)
    return parser


def _stories_parser() -> _Parser:
    parser = _Parser(
        "reader stories",
        description="Print which articles of a folder tell one story, by what they share; largest first.",
    )
    parser.add_argument("folder", metavar="FOLDER", help="a folder of articles, with the folders in it")
    _add_format(parser)
    _add_encoding(parser)
    return parser


def _notes_parser() -> _Parser:
    parser = _Parser(
        "reader notes", description="Print the notebook: every tag and note, with the words it is on."
    )
    parser.add_argument("--notes", metavar="FILE", help="the notebook to print")
    _add_format(parser)
    return parser


def _codebook_parser() -> _Parser:
    parser = _Parser(
        "reader codebook",
        description="Print the tags of the notebook, with how many annotations carry them.",
    )
    parser.add_argument("--notes", metavar="FILE", help="the notebook")
    files = parser.add_mutually_exclusive_group()
    files.add_argument("--save", metavar="FILE", help="write them to a file (TOML) that others can load")
    files.add_argument(
        "--load", metavar="FILE", help="take over the tags of such a file: none is taken away by it"
    )
    return parser


def _merge_parser() -> _Parser:
    parser = _Parser(
        "reader merge",
        description="Make one notebook of two: every annotation once, tags of one name as one.",
    )
    parser.add_argument("a", metavar="A", help="a notebook")
    parser.add_argument("b", metavar="B", help="another one")
    parser.add_argument("-o", "--output", metavar="C", required=True, help="the notebook to make")
    return parser


def _check_parser() -> _Parser:
    parser = _Parser(
        "reader check",
        description="Look whether a notebook is whole; the exit code is 0 if it is and 1 if not.",
    )
    parser.add_argument("notes", metavar="NOTES", help="a notebook, or a TinyDB file of another program")
    parser.add_argument(
        "--repair", action="store_true", help="put right what can be; the file as it was is kept beside it"
    )
    return parser


def _config_parser() -> _Parser:
    return _Parser(
        "reader config",
        description="Print where the configuration file is and what is in it, or one to begin with. What is"
        " wrong with it is said on standard error.",
    )


def _add_files(parser: _Parser, how_many: str) -> None:
    parser.add_argument(
        "files",
        nargs=how_many,
        metavar="FILE",
        help="an article, a folder of articles, or - for standard input",
    )


def _add_format(parser: _Parser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _add_encoding(parser: _Parser) -> None:
    parser.add_argument(
        "--encoding", metavar="NAME", help="how the files are encoded, when that is not seen by itself"
    )


def _score(text: str) -> float:
    """A number from 0 to 1. Raises ArgumentTypeError."""
    try:
        score = float(text)
    except ValueError:
        score = -1
    if not 0 <= score <= 1:
        raise ArgumentTypeError(f"{text!a} is not a number from 0 to 1")
    return score
