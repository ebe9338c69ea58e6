"""What shares words and yet says something else is not sure; what two accounts disagree about still is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.overlap.helpers import article, find_match

from reader.overlap import Match, compare

TOLD = (
    "The trial at Lennet assizes is expected to go on for a month.",
    "Jurors saw pictures from a petrol station beside the quay.",
    "Several relatives of the victims sat in the gallery.",
    "The defence will open its case after the holiday.",
)
RETOLD = (
    "Pictures from a filling station on the quay were shown to the jury.",
    "Relatives of those who died sat in the gallery.",
    "A diver described how the wreck was traced.",
    "The hearing continues.",
)


def found(one: str, other: str) -> Match | None:
    """The match of two sentences in two accounts of one event."""
    return find_match(compare([article(*TOLD, one), article(*RETOLD, other)], floor=0), (0, 4), (1, 4))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The first defendant, Karl Voss, admitted careless steering on Tuesday.",
            "The second defendant, Ian Mead, admitted careless steering on Tuesday.",
        ),
        (
            "Mary Holt, 31, suffered a broken leg and was flown to hospital in Corran by helicopter.",
            "Peter Lunn, 77, suffered a broken wrist and was flown to hospital in Skell by helicopter.",
        ),
        (
            "Constables in Corran held a 24-year-old man on suspicion of arson.",
            "Constables in Skell held a 61-year-old woman on suspicion of arson.",
        ),
        ("The ferry from Corran was late by five hours.", "The ferry from Skell was late by two hours."),
        ("Shares in Alcor closed 9.3% lower at $6.18.", "Shares in Bexle closed 1.2% higher at $21.40."),
        (
            "A treasurer who stole £640,000 from a fund for sailors was jailed for six years on Monday.",
            "In 2016 a clerk was jailed for four years for stealing £85,000 from a fund for sailors.",
        ),
        (
            "Two people were hurt in a blast at a mill in Skell in 2009.",
            "Nine people were hurt in the blast at the mill on Tuesday.",
        ),
        (
            "Nurses at eleven hospitals walked out for 48 hours on Thursday in a row over wages.",
            "Teachers at forty schools walked out for 24 hours in March in a row over wages.",
        ),
        (
            "The yard was fined £180,000 after inspectors found dust in the hold.",
            "A council paid £20,000 in fines, since inspectors had found dust at a depot.",
        ),
    ],
)
def test_the_same_frame_around_other_things_is_only_possible(one: str, other: str) -> None:
    for a, b in ((one, other), (other, one)):
        both = found(a, b)
        assert both is None or not both.sure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Twelve people died and 30 were hurt when the tanker blew up in Corran.",
            "The tanker that blew up in Corran killed 14 people and hurt 34.",
        ),
        ("Voss, 34, was jailed for six years.", "Karl Voss, 35, was sent to jail for five years."),
        ("The new pier will cost £40m and open in 2027.", "Opening in 2028, the new pier is to cost £45m."),
        ("The town will spend £3m on mending the pier.", "The town will spend £30m on mending the pier."),
        ("The council will mend the pier for £3m.", "Mending the pier will cost the council £30m."),
        (
            "The mayor, Ada Murchie, said the pier would cost £4m.",
            "The leader put the cost of the pier at £5m.",
        ),
        (
            "The inquest heard that the barge had been carrying 40 tonnes of grain when it was lost.",
            "The inquest heard that the barge had been carrying nine tonnes of grain when it was lost.",
        ),
        ("The ferry from Corran was late by five hours.", "The Corran ferry was two hours late."),
        ("The yard lost $412m in the three months to June.", "The yard’s loss was $412 million."),
        ("More than 400 people signed the petition.", "The petition drew over 400 signatures."),
    ],
)
def test_accounts_that_disagree_about_a_figure_stay_sure(one: str, other: str) -> None:
    for a, b in ((one, other), (other, one)):
        both = found(a, b)
        assert both is not None
        assert both.sure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The pier cost €80m to mend.", "Mending the pier cost 80 million euros."),
        ("The pier was shut for 18 months.", "An eighteen-month closure of the pier followed."),
        ("Voss, 57, left the pier.", "The 57-year-old Voss left by the pier."),
        ("The tide rose by 7% at the pier.", "At the pier the tide rose by seven per cent."),
        ("A fifth of the pier is left.", "One fifth of the pier is all that is left."),
        ("The pier opens at 6.15am.", "The pier will open at 6:15 a.m. each day."),
    ],
)
def test_a_figure_written_otherwise_is_in_common(one: str, other: str) -> None:
    both = found(one, other)
    assert both is not None
    assert any(reason.startswith("figures") or "fifth" in reason for reason in both.reason)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Six hours went by before the blaze was out.", "Crews from six stations fought the blaze."),
        ("Her wage went up by a third at the yard.", "The yard lost money in the third quarter."),
        ("The blaze in the yard cost £40.", "The blaze in the yard hurt 40 men."),
    ],
)
def test_a_figure_of_something_else_is_not_in_common(one: str, other: str) -> None:
    both = found(one, other)
    assert both is None or not any(
        reason.startswith("figures") or "third" in reason for reason in both.reason
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "An important step towards peace was taken by the pilots.",
            "It is an important first step, the cook said.",
        ),
        (
            "He was the victim of trafficking, the Dutch sailor had said.",
            "A trafficking victim must be heard.",
        ),
        ("The count of herring took place at dawn.", "A limit on herring was put in place."),
        ("The owner argued that the herring was poor.", "Fishermen argued over herring."),
    ],
)
def test_one_expression_is_one_thing_in_common(one: str, other: str) -> None:
    both = found(one, other)
    assert both is None or not both.sure


def test_words_that_are_a_statement_are_no_expression() -> None:
    both = found("The skipper called the plan reckless.", "The plan is reckless, in the skipper’s view.")
    assert both is not None
    assert both.sure


ODD = "1.2.3 3rd 9 3,4 ½ £ 1999 2021 third a 12:30 -5 % m bn May in old".split()  # noqa: SIM905


@given(st.lists(st.sampled_from(ODD), max_size=9))
def test_whatever_figures_there_are_a_comparison_ends(words: list[str]) -> None:
    line = " ".join(("The barge sank off Corran", *words, "when the tanker struck it"))
    both = found(line, line.replace("9", "77"))
    assert both is not None
    assert 0 < both.score <= 1
