"""A sentence for the clipboard, with where it is from; and whether the terminal will put it there.

Textual asks the terminal by OSC 52 (xterm control sequences, "Manipulate Selection Data"), which no terminal
acknowledges: those that ignore it can only be known by name, and over ssh not even so.
"""

from collections.abc import Mapping

from reader.text.phrases import in_one_line
from reader.workspace.labels import file_name
from reader.workspace.subjects import Subject
from reader.workspace.workspace import Workspace

_MARKS = frozenset('“”„«»"「」『』')


def citation(workspace: Workspace, subject: Subject) -> str:
    """Return the words as they are printed, then source, title, date and sentence number, where known.

    The words are in quotation marks, unless they have some of their own: none of their characters is changed.
    """
    first, last = subject.places[0], subject.places[-1]
    _, start, end = subject.targets[0].place
    article = workspace.articles[first.article]
    words = in_one_line(article.text[start:end])
    number, to = first.sentence + 1, last.sentence + 1
    numbers = f"sentence {number}" if to == number else f"sentences {number}–{to}"
    title = f"“{article.title}”" if not article.made_up else None
    where = (article.source or file_name(article), title, article.date, numbers)
    quoted = words if _MARKS.intersection(words) else f"“{words}”"
    return f"{quoted} — {', '.join(filter(None, where))}"


def clipboard_doubt(environ: Mapping[str, str]) -> str:
    """Return why what was sent to the clipboard may not be in it; "" where no reason is known."""
    term = environ.get("TERM", "")
    known = {
        "tmux passes it on with “set-clipboard on”": environ.get("TMUX"),
        "screen does not pass it on": environ.get("STY") or term.startswith("screen"),
        "the Linux console has no clipboard": term == "linux",
        "Terminal of macOS ignores it": environ.get("TERM_PROGRAM") == "Apple_Terminal",
        "terminals like GNOME’s may ignore it": environ.get("VTE_VERSION"),
        "xterm takes it with allowWindowOps": environ.get("XTERM_VERSION"),
        "rxvt ignores it": term.startswith("rxvt"),
    }
    return next((why for why, holds in known.items() if holds), "")
