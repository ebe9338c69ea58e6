"""What the screens look like, on the sample articles. `pytest --snapshot-update` takes new pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from syrupy.assertion import SnapshotAssertion  # noqa: TC002 - pytest asks for the type of a fixture

from reader.tui.app import ReaderApp

if TYPE_CHECKING:
    from reader.tui.desk import Desk

SIZES = [(80, 24), (120, 40), (200, 50)]
SCREENS = {
    "reading": "o j o",
    "differences": "j j d",
    "picker": "t c l a i m enter j t f i g enter j t c",
    "note": "n W h o space m e a s u r e d question_mark",
    "filtered": "t c l a i m enter j j 1 f o f",
    "searching": "f s slash b r i d g e",
    "help": "question_mark",
    "heat": "H",
}


async def picture(app: ReaderApp, size: tuple[int, int], keys: str) -> str:
    async with app.run_test(size=size) as pilot:
        for key in keys.split():
            await pilot.press(key)
        while app.desk is not None and not app.desk.notebook.saved:
            await pilot.pause(0.01)
        await pilot.pause(0.1)
        return app.export_screenshot()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("theme", ["reader-dark", "reader-light"])
async def test_reading(
    theme: str, size: tuple[int, int], sample_desk: Desk, screen: SnapshotAssertion
) -> None:
    assert await picture(ReaderApp(sample_desk, theme=theme), size, SCREENS["reading"]) == screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_without_colour(
    size: tuple[int, int], sample_desk: Desk, screen: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert await picture(ReaderApp(sample_desk), size, "j j d") == screen


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ["differences", "picker", "note", "filtered", "searching", "help", "heat"])
async def test_parts(name: str, size: tuple[int, int], sample_desk: Desk, screen: SnapshotAssertion) -> None:
    assert await picture(ReaderApp(sample_desk), size, SCREENS[name]) == screen


async def test_on_a_theme_of_textual_gutter_and_underline_carry_it(
    sample_desk: Desk, screen: SnapshotAssertion
) -> None:
    assert await picture(ReaderApp(sample_desk, theme="nord"), (120, 40), SCREENS["reading"]) == screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_list(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    paths = [f"/stories/{outlet}/{day}.txt" for outlet in ("courier", "ledger") for day in range(1, 31)]
    app = ReaderApp(None, paths)
    assert await picture(app, size, "l e d g e r space 2 tab tab") == screen
