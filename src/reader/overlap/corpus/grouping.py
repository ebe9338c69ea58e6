"""Stories: group the articles that have much in common.

Groups are joined best first by the mean likeness of all their pairs (average linkage: Sokal and Michener,
1958), so that neither a line in many articles nor one article about two stories makes them one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import Final

from reader.overlap.corpus.article_similarity import ArticleSimilarity

Likeness = Mapping[int, Mapping[int, float]]

PAIR: Final = 0.4  # likeness from which on two articles are a story
JOINER: Final = 0.25  # mean likeness of an article of a group: it may have taken from one of four only
GROUPS: Final = 0.2  # mean likeness of two groups in one story, if it is not all through a few articles
STRONG: Final = 0.8  # likeness that no topic and no outlet's lines bring about: two sentences of their own
APART: Final = 0.5  # groups without strong links are apart below this part of the mean within the looser
FEW: Final = 3  # groups are linked by two pairs, and by one for so many articles of the smaller group
LINK: Final = 0.1  # likeness from which on two articles are said to have something in common


def group_articles(pairs: Mapping[tuple[int, int], ArticleSimilarity]) -> list[list[int]]:
    """Group two articles or more by what pairs have in common: largest group, most central one first."""
    likeness: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), similarity in pairs.items():
        squared = similarity.strength**2
        likeness[a][b] = squared / (1 + squared)  # half for one sentence of their own, little for a line
    groups = [_central_first(group, likeness) for group in _Groups(likeness).join()]
    return sorted(groups, key=lambda group: (-len(group), group[0]))


def _central_first(group: Sequence[int], likeness: Likeness) -> list[int]:
    return sorted(group, key=lambda a: (-sum(likeness[a].get(b, 0.0) for b in group), a))


class _Groups:
    """Groups that grow, and how alike they are; a group goes by one of its members."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._members = {article: [article] for article in likeness}
        self._sums = {article: dict(others) for article, others in likeness.items()}
        """The likeness of all pairs between two groups together."""
        self._within = dict.fromkeys(likeness, 0.0)  # the likeness of all pairs within a group
        self._heap: list[tuple[float, int, int]] = []  # groups that could be joined, by negative likeness
        for article in likeness:
            self._offer(article)

    def join(self) -> list[list[int]]:
        """Join the two groups of the highest mean as long as it is high enough; return those of two or more.

        An offer made before one of its groups grew is out of date: its mean is no longer that of the groups,
        or no longer enough.
        """
        while self._heap:
            negative, one, other = heappop(self._heap)
            there = one in self._members and other in self._members
            if there and self._mean(one, other) == -negative and self._belong_together(one, other):
                self._join(one, other)
        return [group for group in self._members.values() if len(group) > 1]

    def _offer(self, one: int) -> None:
        for other in self._sums[one]:
            if self._mean(one, other) >= self._needed(one, other):
                heappush(self._heap, (-self._mean(one, other), one, other))

    def _belong_together(self, one: int, other: int) -> bool:
        """Whether two groups are alike enough, by more than an article or two, and by more than a topic."""
        mean = self._mean(one, other)
        if mean < self._needed(one, other):
            return False
        a, b = sorted((self._members[one], self._members[other]), key=len)
        if len(a) == 1 or self._are_linked(a, b, STRONG):
            return True
        within = min(self._mean_within(one), self._mean_within(other))
        return mean >= APART * within and self._are_linked(a, b, LINK)

    def _needed(self, one: int, other: int) -> float:
        smaller, larger = sorted((len(self._members[one]), len(self._members[other])))
        return PAIR if larger == 1 else JOINER if smaller == 1 else GROUPS

    def _mean_within(self, one: int) -> float:
        size = len(self._members[one])
        return self._within[one] / (size * (size - 1) / 2)

    def _mean(self, one: int, other: int) -> float:
        return self._sums[one][other] / (len(self._members[one]) * len(self._members[other]))

    def _join(self, one: int, other: int) -> None:
        self._members[one] += self._members.pop(other)
        self._within[one] += self._within.pop(other) + self._sums[one][other]
        for third, total in self._sums.pop(other).items():
            del self._sums[third][other]
            if third != one:
                both = self._sums[one].get(third, 0.0) + total
                self._sums[one][third] = self._sums[third][one] = both
        self._offer(one)

    def _are_linked(self, smaller: Sequence[int], larger: Sequence[int], least: float) -> bool:
        """Whether enough pairs of articles link two groups; each article is in one pair at most."""
        free = list(larger)
        for article in smaller:
            linked = next((b for b in free if self._likeness[article].get(b, 0.0) >= least), None)
            if linked is not None:
                free.remove(linked)
        return len(larger) - len(free) >= max(2, len(smaller) / FEW)
