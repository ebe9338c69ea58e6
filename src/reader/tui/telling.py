"""Which matches differ in what counts, for the filter “differing”.

Edited ones do, by what the word means. For a paraphrase its differences must be found, a fraction of a
millisecond each; each is looked at once.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.overlap import Match, Overlap, Place

TYPES = frozenset(("figure", "hedge", "speaker"))
"""Types of difference that count in a paraphrase: a detail that only one side has is in nearly all."""
FEW = 300
"""Matches that are looked at while the reader waits, in a tenth of a second."""


class Telling:
    """Remembers of matches whether they differ in what counts."""

    def __init__(self, text: Callable[[Place], str]) -> None:
        self._text = text
        self._known: dict[tuple[Place, Place], bool] = {}

    def differs(self, match: Match) -> bool:
        """Whether a match differs; False for a paraphrase that was not looked at yet."""
        return match.kind == "edited" or self._known.get((match.a, match.b), False)

    def unknown(self, overlap: Overlap) -> list[Match]:
        """The sure paraphrases that were not looked at yet."""
        sure = takewhile(lambda match: match.sure, overlap.matches)
        return [
            match for match in sure if match.kind == "paraphrase" and (match.a, match.b) not in self._known
        ]

    def look_at_few(self, overlap: Overlap) -> bool:
        """Look at the unknown ones unless they are many; whether all are known by now."""
        unknown = self.unknown(overlap)
        if len(unknown) > FEW:
            return False
        self.look_at(unknown)
        return True

    def look_at(self, matches: Iterable[Match]) -> None:
        """Find the differences of these."""
        from reader.overlap.differences import differences  # noqa: PLC0415 - not needed for the first frame

        for match in matches:
            found = differences(self._text(match.a), self._text(match.b))
            self._known[match.a, match.b] = any(one.type in TYPES for one in found)
