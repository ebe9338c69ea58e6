"""What all say, what most say, what only one says, and how much each two share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.overlap.helpers import article

from reader.overlap import SURE, Matches, Overlap, Place, compare
from reader.overlap.results.consensus import Share, article_shares, find_consensus, share_matrix
from reader.overlap.results.model import pack_place

RESCUE = "A coastguard helicopter lifted seven sailors from the sinking trawler."
BOOMS = "Volunteers laid booms along the beach at Lennet to stop the fuel."
OWNER = "Its owner has promised to pay for cleaning every harbour wall."
GEESE = "Geese slept through it all on the marsh behind the chapel."

FOUR = [
    article(RESCUE, BOOMS, OWNER, GEESE, "READ MORE: seals", boilerplate=[4]),
    article(BOOMS, RESCUE),
    article(RESCUE, "Tin is dearer than it was.", BOOMS),
    article(OWNER, RESCUE),
]


def test_all_most_some_and_one() -> None:
    found = find_consensus(FOUR, compare(FOUR))
    assert [statement.places for statement in found.by_all] == [
        (Place(0, 0), Place(1, 1), Place(2, 0), Place(3, 1))
    ]
    assert [statement.articles for statement in found.by_most] == [(0, 1, 2)]
    assert [statement.articles for statement in found.by_some] == [(0, 3)]
    assert found.by_one == ((Place(0, 3),), (), (Place(2, 1),), ())


def test_the_representative_is_like_the_others() -> None:
    odd = "By helicopter the coastguard got seven sailors off a sinking trawler, one with a broken thumb."
    articles = [article(odd, "Oats."), article(RESCUE, "Tin."), article(RESCUE, "Salt.")]
    [statement] = find_consensus(articles, compare(articles)).by_all
    assert statement.representative in {Place(1, 0), Place(2, 0)}


def test_what_all_say_is_surely_said_by_each() -> None:
    """Four sentences hold together, but none surely says what all the others say."""
    articles = [article(RESCUE), article(BOOMS), article(OWNER), article(GEESE)]
    scores = {(0, 1): 0.4, (2, 3): 0.4, (1, 2): 0.3, (0, 2): 0.2, (0, 3): 0.2, (1, 3): 0.2}
    overlap = Overlap(
        Matches(
            places=[pack_place(number, 0) for number in range(4)],
            a=[a for a, _ in scores],
            b=[b for _, b in scores],
            scores=scores.values(),
            kinds=["paraphrase"] * len(scores),
        )
    )
    assert len(overlap.clusters()) == 1
    found = find_consensus(articles, overlap)
    assert found.by_all == ()
    [statement] = found.by_most
    chosen = statement.representative
    sure = {match.other(chosen) for match in overlap.matches_of(chosen, SURE)}
    assert set(statement.places) == {chosen, *sure}


def test_the_representative_claims_least() -> None:
    plain = "A coastguard helicopter lifted the sailors from the trawler."
    long = "A coastguard helicopter lifted nine sailors, two of them hurt, from the trawler Alba at dawn."
    other = (
        "At dawn a coastguard helicopter lifted nine sailors, one of them badly hurt, from the trawler Alba."
    )
    articles = [article(long, "Oats."), article(plain, "Tin."), article(other, "Salt.")]
    [statement] = find_consensus(articles, compare(articles)).by_all
    assert statement.representative == Place(1, 0)


def test_shares_of_each_two_in_both_directions() -> None:
    found = share_matrix(FOUR, compare(FOUR))
    assert found[1, 0] == Share(1.0, 1.0)
    assert found[0, 1].sentences == pytest.approx(2 / 4), "boilerplate is not counted"
    words = [len(sentence.split()) for sentence in (RESCUE, BOOMS, OWNER, GEESE)]
    assert found[0, 1].words == pytest.approx(sum(words[:2]) / sum(words))
    assert set(found) == {(a, b) for a in range(4) for b in range(4) if a != b}
    assert article_shares(FOUR, compare(FOUR))[2].sentences == pytest.approx(2 / 3)


def test_nothing_shared_and_nothing_there() -> None:
    articles = [article(RESCUE), article("Oats."), article()]
    overlap = compare(articles)
    found = find_consensus(articles, overlap)
    assert (found.by_all, found.by_most, found.by_some) == ((), (), ())
    assert found.by_one == ((Place(0, 0),), (Place(1, 0),), ())
    assert article_shares(articles, overlap) == [Share(0.0, 0.0)] * 3


@given(st.lists(st.lists(st.sampled_from([RESCUE, BOOMS, OWNER, GEESE]), max_size=4), min_size=2, max_size=5))
def test_shares_are_parts_and_no_pair_shares_more_than_any(texts: list[list[str]]) -> None:
    articles = [article(*sentences) for sentences in texts]
    overlap = compare(articles)
    by_any = article_shares(articles, overlap)
    for (one, _), share in share_matrix(articles, overlap).items():
        assert 0 <= share.sentences <= by_any[one].sentences <= 1
        assert 0 <= share.words <= by_any[one].words <= 1
