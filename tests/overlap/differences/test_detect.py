"""What differs between two sentences, by type, and how it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.overlap.differences.detect import differences
from reader.overlap.differences.difference import describe_difference


def told(a: str, b: str) -> list[tuple[str, str, str]]:
    return [(one.type, one.a, one.b) for one in differences(a, b)]


def typed(a: str, b: str) -> list[tuple[str, str, str]]:
    return [one for one in told(a, b) if one[0] not in {"dropped", "added", "replaced"}]


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
    assert typed(a, b) == [("figure", *figures)]


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
    assert told(a, b) == []


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
    assert told(a, b) == [("figure", *pair) for pair in figures]


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
    assert "figure" not in [one[0] for one in told(a, b)]


def test_other_currencies_and_bounds_are_said() -> None:
    [money] = differences("The deal is worth $20bn.", "The deal is worth €20bn.")
    assert describe_difference(money, "A", "B") == "other currencies: “$20bn” in A, “€20bn” in B"
    [bound] = differences("At least 12 people died.", "12 people died.")
    assert (
        describe_difference(bound, "A", "B")
        == "figures not equally exact: “At least 12 people” in A, “12 people” in B"
    )


@pytest.mark.parametrize(
    ("a", "b", "marked"),
    [
        ("The port is open 😀", "The port is open 😡", ("open 😀", "open 😡")),
        ("The mayor resigned?", "The mayor resigned.", ("resigned?", "resigned.")),
        ("It is 1,2,3,4", "It is 1.2.3.4", ("1,2,3,4", "1.2.3.4")),
        ("😀", "😡", ("😀", "😡")),
    ],
)
def test_signs_that_are_no_words(a: str, b: str, marked: tuple[str, str]) -> None:
    assert told(a, b) == [("replaced", *marked)]


@pytest.mark.parametrize(
    ("hedged", "plain", "hedge"),
    [
        ("The barge had reportedly lost its mast.", "The barge had lost its mast.", "reportedly"),
        ("He allegedly stole the cake.", "He stole the cake.", "allegedly"),
        ("The man is understood to be the skipper.", "The man is the skipper.", "is understood to"),
        ("It is said to have lost its mast.", "It lost its mast.", "is said to"),
        ("Sources say the deal is off.", "The deal is off.", "Sources say"),
        ("The pilot may have slept.", "The pilot slept.", "may have"),
        ("The port claimed that it was safe.", "The port said that it was safe.", "claimed"),
    ],
)
def test_a_hedge_on_one_side_only(hedged: str, plain: str, hedge: str) -> None:
    assert told(hedged, plain) == [("hedge", hedge, "")]
    assert told(plain, hedged) == [("hedge", "", hedge)]


def test_two_hedges_are_no_difference() -> None:
    assert typed("The barge reportedly lost its mast.", "It is said to have lost its mast.") == []


def test_a_hedge_of_what_only_one_side_says_is_part_of_that() -> None:
    a = "The port held a man for questioning, understood to be the skipper."
    assert told(a, "The port held a man for questioning.") == [
        ("dropped", "understood to be the skipper", "")
    ]


def test_the_month_of_may_is_no_hedge() -> None:
    assert ("hedge", "May", "") not in typed("The inquiry opened in May.", "The inquiry opened.")


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
    assert told(a, b) == [("speaker", *speakers)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“We lost it all,” said Ada Brill.", "Ada Brill said: “We lost it all.”"),
        ("“We lost it all,” Mrs Brill told us.", "“We lost it all,” said Ada Brill."),
        ("“We lost it all,” said Ada Brill.", "“We lost it all,” she said."),
    ],
)
def test_the_same_speaker(a: str, b: str) -> None:
    assert "speaker" not in [one[0] for one in told(a, b)]


def test_a_quotation_framed_with_another_verb() -> None:
    a, b = "“We were warned of it,” he said.", "“We were warned of it,” he confessed."
    assert told(a, b) == [("speaker", "said", "confessed")]


def test_details_that_only_one_side_has() -> None:
    a = "Two men from Lennet met Ada Brill in Wendhaven on Friday at 5pm."
    found = {(one.about, one.a) for one in differences(a, "Two men met.") if one.type == "detail"}
    assert found == {
        ("place", "Lennet"),
        ("name", "Ada Brill"),
        ("place", "Wendhaven"),
        ("date", "Friday"),
        ("time", "5pm"),
    }


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Harbour Safety Board asked for it.", "The HSB asked for it."),
        ("It was Idris Pell who asked for it.", "It was Mr Pell who asked for it."),
        ("It sank on Tuesday.", "It sank yesterday."),
        ("The Bank of Spain asked for it.", "The Spanish bank asked for it."),
        ("It began in Calif. and ended.", "It began in California and ended."),
    ],
)
def test_a_short_form_is_the_same_detail(a: str, b: str) -> None:
    assert typed(a, b) == []


def test_a_detail_in_words_that_are_told_is_told_with_them() -> None:
    a = "The mayor spoke, in a letter to the people of Wendhaven."
    assert told(a, "The mayor spoke.") == [("detail", "in a letter to the people of Wendhaven", "")]


def test_a_name_in_place_of_another() -> None:
    [who, where] = differences("Ada Brill won the race in Lennet.", "Tom Oakes won the race in Pell.")
    assert (who.type, who.a, who.b) == ("replaced", "Ada Brill", "Tom Oakes")
    assert describe_difference(who, "A", "B") == "other names: “Ada Brill” in A, “Tom Oakes” in B"
    assert describe_difference(where, "A", "B") == "other places: “Lennet” in A, “Pell” in B"


def test_the_same_in_another_order() -> None:
    [one] = differences("Schools in Lennet and Pell will close.", "Schools in Pell and Lennet will close.")
    assert describe_difference(one) == "the same, in another order"


def test_words_are_compared_in_any_language() -> None:
    assert told("Die Fähre fuhr gestern nicht.", "Die alte Fähre fuhr gestern.") == [
        ("added", "", "alte"),
        ("dropped", "nicht", ""),
    ]
    assert told("Паром ушёл утром.", "Паром ушёл вечером.") == [("replaced", "утром", "вечером")]


def test_an_article_alone_is_told_only_where_nothing_else_is() -> None:
    assert told("An old ferry sank.", "The old ferry sank.") == [("replaced", "An", "The")]
    assert told("An old ferry sank.", "The old ferry sank slowly.") == [("added", "", "slowly")]


def test_not_is_always_told() -> None:
    assert told("The bridge did not open.", "The bridge did open.") == [("dropped", "not", "")]


def test_of_a_text_written_anew_only_phrases_are_told() -> None:
    a = "Inspectors found deep cracks in the bearing of the bridge last spring."
    b = "In spring the bridge was inspected, and a dented brass telescope turned up under a gatehouse."
    assert ("replaced", "cracks", "telescope") not in told(a, b)
    assert any(kind == "added" and "telescope" in words for kind, _, words in told(a, b))


def test_a_clause_that_only_one_side_has() -> None:
    a = "A 54-year-old man was questioned by harbour police and released unpunished."
    b = "Harbor police questioned a 54-year-old man, understood to be the skipper, and let him go unpunished."
    assert told(a, b) == [("added", "", "understood to be the skipper")]


def test_what_both_say_is_not_told_as_only_in_one() -> None:
    hurt = told("Nobody was hurt.", "Nobody was hurt when the barge hit the central pier in fog.")
    assert hurt == [("added", "", "when the barge hit the central pier in fog")]
    mayor = told(
        "Mayor Cora Vance admitted that the town had known about the rotten beams.",
        "Cora Vance, the mayor, has at least been plain.",
    )
    assert ("dropped", "admitted that the town had known about the rotten beams", "") in mayor


def test_a_short_text_written_anew_is_told_as_one() -> None:
    a, b = "Nobody died.", "All survived."
    [one] = differences(a, b)
    assert (one.type, one.a, one.b) == ("replaced", a, b)
    assert describe_difference(one) == "other words throughout"


def test_said_in_words() -> None:
    said = [
        describe_difference(one, "A", "B")
        for one in differences(
            "The barge had reportedly lost 2 masts in Lennet.", "The barge had lost 3 masts, a cook said."
        )
    ]
    assert said == [
        "figures disagree: “2 masts” in A, “3 masts” in B",
        "hedged only in A: “reportedly”",
        "only in A: “Lennet” (place)",
        "words only in B: “a cook said”",
    ]
    long = differences("one", "one " + "gull " * 60)
    assert len(describe_difference(long[0])) < 190


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


def test_a_figure_without_end() -> None:
    assert told("9" * 5000 + "am", "at 1:30")


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
