"""The shape of what is shared: a whole article in as many cells as its column has lines.

Nothing of Textual in here. A *rank* is how much a sentence shares: 0 nothing, 1 possibly something, 2 a
paraphrase, 3 edited, 4 verbatim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.articles import Article
    from reader.overlap import Matches, MatchKind

_RANKS = {"paraphrase": 2, "edited": 3, "verbatim": 4}


def ranks(articles: Iterable[Article], matches: Matches, threshold: float) -> list[bytes]:
    """For each article, the rank of the best match of each sentence at a threshold (0–1)."""
    found = [bytearray(len(article.sentences)) for article in articles]
    for (article, sentence), kind, sure in matches.ends(threshold):
        ranked = found[article]
        ranked[sentence] = max(ranked[sentence], rank_of(kind, sure=sure))
    return list(map(bytes, found))


def rank_of(kind: MatchKind, *, sure: bool) -> int:
    """The rank of a match."""
    return _RANKS[kind] if sure else 1


def minimap_cells(ranked: Sequence[int], line_of: Callable[[int], int], lines: int, cells: int) -> list[int]:
    """For each cell the highest rank of the sentences that begin in the lines it stands for."""
    found = [0] * cells
    for sentence, rank in enumerate(ranked):
        if rank:
            cell = min(line_of(sentence) * cells // lines, cells - 1)
            found[cell] = max(found[cell], rank)
    return found
