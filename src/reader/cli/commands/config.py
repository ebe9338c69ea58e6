"""`reader config`: the configuration file, or one to begin with."""

from argparse import ArgumentParser, Namespace

from reader.cli.output import print_notices, print_text

DESCRIPTION = (
    "Print where the configuration file is and what is in it, or one to begin with. What is wrong with it is"
    " said on standard error."
)


def add_arguments(_parser: ArgumentParser) -> None:
    """Add nothing: the command takes no arguments."""


def run(_options: Namespace) -> int:
    """Print the file; the exit code is 2 when something is wrong with it. Raises OutputError."""
    from reader.tui.config import describe_config, read_config  # noqa: PLC0415 - not for --help

    file = read_config()
    print_text(describe_config(file))
    print_notices(file.mistakes)
    return 2 if file.mistakes else 0
