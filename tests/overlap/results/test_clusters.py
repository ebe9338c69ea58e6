"""Sentences that say one thing, over all articles."""

from __future__ import annotations

from tests.overlap.helpers import article

from reader.overlap import Place, compare

RESCUE = "A coastguard helicopter lifted seven sailors from the sinking trawler."
BOOMS = "Volunteers laid booms along the beach at Lennet to stop the fuel."


def test_one_statement_over_three_articles() -> None:
    overlap = compare([article("Geese.", RESCUE), article(RESCUE, "Oats."), article("Tin.", "Salt.", RESCUE)])
    assert overlap.clusters() == [(Place(0, 1), Place(1, 0), Place(2, 2))]


def test_a_middle_sentence_does_not_chain_two_that_are_unlike() -> None:
    both = f"{RESCUE.rstrip('.')}, while {BOOMS[0].lower()}{BOOMS[1:]}"
    overlap = compare([article(RESCUE, "Geese."), article(both, "Oats."), article(BOOMS, "Tin.")])
    assert {len(overlap.matches_of(place, 0.25)) for place in (Place(0, 0), Place(2, 0))} == {1}
    for cluster in overlap.clusters():
        assert not {Place(0, 0), Place(2, 0)} <= set(cluster)


def test_a_copy_said_twice_is_one_thing() -> None:
    overlap = compare([article(RESCUE, "Geese.", RESCUE), article(RESCUE, "Oats.")])
    assert overlap.clusters() == [(Place(0, 0), Place(0, 2), Place(1, 0))]


def test_a_higher_threshold_leaves_less() -> None:
    overlap = compare([article(RESCUE, BOOMS), article(RESCUE, BOOMS.replace("fuel", "oil"))])
    assert len(overlap.clusters()) == 2
    assert overlap.clusters(1.0) == [(Place(0, 0), Place(1, 0))]
