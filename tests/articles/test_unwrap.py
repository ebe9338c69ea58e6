from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.unwrap import unwrap

TEXT = """\
The ferry to Tamsin Point will not sail on Monday, the harbour office said, because the crane that loads it
has been out of order since the storm and the only spare part is on the wrong side of the water.

Passengers who hold a ticket may use it on any day until the end of the month, or take the bus that leaves
the old market at seven, at nine and at eleven; nobody could say on Friday whether the bus will wait.

“We are sorry,” the harbour master said. “We know what this means to people who work across the bay, and we
will put on extra boats as soon as we have anything that floats and a crew that is allowed to sail it.”"""
PARAGRAPHS = [paragraph.replace("\n", " ") for paragraph in TEXT.split("\n\n")]


@pytest.mark.parametrize("width", [60, 72, 79, 98])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert unwrap(wrapped) == "\n\n".join(PARAGRAPHS)


def test_lines_that_end_early_stay_ends() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS * 2)
    assert unwrap("A heading\n\n" + wrapped + "\n\nYours,\nA. Reed") == (
        "A heading\n\n" + "\n\n".join(PARAGRAPHS * 2) + "\n\nYours,\nA. Reed"
    )


def test_the_items_of_a_list_stay_apart() -> None:
    items = ["- " + PARAGRAPHS[0], "- " + PARAGRAPHS[1]]
    wrapped = "\n".join(textwrap.fill(item, 72, subsequent_indent="  ") for item in items)
    assert unwrap(wrapped) == "\n".join(items)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        "A headline of nine words on a ferry that sank\nShort one\n" * 4,
        "A poem\nhas lines\nthat end\nwhere they\nend, and\nnot at\na margin",
        "Only two lines that could\nhave been wrapped",
        "",
    ],
)
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert unwrap(text) == text


@given(st.text("ab \n-", max_size=400))
def test_only_blanks_and_line_ends_change(text: str) -> None:
    assert "".join(unwrap(text).split()) == "".join(text.split())
