"""Stories: articles that hang together by what they share.

Groups are joined best first by the mean likeness of all their pairs (average linkage: Sokal and Michener, 1958),
so that neither a line in many articles nor one article about two stories makes them one.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.overlap.evidence import Evidence

TOGETHER: Final = 0.33
"""Mean likeness of the pairs of two groups from which on they are one story."""


def grouped(pairs: Mapping[tuple[int, int], Evidence]) -> list[list[int]]:
    """Group articles from the evidence for their pairs; those that are most like the rest stand first.

    Groups have two articles or more; the largest comes first.
    """
    likeness: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), evidence in pairs.items():
        likeness[a][b] = _likeness(evidence.strength)
    groups = _join({a: dict(others) for a, others in likeness.items()})
    for group in groups:
        group.sort(key=lambda a: (-sum(likeness[a].get(b, 0.0) for b in group), a))
    return sorted(groups, key=lambda group: (-len(group), group[0]))


def _likeness(strength: float) -> float:
    """From 0 to 1: half for evidence as good as one sentence of their own, little for a common line or two."""
    return strength**2 / (1 + strength**2)


def _join(sums: dict[int, dict[int, float]]) -> list[list[int]]:
    """Join the two groups of the highest mean as long as it is high enough.

    `sums` has the sums of likeness between groups, which go by one of their members. What was put into the
    heap before one of its groups grew is out of date: its mean is no longer the one there is.
    """
    members = {a: [a] for a in sums}

    def mean(a: int, b: int) -> float:
        return sums[a][b] / (len(members[a]) * len(members[b]))

    heap = [(-mean(a, b), a, b) for a in sums for b in sums[a] if a < b and mean(a, b) >= TOGETHER]
    heapify(heap)
    while heap:
        negative, a, b = heappop(heap)
        if a not in members or b not in members or mean(a, b) != -negative:
            continue
        if len(sums[a]) < len(sums[b]):
            a, b = b, a
        members[a] += members.pop(b)
        for other, total in sums.pop(b).items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
        for other in sums[a]:
            if mean(a, other) >= TOGETHER:
                heappush(heap, (-mean(a, other), a, other))
    return [group for group in members.values() if len(group) > 1]
