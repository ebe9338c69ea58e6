"""Writing to standard output and standard error, and the notebook that a command prints."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.notebook import Notebook


class OutputError(Exception):
    """What was asked for could not be written out; `str()` is the sentence."""


def print_text(text: str) -> None:
    """Write to standard output, to the end. Raises OutputError."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        print(text, flush=True)
    except OSError as error:
        # What is still buffered would be written once more at exit, and fail once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise OutputError(f"standard output: {error.strerror}.") from None


def print_notices(notices: Iterable[str]) -> None:
    """Write sentences to standard error; that it is closed or full is no reason not to print the rest."""
    with suppress(OSError):
        for notice in notices:
            print(f"reader: {notice}", file=sys.stderr, flush=True)


def open_notebook(option: str | None, *, to_change: bool = False) -> Notebook:
    """Open the notebook of `--notes`, or else the user's, and print its notices.

    Only to be changed may it be new. Raises NotebookError.
    """
    from reader.notebook import Notebook, NotebookError  # noqa: PLC0415
    from reader.text.cleaning import clean_line  # noqa: PLC0415 - --help of a command needs none of it
    from reader.workspace.paths import notebook_path  # noqa: PLC0415

    path = notebook_path(option, ["any"])
    if not to_change and not os.path.exists(path):  # noqa: PTH110 - raises nothing
        raise NotebookError(f"{clean_line(str(path))}: there is no notebook yet.")
    notebook = Notebook.open(path, read_only=not to_change)
    print_notices(notebook.notices)
    return notebook
