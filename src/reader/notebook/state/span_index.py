"""An index of what is where in the articles: names by spans."""

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
        self._entries: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        """Sorted start, end and name, by article."""
        self._longest: dict[str, int] = {}
        """The length of the longest span there ever was, in code points, by article."""

    def move(self, name: str, before: Span | None, after: Span | None) -> None:
        """Move a name from one span to another; None stands for no span."""
        if before == after:
            return
        if before is not None:
            article, start, end = before
            entries = self._entries[article]
            del entries[bisect_left(entries, (start, end, name))]
        if after is not None:
            article, start, end = after
            insort(self._entries[article], (start, end, name))
            self._longest[article] = max(self._longest.get(article, 0), end - start)

    def at(self, span: Span) -> Iterator[str]:
        """Yield the names at exactly this span."""
        article, start, end = span
        entries = self._entries.get(article, [])
        first, last = bisect_left(entries, (start, end)), bisect_left(entries, (start, end + 1))
        return (name for _, _, name in entries[first:last])

    def within(self, article: str) -> Iterator[str]:
        """Yield all the names in an article."""
        return (name for _, _, name in self._entries.get(article, ()))

    def overlapping(self, span: Span) -> Iterator[str]:
        """Yield the names whose spans share a code point with this one."""
        article, start, end = span
        entries = self._entries.get(article, [])
        first = bisect_left(entries, (start - self._longest.get(article, 0),))
        last = bisect_left(entries, (end,))
        return (name for _, its_end, name in entries[first:last] if its_end > start)
