"""Join lines that a program broke at a fixed width, as in e-mail, where a break means nothing.

Invariant: only line breaks change, and only in a text that shows throughout that a program wrapped it.
"""

import re
from itertools import pairwise

_NARROWEST, _WIDEST = 40, 100  # columns; a list is narrower, and a paragraph on one line is wider
_FEWEST_BREAKS = 5  # fewer line breaks do not tell whether a text was wrapped
_MOSTLY = 0.9  # part of the line breaks that must look wrapped

_HYPHENATED = re.compile(r"\w-$")
_ITEM = re.compile(r"\s*(?:[-*+•·‣▪◦>|#]|\d{1,2}[.)])(?:\s|$)")


def unwrap(text: str) -> str:
    """Return the text with the lines of each paragraph joined, if it was wrapped; else the text as it is.

    A text was wrapped if nearly every line that is followed by another could not have taken the first word of
    that one within the width of the longest line: a program fills each line as far as it can.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    breaks = [(line, after) for line, after in pairwise(lines) if _goes_on(line, after)]
    width = max((len(line) for line, _ in breaks if " " in line), default=0)
    if len(breaks) < _FEWEST_BREAKS or not _NARROWEST <= width <= _WIDEST:
        return text
    if sum(_is_full(line, after, width) for line, after in breaks) < _MOSTLY * len(breaks):
        return text
    return _join(lines, width)


def _goes_on(line: str, after: str) -> bool:
    return bool(line and after) and not _ITEM.match(after)


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(None, 1)[0]) > width


def _join(lines: list[str], width: int) -> str:
    parts = lines[:1]
    for line, after in pairwise(lines):
        if _goes_on(line, after) and _is_full(line, after, width):
            parts.append(after.lstrip() if _HYPHENATED.search(line) else " " + after.lstrip())
        else:
            parts.append("\n" + after)
    return "".join(parts)
