"""Which paraphrases have a key difference, for the filter “differing”.

To find the differences of one pair takes a fraction of a millisecond; so they are searched once for an
overlap, and behind the screen where there are many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap import SURE

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.overlap import Match, Overlap, Place

FEW = 500
"""Sure matches whose paraphrases are searched while the reader waits: a tenth of a second."""


class KeyDifferences:
    """Remembers the sure paraphrases of an overlap that have a key difference."""

    def __init__(self, text: Callable[[Place], str]) -> None:
        self._text = text
        self._overlap: Overlap | None = None
        self._matches: list[Match] = []

    def matches(self, overlap: Overlap) -> list[Match]:
        """Return the paraphrases with a key difference, best first; none before they were searched."""
        return self._matches if overlap is self._overlap else []

    def search_if_few(self, overlap: Overlap) -> bool:
        """Search them unless that takes long; return whether they are known now."""
        if overlap is not self._overlap and overlap.matches.count_reaching(SURE) <= FEW:
            self.search(overlap)
        return overlap is self._overlap

    def search(self, overlap: Overlap) -> None:
        """Search all sure paraphrases of an overlap."""
        sure = overlap.matches[: overlap.matches.count_reaching(SURE)]
        self._matches = [match for match in sure if match.kind == "paraphrase" and self._differs(match)]
        self._overlap = overlap

    def _differs(self, match: Match) -> bool:
        # Not needed for the first frame.
        from reader.overlap.differences.detect import differences  # noqa: PLC0415
        from reader.overlap.differences.difference import KEY_TYPES  # noqa: PLC0415

        found = differences(self._text(match.a), self._text(match.b))
        return any(one.type in KEY_TYPES for one in found)
