"""Going to a sentence by what it is called: typed, or pointed at in the differences pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import click_on, position_of, press, screen_text

from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.workspace.labels import sentence_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace.workspace import Workspace

SIZE = (120, 40)


def status(app: ReaderApp) -> str:
    return screen_text(app).splitlines()[-2]


@pytest.mark.parametrize(
    ("typed", "said", "place"),
    [
        ("B space 3", "sentence 3 of B", (1, 2)),
        ("c 2", "sentence 2 of C", (2, 1)),
        ("number_sign 4", "sentence 4 of A", (0, 3)),
    ],
)
async def test_a_name_that_is_typed_goes_to_the_sentence(
    typed: str, said: str, place: tuple[int, int], workspace: Workspace
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"slash {typed}")
        assert said in status(app)
        assert workspace.place == Place(*place), "while it is typed"
        await press(pilot, "enter")
        assert workspace.place == Place(*place)
        assert f"{sentence_name(Place(*place))}/" in status(app)
        assert workspace.search.query == ""


async def test_escape_comes_back_from_it(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j slash b 3 escape")
        assert workspace.place == Place(0, 1)


async def test_the_hits_of_the_search_before_stay(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash f e r r y enter")
        hits = workspace.search.count
        await press(pilot, "slash c 1 enter")
        assert workspace.place == Place(2, 0)
        assert (workspace.search.query, workspace.search.count) == ("ferry", hits)


async def test_what_is_no_such_place_is_searched(lay: Callable[..., Workspace]) -> None:
    workspace = lay("Gulls watched.", "Rain fell. The road B 2 was closed; so was B 20. Oats grew.")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash B space 2")
        assert "sentence 2 of B" in status(app)
        await press(pilot, "0")
        assert "“B 20”" not in status(app)
        assert workspace.place == Place(1, 1)
        assert "1 of 1" in status(app)
        await press(pilot, "enter g slash Z 9")
        assert "not found" in status(app)
        await press(pilot, "escape slash space B space 2")
        assert "1 of 1" in status(app), "as words, with a blank before them"
        assert workspace.place == Place(1, 1)


async def test_a_folded_sentence_is_unfolded(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f o slash a 1 enter")
        assert workspace.place == Place(0, 0)
        assert "ran aground" in screen_text(app)


async def test_the_names_in_the_pane_are_pointed_at(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        await click_on(app, pilot, "B 4  edited")
        assert workspace.place == Place(1, 3)
        await press(pilot, "h g")
        x, y = position_of(app, "word for word: B 2")
        await pilot.click(offset=(x + len("word for word: "), y))
        await pilot.pause()
        assert workspace.place == Place(1, 1), "one that says the same, word for word"


async def test_the_pane_of_a_round_leads_back(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d c")
        assert workspace.place == Place(1, 1)
        await click_on(app, pilot, "A 1  The ferry")
        assert workspace.place == Place(0, 0)


async def test_a_name_of_no_sentence_is_told_why(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "slash # 9 9 enter")
        assert f"A has {len(workspace.articles[0].sentences)} sentences" in status(app)
        await press(pilot, "slash z 3 enter")
        assert "There is no article Z" in status(app)
