"""Choosing words in the middle of a sentence."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import annotations_by_age, press, screen_text, type_ahead

from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.dialogs.words_dialog import labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace.workspace import Workspace

SIZE = (100, 30)
LONG = " ".join(["Nothing", *(f"{letter}{n}" for n in range(2) for letter in ascii_lowercase[:19]), "ends."])
"""A sentence of forty words."""


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("w b d", "a0 b0 c0"),
        ("w d b", "a0 b0 c0"),
        ("w t w", "s0 a1 b1 c1"),
        ("w t enter", "s0"),
        ("w M N", "s1 ends"),
        ("w c backspace b c", "a0 b0"),
        ("v w b d", "a0 b0 c0"),
        ("v w b d h", "a0 b0"),
        ("w b d l o l", "b0 c0 d0"),
    ],
)
async def test_any_words_of_a_long_sentence_take_four_keys(
    keys: str, words: str, lay: Callable[..., Workspace]
) -> None:
    workspace = lay(f"{LONG} Bread is dear.", "Other news.")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{keys} t x enter")
        (annotation,) = annotations_by_age(workspace)
        assert annotation.selector.exact == words
        assert len(LONG.split()) == 40


async def test_the_footer_and_the_dialog_say_how(lay: Callable[..., Workspace]) -> None:
    workspace = lay(f"{LONG} Bread is dear.", "Other news.")
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "v")
        status, footer = screen_text(app).splitlines()[-2:]
        assert "Range A 1 · v leaves it · h l its end by words, w words by letter, o the other end" in status
        assert footer.startswith(" w words  t tag  n note")
        await press(pilot, "w")
        text = screen_text(app)
        assert "aNothing ba0 cb0" in text
        assert "The letter before the first word" in text
        await press(pilot, "b")
        assert "The letter before the last word" in screen_text(app)
        await press(pilot, "escape")
        assert workspace.selection is not None, "the range is as it was"
        await press(pilot, "v w escape")
        assert workspace.selection is None


async def test_words_of_a_range_are_those_of_its_ends(lay: Callable[..., Workspace]) -> None:
    workspace = lay("The ferry sank. Nobody swam ashore. Bread is dear.", "Other news.")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v j j w")
        assert "aThe bferry csank … dBread eis fdear" in screen_text(app)
        await press(pilot, "b d n x enter")
        (annotation,) = annotations_by_age(workspace)
        assert annotation.selector.exact == "ferry sank. Nobody swam ashore. Bread"


async def test_letters_typed_ahead_find_their_words(lay: Callable[..., Workspace]) -> None:
    workspace = lay("The ferry sank. Nobody swam ashore.", "Other news.")
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await type_ahead(app, pilot, "w b c 1 w a b 1")
        assert [one.selector.exact for one in annotations_by_age(workspace)] == ["ferry sank", "Nobody swam"]
        assert workspace.place == Place(0, 1), "the last sentence"


async def test_a_sentence_without_words(lay: Callable[..., Workspace]) -> None:
    workspace = lay("The ferry sank.\n\n— — —\n\nNobody swam.", "Other news.")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j w")
        assert "There are no words in this sentence" in screen_text(app)


@pytest.mark.parametrize("count", [1, 62, 63, 200])
def test_no_label_is_the_start_of_another(count: int) -> None:
    found = labels(count)
    assert len(set(found)) == count
    assert not any(one != other and other.startswith(one) for one in found for other in found)


async def test_a_sentence_of_a_thousand_words_has_letters_for_all(lay: Callable[..., Workspace]) -> None:
    workspace = lay(" ".join(f"w{n}" for n in range(1_000)) + ".", "Other news.")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "w a a b a b a t x enter")
        (annotation,) = annotations_by_age(workspace)
        assert annotation.selector.exact.split() == [f"w{n}" for n in range(1, 27)]
