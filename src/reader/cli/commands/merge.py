"""`reader merge`: one notebook of two."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.output import print_notices, print_text
from reader.notebook.merge.files import merge_files
from reader.text.cleaning import clean_line

DESCRIPTION = "Make one notebook of two: every annotation once, tags of one name as one."


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be typed after `reader merge`."""
    parser.add_argument("a", metavar="A", help="a notebook")
    parser.add_argument("b", metavar="B", help="another one")
    parser.add_argument("-o", "--output", metavar="C", required=True, help="the notebook to make")


def run(options: Namespace) -> int:
    """Merge, and print what the new notebook holds. Raises NotebookError, OutputError."""
    output = Path(options.output)
    summary, notices = merge_files(Path(options.a), Path(options.b), output)
    print_notices(notices)
    print_text(f"{clean_line(str(output))}: {summary}")
    return 0
