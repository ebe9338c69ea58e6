"""Names in a sentence."""

from __future__ import annotations

import pytest

from reader.overlap.extraction.names import find_names, is_mentioned
from reader.text.tokenized import tokenized_sentence


def names(text: str) -> list[tuple[str, bool]]:
    words = tokenized_sentence(text)
    return [(words.text_of(name.shown), name.is_place) for name in find_names(words, frozenset())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met Mr Pell in Lennet.", [("Mr Pell", False), ("Lennet", True)]),
        ("The rate of the Bank of England fell.", [("Bank of England", False)]),
        ("Shares in Brill fell.", [("Brill", False)]),
        ("It was said on Tuesday in May.", []),
        ("I said so.", []),
        ("Ferry Crews To Vote Again On Monday", []),
    ],
)
def test_names_and_places(text: str, found: list[tuple[str, bool]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The Harbour Safety Board met.", "The HSB met."),
        ("It is made in France.", "It is French."),
        ("It is made in Texas.", "It is made in Tex. today."),
        ("It was Idris Pell.", "It was Mr Pell."),
    ],
)
def test_a_name_in_another_form_is_mentioned(text: str, other: str) -> None:
    [name] = find_names(tokenized_sentence(text), frozenset())
    assert is_mentioned(name, tokenized_sentence(other))
