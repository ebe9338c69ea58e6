from __future__ import annotations

import pytest

from reader.articles.boilerplate import find_boilerplate, is_boilerplate


def boilerplate_of(text: str) -> list[str]:
    lines = text.split("\n")
    return [lines[index] for index in sorted(find_boilerplate(lines))]


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Ferry crews to vote again on Monday",
        "Read more: Ferry crews to vote again on Monday",
        "READ ALSO | Five things to know about the new pier",
        "RELATED: The long history of the Marrow bridge",
        "WATCH: The moment the crane came down.",
        "LISTEN: Our podcast on the harbour",
        "SEE ALSO: What the council said",
        "MORE: All our coverage of the strike",
        "DON'T MISS: The week in pictures",
        "Don’t miss: the week in pictures",
        "- READ MORE: a bullet before it",
        "• Related: The long history of the Marrow bridge",
        "You may also like",
        "You might also like:",
        "Most read",
        "MOST POPULAR",
        "Most read this week",
        "Related articles",
        "Related stories:",
        "More from The Tamsin Echo",
        "More from Business",
        "Trending",
        "Recommended for you",
        "Read next",
        "Editor's picks",
        "Editors’ Picks:",
    ],
)
def test_a_line_that_is_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Read more of her letter and you will understand.",
        "Most read the notice too late",
        "Unrelated: no.",
        "Watch: that was the word he used.",
        "Listen: nobody at the pier was told why.",
        "More from habit than from hope, they queued.",
        "More: that is all they asked for.",
        "More from the minister",
        "BREAKING: The bridge is closed",
        "MOREOVER: a word",
        "Trending upwards since May",
        "You may also like the pears, the baker said.",
        "The council will decide on Monday",
        "RELATED: " + "many words and " * 40,
    ],
)
def test_a_line_that_is_not(line: str) -> None:
    assert not is_boilerplate(line)


def test_headlines_under_a_header_up_to_the_first_that_is_none() -> None:
    text = (
        "Prose.\nYou may also like\nOne headline\n• Who won the cup?\nThe ferry left at noon.\nNo link here"
    )
    assert boilerplate_of(text) == ["You may also like", "One headline", "• Who won the cup?"]


def test_a_blank_line_ends_a_list_without_blank_lines_inside() -> None:
    assert boilerplate_of("Most read\nOne\nTwo\n\nWhat happens next\nIt sails.") == [
        "Most read",
        "One",
        "Two",
    ]
    assert boilerplate_of("Most read\n\nOne\nTwo\n\nWhat happens next\nIt sails.") == [
        "Most read",
        "One",
        "Two",
    ]
    assert boilerplate_of("Most read\n\nOne\n\nTwo\n\nIt sails.") == ["Most read", "One", "Two"]


def test_a_line_after_a_prefixed_one_is_no_list() -> None:
    assert boilerplate_of("READ MORE: The vote\nWhat happens next\nIt sails.") == ["READ MORE: The vote"]


def test_neither_repetition_nor_a_missing_full_stop_is_boilerplate() -> None:
    assert boilerplate_of("The ferry is late\nThe ferry is late\nThe ferry is late") == []
