"""Stems: which words belong to one family."""

from __future__ import annotations

import pytest

from reader.text.stemming import stem
from reader.text.tokens import normal_form


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
