"""What comparing returns: places of sentences, and matches. All matches of some articles are an `Overlap`.

Indexes of articles count the sequence that was compared; indexes of sentences count `Article.sentences`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import floor
from typing import Final, Literal, NamedTuple

MatchKind = Literal["verbatim", "edited", "paraphrase"]
MATCH_KINDS: Final[tuple[MatchKind, ...]] = ("verbatim", "edited", "paraphrase")

SURE: Final = 0.25  # from this score on a match is shown as one
POSSIBLE: Final = 0.17  # from this score on a match is worth a look
ROUNDING_ERROR: Final = 1e-9  # added before a score is rounded down, so that 0.29 stays what it is
_SENTENCE_BITS: Final = 32


class Place(NamedTuple):
    """A sentence among the articles compared."""

    article: int
    sentence: int


def pack_place(article: int, sentence: int) -> int:
    """Return a place as one number; places and their numbers are in the same order."""
    return article << _SENTENCE_BITS | sentence


def unpack_place(number: int) -> tuple[int, int]:
    """Return the article and the sentence of a packed place."""
    return divmod(number, 1 << _SENTENCE_BITS)


def format_score(score: float) -> str:
    """Return a score as it is shown: rounded down, so that what is just not sure does not look sure."""
    return f"{floor(score * 100 + ROUNDING_ERROR) / 100:.2f}"


Explain = Callable[[Place, Place], tuple[str, ...]]
"""Returns the reasons of a match."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences of two articles that say the same, in whole or in part."""

    a: Place  # in the article that comes first among those compared
    b: Place
    kind: MatchKind
    score: float  # 0-1
    explain: Explain = field(repr=False, compare=False)
    """Finds the reasons when they are asked for: most weak matches are never looked at."""

    @property
    def reason(self) -> tuple[str, ...]:
        """Why the sentences match, in a few words each, strongest first."""
        return self.explain(self.a, self.b)

    @property
    def sure(self) -> bool:
        """Whether the match is shown without being asked for."""
        return self.score >= SURE

    @property
    def verdict(self) -> str:
        """The kind as people read it: `edited`, or `possibly edited` when it is not sure."""
        return self.kind if self.sure else f"possibly {self.kind}"

    def other(self, place: Place) -> Place:
        """Return the place at the other end."""
        return self.b if place == self.a else self.a
