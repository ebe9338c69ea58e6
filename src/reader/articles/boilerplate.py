"""Boilerplate: lines that are on the page but not of the article.

Invariant: high precision. A line is boilerplate because of what it says, never because it lacks a full stop
or stands in another article too: what articles repeat is what people come to see.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_BULLET = r"\s*(?:[-*+•·‣▪►▶→>]\s*)?"
_PHRASES = (
    r"read (?:more|also|next|now|on)|also read|see (?:also|more)|don['’]t miss|you (?:may|might) also like|"
    r"related(?: (?:articles?|stor(?:y|ies)|news|content|coverage|reading|links?|topics?|posts?))?|"
    r"more on this(?: story| topic)?"
)
_CAPITALS = (
    r"MORE|WATCH(?: (?:LIVE|NOW|MORE))?|LISTEN(?: (?:NOW|LIVE))?|VIDEOS?|PHOTOS|GALLERY|IN PICTURES|PODCAST|"
    r"SUBSCRIBE|SIGN UP|NEWSLETTER|FOLLOW US|ADVERTISEMENT|SPONSORED"
)
_HEADERS = (
    r"(?:people|readers) also (?:like|read)|"
    r"(?:the )?(?:most|top) (?:read|popular|viewed|shared|commented|watched)"
    r"(?: (?:stories|articles|news|now|today|this week))?|most popular in [\w ]{2,30}|"
    r"more (?:top )?stories|top stories|latest (?:news|stories|headlines)|popular (?:now|stories|articles)|"
    r"trending(?: (?:now|stories|today|articles))?|"
    r"recommended(?: (?:for you|stories|articles|reading))?|"
    r"what to read next|up next|editor(?:['’]?s|s['’]) (?:picks?|choice)|(?:from|around) the web|"
    r"more from (?:this (?:author|section)|us|the web)"
)
_HEADING = r"\s*:?\Z"
_LINK = r"\s*[:|»›→]\s*\S"
_BY_ITSELF = re.compile(
    rf"{_BULLET}(?:(?i:{_PHRASES})(?:{_HEADING}|(?P<link>{_LINK}))|(?i:{_HEADERS}){_HEADING}"
    rf"|(?:{_CAPITALS})(?P<shouted>{_LINK}))"
)
"""A phrase alone is the header of a list of links; with text behind it, it is itself a link."""
_MORE_FROM = re.compile(rf"{_BULLET}(?i:more from) (?:[Tt]he )?[A-Z]\S*(?: \S+){{0,4}}")
_FULL_STOP = re.compile(r"[.。।:;,][\"'”’»)\]]*$")


def is_boilerplate(line: str) -> bool:
    """Whether a line is boilerplate by itself: a link ("READ MORE: …"), or the header of a list of links."""
    if len(line) > 300:
        return False
    is_more_from = _MORE_FROM.fullmatch(line) and not _FULL_STOP.search(line)
    return bool(_BY_ITSELF.match(line) or is_more_from)


def find_boilerplate(lines: Sequence[str]) -> set[int]:
    """Return the indices of the boilerplate among all lines of a text, blank lines included."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if index not in found and is_boilerplate(line):
            found.add(index)
            match = _BY_ITSELF.match(line)
            is_link = match and (match["link"] or match["shouted"])
            if not is_link:
                found.update(_links_below(lines, index))
    return found


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
        elif _is_headline(line):
            links.append(index)
        else:
            break
    return links


def _is_headline(line: str) -> bool:
    return len(line) <= 160 and len(line.split()) <= 25 and not _FULL_STOP.search(line)
