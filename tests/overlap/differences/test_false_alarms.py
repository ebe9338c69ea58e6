"""What a careful editor would not forgive: who said it, who did it, what is denied, what hardly differs."""

from __future__ import annotations

import pytest

from reader.overlap.differences.detect import differences
from reader.overlap.differences.difference import describe_difference


def said(a: str, b: str) -> list[str]:
    return [describe_difference(one, "A", "B") for one in differences(a, b)]


def typed(a: str, b: str, *types: str) -> list[tuple[str, str, str]]:
    return [(one.about, one.a, one.b) for one in differences(a, b) if one.type in types]


QUOTED = "“a great loss for the whole of Lennet”"


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
    assert typed(frame.format(QUOTED), other, "speaker") == []
    assert typed(other, frame.format(QUOTED), "speaker") == []


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
    assert typed(a.format(QUOTED), b.format(QUOTED), "speaker") == [("speaker", *speakers)]


def test_two_people_who_say_different_things() -> None:
    a, b = "“We are sorry for the town,” said Ada Brill.", "“We never heard of the town,” said Tom Oakes."
    assert said(a, b)[0] == "other speakers: “Ada Brill” in A, “Tom Oakes” in B"


def test_who_only_reports_is_no_other_speaker() -> None:
    a = "“I am not for the new bridge,” Ada Brill said in a letter."
    b = "According to The Ledger, Brill wrote after a poll said she “wants the bridge and loves its toll”."
    assert typed(a, b, "speaker") == []


def test_who_may_be_the_same_speaker() -> None:
    a, b = f"The mayor called it {QUOTED}.", f"Ada Brill called it {QUOTED}."
    assert said(a, b) == ["speaker given as: “The mayor” in A, “Ada Brill” in B"]


def test_the_same_speaker_who_accuses() -> None:
    a, b = f"Ada Brill said it was {QUOTED}.", f"Ada Brill condemned {QUOTED}."
    assert "framed another way: “said” in A, “condemned” in B" in said(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Pell attacked Lennet on Friday.", "Lennet attacked Pell on Friday."),
        ("Pell attacked Lennet.", "Pell was attacked by Lennet."),
        ("The council sued the ferry firm.", "The ferry firm sued the council over a debt."),
        ("He was hit by a cyclist.", "A cyclist was hit by him."),
        ("Lennet’s mayor said the US had lied.", "The US said Lennet’s mayor had lied."),
    ],
)
def test_who_did_it_to_whom(a: str, b: str) -> None:
    assert [about for about, _, _ in typed(a, b, "replaced")] == ["roles"]
    assert said(a, b)[0].startswith("turned round: ")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Pell attacked Lennet.", "Lennet was attacked by Pell."),
        ("A cyclist hit him.", "He was hit by a cyclist."),
        ("Ada praised Tom and Tom praised Ada.", "Tom praised Ada and Ada praised Tom."),
        ("Boats in Pell and Lennet sank.", "Boats in Lennet and Pell sank."),
    ],
)
def test_the_same_doer(a: str, b: str) -> None:
    assert "roles" not in [about for about, _, _ in typed(a, b, "replaced")]


@pytest.mark.parametrize(
    ("a", "b", "contrary"),
    [
        (
            "The storm wrecked two boats in the harbour.",
            "As far as is known in Lennet the storm did not wreck anything.",
            ("wrecked", "did not wreck"),
        ),
        (
            "About 300 islanders had to leave their homes that night.",
            "On Friday most of them could return to their homes.",
            ("leave", "return"),
        ),
    ],
)
def test_the_contrary(a: str, b: str, contrary: tuple[str, str]) -> None:
    assert ("contrary", *contrary) in typed(a, b, "replaced")


def test_what_is_without_something_denies_nothing() -> None:
    a = "The storm hit Lennet at 5.40am, leaving the island without a road to the mainland."
    b = "It is the only road to the island, where most people go to work on the mainland."
    assert "contrary" not in [about for about, _, _ in typed(a, b, "replaced")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The storm killed two workers and left 11 people hurt.", "Two people died in the storm."),
        ("The storm killed two cooks and left 11 people hurt.", "Two people died in the storm."),
        (
            "Takings fell 7% as guests stayed away from the harbour.",
            "Guest numbers fell by 11% at the harbour.",
        ),
        ("Shares in Brill closed 9% lower at $6.", "Shares in Oakes closed 1% higher at $21."),
        ("Her pay went up to $14m last year.", "The firm made a loss of $412m last year."),
        ("Its pay rose by a third to $4m last year.", "The pay went up by one third last year, to $4m."),
        ("It cut one in eight of its workforce.", "It cut 12.5 per cent of its workforce."),
        (
            "Three of the injured remain in a critical condition in Pell.",
            "Four of the injured have been allowed home from Pell.",
        ),
    ],
)
def test_no_figures_that_disagree(a: str, b: str) -> None:
    assert typed(a, b, "figure") == []


def test_some_of_the_injured() -> None:
    a = "Three of the injured remain in a critical condition in Pell."
    b = "Two patients there were still critically ill."
    assert typed(a, b, "figure") == [("figure", "Three of the injured", "Two patients")]


def test_a_word_with_a_number_in_it() -> None:
    a, b = "The father-of-three drowned in Pell.", "The father-of-two drowned in Pell."
    assert said(a, b) == ["figures disagree: “father-of-three” in A, “father-of-two” in B"]


def test_the_year_of_a_day() -> None:
    assert said("It opened on 3 May 2024.", "It opened on May 3.") == ["only in A: “2024” (date)"]


@pytest.mark.parametrize(
    ("hedged", "plain", "hedge"),
    [
        ("Police believe the fire was set.", "The fire was set.", "Police believe"),
        (
            "It was too early to say whether the cook slept.",
            "The cook slept.",
            "It was too early to say whether",
        ),
        ("The mayor said she might resign.", "The mayor said she would resign.", "might"),
        ("It is not clear whether the cook slept.", "The cook slept.", "It is not clear whether"),
    ],
)
def test_more_hedges(hedged: str, plain: str, hedge: str) -> None:
    assert typed(hedged, plain, "hedge") == [("", hedge, "")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Brill said to police that she’d had three pints.", "Brill told police she had had three pints."),
        ("The theft was reported to police.", "Police were told of the theft."),
        (
            "Inspectors believe dust may have been lit by a spark.",
            "It was too early to say what lit the dust, but a spark was one line, the board said.",
        ),
    ],
)
def test_no_hedge_on_one_side_only(a: str, b: str) -> None:
    assert typed(a, b, "hedge") == []


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("An old ferry sank.", "The old ferry sank.", "only small words: “An” in A, “The” in B"),
        ("Prices rose in Lennet.", "Prices rose at Lennet.", "only small words: “in” in A, “at” in B"),
    ],
)
def test_what_is_hardly_a_difference(a: str, b: str, words: str) -> None:
    assert said(a, b) == [words]


@pytest.mark.parametrize(
    ("a", "b", "detail"),
    [
        ("Shares in Brill fell.", "Shares fell.", ("name", "Brill")),
        ("They met the Harbour Workers’ Alliance.", "They met.", ("name", "Harbour Workers’ Alliance")),
        ("It is a matter for France.", "It is a matter for others.", ("place", "France")),
        ("She was taken to St Olave’s Hospital.", "She was taken away.", ("name", "St Olave’s Hospital")),
        ("The ferry sank overnight.", "The ferry sank.", ("time", "overnight")),
        ("It sold 22 leased aircraft.", "It sold aircraft.", ("figure", "22 leased aircraft")),
    ],
)
def test_what_a_detail_is_called(a: str, b: str, detail: tuple[str, str]) -> None:
    assert [(about, one) for about, one, _ in typed(a, b, "detail")] == [detail]


def test_the_two_of_before_are_no_detail() -> None:
    assert "figure" not in [about for about, _, _ in typed("The two ports agreed.", "They agreed.", "detail")]


def test_a_phrase_keeps_the_word_that_turns_it_round() -> None:
    a = "Clerks and cooks will lose jobs, with deckhands and the bridge crew mostly spared."
    b = "Clerks and cooks will lose jobs; few deckhands and navigators will go."
    assert any("few deckhands" in words for words in said(a, b))


def test_what_was_not_done_is_told() -> None:
    a = "The union, which speaks for 9,000 deckhands, said it had not been consulted and would hold a vote."
    b = "The union that speaks for 9,000 of the crew said there would be a vote."
    assert any("had not been consulted" in words for words in said(a, b))


def test_where_every_noun_has_a_capital_none_is_a_name() -> None:
    a = "Bei einem Brand in einer Lagerhalle in Pellhafen sind zwei Arbeiter verletzt worden."
    b = "Zwei Arbeiter wurden bei einem Feuer in Pellhafen verletzt, teilte die Polizei mit."
    assert "name" not in [one.about for one in differences(a, b)]
