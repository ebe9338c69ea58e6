"""What comparing gives: places and matches. The overlap of some articles as a whole is in `matches`.

Indexes of articles count the sequence that was compared; indexes of sentences count `Article.sentences`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import floor
from typing import Final, Literal, NamedTuple

MatchKind = Literal["verbatim", "edited", "paraphrase"]
MATCH_KINDS: Final[tuple[MatchKind, ...]] = ("verbatim", "edited", "paraphrase")

SURE: Final = 0.25
"""From this score on a match is shown as one."""
POSSIBLE: Final = 0.17
"""From this score on a match is worth a look."""
ROUNDING_ERROR: Final = 1e-9
"""So that 0.29 stays what it is."""
_BITS: Final = 32
"""Of the number of a sentence."""


class Place(NamedTuple):
    """A sentence among the articles compared."""

    article: int
    sentence: int


def pack_place(article: int, sentence: int) -> int:
    """Give a place as one number; places and their numbers are in the same order."""
    return article << _BITS | sentence


def unpack_place(number: int) -> tuple[int, int]:
    """Give the article and the sentence of a place that is one number."""
    return divmod(number, 1 << _BITS)


def format_score(score: float) -> str:
    """Give a score as it is shown: rounded down, so that what is just not sure does not look it."""
    return f"{floor(score * 100 + ROUNDING_ERROR) / 100:.2f}"


Why = Callable[[Place, Place], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences of two articles that say the same, in whole or in part."""

    a: Place
    """In the article that comes first among those compared."""
    b: Place
    kind: MatchKind
    score: float
    """0–1."""
    why: Why = field(repr=False, compare=False)
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
