"""`reader help`: how to use reader, or one of its commands."""

from argparse import ArgumentParser, Namespace

from reader.cli.command_table import COMMANDS
from reader.cli.output import print_text
from reader.cli.parser import build_parser, command_parser

DESCRIPTION = "Show how to use reader, or one of its commands."


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be typed after `reader help`."""
    parser.add_argument("command", nargs="?", choices=tuple(COMMANDS), metavar="COMMAND", help="its name")


def run(options: Namespace) -> int:
    """Print the help. Raises OutputError."""
    parser = command_parser(options.command) if options.command else build_parser()
    print_text(parser.format_help().rstrip("\n"))
    return 0
