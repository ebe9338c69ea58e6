"""Figures, times and dates that disagree, and those that only look so."""

from __future__ import annotations

import pytest
from tests.overlap.differences.helpers import found, found_about, found_except_words, in_words


@pytest.mark.parametrize(
    ("a", "b", "figures"),
    [
        ("The ferry stops for six weeks.", "The ferry stops for eight weeks.", ("six weeks", "eight weeks")),
        ("It cost £1.8 million.", "It cost £2.1m.", ("£1.8 million", "£2.1m")),
        ("It left at 6.15am.", "It left at 6.45 a.m.", ("6.15am", "6.45 a.m.")),
        ("Prices rose by 4.5 per cent.", "Prices rose by 4.7%.", ("4.5 per cent", "4.7%")),
        ("It sank on Tuesday.", "It sank on Wednesday.", ("Tuesday", "Wednesday")),
        ("It sank on 14 October.", "It sank on October 15.", ("14 October", "October 15")),
        ("It was built in 1911.", "It was built in 1921.", ("1911", "1921")),
        ("A 54-year-old man was held.", "A 45-year-old man was held.", ("54-year-old", "45-year-old")),
        ("The second ferry sank.", "The third ferry sank.", ("second ferry", "third ferry")),
        ("The deal is worth $20bn.", "The deal is worth €20bn.", ("$20bn", "€20bn")),
        ("It was -5C in Lennet.", "It was 5C in Lennet.", ("-5C", "5C")),
        ("It was −5C in Lennet.", "It was 5C in Lennet.", ("−5C", "5C")),
        ("He paid 50p for it.", "He paid £50 for it.", ("50p", "£50")),
        ("Lennet won 2-1 at home.", "Lennet won 3-1 at home.", ("2-1", "3-1")),
        ("It passed by 52 votes to 48.", "It passed by 51-49.", ("52 votes to 48", "51-49")),
        ("Ada Brill, 30, was rescued.", "Ada Brill, 31, was rescued.", ("30", "31")),
        ("She finished 3rd.", "She finished second.", ("3rd", "second")),
        ("政府通过了3项法案。", "政府通过了4项法案。", ("3项", "4项")),
        ("He was jailed for 5-10 years.", "He was jailed for 5-12 years.", ("5-10 years", "5-12 years")),
        ("He scored twice on Sunday.", "He scored three times on Sunday.", ("twice", "three times")),
        ("At least 12 people died.", "12 people died.", ("At least 12 people", "12 people")),
        ("More than 300 homes sank.", "Nearly 300 homes sank.", ("More than 300 homes", "Nearly 300 homes")),
        ("It runs from 3-5 June.", "It runs from 4 to 6 June.", ("3-5 June", "4 to 6 June")),
        ("A third of boats sank.", "Some 25% of boats sank.", ("A third", "Some 25%")),
        ("Route 66 is shut at exit 12.", "Route 66 is shut at exit 14.", ("exit 12", "exit 14")),
        (
            "The work stopped because it would have cost £1.8 million.",
            "Councillors put off the £2.1m job until spring.",
            ("£1.8 million", "£2.1m"),
        ),
        (
            "Lennet approved homes on the Marsh Road site by eight votes to three.",
            "Plans for homes off Marsh Road were passed by councillors, eight votes to two.",
            ("eight votes to three", "eight votes to two"),
        ),
        (
            "It cut off the 2,300 people there.",
            "It cut off some 2,500 residents there.",
            ("2,300 people", "some 2,500 residents"),
        ),
    ],
)
def test_figures_that_disagree(a: str, b: str, figures: tuple[str, str]) -> None:
    assert found_except_words(a, b) == [("figure", *figures)]


@pytest.mark.parametrize(
    ("a", "b", "figures"),
    [
        (
            "The crew saved five men and three women.",
            "The crew saved three men and five women.",
            [("five men", "three men"), ("three women", "five women")],
        ),
        (
            "Prices rose 5% in Lennet and 3% in Pell.",
            "Prices rose 3% in Lennet and 5% in Pell.",
            [("5%", "3%"), ("3%", "5%")],
        ),
        (
            "Brill scored 3 and Oakes 5 in the final.",
            "Brill scored 5 and Oakes 3 in the final.",
            [("3", "5"), ("5", "3")],
        ),
    ],
)
def test_figures_that_were_swapped(a: str, b: str, figures: list[tuple[str, str]]) -> None:
    assert found(a, b) == [("figure", *pair) for pair in figures]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It rose to £5m from £3m.", "It rose from £3m to £5m."),
        ("Lennet lost 1-2 to Pell.", "Pell beat Lennet 2-1."),
        (
            "The blast killed 12 people in Lennet.",
            "In Lennet, 30 people were hurt when a gas bottle went off.",
        ),
        ("Police arrested three men and a woman.", "Police arrested four people."),
        ("Both signed the deal in July, which ends the row.", "A man who came in August by raft was held."),
        ("She led the party over five years.", "She led the party for five years."),
    ],
)
def test_figures_of_other_things_do_not_disagree(a: str, b: str) -> None:
    assert "figure" not in [one[0] for one in found(a, b)]


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
    assert found_about(a, b, "figure") == []


def test_some_of_the_injured() -> None:
    a = "Three of the injured remain in a critical condition in Pell."
    b = "Two patients there were still critically ill."
    assert found_about(a, b, "figure") == [("figure", "Three of the injured", "Two patients")]


def test_a_word_with_a_number_in_it() -> None:
    a, b = "The father-of-three drowned in Pell.", "The father-of-two drowned in Pell."
    assert in_words(a, b) == ["figures disagree: “father-of-three” in A, “father-of-two” in B"]


def test_a_figure_of_five_thousand_digits() -> None:
    assert found("9" * 5000 + "am", "at 1:30")
