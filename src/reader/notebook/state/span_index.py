"""What stands where in the articles: names by spans."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.notebook.model import Span


class SpanIndex:
    """Names at spans of articles, in the order of the text."""

    def __init__(self) -> None:
        self._places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        """At least the length of the longest span there is, by article."""

    def add(self, span: Span, name: str) -> None:
        """Put a name at a span."""
        article, start, end = span
        insort(self._places[article], (start, end, name))
        self._longest[article] = max(self._longest.get(article, 0), end - start)

    def remove(self, span: Span, name: str) -> None:
        """Take the name off that is at this span."""
        article, start, end = span
        places = self._places[article]
        del places[bisect_left(places, (start, end, name))]

    def at(self, span: Span) -> Iterator[str]:
        """Give the names at exactly this span."""
        article, start, end = span
        places = self._places.get(article, [])
        first, last = bisect_left(places, (start, end)), bisect_left(places, (start, end + 1))
        return (name for _, _, name in places[first:last])

    def within(self, article: str) -> Iterator[str]:
        """Give all the names in an article."""
        return (name for _, _, name in self._places.get(article, ()))

    def overlapping(self, span: Span) -> Iterator[str]:
        """Give the names whose spans share a code point with this one."""
        article, start, end = span
        places = self._places.get(article, [])
        first = bisect_left(places, (start - self._longest.get(article, 0),))
        last = bisect_left(places, (end,))
        return (name for _, its_end, name in places[first:last] if its_end > start)
