"""What the open articles share: the overlap, of which articles it is known, and what is made from it.

A *rank* is how much a sentence shares, as one number: 0 nothing, 1 possibly something, 2 a paraphrase,
3 edited, 4 verbatim.
"""

from collections.abc import Sequence
from typing import Self

from reader.articles import Article
from reader.overlap import SURE, Match, MatchKind, Overlap

POSSIBLE_RANK = 1
_RANKS = {"paraphrase": 2, "edited": 3, "verbatim": 4}
FEW = 500  # sure matches that are searched for key differences while the reader waits: a tenth of a second


def rank_of(kind: MatchKind, *, sure: bool) -> int:
    """Return the rank of a match."""
    return _RANKS[kind] if sure else POSSIBLE_RANK


class Comparison:
    """The overlap of the open articles, as far as it is known; places follow the order in the workspace."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.overlap = Overlap()
        self.complete = False  # whether the overlap is that of exactly these articles
        self.known: frozenset[int] = frozenset()
        """The articles of which it is known what they share, if only with some of the others."""
        self._threshold = 0.0
        self._ranks: list[bytes] = []
        self._shares: dict[int, float] = {}
        self._differing: tuple[Overlap, list[Match]] = self.overlap, []

    def set(self, overlap: Overlap, articles: Sequence[Article]) -> None:
        """Take the overlap of these articles: some of the open ones, or more than these, in any order."""
        numbers = {id(article): number for number, article in enumerate(articles)}
        order = [numbers.get(id(article)) for article in self.articles]
        self.overlap = overlap if order == list(range(len(articles))) else overlap.rearranged(order)
        self.known = frozenset(number for number, was in enumerate(order) if was is not None)
        self.complete = len(articles) == len(order) == len(self.known)
        self._ranks = []

    def set_from(self, other: Self) -> None:
        """Take what another comparison knows: all of it, when only the order of the articles differs.

        When an article was opened or closed, all must be compared anew, since the weight of a word depends on
        the articles that are open. Until that is done, this is shown.
        """
        unknown = {id(article) for n, article in enumerate(other.articles) if n not in other.known}
        self.set(other.overlap, other.articles)
        self.known = frozenset(n for n in self.known if id(self.articles[n]) not in unknown)
        self.complete = self.complete and other.complete

    def ranks(self, article: int, threshold: float) -> bytes:
        """Return, for each sentence of an article, the rank of its best match at a threshold (0–1)."""
        if not self._ranks or self._threshold != threshold:
            found = [bytearray(len(each.sentences)) for each in self.articles]
            for (number, sentence), kind, sure in self.overlap.matches.ends(threshold):
                found[number][sentence] = max(found[number][sentence], rank_of(kind, sure=sure))
            self._ranks, self._threshold = list(map(bytes, found)), threshold
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

    def key_differences(self) -> list[Match]:
        """Return the sure paraphrases with a key difference, best first; none before they were searched."""
        overlap, found = self._differing
        return found if overlap is self.overlap else []

    def find_key_differences_if_few(self) -> bool:
        """Search for key differences unless that takes long; return whether they are known now."""
        if self._differing[0] is not self.overlap and self.overlap.matches.count_reaching(SURE) <= FEW:
            self.find_key_differences()
        return self._differing[0] is self.overlap

    def find_key_differences(self) -> None:
        """Search all sure paraphrases for key differences; may run on any thread."""
        # Not needed for the first frame.
        from reader.overlap.differences.detect import differences  # noqa: PLC0415
        from reader.overlap.differences.difference import KEY_TYPES  # noqa: PLC0415

        overlap, found = self.overlap, []
        for match in overlap.matches[: overlap.matches.count_reaching(SURE)]:
            if match.kind == "paraphrase":
                a, b = (self.articles[one.article].sentence_text(one.sentence) for one in (match.a, match.b))
                if any(one.type in KEY_TYPES for one in differences(a, b)):
                    found.append(match)
        self._differing = overlap, found
