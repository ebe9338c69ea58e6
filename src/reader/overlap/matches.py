"""The overlap of some articles: its matches, kept in columns and made when they are looked at.

A match takes some 30 bytes here and 300 as an object; of the hundred thousands that long articles have, a few
hundred are ever seen.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import neg
from typing import TYPE_CHECKING, overload

from reader.overlap.model import KINDS, POSSIBLE, SURE, Match, Place, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.overlap.model import Kind, Why


class Matches(Sequence[Match]):
    """Matches, highest score first: a sequence like any other, but that its values are made when taken."""

    def __init__(
        self,
        *,
        places: Sequence[int] = (),
        a: Iterable[int] = (),
        b: Iterable[int] = (),
        scores: Iterable[float] = (),
        kinds: Iterable[Kind] = (),
        why: Why = lambda _a, _b: (),
    ) -> None:
        """Take columns, best first; `a` and `b` are indexes into the places, which are packed, in order."""
        self._places = places
        self._a = array("I", a)
        self._b = array("I", b)
        self._scores = array("d", scores)
        self._kinds = bytes(map(KINDS.index, kinds))
        self._why = why

    def __len__(self) -> int:
        """How many there are."""
        return len(self._scores)

    @overload
    def __getitem__(self, index: int) -> Match: ...
    @overload
    def __getitem__(self, index: slice) -> list[Match]: ...
    def __getitem__(self, index: int | slice) -> Match | list[Match]:
        """Give a match, or a list of some."""
        if isinstance(index, slice):
            return [self._match(number) for number in range(len(self))[index]]
        return self._match(index)

    def __eq__(self, other: object) -> bool:
        """Whether the other sequence holds the same matches."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Give how many there are: all of them would fill screens."""
        return f"<{len(self)} matches>"

    def of(self, place: Place, threshold: float) -> list[Match]:
        """Give the matches of a sentence that score at least the threshold, best first."""
        reaching = (number for number in self._numbers(place) if self._scores[number] >= threshold)
        return list(map(self._match, reaching))

    def ends(self, threshold: float) -> Iterator[tuple[tuple[int, int], Kind, bool]]:
        """Give both ends, as (article, sentence), of each that reaches the threshold; its kind; if sure.

        For going through all of them at once, which takes long when each is made.
        """
        sure = self.reaching(SURE)
        for number in range(self.reaching(threshold)):
            kind = KINDS[self._kinds[number]]
            for end in (self._a, self._b):
                yield unpacked(self._places[end[number]]), kind, number < sure

    def reaching(self, threshold: float) -> int:
        """Tell how many score at least the threshold."""
        return bisect_right(self._scores, -threshold, key=neg)

    def _match(self, number: int) -> Match:
        a, b = (unpacked(self._places[end[number]]) for end in (self._a, self._b))
        return Match(Place(*a), Place(*b), KINDS[self._kinds[number]], self._scores[number], self._why)

    def _numbers(self, place: Place) -> Sequence[int]:
        found = bisect_left(self._places, wanted := packed(place.article, place.sentence))
        is_there = found < len(self._places) and self._places[found] == wanted
        return self._by_place[found] if is_there else ()

    @cached_property
    def _by_place(self) -> list[array[int]]:
        numbers = [array("I") for _ in self._places]
        for number, (a, b) in enumerate(zip(self._a, self._b, strict=True)):
            numbers[a].append(number)
            numbers[b].append(number)
        return numbers


@dataclass(frozen=True)
class Overlap:
    """All that some articles share."""

    matches: Matches = field(default_factory=Matches)
    """Highest score first."""

    def matches_of(self, place: Place, threshold: float = POSSIBLE) -> list[Match]:
        """Give the matches of a sentence that score at least the threshold, best first."""
        return self.matches.of(place, threshold)

    def clusters(self, threshold: float = SURE) -> list[tuple[Place, ...]]:
        """Give the sentences that say one thing, largest group first, each in reading order."""
        from reader.overlap.clusters import clusters  # noqa: PLC0415 - the first frame does not need it

        return clusters(self.matches, threshold)
