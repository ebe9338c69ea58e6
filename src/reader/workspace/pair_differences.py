"""What differs between the two sides of a pair in a notebook: as it was kept, and as the texts are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles import clean_line
from reader.notebook import KeptDifference
from reader.overlap.differences.detect import differences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.notebook import Annotation

NONE = "no differences"


def current_differences(annotation: Annotation) -> tuple[KeptDifference, ...] | None:
    """What differs now; None when no text has changed that much, a side is lost, or it is no pair."""
    other = annotation.other
    if annotation.kind != "pair" or other is None or annotation.worst == "lost":
        return None
    sides = annotation.selector.exact, other.selector.exact
    if annotation.worst != "changed" and _may_be_of(annotation.differences, *sides):
        return None
    found = differences(*sides)
    now = tuple(KeptDifference(one.type, one.a, one.b, one.about) for one in found)
    return None if set(now) == set(annotation.differences) else now


def describe_differences(annotation: Annotation) -> list[str]:
    """The differences of a pair, a line each; where others are there by now, both."""
    kept, now = _lines(annotation.differences), current_differences(annotation)
    if now is None:
        return kept
    return ["when it was tagged:", *(kept or [NONE]), "now:", *(_lines(now) or [NONE])]


def _may_be_of(found: Iterable[KeptDifference], a: str, b: str) -> bool:
    """Whether all that is told of two texts stands in them: a reviewed change leaves no other trace."""
    a, b = clean_line(a), clean_line(b)
    return all(clean_line(each.a) in a and clean_line(each.b) in b for each in found)


def _lines(found: Iterable[KeptDifference]) -> list[str]:
    sides = ((each.type, clean_line(each.a), clean_line(each.b)) for each in found)
    return [f"{type_}: {a or '–'} / {b or '–'}" for type_, a, b in sides]
