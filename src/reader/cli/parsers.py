"""What can be typed behind `reader`: a parser for each command."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from typing import NoReturn

from reader import __version__

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


class Parser(ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """End with that sentence."""
        from reader.articles import clean_line  # noqa: PLC0415 - what was typed may hold control characters

        self.exit(2, f"{self.prog}: {clean_line(message)}; {self.prog} --help tells more.\n")


def reading_parser() -> Parser:
    """Of `reader`."""
    parser = Parser("reader", description=ABOUT, epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter)
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


def compare_parser() -> Parser:
    """Of `reader compare`."""
    parser = Parser("reader compare", description="Print what articles share.")
    _add_files(parser, "+")
    _add_format(parser)
    parser.add_argument(
        "--threshold", type=_score, metavar="X", help="the lowest score to print, 0 to 1 (default: 0.17)"
    )
    _add_encoding(parser)
    return parser


def stories_parser() -> Parser:
    """Of `reader stories`."""
    parser = Parser(
        "reader stories",
        description="Print which articles of a folder tell one story, by what they share; largest first.",
    )
    parser.add_argument("folder", metavar="FOLDER", help="a folder of articles, with the folders in it")
    _add_format(parser)
    _add_encoding(parser)
    return parser


def notes_parser() -> Parser:
    """Of `reader notes`."""
    parser = Parser(
        "reader notes", description="Print the notebook: every tag and note, with the words it is on."
    )
    parser.add_argument("--notes", metavar="FILE", help="the notebook to print")
    _add_format(parser)
    return parser


def codebook_parser() -> Parser:
    """Of `reader codebook`."""
    parser = Parser(
        "reader codebook",
        description="Print the tags of the notebook, with how many annotations carry them.",
    )
    parser.add_argument("--notes", metavar="FILE", help="the notebook")
    files = parser.add_mutually_exclusive_group()
    files.add_argument("--save", metavar="FILE", help="write them to a file (TOML) that others can load")
    files.add_argument(
        "--load", metavar="FILE", help="take over the tags of such a file: none is taken away by it"
    )
    parser.add_argument("--force", action="store_true", help="save in the place of another codebook")
    return parser


def merge_parser() -> Parser:
    """Of `reader merge`."""
    parser = Parser(
        "reader merge",
        description="Make one notebook of two: every annotation once, tags of one name as one.",
    )
    parser.add_argument("a", metavar="A", help="a notebook")
    parser.add_argument("b", metavar="B", help="another one")
    parser.add_argument("-o", "--output", metavar="C", required=True, help="the notebook to make")
    return parser


def check_parser() -> Parser:
    """Of `reader check`."""
    parser = Parser(
        "reader check",
        description="Look whether a notebook is whole; the exit code is 0 if it is and 1 if not.",
    )
    parser.add_argument("notes", metavar="NOTES", help="a notebook, or a TinyDB file of another program")
    parser.add_argument(
        "--repair", action="store_true", help="put right what can be; the file as it was is kept beside it"
    )
    return parser


def config_parser() -> Parser:
    """Of `reader config`."""
    return Parser(
        "reader config",
        description="Print where the configuration file is and what is in it, or one to begin with. What is"
        " wrong with it is said on standard error.",
    )


def _add_files(parser: Parser, how_many: str) -> None:
    parser.add_argument(
        "files",
        nargs=how_many,
        metavar="FILE",
        help="an article, a folder of articles, or - for standard input",
    )


def _add_format(parser: Parser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _add_encoding(parser: Parser) -> None:
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
