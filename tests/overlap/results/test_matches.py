"""Matches kept in columns are a sequence like any other; of long articles and on other threads the same."""

from __future__ import annotations

from threading import Thread

import pytest
from tests.overlap.helpers import article

from reader.overlap import POSSIBLE, SURE, Match, Overlap, Place, compare
from reader.overlap.matching import copied_text as copying
from reader.overlap.matching.features import LONG_ARTICLE as LONG


def account(person: str, days: int) -> list[str]:
    """The days of a voyage: what was loaded, told alike by all, and what each of them saw."""
    return [
        sentence
        for day in range(days)
        for sentence in (
            f"On day {day} the barge took {day + 40} crates of apples at wharf {day * 7}.",
            f"{person} counted {day + 300} geese near wharf {day * 7} from the deck.",
        )
    ]


VOYAGES = [article(*account(person, 12)) for person in ("Murchie", "Hale", "Reeve")]


@pytest.fixture(name="overlap", scope="module")
def _overlap() -> Overlap:
    return compare(VOYAGES)


def test_matches_are_a_sequence(overlap: Overlap) -> None:
    matches = list(overlap.matches)
    assert len(overlap.matches) == len(matches) > 20
    assert overlap.matches[0] == matches[0]
    assert overlap.matches[-1] == matches[-1]
    assert overlap.matches[2:5] == matches[2:5]
    assert matches[3] in overlap.matches
    assert overlap.matches == matches
    assert overlap.matches != matches[1:]
    assert repr(overlap) == f"Overlap(matches=<{len(matches)} matches>)"
    with pytest.raises(IndexError):
        overlap.matches[len(matches)]


def test_matches_come_highest_score_first_then_in_reading_order(overlap: Overlap) -> None:
    order = [(-match.score, match.a, match.b) for match in overlap.matches]
    assert order == sorted(order)
    assert all(match.a < match.b for match in overlap.matches)


@pytest.mark.parametrize("threshold", [0, POSSIBLE, SURE, 1.0])
def test_the_matches_of_a_sentence_are_those_it_stands_in(overlap: Overlap, threshold: float) -> None:
    for place in (Place(0, 0), Place(1, 7), Place(2, 23), Place(0, 99), Place(9, 0)):
        wanted = [m for m in overlap.matches if place in {m.a, m.b} and m.score >= threshold]
        assert overlap.matches_of(place, threshold) == wanted


@pytest.mark.parametrize("threshold", [0, POSSIBLE, SURE, 1.0])
def test_going_through_the_ends_gives_the_same(overlap: Overlap, threshold: float) -> None:
    reaching = [match for match in overlap.matches if match.score >= threshold]
    assert overlap.matches.count_reaching(threshold) == len(reaching)
    assert list(overlap.matches.ends(threshold)) == [
        ((place.article, place.sentence), match.kind, match.sure)
        for match in reaching
        for place in (match.a, match.b)
    ]


def test_nothing_compared_has_no_matches() -> None:
    assert Overlap().matches == ()
    assert Overlap().matches_of(Place(0, 0)) == []
    assert Overlap().matches.count_reaching(0) == 0


def test_long_articles_are_compared_like_short_ones() -> None:
    voyages = [article(*account(person, LONG // 2 + 1)) for person in ("Murchie", "Hale")]
    assert len(voyages[0].sentences) > LONG
    overlap = compare(voyages)
    copied = [match for match in overlap.matches if match.kind == "verbatim"]
    assert [match.a.sentence for match in copied] == list(range(0, LONG + 2, 2))
    assert all(match.b == Place(1, match.a.sentence) for match in copied)
    assert copied[0].reason == ("same words",)
    assert compare(voyages) == overlap


def test_runs_found_in_parts_are_the_same(monkeypatch: pytest.MonkeyPatch, overlap: Overlap) -> None:
    monkeypatch.setattr(copying, "MANY_SENTENCES", 0)
    assert compare(VOYAGES) == overlap


def test_another_thread_finds_the_same(overlap: Overlap) -> None:
    found: list[Overlap] = []
    thread = Thread(target=lambda: found.append(compare(VOYAGES)))
    thread.start()
    thread.join()
    assert found == [overlap]


@pytest.mark.parametrize("order", [(2, 0, 1), (1, 0, 2), (0, 1, 2)])
def test_in_another_order_articles_share_what_they_would_if_compared_so(
    overlap: Overlap, order: tuple[int, ...]
) -> None:
    moved = overlap.rearranged(order)
    anew = compare([VOYAGES[number] for number in order])
    assert sorted(map(_known, moved.matches)) == sorted(map(_known, anew.matches))
    assert all(match.a < match.b for match in moved.matches)
    for place in (Place(0, 0), Place(1, 7), Place(2, 23), Place(0, 99), Place(9, 0)):
        assert set(map(_known, moved.matches_of(place))) == set(map(_known, anew.matches_of(place)))


def test_moved_there_and_back_it_is_the_same(overlap: Overlap) -> None:
    back = overlap.rearranged((2, None, 0, 1)).rearranged((2, 3, 1, 0)).rearranged((0, 1, 3))
    assert back == overlap
    assert [match.reason for match in back.matches] == [match.reason for match in overlap.matches]


def test_the_matches_of_an_article_that_is_closed_are_gone_and_the_others_stay(overlap: Overlap) -> None:
    left = overlap.rearranged((2, None, 0))
    kept = [match for match in overlap.matches if 1 not in {match.a.article, match.b.article}]
    assert len(left.matches) == len(kept) > 5
    for match, was in zip(left.matches, kept, strict=True):
        assert (match.a.article, match.b.article) == (0, 2)
        assert (match.a.sentence, match.b.sentence) == (was.b.sentence, was.a.sentence)
        assert (match.score, match.kind, match.reason) == (was.score, was.kind, was.reason)
    assert left.matches_of(Place(1, 0)) == []
    assert {match.other(Place(2, 0)) for match in left.matches_of(Place(2, 0))} == {Place(0, 0), Place(0, 1)}
    assert left.matches.count_reaching(SURE) == sum(match.sure for match in kept)


def _known(match: Match) -> tuple[Place, Place, str, float]:
    return match.a, match.b, match.kind, round(match.score, 9)
