"""Tokens: where they stand, and when two are the same word."""

from __future__ import annotations

import pytest

from reader.text.tokens import normal_form, token_spans, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.K. officials’ 6.15am call", ["U.K.", "officials", "6.15", "am", "call"]),
        ("He's well-known; 30,000 fans.", ["He's", "well", "known", "30,000", "fans"]),
        ("नौका हर सुबह", ["नौका", "हर", "सुबह"]),
        ("東京で会う", ["東", "京", "で", "会", "う"]),
        ("ที่นี่", ["ที่", "นี่"]),
        ("Москва, 3 мая", ["Москва", "3", "мая"]),
        ("— … “”", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert tokenize(text) == words
    assert [text[start:end] for start, end in token_spans(text)] == words


@pytest.mark.parametrize(
    ("one", "other"),
    [("U.K.", "UK"), ("Straße", "STRASSE"), ("it’s", "It's"), ("30,000", "30000"), ("6:15", "6.15")],
)
def test_printed_alike(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


def test_a_decimal_figure_is_not_a_large_one() -> None:
    assert normal_form("3.5") != normal_form("35")
