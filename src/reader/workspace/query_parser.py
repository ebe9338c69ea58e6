"""Parses what is typed above the list of annotations: plain words, and filters such as `tag:claim`.

A filter takes a part of a name as well, so that the list narrows while one types; quotation marks hold
several words together (`tag:"figure changed"`). A filter that fits nothing finds nothing, and says why.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple, Self, get_args

from reader.notebook import Tag, TargetKind, Verdict
from reader.notebook.query import Query
from reader.workspace.extents import EXTENTS, Extent

_PART: Final = re.compile(r'(?:(\w+):)?("[^"]*"?|\S*)')
_DATE: Final = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_DATE_BEGUN: Final = re.compile(r"\d{0,4}|\d{4}-[01]?|\d{4}-(?:0[1-9]|1[0-2])(?:-[0-3]?)?")
_KINDS: Final[tuple[TargetKind, ...]] = ("pair", "absence", "article")
_NOTED: Final = "note"


class QueryVocabulary(NamedTuple):
    """What can be asked for."""

    tags: Collection[Tag]
    articles: Mapping[str, str]
    """By id, the words an article is found by: its letter first, if it is open, then source and title."""
    coders: Collection[str]
    with_extent: Callable[[Extent], frozenset[str]]  # returns the ids of the annotations with an extent


class ParsedQuery(NamedTuple):
    """What was typed, as a query to the notebook."""

    query: Query
    trouble: str = ""  # why nothing can be found, a sentence

    def narrowed(self, query: Query, found: Collection[object], trouble: str) -> Self:
        """Return the query with one more filter, which fits `found`; nothing fits when that is empty."""
        return self._replace(query=query) if found else type(self)(replace(query, articles=()), trouble)


def parse_query(typed: str, known: QueryVocabulary) -> ParsedQuery:
    """Parse what was typed."""
    parsed, words = ParsedQuery(Query()), []
    for name, quoted in _PART.findall(typed):
        value = quoted.strip('"').casefold()
        add_filter = _FILTERS.get(name.casefold())
        if add_filter is None:
            words.append(f"{name}:{value}" if name else value)
        elif value:
            parsed = add_filter(parsed, value, known)
    return parsed._replace(query=replace(parsed.query, text=" ".join(filter(None, words))))


def _tag(parsed: ParsedQuery, value: str, known: QueryVocabulary) -> ParsedQuery:
    exact = [tag.id for tag in known.tags if tag.name.casefold() == value]
    tags = exact or [tag.id for tag in known.tags if value in tag.name.casefold()]
    return parsed.narrowed(replace(parsed.query, tags=tags), tags, f"No tag has “{value}” in its name")


def _article(parsed: ParsedQuery, value: str, known: QueryVocabulary) -> ParsedQuery:
    letter = [name for name, words in known.articles.items() if words.casefold().split(" ")[0] == value]
    articles = letter or [name for name, words in known.articles.items() if value in words.casefold()]
    trouble = f"No article has “{value}” in source or title"
    return parsed.narrowed(replace(parsed.query, articles=articles), articles, trouble)


def _coder(parsed: ParsedQuery, value: str, known: QueryVocabulary) -> ParsedQuery:
    coders = [coder for coder in known.coders if value in coder.casefold()]
    return parsed.narrowed(replace(parsed.query, coders=coders), coders, f"No coder is called “{value}”")


def _date(
    parsed: ParsedQuery, value: str, _known: QueryVocabulary, *, since: bool = True, until: bool = True
) -> ParsedQuery:
    query = parsed.query
    query = replace(query, since=value if since else query.since, until=value if until else query.until)
    trouble = f"“{value}” is no date: a day is written as in 2031-10-14, a month as in 2031-10"
    return parsed.narrowed(query, value if _may_be_date(value) else "", trouble)


def _text(parsed: ParsedQuery, value: str, _known: QueryVocabulary) -> ParsedQuery:
    return parsed._replace(query=replace(parsed.query, quoted=(*parsed.query.quoted, value)))


def _verdict(parsed: ParsedQuery, value: str, _known: QueryVocabulary) -> ParsedQuery:
    verdicts = tuple(verdict for verdict in get_args(Verdict) if verdict.startswith(value))
    trouble = f"A verdict is one of {', '.join(get_args(Verdict))}"
    return parsed.narrowed(replace(parsed.query, verdicts=verdicts), verdicts, trouble)


def _is(parsed: ParsedQuery, value: str, known: QueryVocabulary) -> ParsedQuery:
    if _NOTED.startswith(value):
        return parsed._replace(query=replace(parsed.query, noted=True))
    if extent := next((extent for extent in EXTENTS if extent.startswith(value)), None):
        ids, before = known.with_extent(extent), parsed.query.among
        among = ids if before is None else ids.intersection(before)
        return parsed._replace(query=replace(parsed.query, among=among))
    kinds = tuple(kind for kind in _KINDS if kind.startswith(value))
    trouble = f"is: takes one of {', '.join([*EXTENTS, *_KINDS, _NOTED])}"
    return parsed.narrowed(replace(parsed.query, kinds=kinds), kinds, trouble)


def _may_be_date(value: str) -> bool:
    """Return whether this is a day or month of the calendar, or the beginning of one."""
    if (whole := _DATE.fullmatch(value)) is None:
        return _DATE_BEGUN.fullmatch(value) is not None
    year, month, day = (int(part or 1) for part in whole.groups())
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


_FILTERS: Final[Mapping[str, Callable[[ParsedQuery, str, QueryVocabulary], ParsedQuery]]] = {
    "tag": _tag,
    "article": _article,
    "text": _text,
    "coder": _coder,
    "date": _date,
    "since": partial(_date, until=False),
    "until": partial(_date, since=False),
    "verdict": _verdict,
    "is": _is,
}
FILTER_NAMES: Final = " ".join(f"{name}:" for name in _FILTERS)
