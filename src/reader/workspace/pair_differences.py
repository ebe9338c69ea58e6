"""What differs between the two sides of a pair in a notebook: as it was kept, and as the texts are now."""

from collections.abc import Iterable

from reader.notebook import Annotation, KeptDifference
from reader.overlap.differences.detect import differences
from reader.text.cleaning import clean_line

NONE = "no differences"


def current_differences(annotation: Annotation) -> tuple[KeptDifference, ...] | None:
    """Return what differs now; None when it is as it was kept, a side is lost, or it is no pair."""
    other = annotation.other
    if annotation.kind != "pair" or other is None or annotation.worst == "lost":
        return None
    a, b = annotation.selector.exact, other.selector.exact
    # A change that was reviewed leaves no trace but kept words that are not in the texts any more.
    clean_a, clean_b = clean_line(a), clean_line(b)
    still_there = all(
        clean_line(each.a) in clean_a and clean_line(each.b) in clean_b for each in annotation.differences
    )
    if annotation.worst != "changed" and still_there:
        return None
    now = tuple(KeptDifference(one.type, one.a, one.b, one.about) for one in differences(a, b))
    return None if set(now) == set(annotation.differences) else now


def describe_differences(annotation: Annotation) -> list[str]:
    """Return the differences of a pair, a line each; both the kept ones and those of now if they differ."""
    kept, now = _lines(annotation.differences), current_differences(annotation)
    if now is None:
        return kept
    return ["when it was tagged:", *(kept or [NONE]), "now:", *(_lines(now) or [NONE])]


def _lines(found: Iterable[KeptDifference]) -> list[str]:
    sides = ((each.type, clean_line(each.a), clean_line(each.b)) for each in found)
    return [f"{type_}: {a or '–'} / {b or '–'}" for type_, a, b in sides]
