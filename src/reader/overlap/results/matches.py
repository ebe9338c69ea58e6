"""The overlap of some articles: its matches, kept in columns and made when they are looked at.

A match takes some 30 bytes here and 300 as an object; of the hundred thousands that long articles have, a few
hundred are ever seen.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import accumulate, compress
from operator import and_, neg
from typing import TYPE_CHECKING, overload

from reader.overlap.results.model import MATCH_KINDS, POSSIBLE, SURE, Match, Place, pack_place, unpack_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.overlap.results.model import MatchKind, Why


class Matches(Sequence[Match]):
    """Matches, highest score first: a sequence like any other, but that its values are made when taken."""

    def __init__(
        self,
        *,
        places: Sequence[int] = (),
        a: Iterable[int] = (),
        b: Iterable[int] = (),
        scores: Iterable[float] = (),
        kinds: Iterable[MatchKind] = (),
        why: Why = lambda _a, _b: (),
    ) -> None:
        """Take columns, best first; `a` and `b` are indexes into the places, which are packed, in order."""
        self._places = self._compared = places
        """Of each place where it lies now, and where it lay when the articles were compared, in order."""
        self._then: Mapping[int, int] | None = None
        """Of each article where it lay then; None: where it lies now."""
        self._a = array("I", a)
        self._b = array("I", b)
        self._scores = array("d", scores)
        self._kinds = bytes(map(MATCH_KINDS.index, kinds))
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

    def ends(self, threshold: float) -> Iterator[tuple[tuple[int, int], MatchKind, bool]]:
        """Give both ends, as (article, sentence), of each that reaches the threshold; its kind; if sure.

        For going through all of them at once, which takes long when each is made.
        """
        sure = self.reaching(SURE)
        for number in range(self.reaching(threshold)):
            kind = MATCH_KINDS[self._kinds[number]]
            for end in (self._a, self._b):
                yield unpack_place(self._places[end[number]]), kind, number < sure

    def pairs(self, threshold: float) -> Iterator[tuple[tuple[int, int], MatchKind]]:
        """Give both ends as numbers (see `model.packed`), in order, and the kind of each that reaches it."""
        for number in range(self.reaching(threshold)):
            a, b = self._places[self._a[number]], self._places[self._b[number]]
            yield (a, b) if a < b else (b, a), MATCH_KINDS[self._kinds[number]]

    def rearrange(self, order: Sequence[int | None]) -> None:
        """Follow the articles to another order, or keep the matches of some of them; none is looked for.

        `order` tells of each article that there is now which one it was; None if it was none of them. Scores
        stay: words weigh what they weighed among the articles that were compared.
        """
        now = {was: number for number, was in enumerate(order) if was is not None}
        places = list(map(unpack_place, self._places))
        self._places = [pack_place(now.get(article, article), sentence) for article, sentence in places]
        then = {was: was for was in now} if self._then is None else self._then
        self._then = {new: then[was] for was, new in now.items() if was in then}
        self._why = partial(_why_then, self._why, order)
        kept = bytes(article in now for article, _ in places)
        if not all(kept):
            self._keep(bytes(map(and_, *(map(kept.__getitem__, end) for end in (self._a, self._b)))))

    def _keep(self, wanted: bytes) -> None:
        """Go on with some of the matches; one byte for each of those there are."""
        self._a, self._b = (array("I", compress(end, wanted)) for end in (self._a, self._b))
        self._scores = array("d", compress(self._scores, wanted))
        self._kinds = bytes(compress(self._kinds, wanted))
        vars(self).pop("_by_place", None)

    def reaching(self, threshold: float) -> int:
        """Tell how many score at least the threshold."""
        return bisect_right(self._scores, -threshold, key=neg)

    def _match(self, number: int) -> Match:
        a, b = self._places[self._a[number]], self._places[self._b[number]]
        a, b = (a, b) if a < b else (b, a)
        return Match(
            Place(*unpack_place(a)),
            Place(*unpack_place(b)),
            MATCH_KINDS[self._kinds[number]],
            self._scores[number],
            self._why,
        )

    def _numbers(self, place: Place) -> Sequence[int]:
        article = place.article if self._then is None else self._then.get(place.article)
        if article is None:
            return ()
        found = bisect_left(self._compared, wanted := pack_place(article, place.sentence))
        is_there = found < len(self._compared) and self._compared[found] == wanted
        if not is_there:
            return ()
        numbers, ends = self._by_place
        return numbers[ends[found] : ends[found + 1]]

    @cached_property
    def _by_place(self) -> tuple[array[int], array[int]]:
        """The numbers of the matches of all places in one row, and where in it those of each begin."""
        count = Counter(self._a)
        count.update(self._b)
        ends = array("I", accumulate(map(count.__getitem__, range(len(self._places))), initial=0))
        numbers, free = array("I", (0,)) * ends[-1], ends[:]
        for number, pair in enumerate(zip(self._a, self._b, strict=True)):
            for place in pair:
                numbers[free[place]] = number
                free[place] += 1
        return numbers, ends


def _why_then(why: Why, order: Sequence[int | None], *places: Place) -> tuple[str, ...]:
    """The reason of a match of articles that lay in another order when they were compared."""
    was = [Place(order[place.article] or 0, place.sentence) for place in places]
    return why(min(was), max(was))


@dataclass(frozen=True)
class Overlap:
    """All that some articles share."""

    matches: Matches = field(default_factory=Matches)
    """Highest score first."""

    def rearranged(self, order: Sequence[int | None]) -> Overlap:
        """Give what articles share that lie in another order, or of which some are gone (see `rearrange`)."""
        matches = copy(self.matches)
        matches.rearrange(order)
        return Overlap(matches)

    def matches_of(self, place: Place, threshold: float = POSSIBLE) -> list[Match]:
        """Give the matches of a sentence that score at least the threshold, best first."""
        return self.matches.of(place, threshold)

    def clusters(self, threshold: float = SURE) -> list[tuple[Place, ...]]:
        """Return the sentences that say one thing, largest group first, each in reading order."""
        # Imported here because the first frame does not need it.
        from reader.overlap.results.clusters import LOOSE, find_clusters  # noqa: PLC0415

        return find_clusters(dict(self.matches.pairs(threshold * LOOSE)), self.matches.reaching(threshold))
