"""Who says a quotation, and with which verb."""

from __future__ import annotations

import pytest
from tests.overlap.differences.helpers import found, found_about, in_words

QUOTED = "“a great loss for the whole of Lennet”"


@pytest.mark.parametrize(
    ("a", "b", "speakers"),
    [
        (
            "“We lost it all,” said Ada Brill.",
            "“We lost it all,” said Tom Oakes.",
            ("Ada Brill", "Tom Oakes"),
        ),
        ("“We lost it all,” she said.", "“We lost it all,” the source told us.", ("she", "the source")),
        (
            "“We lost it all,” a spokesman said.",
            "Ada Brill said: “We lost it all.”",
            ("a spokesman", "Ada Brill"),
        ),
        ("“We lost it all.”", "“We lost it all,” said Ada Brill.", ("", "Ada Brill")),
        ("“No,” said Ada Brill.", "“No,” said Tom Oakes.", ("Ada Brill", "Tom Oakes")),
        ("“We lost it all,” Mr. Oakes said.", "“We lost it all.”", ("Mr. Oakes", "")),
    ],
)
def test_another_speaker_of_a_shared_quotation(a: str, b: str, speakers: tuple[str, str]) -> None:
    assert found(a, b) == [("speaker", *speakers)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“We lost it all,” said Ada Brill.", "Ada Brill said: “We lost it all.”"),
        ("“We lost it all,” Mrs Brill told us.", "“We lost it all,” said Ada Brill."),
        ("“We lost it all,” said Ada Brill.", "“We lost it all,” she said."),
    ],
)
def test_the_same_speaker(a: str, b: str) -> None:
    assert "speaker" not in [one[0] for one in found(a, b)]


def test_a_quotation_framed_with_another_verb() -> None:
    a, b = "“We were warned of it,” he said.", "“We were warned of it,” he confessed."
    assert found(a, b) == [("speaker", "said", "confessed")]


@pytest.mark.parametrize(
    "frame",
    [
        "Ada Brill, whose boat was lost, described {}.",
        "Mayor Ada Brill of Lennet called it {}.",
        "Lennet’s mayor, Ada Brill, spoke of {}.",
        "The mayor, Ada Brill, who took office in May, spoke of {}.",
        "It was {}, according to Ada Brill.",
        "It was described by Ada Brill as {}.",
        "{}, was how Ada Brill put it.",
        "{}, said the mayor, Ada Brill.",
        "Tom Oakes wept, and Mrs Brill called it {}.",
        "Ada Brill thinks of it as {}.",
    ],
)
def test_one_speaker_in_other_frames(frame: str) -> None:
    other = f"{QUOTED}, said Ada Brill."
    assert found_about(frame.format(QUOTED), other, "speaker") == []
    assert found_about(other, frame.format(QUOTED), "speaker") == []


@pytest.mark.parametrize(
    ("a", "b", "speakers"),
    [
        ("Tom Oakes called it {}.", "Ada Brill said it was {}.", ("Tom Oakes", "Ada Brill")),
        ("It was {}, according to Ada Brill.", "Tom Oakes described {}.", ("Ada Brill", "Tom Oakes")),
        ("{}, said Ada Brill.", "{}, said Ada Oakes.", ("Ada Brill", "Ada Oakes")),
        ("It was condemned by Ada Brill as {}.", "Tom Oakes called it {}.", ("Ada Brill", "Tom Oakes")),
    ],
)
def test_other_speakers(a: str, b: str, speakers: tuple[str, str]) -> None:
    assert found_about(a.format(QUOTED), b.format(QUOTED), "speaker") == [("speaker", *speakers)]


def test_two_people_who_say_different_things() -> None:
    a, b = "“We are sorry for the town,” said Ada Brill.", "“We never heard of the town,” said Tom Oakes."
    assert in_words(a, b)[0] == "other speakers: “Ada Brill” in A, “Tom Oakes” in B"


def test_somebody_who_only_reports_is_no_other_speaker() -> None:
    a = "“I am not for the new bridge,” Ada Brill said in a letter."
    b = "According to The Ledger, Brill wrote after a poll said she “wants the bridge and loves its toll”."
    assert found_about(a, b, "speaker") == []


def test_a_speaker_who_may_be_the_same() -> None:
    a, b = f"The mayor called it {QUOTED}.", f"Ada Brill called it {QUOTED}."
    assert in_words(a, b) == ["speaker given as: “The mayor” in A, “Ada Brill” in B"]


def test_the_same_speaker_with_an_accusing_verb() -> None:
    a, b = f"Ada Brill said it was {QUOTED}.", f"Ada Brill condemned {QUOTED}."
    assert "framed another way: “said” in A, “condemned” in B" in in_words(a, b)
