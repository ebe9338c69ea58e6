"""The differences of two sentences in forms that are short to compare."""

from __future__ import annotations

from reader.overlap.differences.detect import differences
from reader.overlap.differences.difference import describe_difference


def found(a: str, b: str) -> list[tuple[str, str, str]]:
    """Each difference as (type, a, b)."""
    return [(one.type, one.a, one.b) for one in differences(a, b)]


def found_except_words(a: str, b: str) -> list[tuple[str, str, str]]:
    """Each difference as (type, a, b), apart from words that were dropped, added or replaced."""
    return [one for one in found(a, b) if one[0] not in {"dropped", "added", "replaced"}]


def found_about(a: str, b: str, *types: str) -> list[tuple[str, str, str]]:
    """Each difference of these types as (about, a, b)."""
    return [(one.about, one.a, one.b) for one in differences(a, b) if one.type in types]


def in_words(a: str, b: str) -> list[str]:
    """Each difference as it is said to a person."""
    return [describe_difference(one, "A", "B") for one in differences(a, b)]
