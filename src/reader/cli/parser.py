"""What can be typed after `reader`: its options, and a parser for each command.

`build_parser` gives all of it as one parser, for the help, the man page and completion. What is typed is
parsed by `command_parser` when its first word is a command, else by `reading_parser`: that word is then a
file, which argparse would take for a mistyped command.
"""

from argparse import Action, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Collection
from importlib import import_module
from typing import Any, NoReturn

from reader import __version__
from reader.cli.command_table import COMMANDS

ABOUT = (
    "Several accounts of one story, side by side: what they share, what was changed, what only one says.\n"
    "FILE is an article, a folder of articles, or - for standard input."
)
USAGE = """\
reader [-h] [-V] [--notes FILE] [--coder NAME] [--plain] [--encoding NAME] [FILE ...]
       reader COMMAND ..."""
EXAMPLES = """\
examples:
  reader                         the sample articles; later, what was open last
  reader a.txt b.md c.txt        these articles side by side
  reader FOLDER                  the articles in a folder
  reader --plain a.txt b.md      print them, with all that the screen shows in words
  reader compare a.txt b.txt     print what two articles share
  reader merge a.json b.json -o c.json
                                 make one notebook of two

`reader help COMMAND` tells more about one of them. The exit code is 0 when all went well and 2 when it did
not, with one sentence on standard error; `reader check` gives 1 when it has found something.
"""


class Parser(ArgumentParser):
    """A parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """End with that sentence and exit code 2."""
        from reader.text.cleaning import clean_line  # noqa: PLC0415 - what was typed may hold control characters

        self.exit(2, f"{self.prog}: {clean_line(message)}; {self.prog} --help tells more.\n")


class _ShowHelp(Action):
    """`--help` of `reader FILE…`: the help of all of reader, with the list of commands."""

    def __call__(self, parser: ArgumentParser, *_: Any) -> None:
        build_parser().print_help()
        parser.exit()


def reading_parser() -> Parser:
    """Return the parser of `reader [OPTION…] [FILE…]`, which opens or prints articles."""
    parser = Parser("reader", usage=USAGE, add_help=False)
    parser.add_argument("-h", "--help", nargs=0, action=_ShowHelp)
    _add_reading_options(parser)
    add_files(parser, "*")
    return parser


def command_parser(name: str) -> Parser:
    """Return the parser of one command."""
    parser = Parser(f"reader {name}")
    _add_command(parser, name)
    return parser


def build_parser(complete: Collection[str] = ()) -> Parser:
    """Return the parser of all of reader; only the commands in `complete` have their arguments."""
    parser = Parser(
        "reader", usage=USAGE, description=ABOUT, epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter
    )
    _add_reading_options(parser)
    commands = parser.add_subparsers(prog="reader", title="commands", metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary)
        if name in complete:
            _add_command(command, name)
    return parser


def _add_command(parser: ArgumentParser, name: str) -> None:
    command = import_module(f"reader.cli.commands.{name}")
    parser.description = command.DESCRIPTION
    command.add_arguments(parser)
    parser.set_defaults(run=command.run)


def _add_reading_options(parser: ArgumentParser) -> None:
    parser.add_argument("-V", "--version", action="version", version=f"reader {__version__}")
    add_notebook(parser, "the notebook to keep tags and notes in")
    parser.add_argument("--coder", metavar="NAME", help="who tags and notes (default: the user's name)")
    plain = "print the articles, with all that the screen shows in words: for screen readers and pipes"
    parser.add_argument("--plain", action="store_true", help=plain)
    add_encoding(parser)


def add_files(parser: ArgumentParser, how_many: str) -> None:
    """Add the articles to read; `how_many` is as `nargs` of argparse."""
    about = "an article, a folder of articles, or - for standard input"
    parser.add_argument("files", nargs=how_many, metavar="FILE", help=about)


def add_notebook(parser: ArgumentParser, what: str) -> None:
    """Add `--notes`."""
    parser.add_argument("--notes", metavar="FILE", help=what)


def add_format(parser: ArgumentParser) -> None:
    """Add `--format`."""
    about = "for people or for programs"
    parser.add_argument("--format", choices=("text", "json"), default="text", help=about)


def add_encoding(parser: ArgumentParser) -> None:
    """Add `--encoding`."""
    about = "how the files are encoded, when that is not seen by itself"
    parser.add_argument("--encoding", metavar="NAME", help=about)


def score(text: str) -> float:
    """Return a number from 0 to 1. Raises ArgumentTypeError."""
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not 0 <= number <= 1:
        raise ArgumentTypeError(f"{text!a} is not a number from 0 to 1")
    return number
