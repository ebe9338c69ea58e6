"""Overlap: what articles share, how it was changed, and why reader says so.

`compare(articles)` returns the matches of their sentences (`matching`, `results`); `differences` tells what
was changed in one match; `corpus.corpus.Corpus` finds the articles of a folder that tell one story.
"""

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
