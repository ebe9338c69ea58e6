"""Phrases that a sentence written anew leaves out."""

from __future__ import annotations

from tests.overlap.differences.helpers import found, in_words


def test_only_phrases_are_reported_of_a_text_written_anew() -> None:
    a = "Inspectors found deep cracks in the bearing of the bridge last spring."
    b = "In spring the bridge was inspected, and a dented brass telescope turned up under a gatehouse."
    assert ("replaced", "cracks", "telescope") not in found(a, b)
    assert any(kind == "added" and "telescope" in words for kind, _, words in found(a, b))


def test_a_clause_that_only_one_side_has() -> None:
    a = "A 54-year-old man was questioned by harbour police and released unpunished."
    b = "Harbor police questioned a 54-year-old man, understood to be the skipper, and let him go unpunished."
    assert found(a, b) == [("added", "", "understood to be the skipper")]


def test_what_both_say_is_not_reported_as_only_in_one() -> None:
    hurt = found("Nobody was hurt.", "Nobody was hurt when the barge hit the central pier in fog.")
    assert hurt == [("added", "", "when the barge hit the central pier in fog")]
    mayor = found(
        "Mayor Cora Vance admitted that the town had known about the rotten beams.",
        "Cora Vance, the mayor, has at least been plain.",
    )
    assert ("dropped", "admitted that the town had known about the rotten beams", "") in mayor


def test_a_phrase_keeps_the_word_that_changes_its_meaning() -> None:
    a = "Clerks and cooks will lose jobs, with deckhands and the bridge crew mostly spared."
    b = "Clerks and cooks will lose jobs; few deckhands and navigators will go."
    assert any("few deckhands" in words for words in in_words(a, b))


def test_what_was_not_done_is_reported() -> None:
    a = "The union, which speaks for 9,000 deckhands, said it had not been consulted and would hold a vote."
    b = "The union that speaks for 9,000 of the crew said there would be a vote."
    assert any("had not been consulted" in words for words in in_words(a, b))
