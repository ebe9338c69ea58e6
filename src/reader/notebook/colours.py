"""The colours of new tags, with a contrast of 3:1 to #121212 and to #FFFFFF (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PALETTE = (
    "#2083DF",
    "#D25F1E",
    "#189615",
    "#E33BA0",
    "#A28317",
    "#9352E6",
    "#169787",
    "#DF212C",
    "#595FE7",
    "#619B16",
    "#C21ED1",
    "#1A9BB7",
)


def next_colour(used: Iterable[str]) -> str:
    """Return the colour of the palette that is used least, the first of several."""
    counts = Counter(used)
    return min(PALETTE, key=lambda colour: counts[colour])
