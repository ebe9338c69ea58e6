"""What holds of all differences together, whatever the sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.overlap.differences.helpers import found

from reader.overlap.differences.detect import differences
from reader.overlap.differences.difference import describe_difference


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Three people saw it at 6.15am.", "3 people saw it at 6.15 a.m."),
        ("Some 30,000 marched.", "Some 30000 marched."),
        ("It cost £1.8 million.", "It cost £1.8m."),
        ("Twenty-five boats and two dozen rafts sank.", "25 boats and 24 rafts sank."),
        ("The trip took two hours.", "The trip took 120 minutes."),
        ("It opens on 14 October.", "It opens on Oct 14."),
        ("She finished 3rd in the race.", "She finished third in the race."),
        ("It was his 21st win.", "It was his twenty-first win."),
        ("Some 1.2m people voted.", "Some 1.2 million people voted."),
        ("Prices rose 3.5% in a year.", "Prices rose three and a half per cent in a year."),
        ("Half of the boats sank.", "50 % of the boats sank."),
        ("½ of the boats sank.", "Half of the boats sank."),
        ("Two-thirds of voters agree.", "67% of voters agree."),
        ("Two hundred and fifty jobs will go.", "250 jobs will go."),
        ("Half a million people marched.", "500,000 people marched."),
        ("It opened on 03/05/2024.", "It opened on 3 May 2024."),
        ("It opened on 05/03/2024.", "It opened on 3 May 2024."),
        ("The ferry will sail at noon.", "The ferry is to sail at noon."),
        ("Shares fell by a third last week.", "Shares fell by one third last week."),
        ("It opened on 2024-05-03.", "It opened on 3 May 2024."),
        ("It runs from 3-5 June.", "It runs from 3 to 5 June."),
        ("He played in 2019-20.", "He played in 2019-2020."),
        ("It was built in the 1990s.", "It was built in the nineties."),
        ("The bank cut its rate by 25 basis points.", "The bank cut its rate by 0.25 points."),
        ("The bank cut its rate by 25 basis points.", "The bank cut its rate by a quarter point."),
        ("It fell to -5C.", "It fell to minus 5 degrees Celsius."),
        ("It was 41F in Pell.", "It was 5C in Pell."),
        ("The strike lasts 48 hours.", "The strike lasts two days."),
        ("He was jailed for 5-10 years.", "He was jailed for five to ten years."),
        ("It starts at noon.", "It starts at 12pm."),
        ("It starts at six o'clock.", "It starts at 6pm."),
        ("The ferry didn't sail and won't.", "The ferry did not sail and will not."),
        ("It’s said that they’re late.", "It is said that they are late."),
        ("Number 10 knew of it.", "No 10 knew of it."),
        ("The harbour centre realised its labour needs.", "The harbor center realized its labor needs."),
        ("The rate is 5.25%.", "The rate is 5.25 per cent."),
        ("“We left the U.K. early,” she said.", '"we left the UK early" she said'),
    ],
)
def test_the_same_in_another_writing_is_no_difference(a: str, b: str) -> None:
    assert found(a, b) == []


SENTENCES = st.lists(
    st.sampled_from(
        [
            "the",
            "barge",
            "reportedly",
            "sank",
            "on",
            "Tuesday",
            "at",
            "5.40am",
            "in",
            "Wendhaven",
            "“We",
            "knew”",
            "said",
            "Ada",
            "Brill",
            "2,300",
            "people",
            "six",
            "weeks",
            "£1.8",
            "million",
            ",",
            ".",
            "may",
            "have",
            "not",
            "first",
            "May",
            "14",
            "October",
            "1911",
            "%",
            "U.K.",
            "“",
            "”",
            "is",
            "understood",
            "to",
            "浪",
            "мост",
        ]
    ),
    max_size=14,
).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_every_difference_is_printed_in_its_sentence(a: str, b: str) -> None:
    for one in differences(a, b):
        assert one.a in a
        assert one.b in b
        assert one.a or one.b
        assert describe_difference(one)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_compared(a: str, b: str) -> None:
    for one in differences(a, b):
        assert one.a in a
        assert one.b in b


@given(SENTENCES)
def test_a_sentence_does_not_differ_from_itself(text: str) -> None:
    assert differences(text, text) == []
    assert differences(text, text.upper().replace("“", '"')) == differences(text, text.upper())


@given(SENTENCES, SENTENCES)
def test_details_and_hedges_are_the_same_from_the_other_side(a: str, b: str) -> None:
    one_sided = {"detail", "hedge"}
    there = [(one.type, one.a, one.b) for one in differences(a, b) if one.type in one_sided]
    back = [(one.type, one.b, one.a) for one in differences(b, a) if one.type in one_sided]
    assert sorted(there) == sorted(back)
