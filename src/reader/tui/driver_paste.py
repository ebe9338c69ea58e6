"""What is pasted is text, whatever is in it.

Textual 8.2.8 reads escape sequences within a paste as keys as well, so that text from elsewhere could press
keys: a paste must not tag. Its parser of what the terminal sends cannot be given to its drivers, so they are
given ours where they look for theirs.
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
    """Gives what stands between the two marks of a paste as one event, without any escape in it.

    Invariant: as long as `_pasted` is None the parser below has everything that was fed; else it stands
    behind the first mark, and waits for the rest until the second is there.
    """

    def __init__(self, debug: bool = False) -> None:
        self._pasted: str | None = None
        self._fed = ""
        """The last that was fed, in which the first mark may have begun."""
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what came; marks may come in pieces."""
        if not data:
            yield from super().feed(data)
        while data:
            typed, data = self._up_to_mark(data) if self._pasted is None else self._up_to_end(data)
            if typed:
                yield from super().feed(typed)

    def _up_to_mark(self, data: str) -> tuple[str, str]:
        """Give what is to be parsed, up to the first mark and with it, and the rest."""
        known = self._fed + data
        at = known.find(BRACKETED_PASTE_START)
        if at < 0:
            self._fed = known[1 - len(BRACKETED_PASTE_START) :]
            return data, ""
        end = at + len(BRACKETED_PASTE_START) - len(self._fed)
        self._fed, self._pasted = "", ""
        return data[:end], data[end:]

    def _up_to_end(self, data: str) -> tuple[str, str]:
        """Give the whole paste to be parsed once its end is there, and the rest."""
        pasted, end, rest = f"{self._pasted}{data}".partition(BRACKETED_PASTE_END)
        self._pasted = None if end else pasted
        return (pasted.replace(ESCAPE, SHOWN) + end if end else ""), rest


def make_safe(driver: type[Driver]) -> None:
    """Have a driver read with this parser, if it reads a terminal with Textual's."""
    names = vars(sys.modules[driver.__module__])
    if "XTermParser" in names:
        names["XTermParser"] = PasteParser
