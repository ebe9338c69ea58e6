"""Words: where they stand, when two are alike, and their families."""

from __future__ import annotations

import pytest

from reader.text.stemming import stem
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deported", "deportation"),
        ("boats", "boat"),
        ("three", "3"),
        ("sen", "senator"),
        ("flown", "flight"),
        ("government's", "government"),
        ("marriage", "married"),
        ("remove", "removal"),
        ("stopped", "stop"),
        ("cities", "city"),
        ("cared", "care"),
        ("closure", "closing"),
        ("planning", "plans"),
        ("planes", "plane"),
        ("buses", "bus"),
        ("appeals", "appealed"),
    ],
)
def test_one_family(one: str, other: str) -> None:
    assert stem(normal_form(one)) == stem(normal_form(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("first", "second"),
        ("court", "count"),
        ("police", "policy"),
        ("news", "new"),
        ("cars", "care"),
        ("planes", "plans"),
        ("wine", "win"),
        ("legal", "legs"),
        ("canal", "can"),
        ("notes", "not"),
        ("investigation", "investment"),
        ("governor", "government"),
        ("committee", "committed"),
        ("secretary", "secret"),
        ("international", "internal"),
    ],
)
def test_two_families(one: str, other: str) -> None:
    assert stem(one) != stem(other)
