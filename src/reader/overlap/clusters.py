"""Sentences, over all articles, that say one thing.

Matches are joined best first, as long as the group holds together (complete linkage): every two sentences of
a group that stand in different articles are like each other, so a middle sentence that says two things does
not chain two that say one each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.overlap.model import POSSIBLE, SURE

if TYPE_CHECKING:
    from reader.overlap.matches import Matches
    from reader.overlap.model import Match, Place

LOOSE: Final = POSSIBLE / SURE
"""Share of the threshold that two sentences must reach which are in one group because of the others."""


def clusters(matches: Matches, threshold: float) -> list[tuple[Place, ...]]:
    """Group the places of matches (highest score first) that reach the threshold; largest group first."""
    found = matches[: matches.reaching(threshold * LOOSE)]
    alike = {(match.a, match.b): match for match in found}
    group_of: dict[Place, list[Place]] = {}
    for match in found:
        if match.score < threshold:
            break
        one = group_of.setdefault(match.a, [match.a])
        two = group_of.setdefault(match.b, [match.b])
        if one is not two and _hold_together(one, two, alike):
            one.extend(two)
            group_of.update(dict.fromkeys(two, one))
    groups = {id(group): group for group in group_of.values() if len(group) > 1}
    return sorted((tuple(sorted(group)) for group in groups.values()), key=lambda group: (-len(group), group))


def _hold_together(one: list[Place], two: list[Place], alike: dict[tuple[Place, Place], Match]) -> bool:
    return all(_say_the_same(a, b, one + two, alike) for a in one for b in two)


def _say_the_same(a: Place, b: Place, group: list[Place], alike: dict[tuple[Place, Place], Match]) -> bool:
    """Sentences of one article are not compared: they say the same if both are copies of one elsewhere."""
    if a.article != b.article:
        return _pair(a, b) in alike
    return any(_copied(a, c, alike) and _copied(b, c, alike) for c in group)


def _copied(a: Place, b: Place, alike: dict[tuple[Place, Place], Match]) -> bool:
    match = alike.get(_pair(a, b))
    return match is not None and match.kind == "verbatim"


def _pair(a: Place, b: Place) -> tuple[Place, Place]:
    return (a, b) if a < b else (b, a)
