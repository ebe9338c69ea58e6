"""Which rows the tag picker offers for what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.tui.picker import rows

if TYPE_CHECKING:
    from reader.notebook import Notebook


@pytest.fixture
def book(notebook: Notebook) -> Notebook:
    for name in ("claim", "figure", "unnamed source", "counterclaim"):
        notebook.create_tag(name)
    return notebook


def offered(book: Notebook, typed: str, recent: str | None = None) -> list[str]:
    return [("" if choice.tag else "+ ") + choice.name for choice in rows(book.tags, typed, recent)]


def test_nothing_typed_offers_all_the_last_one_first(book: Notebook) -> None:
    figure = book.tag_named("figure")
    assert figure is not None
    assert offered(book, "", figure.id) == ["figure", "claim", "counterclaim", "unnamed source"]


def test_the_start_of_a_name_comes_before_a_word_in_it_and_a_part_of_it(book: Notebook) -> None:
    assert offered(book, "cl") == ["claim", "counterclaim", "+ cl"]
    assert offered(book, "so") == ["unnamed source", "+ so"]


def test_the_exact_name_offers_no_new_tag(book: Notebook) -> None:
    assert offered(book, "Claim") == ["claim", "counterclaim"]


def test_a_slip_of_the_finger_finds_the_tag_that_was_meant(book: Notebook) -> None:
    assert offered(book, "cliam")[0] == "claim"
    assert offered(book, "figrue")[0] == "figure"


def test_what_is_like_no_tag_is_a_new_one(book: Notebook) -> None:
    assert offered(book, "weather") == ["+ weather"]


def test_a_name_is_cleaned(book: Notebook) -> None:
    assert offered(book, "wea\x1b[31mther") == ["+ wea␛[31mther"]
