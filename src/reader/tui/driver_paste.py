"""Pasted text is text, whatever is in it.

Textual 8.2.8 also reads escape sequences within a paste as keys, so that text from elsewhere could press
keys. A driver of Textual takes no parser as a parameter: its module is given ours under the name of its own.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.driver import Driver
    from textual.message import Message

ESCAPE, SHOWN = "\x1b", "␛"
"""The sign is what `reader.articles.clean_text` makes of an escape."""


class PasteParser(XTermParser):
    """Parses what the terminal sends; a paste becomes one event without any escape in it.

    Invariant: outside of a paste `_pasted` is None and the parent class has been fed everything. Within one
    `_pasted` holds the text so far, and the parent class is fed nothing before the mark at its end.
    """

    def __init__(self, debug: bool = False) -> None:
        self._pasted: str | None = None
        self._fed = ""
        """The last signs outside of a paste: the mark at the beginning of one may come in pieces."""
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what the terminal has sent."""
        if not data:
            yield from super().feed(data)
        while data:
            typed, data = self._up_to_mark(data) if self._pasted is None else self._up_to_end(data)
            if typed:
                yield from super().feed(typed)

    def _up_to_mark(self, data: str) -> tuple[str, str]:
        """Return what is to be parsed, up to the end of the first mark, and the rest."""
        known = self._fed + data
        at = known.find(BRACKETED_PASTE_START)
        if at < 0:
            self._fed = known[1 - len(BRACKETED_PASTE_START) :]
            return data, ""
        end = at + len(BRACKETED_PASTE_START) - len(self._fed)
        self._fed, self._pasted = "", ""
        return data[:end], data[end:]

    def _up_to_end(self, data: str) -> tuple[str, str]:
        """Return the whole paste once its end is there (until then nothing), and the rest."""
        pasted, end, rest = f"{self._pasted}{data}".partition(BRACKETED_PASTE_END)
        self._pasted = None if end else pasted
        return (pasted.replace(ESCAPE, SHOWN) + end if end else ""), rest


def use_paste_parser(driver: type[Driver]) -> None:
    """Let a driver use `PasteParser`, if it uses the parser of Textual."""
    names = vars(sys.modules[driver.__module__])
    if "XTermParser" in names:
        names["XTermParser"] = PasteParser
