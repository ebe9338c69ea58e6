"""Which rows the tag picker offers for what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import press, screen_text, type_ahead

from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.workspace.tag_suggestions import TagOptions, suggest_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook import Notebook
    from reader.workspace.workspace import Workspace


@pytest.fixture
def book(notebook: Notebook) -> Notebook:
    for name in ("claim", "figure", "unnamed source", "counterclaim"):
        notebook.codebook.create(name)
    return notebook


def suggested(
    book: Notebook,
    typed: str,
    *,
    present: Sequence[str] = (),
    recent: str = "",
    suggested: Sequence[str] = (),
) -> list[str]:
    present_tags = [tag for name in present if (tag := book.codebook.named(name))]
    recent_tags = [tag for name in recent.split() if (tag := book.codebook.named(name))]
    offer = TagOptions(book.tags, present_tags, recent_tags, suggested)
    found = suggest_tags(offer, typed)
    return [("" if choice.tag else "+ ") + choice.name for choice in found]


def test_nothing_typed_offers_all_the_last_one_first(book: Notebook) -> None:
    assert suggested(book, "", recent="figure") == ["figure", "claim", "counterclaim", "unnamed source"]


def test_the_start_of_a_name_comes_before_a_word_in_it_and_a_part_of_it(book: Notebook) -> None:
    assert suggested(book, "cl") == ["claim", "counterclaim", "+ cl"]
    assert suggested(book, "so") == ["unnamed source", "+ so"]


def test_the_exact_name_offers_no_new_tag(book: Notebook) -> None:
    assert suggested(book, "Claim") == ["claim", "counterclaim"]


def test_a_slip_of_the_finger_finds_the_tag_that_was_meant(book: Notebook) -> None:
    assert suggested(book, "cliam")[0] == "claim"
    assert suggested(book, "figrue")[0] == "figure"


@pytest.mark.parametrize("slip", ["cliam", "clai", "cllaim", "cloim", "claims"])
def test_slips(slip: str, book: Notebook) -> None:
    assert suggested(book, slip)[0] == "claim"


@pytest.mark.parametrize(("there", "typed"), [("source 1", "source 2"), ("quote A", "quote B"), ("it", "is")])
def test_what_tells_a_family_of_tags_apart_is_no_slip(there: str, typed: str, book: Notebook) -> None:
    book.codebook.create(there)
    assert suggested(book, typed)[0] == f"+ {typed}"


def test_a_tag_that_is_worn_is_taken_off_only_when_it_is_meant(book: Notebook) -> None:
    assert suggested(book, "cl", present=["claim"]) == ["counterclaim", "claim", "+ cl"]
    assert suggested(book, "cliam", present=["claim"]) == ["+ cliam"]
    assert suggested(book, "claim", present=["claim"])[-1] == "claim"


def test_what_is_like_no_tag_is_a_new_one(book: Notebook) -> None:
    assert suggested(book, "weather") == ["+ weather"]


def test_a_name_is_cleaned(book: Notebook) -> None:
    assert suggested(book, "wea\x1b[31mther") == ["+ wea␛[31mther"]


def test_names_that_suit_come_first_until_something_is_typed(book: Notebook) -> None:
    suit = ["figure changed", "figure"]
    assert suggested(book, "", suggested=suit)[:3] == ["+ figure changed", "figure", "claim"]
    assert suggested(book, "cl", suggested=suit) == ["claim", "counterclaim", "+ cl"]


# Parents and children


def test_the_full_name_that_tags_stand_below_is_a_new_tag_first(notebook: Notebook) -> None:
    for name in ("claim/figure", "claimant"):
        notebook.codebook.create(name)
    assert suggested(notebook, "Claim") == ["+ Claim", "claim/figure", "claimant"]
    assert suggested(notebook, "clai")[0] == "claim/figure", "not the whole of it: it may be on the way there"
    assert suggested(notebook, "cliam")[-1] == "+ cliam"
    assert suggested(notebook, "claim/") == ["claim/figure", "+ claim"]
    notebook.codebook.create("claim")
    assert suggested(notebook, "claim")[0] == "claim"


async def test_enter_on_the_name_of_a_parent_makes_it(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim/figure")
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t c l a i m")
        assert "+ new tag  claim" in screen_text(app)
        await press(pilot, "enter")
        assert [tag.name for tag in workspace.mark(Place(0, 0)).tags] == ["claim"]


@pytest.fixture
def tag_family(notebook: Notebook) -> Notebook:
    for name in ("claim", "claim/figure", "claim/figure/money", "claimant", "tone/figure"):
        notebook.codebook.create(name)
    return notebook


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["claim", "claim/figure", "claim/figure/money", "claimant", "tone/figure"]),
        ("fig", ["claim/figure", "claim/figure/money", "tone/figure", "+ fig"]),
        ("claim/", ["claim/figure", "claim/figure/money", "claim"]),
        ("Claim / Fig", ["claim/figure", "claim/figure/money", "+ Claim/Fig"]),
        ("claim/figure", ["claim/figure", "claim/figure/money"]),
        ("cl fi", ["claim/figure", "claim/figure/money", "+ cl fi"]),
        ("claim figure", ["claim/figure", "claim/figure/money", "+ claim figure"]),
        ("cliam/figure", ["claim/figure", "+ cliam/figure"]),
        ("figrue", ["claim/figure", "tone/figure", "+ figrue"]),
        ("tone/", ["tone/figure", "+ tone"]),
        ("claim/promise", ["+ claim/promise"]),
        ("fi cl", ["+ fi cl"]),
        ("cf", ["claim/figure", "claim/figure/money", "+ cf"]),
        ("cfm", ["claim/figure/money", "+ cfm"]),
        ("im", ["claim", "claim/figure", "claim/figure/money", "claimant", "+ im"]),
        ("fc", ["+ fc"]),
        (" / ", ["claim/figure", "claim/figure/money", "tone/figure"]),
    ],
)
def test_parents_and_children(typed: str, found: list[str], tag_family: Notebook) -> None:
    assert suggested(tag_family, typed) == found


def test_those_used_last_come_first_also_of_those_that_fit(tag_family: Notebook) -> None:
    recent = "tone/figure claimant"
    assert suggested(tag_family, "", recent=recent)[:3] == ["tone/figure", "claimant", "claim"]
    assert suggested(tag_family, "fig", recent=recent)[0] == "tone/figure"
    assert suggested(tag_family, "cl", recent=recent)[:2] == ["claimant", "claim"]
    assert suggested(tag_family, "claim", recent=recent)[0] == "claim", "its very name"


async def test_the_picker_says_what_the_highlighted_tag_means(
    workspace: Workspace, tag_family: Notebook
) -> None:
    tag_family.codebook.describe(tag_family.tags[1].id, "A number that\ncould be checked.")
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t")
        assert "checked" not in screen_text(app)
        assert "claim/figure/ money" in screen_text(app)
        await press(pilot, "f i g")
        assert "A number that could be checked." in screen_text(app)
        await press(pilot, "down")
        assert "checked" not in screen_text(app)
        assert "pins it" in screen_text(app)
        await press(pilot, "down down")
        assert "pins it" not in screen_text(app), "a new tag"


async def test_a_tag_is_pinned_from_the_picker(workspace: Workspace, tag_family: Notebook) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1 g t")
        assert "1 … 9 a pinned one · Tab then 1 … 9 pins it · Esc" in screen_text(app)
        await press(pilot, "c l a i m a tab")
        assert "Pin “claimant”:  1 … 9 to a digit  0 to none" in screen_text(app)
        await press(pilot, "1")
        assert "\n 1  claimant " in screen_text(app)
        assert [tag.digit for tag in tag_family.tags] == [None, 2, 3, 1, 5]
        await press(pilot, "tab 0 tab x")
        assert "x" not in screen_text(app).splitlines()[-6], "any other key leaves it"
        await press(pilot, "tab escape enter")
        assert tag_family.codebook.pinned_to(1) is None
        assert [tag.name for tag in workspace.mark(Place(0, 0)).tags] == ["claim", "claimant"]
        assert screen_text(app).count("•") == 2, "the gutter shows it"
        await press(pilot, "u u u")
        assert [tag.digit for tag in tag_family.tags] == [1, 2, 3, 4, 5]
        assert "•" not in screen_text(app)


async def test_pinning_is_not_in_the_way_of_what_is_typed_ahead(
    workspace: Workspace, tag_family: Notebook
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await type_ahead(app, pilot, "t t o n e / tab 9 enter t n e w tab 7 enter j 9 k")
        assert [tag.name for tag in workspace.mark(Place(0, 0)).tags] == ["tone/figure", "new7"]
        assert [tag.name for tag in workspace.mark(Place(0, 1)).tags] == ["tone/figure"]


def test_initials_come_behind_the_start_of_a_word_and_before_what_is_within_one(notebook: Notebook) -> None:
    for name in ("scoff", "coffee", "hot/co", "claim/office"):
        notebook.codebook.create(name)
    assert suggested(notebook, "co") == ["coffee", "hot/co", "claim/office", "scoff", "+ co"]


async def test_a_digit_puts_its_tag_at_once(workspace: Workspace, tag_family: Notebook) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "t 1 t 4 2")
        assert [tag.name for tag in workspace.mark(Place(0, 0)).tags] == ["claim", "claimant", "claim/figure"]
        assert workspace.place == Place(0, 1), "with t one stays, with the digit alone one goes on"
        await press(pilot, "t full_stop t space 2 0 3 1 enter")
        assert [tag.name for tag in workspace.mark(Place(0, 1)).tags] == ["claim/figure", "2031"]
        await press(pilot, "t 9")
        assert "+ new tag  9 " in screen_text(app), "nothing is pinned to it: it is typed"


async def test_nothing_but_slashes_makes_no_tag(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t slash enter escape")
        assert workspace.notebook.tags == ()
