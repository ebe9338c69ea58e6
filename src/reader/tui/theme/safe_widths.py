"""Signs whose width terminals do not agree on, shown so that there is no doubt.

A family of emoji joined into one is two cells here and eight there; a heart with a variation selector one or
two, a flag two or four. Where terminal and program count differently, frames break and ghosts stay behind. So
the screen shows the first emoji of a sequence, the letters of a flag, the digit of a keycap, and blanks for
what is left of the width that was reckoned with. Texts, offsets and what is copied keep the original.
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

_FLAG: Final = "[\U0001f1e6-\U0001f1ff]"
"""One of the two letters that make a flag."""
_SELECTOR: Final = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"
"""Variation selectors, the frame of a keycap, colours of skin."""
_EMOJI: Final = "[\u00a9\u00ae\u203c\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_JOINED: Final = f"\u200d{_EMOJI}{_SELECTOR}*"
_SEQUENCE: Final = f"{_FLAG}{{1,2}}|.{_SELECTOR}+(?:{_JOINED})*|{_EMOJI}(?:{_JOINED})+"
_DOUBTFUL: Final = re.compile("[\u200d\ufe0e\ufe0f\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
"""What each such sequence has one of: most lines have none, and every line that is painted is looked at."""


@lru_cache(maxsize=1024)
def with_safe_widths(text: str) -> str:
    """Give what to show for a text: as many cells by everybody's count as `cell_len` counts for the text."""
    if not _DOUBTFUL.search(text):
        return text
    shown = re.sub(_SEQUENCE, _one_sign, text)
    shown += " " * (cell_len(text) - cell_len(shown))
    return shown if cell_len(shown) == cell_len(text) else text  # a joiner that joins nothing


def _one_sign(found: re.Match[str]) -> str:
    sequence = found[0]
    if re.match(_FLAG, sequence):
        return "".join(ascii_uppercase[ord(letter) - ord("\U0001f1e6")] for letter in sequence)
    return sequence[0] + " " * (cell_len(sequence) - cell_len(sequence[0]))


class SafeWidths(LineFilter):
    """Puts `sure` between what widgets paint and the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - of any filter
        """Give the same segments, but for those with a sign in doubt."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        return [
            segment
            if segment.text.isascii()
            else Segment(with_safe_widths(segment.text), segment.style, segment.control)
            for segment in segments
        ]
