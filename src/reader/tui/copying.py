"""A sentence for the clipboard, with where it is from; and whether the terminal will put it there.

Textual asks the terminal by OSC 52 (xterm control sequences, "Manipulate Selection Data"), which no terminal
acknowledges: those that ignore it can only be known by name, and over ssh not even so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.lines import file_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.overlap import Place
    from reader.tui.desk import Desk

_MARKS = frozenset('“”„«»"「」『』')


def citation(desk: Desk, place: Place) -> str:
    """The sentence as it is printed, then source, title and date as far as they are known, and its number.

    In quotation marks, unless it has some of its own: no character of the sentence is changed.
    """
    article, words = desk.articles[place.article], " ".join(desk.text(place).split())
    title = f"“{article.title}”" if article.title_from != "first words" else None
    where = (article.source or file_name(article), title, article.date, f"sentence {place.sentence + 1}")
    quoted = words if _MARKS.intersection(words) else f"“{words}”"
    return f"{quoted} — {', '.join(filter(None, where))}"


def doubt(environ: Mapping[str, str]) -> str:
    """Why what was sent to the clipboard may not be in it; nothing where no reason is known."""
    term = environ.get("TERM", "")
    known = {
        "tmux needs “set-clipboard on”": environ.get("TMUX"),
        "screen does not pass it on": environ.get("STY") or term.startswith("screen"),
        "the Linux console has none": term == "linux",
        "Terminal of macOS ignores it": environ.get("TERM_PROGRAM") == "Apple_Terminal",
        "terminals like GNOME’s may ignore it": environ.get("VTE_VERSION"),
        "xterm needs allowWindowOps": environ.get("XTERM_VERSION"),
        "rxvt ignores it": term.startswith("rxvt"),
    }
    return next((why for why, holds in known.items() if holds), "")
