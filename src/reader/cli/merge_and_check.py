"""What `reader merge` and `reader check` do to notebook files, and what they print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles import clean_line
from reader.notebook.merge.files import merge_files
from reader.notebook.repair.report import check_file

if TYPE_CHECKING:
    from pathlib import Path

FINE, PROBLEMS = 0, 1
"""Exit codes of `check`; 2 is what cannot be done, as everywhere."""


def merge(a: Path, b: Path, out: Path) -> tuple[str, list[str]]:
    """Make one notebook of two; give what to print, and what to tell of the two. Raises NotebookError."""
    summary, notices = merge_files(a, b, out)
    return f"{clean_line(str(out))}: {summary}", notices


def look_through(path: Path, *, repair: bool) -> tuple[str, int]:
    """Check a file; give what to print and the exit code. Raises NotebookError."""
    report = check_file(path, repair=repair)
    name = clean_line(path.name)
    if not report.problems:
        return f"{name} is whole: {report.summary}.", FINE
    if report.kept:
        end = f"{name} was repaired and holds {report.summary}. As it was it is kept as {report.kept}."
    else:
        end = f"Nothing was changed; `reader check --repair {name}` repairs it and keeps the file as it is."
    return "\n".join([*(f"{name}: {problem}" for problem in report.problems), end]), PROBLEMS
