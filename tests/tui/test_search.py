"""What a search finds, and where it stands in the text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles import load_bytes
from reader.overlap import Place
from reader.text.folding import find_folded, fold
from reader.tui.article.search_hits import split_at_hits
from reader.workspace.search import Search, sentence_named

if TYPE_CHECKING:
    from reader.text.folding import Spans

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


ARTICLES = [
    load_bytes(text.encode(), f"{number}.txt")[0]
    for number, text in enumerate(
        (
            "The ferry ran aground. Nobody was hurt. The Ferry was old.",
            "Gulls watched.",
            "A tug came. It pulled the ferry off.",
        )
    )
]


def places(search: Search, place: Place, by: int) -> list[tuple[int, int, bool]]:
    """The hits from a place on, until the first comes again."""
    seen: list[tuple[int, int, bool]] = []
    hit = search.next(place, by)
    while hit is not None and len(seen) < search.count:
        seen.append((hit.place.article, hit.place.sentence, hit.wrapped))
        hit = search.next(hit.place, by)
    return seen


def test_hits_come_in_order_through_the_articles_and_around() -> None:
    search = Search(ARTICLES)
    search.look_for("ferry")
    assert search.count == 3
    assert places(search, Place(0, 0), 1) == [(0, 2, False), (2, 1, False), (0, 0, True)]
    assert places(search, Place(0, 0), -1) == [(2, 1, True), (0, 2, False), (0, 0, False)]
    assert places(search, Place(1, 0), -1) == [(0, 2, False), (0, 0, False), (2, 1, True)]
    assert [search.number(Place(*place)) for place in ((0, 0), (0, 1), (2, 1))] == [1, 0, 3]
    hit = search.from_here(Place(0, 0))
    assert hit is not None
    assert hit.place == Place(0, 0)


def test_typing_on_narrows_and_taking_back_widens() -> None:
    search = Search(ARTICLES)
    counts = []
    for query in ("f", "fe", "fer", "Fer", "fer", "ferx", "fe", ""):
        search.look_for(query)
        counts.append(search.count)
        assert search.count == sum(
            search.finds(a.sentence_text(n)) for a in ARTICLES for n in range(len(a.sentences))
        )
    assert counts == [3, 3, 3, 1, 3, 0, 3, 0]


def test_a_note_is_a_hit_of_its_sentence() -> None:
    search = Search(ARTICLES)
    notes = [(Place(1, 0), "Ask the harbour office"), (Place(0, 0), "the ferry again")]
    search.look_for("harbour", notes)
    assert places(search, Place(0, 0), 1) == [(1, 0, False)]
    search.look_for("ferry", notes)
    assert search.count == 3, "once, though words and note have it"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("B 1", (1, 0)),
        ("A 3", (0, 2)),
        ("a3", (0, 2)),
        ("c 2", (2, 1)),
        ("C2", (2, 1)),
        ("#2", (2, 1)),
        ("#3", None),
        ("A 0", None),
        ("A 4", None),
        ("D 1", None),
        ("z1", None),
        ("A  3", None),
        (" A 3", None),
        ("A 3 ", None),
        ("A 3.", None),
        ("3", None),
        ("é1", None),
        ("A ３", None),
        ("A", None),
        ("#", None),
        ("", None),
    ],
)
def test_a_sentence_is_found_by_what_it_is_called(words: str, place: tuple[int, int] | None) -> None:
    assert sentence_named(words, ARTICLES, 2) == (Place(*place) if place else None)


@given(st.text("ab é👩‍👧", max_size=20), st.integers(0, 5), st.lists(st.integers(0, 25), max_size=6))
def test_a_run_is_parted_without_a_loss(text: str, start: int, ends: list[int]) -> None:
    bounds = sorted(set(ends))
    places: Spans = tuple(zip(bounds[::2], bounds[1::2], strict=False))
    pieces = split_at_hits(text, tuple((a - start, b - start) for a, b in places))
    assert "".join(piece for piece, _ in pieces) == text
    if "\u200d" not in text:
        marked = {start + offset for offset in range(len(text)) if _marked(pieces, offset)}
        assert marked == {n for a, b in places for n in range(a, b) if start <= n < start + len(text)}


def _marked(pieces: list[tuple[str, bool]], offset: int) -> bool:
    for text, hit in pieces:
        offset -= len(text)
        if offset < 0:
            return hit
    return False
