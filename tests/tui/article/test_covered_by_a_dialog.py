"""What a dialog at the bottom asks about stays in sight above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import press, screen_text

from reader.overlap import Place
from reader.tui.app import ReaderApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace.workspace import Workspace

HILLS = "wold fell tarn beck ghyll scar pike crag cove fold bank dale rise spur howe nook"
LONG = "\n\n".join(
    f"The {name} path, marked {number} on the map, is closed from the bridge to the upper {name} hut. "
    f"Walkers {number} and over were sent home on the last {name} bus, which left an hour late."
    for number, name in enumerate(HILLS.split())
)
SIZES = [(80, 24), (120, 40), (200, 50)]
AT_HAND = "▌"


def articles(app: ReaderApp) -> list[str]:
    """The lines of the screen above the status line."""
    return screen_text(app).splitlines()[:-2]


def at_hand(app: ReaderApp) -> list[str]:
    """The lines of the sentence at hand that are in sight, without the edge of their column."""
    return [line[:38] for line in screen_text(app).splitlines() if AT_HAND in line[:4]]


@pytest.fixture
def tagged(lay: Callable[..., Workspace]) -> Workspace:
    workspace = lay(LONG)
    for name in ("claim", "figure", "source", "quote"):
        workspace.notebook.codebook.create(name)
    return workspace


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("dialog", ["t", "n", "A", "v w"])
async def test_the_sentence_at_hand_stays_in_sight_and_nothing_has_moved_after(
    dialog: str, size: tuple[int, int], lay: Callable[..., Workspace], tagged: Workspace
) -> None:
    workspace = lay(LONG, LONG.replace("closed", "open")) if dialog == "A" else tagged
    app = ReaderApp(workspace)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "G")
        for _ in range(5):
            before, lines = articles(app), at_hand(app)
            await press(pilot, dialog)
            await pilot.pause()
            assert articles(app) != before
            assert at_hand(app) == lines
            await press(pilot, "escape" if dialog != "v w" else "escape v")
            await pilot.pause()
            assert articles(app) == before
            await press(pilot, "k")


async def test_the_first_line_of_a_sentence_that_has_no_room(lay: Callable[..., Workspace]) -> None:
    app = ReaderApp(lay(f"Short one. Begin {' '.join(['on and on'] * 70)} end."))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j n" + " ctrl+j" * 9)
        await pilot.pause()
        lines = at_hand(app)
        assert "Short one. Begin on" in lines[0]
        assert len(lines) > 2


async def test_a_dialog_that_grows_and_shrinks(tagged: Workspace) -> None:
    app = ReaderApp(tagged)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j " * 7 + "n")
        lines = at_hand(app)
        places = []
        for _ in range(7):
            await press(pilot, "ctrl+j")
            await pilot.pause()
            assert at_hand(app) == lines
            places.append(screen_text(app).index(lines[0]))
        assert places[-1] < places[0]
        await press(pilot, "backspace " * 7)
        await pilot.pause()
        assert at_hand(app) == lines
        assert screen_text(app).index(lines[0]) > places[-1]


async def test_another_size_of_the_terminal_while_a_dialog_is_open(tagged: Workspace) -> None:
    app = ReaderApp(tagged)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "G t")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        lines = at_hand(app)
        await press(pilot, "escape")
        await pilot.pause()
        assert at_hand(app) == lines


async def test_the_other_sentence_of_a_pair_too(lay: Callable[..., Workspace]) -> None:
    workspace = lay(LONG, LONG)
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "j " * 11)
        assert workspace.cursors == [11, 11]
        await press(pilot, "p")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        (here,) = (n for n, line in enumerate(lines) if "Walkers 5" in line[:60])
        (there,) = (n for n, line in enumerate(lines) if "Walkers 5" in line[60:])
        assert here == there


async def test_what_a_key_of_the_picker_does_is_seen_at_once(tagged: Workspace) -> None:
    app = ReaderApp(tagged)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j " * 7 + "t enter t")
        await pilot.pause()
        assert tagged.place == Place(0, 7)
        assert at_hand(app)[0][:3] == " 1▌"
        await press(pilot, "tab 4")
        await pilot.pause()
        assert at_hand(app)[0][:3] == " 4▌"
