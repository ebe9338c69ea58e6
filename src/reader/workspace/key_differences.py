"""Which paraphrases differ in what counts, for the filter “differing”.

Their differences must be found, a fraction of a millisecond each; so they are looked for once for an overlap,
and where they are many behind the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap import SURE

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.overlap import Match, Overlap, Place

TYPES = frozenset(("figure", "hedge", "speaker"))
"""Types of difference that count in a paraphrase: a detail that only one side has is in nearly all."""
FEW = 500
"""Sure matches among which the paraphrases are looked at while the reader waits, in a tenth of a second."""


class KeyDifferences:
    """Remembers the sure paraphrases of an overlap that differ in what counts."""

    def __init__(self, text: Callable[[Place], str]) -> None:
        self._text = text
        self._overlap: Overlap | None = None
        self._found: list[Match] = []

    def found(self, overlap: Overlap) -> list[Match]:
        """Those that differ, best first; none as long as they were not looked for."""
        return self._found if overlap is self._overlap else []

    def look_among_few(self, overlap: Overlap) -> bool:
        """Look for them unless that takes long; whether they are known by now."""
        if overlap is not self._overlap and overlap.matches.reaching(SURE) <= FEW:
            self.look(overlap)
        return overlap is self._overlap

    def look(self, overlap: Overlap) -> None:
        """Look for them."""
        sure = overlap.matches[: overlap.matches.reaching(SURE)]
        self._found = [match for match in sure if match.kind == "paraphrase" and self._differs(match)]
        self._overlap = overlap

    def _differs(self, match: Match) -> bool:
        from reader.overlap.differences.detect import differences  # noqa: PLC0415 - not needed for the first frame

        found = differences(self._text(match.a), self._text(match.b))
        return any(one.type in TYPES for one in found)
