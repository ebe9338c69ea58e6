"""Folded text: what a search takes for the same."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.folding import find_folded, fold

LETTERS = st.text(alphabet="aAeéE\u0301sßẞﬁiIİ漢字x\u0302’'“ｶﾞが👩‍👧…½ .", max_size=30)


def found(text: str, query: str) -> list[str]:
    """The pieces of a text that a query finds."""
    exact = any(letter.isupper() for letter in query)
    return [text[start:end] for start, end in find_folded(text, fold(query, exact=exact), exact=exact)]


@given(LETTERS, LETTERS.filter(lambda text: fold(text, exact=False) != ""), st.booleans())
def test_there_are_spans_just_where_the_loose_text_has_it(text: str, query: str, exact: bool) -> None:
    needle = fold(query, exact=exact)
    places = find_folded(text, needle, exact=exact)
    assert bool(places) == (needle in fold(text, exact=exact))
    assert all(needle in fold(text[start:end], exact=exact) for start, end in places)
    assert list(places) == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= after[0] for one, after in pairwise(places))


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("The café and the CAFÉ", "cafe", ["café", "CAFÉ"]),
        ("The cafe\u0301 of old", "café", ["cafe\u0301"]),
        ("naïve", "NAI", []),
        ("Naïve and naïve", "Naive", ["Naïve"]),
        ("Die Straße", "strasse", ["Straße"]),
        ("Die Strasse", "Straße", ["Strasse"]),
        ("maße", "as", ["aß"]),
        ("a ﬁne ofﬁce", "fi", ["ﬁ", "ﬁ"]),
        ("an oﬃcer", "ffi", ["ﬃ"]),
        ("x\u0302y", "x", ["x\u0302"]),
        ("ＡＢＣ and 漢字", "abc", ["ＡＢＣ"]),
        ("Don’t say “no” — ever", 'don\'t say "no" - e', ["Don’t say “no” — e"]),
        ("two\u00a0words", "two words", ["two\u00a0words"]),
        ("がか", "か", ["か"]),
        ("aaa", "aa", ["aa"]),
    ],
)
def test_accents_case_and_shapes_do_not_count_but_capitals_in_the_query(
    text: str, query: str, expected: list[str]
) -> None:
    assert found(text, query) == expected
