"""Sentences, over all articles, that say one thing.

Matches are joined best first, as long as the group holds together (complete linkage): every two sentences of
a group that stand in different articles are like each other, so a middle sentence that says two things does
not chain two that say one each.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from reader.overlap.results.model import POSSIBLE, SURE, Place, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.overlap.results.matches import Matches
    from reader.overlap.results.model import Kind

    _Alike = Mapping[tuple[int, int], Kind]

LOOSE: Final = POSSIBLE / SURE
"""Share of the threshold that two sentences must reach which are in one group because of the others."""


def clusters(matches: Matches, threshold: float) -> list[tuple[Place, ...]]:
    """Group the places of matches that reach the threshold; largest group first.

    Places are numbers until the end (see `model.packed`): long articles have a hundred thousand pairs.
    """
    alike = dict(matches.pairs(threshold * LOOSE))
    group_of: dict[int, list[int]] = {}
    for a, b in islice(alike, matches.reaching(threshold)):
        one, two = group_of.setdefault(a, [a]), group_of.setdefault(b, [b])
        if one is not two and _hold_together(one, two, alike):
            one.extend(two)
            group_of.update(dict.fromkeys(two, one))
    groups = {id(group): sorted(group) for group in group_of.values() if len(group) > 1}
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group))
    return [tuple(Place(*unpacked(place)) for place in group) for group in ordered]


def _hold_together(one: Sequence[int], two: Sequence[int], alike: _Alike) -> bool:
    return all(_say_the_same(a, b, one, two, alike) for a in one for b in two)


def _say_the_same(a: int, b: int, one: Sequence[int], two: Sequence[int], alike: _Alike) -> bool:
    """Sentences of one article are not compared: they say the same if both are copies of one elsewhere."""
    if unpacked(a)[0] != unpacked(b)[0]:
        return _pair(a, b) in alike
    return any(_copied(a, c, alike) and _copied(b, c, alike) for c in (*one, *two))


def _copied(a: int, b: int, alike: _Alike) -> bool:
    return alike.get(_pair(a, b)) == "verbatim"


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
