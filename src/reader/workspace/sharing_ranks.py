"""How much each sentence shares, as one number, and these numbers for a minimap of an article.

A *rank* is how much a sentence shares: 0 nothing, 1 possibly something, 2 a paraphrase, 3 edited, 4 verbatim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.articles import Article
    from reader.overlap import Matches, MatchKind

POSSIBLE_RANK = 1
_RANKS = {"paraphrase": 2, "edited": 3, "verbatim": 4}


def ranks(articles: Iterable[Article], matches: Matches, threshold: float) -> list[bytes]:
    """Return, for each article, the rank of the best match of each sentence at a threshold (0–1)."""
    found = [bytearray(len(article.sentences)) for article in articles]
    for (article, sentence), kind, sure in matches.ends(threshold):
        ranked = found[article]
        ranked[sentence] = max(ranked[sentence], rank_of(kind, sure=sure))
    return list(map(bytes, found))


def rank_of(kind: MatchKind, *, sure: bool) -> int:
    """Return the rank of a match."""
    return _RANKS[kind] if sure else POSSIBLE_RANK


def minimap_cells(ranked: Sequence[int], line_of: Callable[[int], int], lines: int, cells: int) -> list[int]:
    """Return, for each cell of a minimap, the highest rank of the sentences that begin in its lines.

    `line_of` gives the line in which a sentence begins; the cells divide all the lines evenly.
    """
    found = [0] * cells
    for sentence, rank in enumerate(ranked):
        if rank:
            cell = min(line_of(sentence) * cells // lines, cells - 1)
            found[cell] = max(found[cell], rank)
    return found
