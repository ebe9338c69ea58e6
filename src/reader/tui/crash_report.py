"""What is told of a fault of our own: a sentence to the reader, the rest in a file that can be sent to us."""

from __future__ import annotations

from contextlib import suppress
from traceback import format_exception

from rich.text import Text

from reader import __version__
from reader.text.cleaning import clean_line, clean_text
from reader.workspace.paths import crash_report_path


def report_crash(fault: BaseException) -> Text:
    """Write the traceback to a file, and return the sentence that says where it is."""
    path = crash_report_path()
    with suppress(OSError):  # a full disk: the sentence is said all the same
        path.parent.mkdir(parents=True, exist_ok=True)
        traceback = clean_text("".join(format_exception(fault)))
        path.write_text(f"reader {__version__}\n{traceback}", encoding="utf-8")
    sentence = f"reader: ended by a fault of its own, told in {path}; tags and notes are kept: {fault!r}"
    return Text(clean_line(sentence), overflow="fold")
