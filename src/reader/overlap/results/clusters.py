"""Sentences, over all articles, that say one thing.

Matches are joined best first, as long as the group holds together (complete linkage): every two sentences of
a group that stand in different articles are like each other, so a middle sentence that says two things does
not chain two that say one each.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from reader.overlap.results.model import POSSIBLE, SURE, Place, unpack_place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.overlap.results.model import MatchKind

    PairKinds = Mapping[tuple[int, int], MatchKind]
    """Pairs of packed places, each in ascending order, with the kind of their match."""

LOOSE: Final = POSSIBLE / SURE
"""Share of the threshold that two sentences must reach which are in one group because of the others."""


def find_clusters(alike: PairKinds, joining: int) -> list[tuple[Place, ...]]:
    """Group the sentences of matches; largest group first, each in reading order.

    `alike` has the pairs that may be in one group, best first: those that reach `LOOSE` of the threshold. The
    first `joining` of them reach the threshold itself, and join groups. Places are packed numbers until the
    end, since long articles have a hundred thousand pairs.
    """
    group_of: dict[int, list[int]] = {}
    for a, b in islice(alike, joining):
        one, two = group_of.setdefault(a, [a]), group_of.setdefault(b, [b])
        if one is not two and _hold_together(one, two, alike):
            one.extend(two)
            group_of.update(dict.fromkeys(two, one))
    groups = {id(group): sorted(group) for group in group_of.values() if len(group) > 1}
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group))
    return [tuple(Place(*unpack_place(place)) for place in group) for group in ordered]


def _hold_together(one: Sequence[int], two: Sequence[int], alike: PairKinds) -> bool:
    return all(_say_the_same(a, b, one, two, alike) for a in one for b in two)


def _say_the_same(a: int, b: int, one: Sequence[int], two: Sequence[int], alike: PairKinds) -> bool:
    """Sentences of one article are not compared: they say the same if both are copies of one elsewhere."""
    if unpack_place(a)[0] != unpack_place(b)[0]:
        return _pair(a, b) in alike
    return any(_copied(a, c, alike) and _copied(b, c, alike) for c in (*one, *two))


def _copied(a: int, b: int, alike: PairKinds) -> bool:
    return alike.get(_pair(a, b)) == "verbatim"


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
