"""What a search finds, and where it stands in the text."""

from __future__ import annotations

import pytest

from reader.articles import load_bytes
from reader.overlap import Place
from reader.workspace.search import Search, sentence_named

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
