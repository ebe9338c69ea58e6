"""From articles to matches: what they share, how it was changed, and why we say so.

`compare(articles)` is the way in. For a folder of thousands it is `Corpus.open(folder, cache)`, in
`reader.overlap.corpus.corpus`: which of its articles tell one story. Nothing else here knows of files, and
nothing
of screens.
"""

from __future__ import annotations

from reader.overlap.matching.compare import compare
from reader.overlap.pacing import frequent_thread_switches
from reader.overlap.results.matches import Matches, Overlap
from reader.overlap.results.model import POSSIBLE, SURE, Match, MatchKind, Place, format_score

__all__ = [
    "POSSIBLE",
    "SURE",
    "Match",
    "MatchKind",
    "Matches",
    "Overlap",
    "Place",
    "compare",
    "format_score",
    "frequent_thread_switches",
]
