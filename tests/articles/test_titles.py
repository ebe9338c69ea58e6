from __future__ import annotations

import pytest

from reader.articles.titles import first_line_title, title_of_first_words

LONG = "The bridge over the Marrow will be closed to lorries from Monday, the town council said in the night."


def test_a_short_first_line_over_a_long_one_is_the_title() -> None:
    assert first_line_title(["Bridge closed to lorries", LONG]) == "Bridge closed to lorries"


@pytest.mark.parametrize(
    "lines",
    [
        ["Bridge closed to lorries"],
        ["Bridge closed to lorries", "Council votes"],
        ["Bridge closed to lorries.", LONG],
        ["Bridge closed to lorries?”", LONG],
        ["Bridge", LONG],
        ["word " * 26, LONG],
        ["long" * 20 + " " + "long" * 21, LONG * 3],
    ],
)
def test_other_first_lines_are_not(lines: list[str]) -> None:
    assert first_line_title(lines) is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (LONG, "The bridge over the Marrow will be closed to…"),
        ("Three words only.", "Three words only."),
        ("• An item first", "An item first"),
        ("•", "•"),
        (
            "One, two, three, four, five, six, seven, eight, nine, ten.",
            "One, two, three, four, five, six, seven, eight, nine…",
        ),
        ("extraordinarily " * 9, "extraordinarily extraordinarily extraordinarily…"),
        ("桥" * 100, "桥" * 60 + "…"),
    ],
)
def test_a_title_made_up_of_the_first_words(line: str, title: str) -> None:
    assert title_of_first_words(line) == title
