"""Clusters: the sentences, over all articles, that say one thing.

Matches are joined best first, as long as the group holds together (complete linkage): every two sentences of
a group that are in different articles are like each other, so that a sentence which says two things does not
join two that say one each.
"""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final

from reader.overlap.results.model import POSSIBLE, SURE, MatchKind, Place, unpack_place

PairKinds = Mapping[tuple[int, int], MatchKind]
"""Pairs of packed places, each in ascending order, with the kind of their match."""

LOOSE: Final = POSSIBLE / SURE  # part of the threshold for sentences in one group because of others


def find_clusters(alike: PairKinds, joining: int) -> list[tuple[Place, ...]]:
    """Group the sentences of matches; largest group first, each in reading order.

    `alike` has the pairs that may be in one group, best first: those that reach `LOOSE` of the threshold. The
    first `joining` of them reach the threshold itself, and join groups. Places are packed numbers until the
    end, since long articles have a hundred thousand pairs.
    """
    group_of: dict[int, list[int]] = {}
    for a, b in islice(alike, joining):
        one, two = group_of.setdefault(a, [a]), group_of.setdefault(b, [b])
        if one is not two and all(_may_join(x, y, one, two, alike) for x in one for y in two):
            one.extend(two)
            group_of.update(dict.fromkeys(two, one))
    groups = {id(group): sorted(group) for group in group_of.values() if len(group) > 1}
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group))
    return [tuple(Place(*unpack_place(place)) for place in group) for group in ordered]


def _may_join(a: int, b: int, one: Sequence[int], two: Sequence[int], alike: PairKinds) -> bool:
    """Whether two sentences of two groups are alike.

    Sentences of one article are not compared: they are alike if both are copies of a third one of the groups.
    """
    if unpack_place(a)[0] != unpack_place(b)[0]:
        return _in_order(a, b) in alike
    return any(alike.get(_in_order(a, c)) == alike.get(_in_order(b, c)) == "verbatim" for c in (*one, *two))


def _in_order(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
