"""`reader check`: whether a notebook file is whole, and its repair."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.output import print_text
from reader.notebook.repair.report import check_file
from reader.text.cleaning import clean_line

DESCRIPTION = "Look whether a notebook is whole; the exit code is 0 if it is and 1 if not."
WHOLE, PROBLEMS = 0, 1  # exit codes of `check`; 2 is what cannot be done, as everywhere


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be typed after `reader check`."""
    parser.add_argument("notes", metavar="NOTES", help="a notebook, or a TinyDB file of another program")
    repair = "put right what can be; the file as it was is kept beside it"
    parser.add_argument("--repair", action="store_true", help=repair)


def run(options: Namespace) -> int:
    """Check the file and print what was found. Raises NotebookError, OutputError."""
    path = Path(options.notes)
    report, name = check_file(path, repair=options.repair), clean_line(path.name)
    if not report.problems:
        print_text(f"{name} is whole: {report.summary}.")
        return WHOLE
    if report.kept:
        end = f"{name} was repaired and holds {report.summary}. As it was it is kept as {report.kept}."
    else:
        end = f"Nothing was changed; `reader check --repair {name}` repairs it and keeps the file as it is."
    print_text("\n".join([*(f"{name}: {problem}" for problem in report.problems), end]))
    return PROBLEMS
