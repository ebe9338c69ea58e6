"""Who did what to whom."""

from __future__ import annotations

import pytest
from tests.overlap.differences.helpers import found_about, in_words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Pell attacked Lennet on Friday.", "Lennet attacked Pell on Friday."),
        ("Pell attacked Lennet.", "Pell was attacked by Lennet."),
        ("The council sued the ferry firm.", "The ferry firm sued the council over a debt."),
        ("He was hit by a cyclist.", "A cyclist was hit by him."),
        ("Lennet’s mayor said the US had lied.", "The US said Lennet’s mayor had lied."),
    ],
)
def test_reversed_roles(a: str, b: str) -> None:
    assert [about for about, _, _ in found_about(a, b, "replaced")] == ["roles"]
    assert in_words(a, b)[0].startswith("turned round: ")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Pell attacked Lennet.", "Lennet was attacked by Pell."),
        ("A cyclist hit him.", "He was hit by a cyclist."),
        ("Ada praised Tom and Tom praised Ada.", "Tom praised Ada and Ada praised Tom."),
        ("Boats in Pell and Lennet sank.", "Boats in Lennet and Pell sank."),
    ],
)
def test_the_same_roles(a: str, b: str) -> None:
    assert "roles" not in [about for about, _, _ in found_about(a, b, "replaced")]
