"""The page of what all say, most say and only one says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.test_reading import press, shown

from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.pages.said import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tui.state.desk import Desk

SIZE = (120, 40)


def headings(desk: Desk) -> list[str]:
    return [text.plain.strip() for text, place in rows(desk) if place is None]


def test_every_sentence_is_said_by_some(desk: Desk) -> None:
    assert headings(desk) == [
        "All 3 say  nothing",
        "Most say  3",
        "Only A says  1",
        "Only B says  1",
        "Only C says  1",
    ]


def test_two_say_both(lay: Callable[..., Desk]) -> None:
    desk = lay("The ferry sank on Friday.", "The ferry sank on Friday. Nobody swam.")
    assert headings(desk)[0] == "Both say  1"


async def test_enter_goes_to_the_sentence_and_escape_back(desk: Desk) -> None:
    app = ReaderApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        assert "Most say" in shown(app)
        await press(pilot, "escape")
        assert desk.place == Place(0, 0)
        await press(pilot, "S tab tab tab enter")
        assert desk.place == Place(2, 0)
        assert "C 1/2 · only here" in shown(app)
        await press(pilot, "S shift+tab k enter")
        assert desk.place == Place(1, 2)


async def test_nothing_shared_is_said(lay: Callable[..., Desk]) -> None:
    app = ReaderApp(lay("The ferry sank.", "Bread is dear."))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        assert "Nothing is shared" in shown(app)
