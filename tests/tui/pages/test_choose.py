"""The list to choose from, with the stories of the folder; more of a story beside what is open."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import wait_until
from textual.widgets import Input, OptionList

from reader.articles import find_article_files, load
from reader.tui.app import ReaderApp
from reader.tui.pages.choose import ChooseScreen
from reader.tui.reading.screen import ReadingScreen
from reader.workspace.opening_articles import OpenRequest, open_articles
from reader.workspace.story_suggestions import ReadingSuggestions, home_of, stories_in
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.pilot import Pilot

    from reader.notebook import Notebook

SIZE = (100, 30)
EVENTS = {
    "barge": "A gravel barge struck the swing bridge in thick fog and blocked the channel for two days.",
    "flour": "Bakers along the coast ran short of yeast after storms had closed the mountain road.",
    "teachers": "Lessons stopped at nine schools when talks over summer wages collapsed late on Monday.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles on each of three events, and three alone."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number, (event, common) in enumerate(EVENTS.items()):
        for copy in "xyz":
            own = f"{copy * 2} {copy * 3} {copy * 4} {copy * 5}{number} {copy * 6}{number}.".capitalize()
            (folder / f"{number}{copy}.txt").write_text(f"On the {event}\n\n{common} {own}\n")
    for name in ("p", "q", "r"):
        (folder / f"{name}.txt").write_text(
            f"{name * 5} {name * 6} {name * 7} {name * 8} {name * 9} alone.\n"
        )
    return folder


@pytest.fixture
def app(folder: Path, notebook: Notebook) -> ReaderApp:
    def lay(files: Sequence[str]) -> Workspace:
        return Workspace(open_articles(OpenRequest(tuple(files))).articles, notebook)

    return ReaderApp(None, find_article_files(folder), lay, folder=str(folder))


def shown(app: ReaderApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def wait_for(pilot: Pilot[Exception], app: ReaderApp, words: str) -> None:
    await wait_until(pilot, lambda: words in shown(app))


def open_files(app: ReaderApp) -> list[str]:
    assert app.workspace is not None
    return [Path(article.path).name for article in app.workspace.articles]


async def test_stories_come_above_the_files(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        assert "p.txt" in shown(app), "the files are there at once"
        await wait_for(pilot, app, "3 stories in 9 of 12 articles")
        lines = [line.strip() for line in shown(app).splitlines() if line.strip()]
        assert [line for line in lines if line.startswith("▸")] == lines[1:4]
        assert lines[1].startswith("▸ 3 articles · On the ")
        await pilot.press(*"flour", "enter")
        await wait_for(pilot, app, "On the flour")
        assert sorted(open_files(app)) == ["1x.txt", "1y.txt", "1z.txt"]


async def test_one_key_clears_the_filter(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"flour", "home", "ctrl+u", "p")
        assert app.screen.query_one(Input).value == "p"


def test_one_story_is_no_stories(folder: Path) -> None:
    for file in (*folder.glob("1*.txt"), *folder.glob("2*.txt")):
        file.unlink()
    assert stories_in(str(folder), None, lambda _: None).summary == "1 story in 3 of 6 articles"


async def test_space_picks_a_story_or_single_articles(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await wait_for(pilot, app, "3 stories")
        await pilot.press("space")
        assert "3 of at most 26 picked" in shown(app)
        assert shown(app).count("✓") == 4, "the story and its three files"
        await pilot.press(*"p.txt", "tab", *["backspace"] * 5, "space")
        assert "1 of at most 26 picked" in shown(app), "the story was put back"
        await pilot.press("enter")
        await pilot.pause()
        assert open_files(app) == ["p.txt"]


async def test_the_filter_takes_several_words_and_tab_picks(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await wait_for(pilot, app, "3 stories")
        assert "Tab or Space picks" in shown(app)
        await pilot.press(*"on", "space", *"the", "space", *"flour")
        assert app.screen.query_one(Input).value == "on the flour"
        assert shown(app).count("▸") == 1
        assert "0 of at most 26 picked" in shown(app)
        assert "Tab picks" in shown(app)
        await pilot.press("tab")
        assert "3 of at most 26 picked" in shown(app)


@pytest.mark.parametrize(
    ("keys", "then"),
    [("", "▸"), ("down", "0y.txt"), ("down down up", "0y.txt"), ("x", "0x.txt"), ("x backspace", "0x.txt")],
)
async def test_the_highlight_stays_where_the_reader_has_put_it(keys: str, then: str, folder: Path) -> None:
    typed = threading.Event()

    def stories(tell: Callable[[str], None]) -> ReadingSuggestions:
        typed.wait(60)
        return stories_in(str(folder), None, tell)

    app = ReaderApp(None)
    async with app.run_test(size=SIZE) as pilot:
        await app.push_screen(ChooseScreen(find_article_files(folder), 26, stories))
        await pilot.press(*keys.split())
        typed.set()
        await wait_for(pilot, app, "3 stories")
        assert highlighted(app).startswith(then)


def highlighted(app: ReaderApp) -> str:
    option = app.screen.query_one(OptionList).highlighted_option
    assert option is not None
    return str(option.prompt).strip()


async def test_a_story_that_is_not_opened_whole_says_so_and_m_offers_the_rest(
    folder: Path, app: ReaderApp
) -> None:
    for number in range(7):
        (folder / f"0more{number}.txt").write_text(
            f"On the barge\n\n{EVENTS['barge']} {'aeioubc'[number] * 5}.\n"
        )
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await wait_for(pilot, app, "3 stories")
        assert "▸ 10 articles, 8 at once · On the barge" in shown(app)
        await pilot.press("enter")
        await wait_for(pilot, app, "8 of 10 articles are open, m offers the other 2")
        opened = set(open_files(app))
        assert len(opened) == 8
        await pilot.press("m")
        await wait_for(pilot, app, "2 more, most alike first: shared sentences")
        await pilot.press("tab", "tab", "enter")
        await wait_for(pilot, app, "Opened beside: I, J")
        assert {name[0] for name in set(open_files(app)) - opened} == {"0"}
        assert len(open_files(app)) == 10


async def test_the_list_is_left_while_it_looks(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        await pilot.pause()
    assert not app.is_running
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.daemon and "_search" in thread.name:
            thread.join(60)
            assert not thread.is_alive()


async def test_more_of_this_story_is_opened_beside(folder: Path, notebook: Notebook) -> None:
    app = ReaderApp(Workspace(load(folder / "2y.txt"), notebook))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "m")
        await wait_for(pilot, app, "2 more, most alike first")
        assert "1 shared · 2x.txt" in shown(app)
        assert "2y.txt" not in shown(app), "it is open"
        await pilot.press("escape")
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("g", "m")
        await wait_for(pilot, app, "2x.txt")
        await pilot.press("space", "enter")
        await pilot.pause()
        assert open_files(app) == ["2y.txt", "2x.txt"]
        assert app.workspace is not None
        assert (app.workspace.column, app.workspace.cursors) == (0, [0, 0]), "the cursor stays where it was"
        assert "Opened beside: B" in shown(app)
        await pilot.press("t", "a", "enter")
        assert [tag.name for tag in app.workspace.mark(app.workspace.place).tags] == ["a"]


async def test_there_is_no_more(folder: Path, notebook: Notebook) -> None:
    app = ReaderApp(Workspace(load(folder / "q.txt"), notebook))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m")
        await wait_for(pilot, app, "There is no more of")
        assert isinstance(app.screen, ReadingScreen), "no empty list"
        await pilot.press("j")
        assert "There is no more of" not in shown(app)


async def test_what_came_from_standard_input_has_no_folder(
    workspace: Workspace, folder: Path, notebook: Notebook
) -> None:
    from dataclasses import replace

    app = ReaderApp(Workspace([replace(workspace.articles[0], path="-")], notebook))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m")
        await wait_for(pilot, app, "standard input: comes from no folder")


async def test_the_folder_is_the_nearest_with_an_index(folder: Path, app: ReaderApp) -> None:
    (folder / "deep").mkdir()
    path = folder / "deep" / "2x.txt"
    (folder / "2x.txt").rename(path)
    assert home_of(str(path)) == str(path.parent)
    async with app.run_test(size=SIZE) as pilot:
        await wait_for(pilot, app, "3 stories")
    assert home_of(str(path)) == str(folder)
