"""What comparing gives: places, matches, and the overlap of some articles as a whole.

Indexes of articles count the sequence that was compared; indexes of sentences count `Article.sentences`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["verbatim", "edited", "paraphrase"]

SURE: Final = 0.25
"""From this score on a match is shown as one."""
POSSIBLE: Final = 0.17
"""From this score on a match is worth a look."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A sentence among the articles compared."""

    article: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences of two articles that say the same, in whole or in part."""

    a: Place
    """In the article that comes first among those compared."""
    b: Place
    kind: Kind
    score: float
    """0–1."""
    why: Callable[[Place, Place], tuple[str, ...]] = field(repr=False, compare=False)
    """Words the reason; called when it is asked for, since most weak matches are never looked at. One for
    all matches of a comparison."""

    @property
    def reason(self) -> tuple[str, ...]:
        """Why, in a few words each, strongest first."""
        return self.why(self.a, self.b)

    @property
    def sure(self) -> bool:
        """Whether the match is shown without being asked for."""
        return self.score >= SURE

    @property
    def verdict(self) -> str:
        """The kind as it is told to people: `edited`, or `possibly edited` when it is not sure."""
        return self.kind if self.sure else f"possibly {self.kind}"

    def other(self, place: Place) -> Place:
        """Give the place at the other end."""
        return self.b if place == self.a else self.a


@dataclass(frozen=True)
class Overlap:
    """All that some articles share."""

    matches: tuple[Match, ...]
    """Highest score first."""

    @cached_property
    def _by_place(self) -> dict[Place, list[Match]]:
        index = defaultdict(list)
        for match in self.matches:
            index[match.a].append(match)
            index[match.b].append(match)
        return dict(index)

    def matches_of(self, place: Place, threshold: float = POSSIBLE) -> list[Match]:
        """Give the matches of a sentence that score at least the threshold, best first."""
        found = self._by_place.get(place, ())
        return list(takewhile(lambda match: match.score >= threshold, found))

    def clusters(self, threshold: float = SURE) -> list[tuple[Place, ...]]:
        """Give the sentences that say one thing, largest group first, each in reading order."""
        from reader.overlap.clusters import clusters  # noqa: PLC0415 - the first frame does not need it

        return clusters(self.matches, threshold)
