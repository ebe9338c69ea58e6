"""The page of what all say, most say and only one says."""

from __future__ import annotations

from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import press, screen_text, wait_until

from reader.overlap import Matches, Overlap, Place
from reader.tui.app import ReaderApp
from reader.tui.pages.who_says_what import rows, title
from reader.tui.widgets.prose import LEGIBLE
from reader.workspace.filters import ONLY_HERE
from reader.workspace.labels import sentence_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.workspace.workspace import Workspace

SIZE = (120, 40)


def headings(workspace: Workspace) -> list[str]:
    return [f"{row.words}  {row.after}" for row in rows(workspace) if row.place is None]


def test_every_sentence_is_said_by_some(workspace: Workspace) -> None:
    assert headings(workspace) == [
        "All 3 say  nothing",
        "Most say  3",
        "Only A says  1",
        "Only B says  1",
        "Only C says  1",
    ]


def test_two_say_both(lay: Callable[..., Workspace]) -> None:
    workspace = lay("The ferry sank on Friday.", "The ferry sank on Friday. Nobody swam.")
    assert headings(workspace)[0] == "Both say  1"


async def test_enter_goes_to_the_sentence_and_escape_back(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        assert "Most say" in screen_text(app)
        await press(pilot, "escape")
        assert workspace.place == Place(0, 0)
        await press(pilot, "S tab tab tab enter")
        assert workspace.place == Place(2, 0)
        assert "C 1/2 · only here" in screen_text(app)
        await press(pilot, "S shift+tab k enter")
        assert workspace.place == Place(1, 2)


async def test_nothing_shared_is_said(lay: Callable[..., Workspace]) -> None:
    app = ReaderApp(lay("The ferry sank.", "Bread is dear."))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        assert "Nothing is shared" in screen_text(app)


async def test_words_stand_right_of_who_says_them_at_any_width(sample_workspace: Workspace) -> None:
    app = ReaderApp(sample_workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "S j")
        for width in (120, 60, 44):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            lines = screen_text(app).splitlines()
            first = next(n for n, line in enumerate(lines) if line.startswith(" ABCD · A 1   A gravel barge"))
            assert lines[first + 1].startswith(" " * 14)
            assert lines[first + 1][14] != " "
            assert "Esc back" in lines[-1]
        await press(pilot, "enter")
        assert sample_workspace.place == Place(0, 4), "the same one is at hand"


async def test_all_words_begin_in_one_cell_and_no_line_is_too_long(sample_workspace: Workspace) -> None:
    app = ReaderApp(sample_workspace)
    async with app.run_test(size=(200, 120)) as pilot:
        await press(pilot, "S")
        lines = [line.rstrip() for line in screen_text(app).splitlines()[3:-1]]
        assert " AB · A 3     Nobody was hurt." in lines
        assert {line[:14].count(" ") for line in lines if line.startswith("   ")} == {14}
        for row in rows(sample_workspace):
            if row.place:
                (line,) = (line for line in lines if line.startswith(f" {row.label}  "))
                assert row.words.startswith(line[14:])
        assert 90 < max(map(len, lines)) - 14 <= LEGIBLE


async def test_the_differences_are_in_lines_one_can_read(sample_workspace: Workspace) -> None:
    app = ReaderApp(sample_workspace)
    async with app.run_test(size=(200, 50)) as pilot:
        await press(pilot, "d")
        text = screen_text(app)
        pane = text[text.rindex("─" * 80) :].splitlines()[1:-2]
        assert 80 < max(len(line[:-2].rstrip()) for line in pane) <= LEGIBLE + 2


def test_the_title_says_what_counts_and_how_the_filter_differs(workspace: Workspace) -> None:
    assert "by matches of 0.25 or more (filter “only here”: 0.17)" in title(workspace).plain
    assert workspace.apply_filter(ONLY_HERE)
    workspace.move_threshold(8)
    assert title(workspace).plain.endswith("by matches of 0.25 or more")
    only = [row for row in rows(workspace) if row.place and row.who == sentence_name(row.place)]
    assert len(only) == sum(map(len, workspace.filter_state.shown)), "then both mean the same"


class Held(Matches):
    """Matches that no thread but the screen's may look at before it is let."""

    def __init__(self, matches: Matches) -> None:
        super().__init__()
        vars(self).update(vars(matches))
        self.let = Event()

    def count_reaching(self, threshold: float) -> int:
        assert current_thread() is main_thread() or self.let.wait(60)
        return super().count_reaching(threshold)


@pytest.fixture
def held_back(lay: Callable[..., Workspace]) -> Iterator[tuple[Workspace, Event]]:
    """Two long articles; and what lets it be found who says what."""
    one = [f"Crate {number} held lamp {number + 7}." for number in range(400)]
    two = ["Nobody had counted the geese." if number % 10 else text for number, text in enumerate(one)]
    workspace = lay("\n".join(one), "\n".join(two))
    matches = Held(workspace.comparison.overlap.matches)
    workspace.set_overlap(Overlap(matches))
    yield workspace, matches.let
    matches.let.set()


LONG = pytest.mark.parametrize(
    ("key", "meanwhile", "then"),
    [("H", "Counting …", "What the row's article"), ("S", "looking …", "A 181")],
)


@LONG
async def test_what_takes_long_to_find_is_looked_for_behind_its_page(
    held_back: tuple[Workspace, Event], key: str, meanwhile: str, then: str
) -> None:
    app = ReaderApp(held_back[0])
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{key} j G")
        assert meanwhile in screen_text(app)
        assert then not in screen_text(app)
        held_back[1].set()
        await wait_until(pilot, lambda: then in screen_text(app))
        assert meanwhile not in screen_text(app)


@LONG
async def test_escape_leaves_a_page_that_is_not_known_yet(
    held_back: tuple[Workspace, Event], key: str, meanwhile: str, then: str
) -> None:
    workspace, let = held_back
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{key} escape j")
        assert workspace.place == Place(0, 1)
        await press(pilot, "S enter escape j")
        assert workspace.place == Place(0, 2), "Enter went nowhere"
        let.set()
        await pilot.pause()
        assert meanwhile not in screen_text(app)
        await press(pilot, key)
        await wait_until(pilot, lambda: then in screen_text(app))


async def test_it_begins_with_its_headings_and_g_shows_them_again(lay: Callable[..., Workspace]) -> None:
    texts = ["\n\n".join(f"Account {name} says thing {n} alone." for n in range(60)) for name in "abc"]
    app = ReaderApp(lay(*texts))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        assert "All 3 say" in screen_text(app)
        await press(pilot, "G")
        assert "All 3 say" not in screen_text(app)
        await press(pilot, "g")
        assert "All 3 say" in screen_text(app)
