"""Words that were changed in an edited sentence."""

from __future__ import annotations

from tests.overlap.differences.helpers import found


def test_words_are_compared_in_any_language() -> None:
    assert found("Die Fähre fuhr gestern nicht.", "Die alte Fähre fuhr gestern.") == [
        ("added", "", "alte"),
        ("dropped", "nicht", ""),
    ]
    assert found("Паром ушёл утром.", "Паром ушёл вечером.") == [("replaced", "утром", "вечером")]


def test_not_is_always_reported() -> None:
    assert found("The bridge did not open.", "The bridge did open.") == [("dropped", "not", "")]
