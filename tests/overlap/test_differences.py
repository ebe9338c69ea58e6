"""What differs between two sentences, by type, and how it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.overlap.differences import differences
from reader.overlap.phrasing import in_words


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
        ("“We left the U.K. early,” she said.", '"we left the UK early" she said'),
    ],
)
def test_the_same_in_another_writing_is_no_difference(a: str, b: str) -> None:
    assert told(a, b) == []


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
    ],
)
def test_a_short_form_is_the_same_detail(a: str, b: str) -> None:
    assert typed(a, b) == []


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


def test_a_short_text_written_anew_is_told_as_one() -> None:
    a, b = "Nobody died.", "All survived."
    [one] = differences(a, b)
    assert (one.type, one.a, one.b) == ("replaced", a, b)
    assert in_words(one) == "other words throughout"


def test_said_in_words() -> None:
    said = [
        in_words(one, "A", "B")
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
    assert len(in_words(long[0])) < 190


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
        assert in_words(one)


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
