"""From articles to matches: what they share, how it was changed, and why we say so.

`compare(articles)` is the way in. For a folder of thousands it is `Corpus.open(folder, cache)`, in
`reader.overlap.corpus.corpus`: which of its articles tell one story. Nothing else here knows of files, and
nothing
of screens.
"""

from __future__ import annotations

from reader.overlap.matching.compare import compare
from reader.overlap.pacing import others_first
from reader.overlap.results.matches import Matches, Overlap
from reader.overlap.results.model import POSSIBLE, SURE, Kind, Match, Place, rounded

__all__ = [
    "POSSIBLE",
    "SURE",
    "Kind",
    "Match",
    "Matches",
    "Overlap",
    "Place",
    "compare",
    "others_first",
    "rounded",
]
