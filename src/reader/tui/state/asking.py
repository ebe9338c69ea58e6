"""What is typed above the list of everything, read: plain words, and filters such as `tag:claim`.

A filter takes a part of a name as well, so that the list narrows while one types; quotation marks hold
several words together (`tag:"figure changed"`). What cannot be meant finds nothing, and says why.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from reader.notebook import Kind, Verdict
from reader.notebook.query import Query
from reader.tui.state.extents import EXTENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from reader.notebook import Tag
    from reader.tui.state.extents import Extent

_PART: Final = re.compile(r'(?:(\w+):)?("[^"]*"?|\S*)')
_DATE: Final = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_DATE_BEGUN: Final = re.compile(r"\d{0,4}|\d{4}-[01]?|\d{4}-(?:0[1-9]|1[0-2])(?:-[0-3]?)?")
_KINDS: Final[Mapping[str, Kind]] = {
    "pair": "pair",
    "absence": "absence",
    "article": "article",
}
_NOTED: Final = "note"


class Known(NamedTuple):
    """What there is to ask for."""

    tags: Collection[Tag]
    articles: Mapping[str, str]
    """By id, what an article can be found by: its letter first, if it is open, then source and title."""
    coders: Collection[str]
    having: Callable[[Extent], frozenset[str]]
    """The ids of those that reach so far."""


class Asked(NamedTuple):
    """What is asked for."""

    query: Query
    trouble: str = ""
    """Why nothing can be found, a sentence."""


def asked(typed: str, known: Known) -> Asked:
    """Read what was typed."""
    found, words = Asked(Query()), []
    for name, quoted in _PART.findall(typed):
        value = quoted.strip('"').casefold()
        read = _FILTERS.get(name.casefold())
        if read is None:
            words.append(f"{name}:{value}" if name else value)
        elif value:
            found = read(found, value, known)
    return found._replace(query=replace(found.query, text=" ".join(filter(None, words))))


def _tag(asked: Asked, value: str, known: Known) -> Asked:
    exact = [tag.id for tag in known.tags if tag.name.casefold() == value]
    tags = exact or [tag.id for tag in known.tags if value in tag.name.casefold()]
    return _among(asked, replace(asked.query, tags=tags), tags, f"No tag has “{value}” in its name")


def _article(asked: Asked, value: str, known: Known) -> Asked:
    letter = [name for name, words in known.articles.items() if words.casefold().split(" ")[0] == value]
    articles = letter or [name for name, words in known.articles.items() if value in words.casefold()]
    trouble = f"No article has “{value}” in source or title"
    return _among(asked, replace(asked.query, articles=articles), articles, trouble)


def _coder(asked: Asked, value: str, known: Known) -> Asked:
    coders = [coder for coder in known.coders if value in coder.casefold()]
    return _among(asked, replace(asked.query, coders=coders), coders, f"No coder is called “{value}”")


def _since(asked: Asked, value: str, _known: Known) -> Asked:
    return _dated(asked, replace(asked.query, since=value), value)


def _until(asked: Asked, value: str, _known: Known) -> Asked:
    return _dated(asked, replace(asked.query, until=value), value)


def _date(asked: Asked, value: str, known: Known) -> Asked:
    return _until(_since(asked, value, known), value, known)


def _text(asked: Asked, value: str, _known: Known) -> Asked:
    return asked._replace(query=replace(asked.query, quoted=(*asked.query.quoted, value)))


def _verdict(asked: Asked, value: str, _known: Known) -> Asked:
    verdicts = tuple(verdict for verdict in get_args(Verdict) if verdict.startswith(value))
    trouble = f"A verdict is one of {', '.join(get_args(Verdict))}"
    return _among(asked, replace(asked.query, verdicts=verdicts), verdicts, trouble)


def _is(asked: Asked, value: str, known: Known) -> Asked:
    if _NOTED.startswith(value):
        return asked._replace(query=replace(asked.query, noted=True))
    if extent := next((extent for extent in EXTENTS if extent.startswith(value)), None):
        among = known.having(extent)
        return asked._replace(query=replace(asked.query, among=_both(asked.query.among, among)))
    kinds = tuple(kind for name, kind in _KINDS.items() if name.startswith(value))
    trouble = f"is: takes one of {', '.join([*EXTENTS, *_KINDS, _NOTED])}"
    return _among(asked, replace(asked.query, kinds=kinds), kinds, trouble)


def _both(one: Collection[str] | None, other: frozenset[str]) -> frozenset[str]:
    return other if one is None else other.intersection(one)


def _dated(asked: Asked, query: Query, value: str) -> Asked:
    trouble = f"“{value}” is no date: a day is written as in 2031-10-14, a month as in 2031-10"
    return _among(asked, query, value if _may_be_date(value) else "", trouble)


def _may_be_date(value: str) -> bool:
    """Whether it is a day or a month there is, or the beginning of one, as while it is typed."""
    whole = _DATE.fullmatch(value)
    if whole is None:
        return _DATE_BEGUN.fullmatch(value) is not None
    year, month, day = (int(part or 1) for part in whole.groups())
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _among(asked: Asked, query: Query, found: Collection[object], trouble: str) -> Asked:
    """With this filter too, which fits these; nothing fits when there are none."""
    return Asked(query, asked.trouble) if found else Asked(replace(query, articles=()), trouble)


_FILTERS: Final[Mapping[str, Callable[[Asked, str, Known], Asked]]] = {
    "tag": _tag,
    "article": _article,
    "text": _text,
    "coder": _coder,
    "date": _date,
    "since": _since,
    "until": _until,
    "verdict": _verdict,
    "is": _is,
}
SYNTAX: Final = " ".join(f"{name}:" for name in _FILTERS)
