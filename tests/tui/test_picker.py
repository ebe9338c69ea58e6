"""Which rows the tag picker offers for what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.tui.picker import Offer, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook import Notebook


@pytest.fixture
def book(notebook: Notebook) -> Notebook:
    for name in ("claim", "figure", "unnamed source", "counterclaim"):
        notebook.create_tag(name)
    return notebook


def offered(
    book: Notebook, typed: str, *, worn: Sequence[str] = (), recent: str = "", suggested: Sequence[str] = ()
) -> list[str]:
    worn_tags = [tag for name in worn if (tag := book.tag_named(name))]
    offer = Offer(book.tags, worn_tags, book.tag_named(recent) if recent else None, suggested)
    found = rows(offer, typed)
    return [("" if choice.tag else "+ ") + choice.name for choice in found]


def test_nothing_typed_offers_all_the_last_one_first(book: Notebook) -> None:
    assert offered(book, "", recent="figure") == ["figure", "claim", "counterclaim", "unnamed source"]


def test_the_start_of_a_name_comes_before_a_word_in_it_and_a_part_of_it(book: Notebook) -> None:
    assert offered(book, "cl") == ["claim", "counterclaim", "+ cl"]
    assert offered(book, "so") == ["unnamed source", "+ so"]


def test_the_exact_name_offers_no_new_tag(book: Notebook) -> None:
    assert offered(book, "Claim") == ["claim", "counterclaim"]


def test_a_slip_of_the_finger_finds_the_tag_that_was_meant(book: Notebook) -> None:
    assert offered(book, "cliam")[0] == "claim"
    assert offered(book, "figrue")[0] == "figure"


@pytest.mark.parametrize("slip", ["cliam", "clai", "cllaim", "cloim", "claims"])
def test_slips(slip: str, book: Notebook) -> None:
    assert offered(book, slip)[0] == "claim"


@pytest.mark.parametrize(("there", "typed"), [("source 1", "source 2"), ("quote A", "quote B"), ("it", "is")])
def test_what_tells_a_family_of_tags_apart_is_no_slip(there: str, typed: str, book: Notebook) -> None:
    book.create_tag(there)
    assert offered(book, typed)[0] == f"+ {typed}"


def test_a_tag_that_is_worn_is_taken_off_only_when_it_is_meant(book: Notebook) -> None:
    assert offered(book, "cl", worn=["claim"]) == ["counterclaim", "claim", "+ cl"]
    assert offered(book, "cliam", worn=["claim"]) == ["+ cliam"]
    assert offered(book, "claim", worn=["claim"])[-1] == "claim"


def test_what_is_like_no_tag_is_a_new_one(book: Notebook) -> None:
    assert offered(book, "weather") == ["+ weather"]


def test_a_name_is_cleaned(book: Notebook) -> None:
    assert offered(book, "wea\x1b[31mther") == ["+ wea␛[31mther"]


def test_names_that_suit_come_first_until_something_is_typed(book: Notebook) -> None:
    suit = ["figure changed", "figure"]
    assert offered(book, "", suggested=suit)[:3] == ["+ figure changed", "figure", "claim"]
    assert offered(book, "cl", suggested=suit) == ["claim", "counterclaim", "+ cl"]
