"""Sentences of which one denies what the other says."""

from __future__ import annotations

import pytest
from tests.overlap.differences.helpers import found_about


@pytest.mark.parametrize(
    ("a", "b", "contrary"),
    [
        (
            "The storm wrecked two boats in the harbour.",
            "As far as is known in Lennet the storm did not wreck anything.",
            ("wrecked", "did not wreck"),
        ),
        (
            "About 300 islanders had to leave their homes that night.",
            "On Friday most of them could return to their homes.",
            ("leave", "return"),
        ),
    ],
)
def test_contradictions(a: str, b: str, contrary: tuple[str, str]) -> None:
    assert ("contrary", *contrary) in found_about(a, b, "replaced")


def test_without_is_no_denial() -> None:
    a = "The storm hit Lennet at 5.40am, leaving the island without a road to the mainland."
    b = "It is the only road to the island, where most people go to work on the mainland."
    assert "contrary" not in [about for about, _, _ in found_about(a, b, "replaced")]
