"""The overlap of some articles: its matches, kept in columns and made when they are looked at.

A match takes some 30 bytes here and 300 as an object; of the hundred thousands that long articles have, a few
hundred are ever seen.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property, partial
from itertools import accumulate, compress
from operator import and_, neg
from typing import NamedTuple, Self, overload

from reader.overlap.results.model import (
    MATCH_KINDS,
    POSSIBLE,
    SURE,
    Explain,
    Match,
    MatchKind,
    Place,
    pack_place,
    unpack_place,
)


class Matches(Sequence[Match]):
    """Matches, highest score first: a sequence like any other, except that its values are made when taken."""

    def __init__(
        self,
        *,
        places: Sequence[int] = (),
        a: Iterable[int] = (),
        b: Iterable[int] = (),
        scores: Iterable[float] = (),
        kinds: Iterable[MatchKind] = (),
        explain: Explain = lambda _a, _b: (),
    ) -> None:
        """Take columns, best match first; `a` and `b` are indexes into `places` (packed, in order)."""
        self._places = places  # where each sentence is now: packed places
        self._places_compared = places  # where it was when the articles were compared, in order
        self._article_compared: Mapping[int, int] | None = None
        """The number that each article had when they were compared; None if it is the number it has now."""
        self._a = array("I", a)
        self._b = array("I", b)
        self._scores = array("d", scores)
        self._kinds = bytes(map(MATCH_KINDS.index, kinds))
        self._explain = explain

    def __len__(self) -> int:
        """Return how many matches there are."""
        return len(self._scores)

    @overload
    def __getitem__(self, index: int) -> Match: ...
    @overload
    def __getitem__(self, index: slice) -> list[Match]: ...
    def __getitem__(self, index: int | slice) -> Match | list[Match]:
        """Return a match, or a list of some."""
        if isinstance(index, slice):
            return [self._match(number) for number in range(len(self))[index]]
        return self._match(index)

    def __eq__(self, other: object) -> bool:
        """Whether another sequence holds the same matches."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Return how many matches there are: all of them would fill screens."""
        return f"<{len(self)} matches>"

    def count_reaching(self, threshold: float) -> int:
        """Return how many matches score at least the threshold."""
        return bisect_right(self._scores, -threshold, key=neg)

    def of(self, place: Place, threshold: float) -> list[Match]:
        """Return the matches of a sentence that score at least the threshold, best first."""
        reaching = (number for number in self._numbers_of(place) if self._scores[number] >= threshold)
        return list(map(self._match, reaching))

    def ends(self, threshold: float) -> Iterator[tuple[tuple[int, int], MatchKind, bool]]:
        """Yield both ends of the matches that reach the threshold: (article, sentence), kind, if it is sure.

        To go through all matches in this way is faster than to make each of them.
        """
        sure = self.count_reaching(SURE)
        for number in range(self.count_reaching(threshold)):
            kind = MATCH_KINDS[self._kinds[number]]
            for end in (self._a, self._b):
                yield unpack_place(self._places[end[number]]), kind, number < sure

    def pairs(self, threshold: float) -> Iterator[tuple[tuple[int, int], MatchKind]]:
        """Yield the packed places, in ascending order, and the kind of matches that reach the threshold."""
        for number in range(self.count_reaching(threshold)):
            yield self._pair(number), MATCH_KINDS[self._kinds[number]]

    def rearrange(self, order: Sequence[int | None]) -> None:
        """Follow the articles to another order, or keep the matches of some of them; none is searched for.

        `order` has for each article that there is now its number until now; None for a new one. Scores stay:
        stems weigh what they weighed among the articles that were compared.
        """
        now = {was: number for number, was in enumerate(order) if was is not None}
        places = list(map(unpack_place, self._places))
        self._places = [pack_place(now.get(article, article), sentence) for article, sentence in places]
        compared = {was: was for was in now} if self._article_compared is None else self._article_compared
        self._article_compared = {new: compared[was] for was, new in now.items() if was in compared}
        self._explain = partial(_explain_rearranged, self._explain, order)
        kept = bytes(article in now for article, _ in places)
        if not all(kept):
            wanted = bytes(map(and_, *(map(kept.__getitem__, end) for end in (self._a, self._b))))
            self._a, self._b = (array("I", compress(end, wanted)) for end in (self._a, self._b))
            self._scores = array("d", compress(self._scores, wanted))
            self._kinds = bytes(compress(self._kinds, wanted))
            vars(self).pop("_by_place", None)

    def _pair(self, number: int) -> tuple[int, int]:
        a, b = self._places[self._a[number]], self._places[self._b[number]]
        return (a, b) if a < b else (b, a)

    def _match(self, number: int) -> Match:
        a, b = (Place(*unpack_place(place)) for place in self._pair(number))
        return Match(a, b, MATCH_KINDS[self._kinds[number]], self._scores[number], self._explain)

    def _numbers_of(self, place: Place) -> Sequence[int]:
        compared = self._article_compared
        article = place.article if compared is None else compared.get(place.article)
        if article is None:
            return ()
        wanted = pack_place(article, place.sentence)
        index = bisect_left(self._places_compared, wanted)
        if index == len(self._places_compared) or self._places_compared[index] != wanted:
            return ()
        numbers, ends = self._by_place
        return numbers[ends[index] : ends[index + 1]]

    @cached_property
    def _by_place(self) -> tuple[Sequence[int], Sequence[int]]:
        """The numbers of the matches of all places in one array, and where those of each place begin."""
        count = Counter(self._a)
        count.update(self._b)
        ends = array("I", accumulate(map(count.__getitem__, range(len(self._places))), initial=0))
        numbers, free = array("I", (0,)) * ends[-1], ends[:]
        for number, pair in enumerate(zip(self._a, self._b, strict=True)):
            for place in pair:
                numbers[free[place]] = number
                free[place] += 1
        return numbers, ends


def _explain_rearranged(explain: Explain, order: Sequence[int | None], *places: Place) -> tuple[str, ...]:
    """Return the reasons of a match of articles that were compared in another order."""
    was = [Place(order[place.article] or 0, place.sentence) for place in places]
    return explain(min(was), max(was))


class Overlap(NamedTuple):
    """All that some articles share."""

    matches: Matches = Matches()  # highest score first

    def rearranged(self, order: Sequence[int | None]) -> Self:
        """Return the overlap of the same articles in another order, or of some of them."""
        matches = copy(self.matches)
        matches.rearrange(order)
        return self._replace(matches=matches)

    def matches_of(self, place: Place, threshold: float = POSSIBLE) -> list[Match]:
        """Return the matches of a sentence that score at least the threshold, best first."""
        return self.matches.of(place, threshold)

    def clusters(self, threshold: float = SURE) -> list[tuple[Place, ...]]:
        """Return the sentences that say one thing, largest group first, each in reading order."""
        # Imported here because the first frame does not need it.
        from reader.overlap.results.clusters import LOOSE, find_clusters  # noqa: PLC0415

        alike = dict(self.matches.pairs(threshold * LOOSE))
        return find_clusters(alike, self.matches.count_reaching(threshold))
