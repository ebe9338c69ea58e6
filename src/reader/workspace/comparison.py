"""What the open articles share: the overlap, of which articles it is known, and figures made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap import Overlap
from reader.workspace.sharing_ranks import POSSIBLE_RANK, ranks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles import Article


class Comparison:
    """The overlap of the open articles, as far as it is known; places follow the order in the workspace."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.overlap = Overlap()
        self.complete = False
        """Whether the overlap is that of exactly these articles."""
        self.known: frozenset[int] = frozenset()
        """The articles of which it is known what they share, if only with some of the others."""
        self._threshold = 0.0
        self._ranks: list[bytes] = []
        self._shares: dict[int, float] = {}

    def set(self, overlap: Overlap, articles: Sequence[Article]) -> None:
        """Take the overlap of these articles: some of the open ones, or more than these, in any order."""
        numbers = {id(article): number for number, article in enumerate(articles)}
        order = [numbers.get(id(article)) for article in self.articles]
        self.overlap = overlap if order == list(range(len(articles))) else overlap.rearranged(order)
        self.known = frozenset(number for number, was in enumerate(order) if was is not None)
        self.complete = len(articles) == len(order) == len(self.known)
        self._ranks = []

    def set_from(self, other: Comparison) -> None:
        """Take what another comparison knows: all of it, when only the order of the articles differs.

        When an article was opened or closed, all must be compared anew, since the weight of a word depends on
        the articles that are open. Until that is done, this is shown.
        """
        unknown = {id(article) for n, article in enumerate(other.articles) if n not in other.known}
        self.set(other.overlap, other.articles)
        self.known = frozenset(n for n in self.known if id(self.articles[n]) not in unknown)
        self.complete = self.complete and other.complete

    def ranks(self, article: int, threshold: float) -> bytes:
        """Return, for each sentence of an article, the rank of its best match: see `sharing_ranks`."""
        if not self._ranks or self._threshold != threshold:
            self._ranks = ranks(self.articles, self.overlap.matches, threshold)
            self._threshold = threshold
            self._shares.clear()
        return self._ranks[article]

    def shared(self, article: int, threshold: float) -> float:
        """Return the share of an article's sentences (0–1) that another article surely has too."""
        ranked = self.ranks(article, threshold)
        if article not in self._shares:
            own = sum(not sentence.boilerplate for sentence in self.articles[article].sentences)
            shared = sum(rank > POSSIBLE_RANK for rank in ranked)
            self._shares[article] = shared / own if own else 0.0
        return self._shares[article]
