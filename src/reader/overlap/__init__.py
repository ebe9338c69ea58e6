"""From articles to matches: what they share, how it was changed, and why we say so.

`compare(articles)` is the way in. Nothing here knows of files or screens.
"""

from __future__ import annotations

from reader.overlap.compare import compare
from reader.overlap.model import POSSIBLE, SURE, Kind, Match, Overlap, Place

__all__ = ["POSSIBLE", "SURE", "Kind", "Match", "Overlap", "Place", "compare"]
