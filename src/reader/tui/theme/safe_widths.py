"""Characters whose width terminals do not agree on, replaced by some that are as wide everywhere.

A family of emoji joined into one takes two cells in one terminal and eight in another, a heart with a
variation selector one or two, a flag two or four. Where terminal and program count differently, frames break
and old characters stay behind. So the screen shows the first emoji of a sequence, the letters of a flag, the
digit of a keycap, and blanks for the rest of the width. Texts, offsets and what is copied keep the original.

A table of widths (wcwidth) is no help here: it says what one terminal should do, not what others do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

_FLAG: Final = "[\U0001f1e6-\U0001f1ff]"  # one of the two letters that make a flag
_SELECTOR: Final = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"  # of variants, keycaps, skin tones
_EMOJI: Final = "[\u00a9\u00ae\u203c\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_JOINED: Final = f"\u200d{_EMOJI}{_SELECTOR}*"
_SEQUENCE: Final = f"{_FLAG}{{1,2}}|.{_SELECTOR}+(?:{_JOINED})*|{_EMOJI}(?:{_JOINED})+"
_DOUBTFUL: Final = frozenset(
    ["\u200d", "\ufe0e", "\ufe0f", "\u20e3"]
    + [chr(code) for code in (*range(0x1F1E6, 0x1F200), *range(0x1F3FB, 0x1F400))]
)
"""Every sequence has one of these, and most lines have none: a fast look at each line that is painted."""


@lru_cache(maxsize=1024)
def with_safe_widths(text: str) -> str:
    """Return what to show for a text: for every terminal as many cells as `cell_len` counts for the text."""
    if _DOUBTFUL.isdisjoint(text):
        return text
    shown = re.sub(_SEQUENCE, _first_character, text)
    shown += " " * (cell_len(text) - cell_len(shown))
    return shown if cell_len(shown) == cell_len(text) else text  # a joiner may join nothing


def _first_character(found: re.Match[str]) -> str:
    sequence = found[0]
    if re.match(_FLAG, sequence):
        return "".join(ascii_uppercase[ord(letter) - ord("\U0001f1e6")] for letter in sequence)
    return sequence[0] + " " * (cell_len(sequence) - cell_len(sequence[0]))


class SafeWidths(LineFilter):
    """Applies `with_safe_widths` to all lines on their way to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - of any filter
        """Return the segments of a line with safe widths."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        return [
            segment
            if segment.text.isascii()
            else Segment(with_safe_widths(segment.text), segment.style, segment.control)
            for segment in segments
        ]
