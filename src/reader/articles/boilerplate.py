"""Boilerplate: lines that are on the page but not of the article.

Invariant: high precision. A line is boilerplate because of what it says, never because it lacks a full stop
or stands in another article too: what articles repeat is what people come to see.
"""

from collections.abc import Sequence
from typing import Literal

from reader.text.en.link_phrases import ABOVE_LISTS, BEFORE_LINKS, SHOUTED
from reader.text.phrases import ends_with_sign

_BULLETS = tuple("-*+•·‣▪►▶→>")
_BEFORE_LINK = ":|»›→"
_STOPS = (".", "。", "।", ":", ";", ",")
_LONGEST = 300  # code points of a line that can be boilerplate


def is_boilerplate(line: str) -> bool:
    """Whether a line is boilerplate by itself: a link ("READ MORE: …"), or the header of a list of links."""
    return _kind(line) is not None


def find_boilerplate(lines: Sequence[str]) -> set[int]:
    """Return the indices of the boilerplate among all lines of a text, blank lines included."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if index not in found and (kind := _kind(line)):
            found.add(index)
            if kind == "header":
                found.update(_links_below(lines, index))
    return found


def _kind(line: str) -> Literal["header", "link"] | None:
    """Return what a line is: a link, the header of a list of links, or None for a line of the article."""
    line = line.strip()
    if len(line) > _LONGEST:
        return None
    if line.startswith(_BULLETS):
        line = line[1:].lstrip()
    phrase, sign, link = _split_at_link(line)
    small = phrase.lower().replace("’", "'")
    if link and (small in BEFORE_LINKS or phrase in SHOUTED):
        return "link"
    is_header = small in BEFORE_LINKS or small in ABOVE_LISTS or _is_popular_in(small)
    return "header" if (is_header and not link and sign in ("", ":")) or _is_more_from(line) else None


def _split_at_link(line: str) -> tuple[str, str, str]:
    """Return what stands before the first sign that can announce a link, that sign, and what comes after."""
    at = min((at for sign in _BEFORE_LINK if (at := line.find(sign)) >= 0), default=len(line))
    return line[:at].rstrip(), line[at : at + 1], line[at + 1 :].strip()


def _is_popular_in(small: str) -> bool:
    """Whether a phrase is like "most popular in europe"."""
    place = small.removeprefix("most popular in ")
    return place != small and 2 <= len(place) <= 30 and place.replace(" ", "").replace("_", "").isalnum()


def _is_more_from(line: str) -> bool:
    """Whether a line is like "More from The Daily Ledger"."""
    words = line.split(" ", 8)
    if [word.lower() for word in words[:2]] != ["more", "from"] or ends_with_sign(line, _STOPS):
        return False
    name = words[3:] if words[2:3] in (["The"], ["the"]) else words[2:]
    return 0 < len(name) <= 5 and all(name) and "A" <= name[0][0] <= "Z"


def _links_below(lines: Sequence[str], header: int) -> list[int]:
    """Return the indices of the list of links below a header: up to the first line that is no headline.

    A blank line ends the list too, unless blank lines stand between its items.
    """
    links: list[int] = []
    for index in range(header + 1, len(lines)):
        line = lines[index]
        if not line.strip():
            if len(links) > 1 and links[-1] == links[-2] + 1:
                break
        elif len(line) <= 160 and len(line.split()) <= 25 and not ends_with_sign(line, _STOPS):  # a headline
            links.append(index)
        else:
            break
    return links
