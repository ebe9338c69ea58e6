"""Keys in any order, faster than they are done, in terminals of any size: nothing breaks, nothing is lost."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.conftest import FERRY
from tests.tui.helpers import press, screen_text, wait_until, wait_until_done
from textual import events
from textual.keys import _character_to_key

from reader.articles import load
from reader.notebook import Notebook, Target
from reader.notebook.repair.report import check_file
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.article.article_view import ArticleView
from reader.tui.commands import CommandPalette
from reader.tui.keys.page_keys import TABLES
from reader.tui.keys.reading_keys import READING
from reader.tui.pages.choose import ChooseScreen
from reader.tui.reading.screen import ReadingScreen
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

SIZE = (100, 30)
SIZES = [(1, 1), (10, 3), (200, 2), (36, 10), SIZE]
QUIT = {"q", "ctrl+q"}
READING_KEYS = sorted({key for row in READING for key in row.key.split(",")} - QUIT)
PAGE_KEYS = sorted(
    {key for table in TABLES.values() for row in table.rows for key in row.key.split(",")} - QUIT
)
TYPED = ["claim", "claim/figure", "ferry", "[/]", "tag:claim", "is:note", "y", "//", "é日"]
SUSPEND = "ctrl+z"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three short accounts of a ferry."""
    folder = tmp_path / "articles"
    folder.mkdir()
    paths = [folder / f"{letter}.txt" for letter in "abc"]
    for path, text in zip(paths, FERRY, strict=True):
        path.write_text(text)
    return paths


@pytest.fixture
def workspace(files: list[Path], notebook: Notebook) -> Workspace:
    return Workspace([article for path in files for article in load(path)], notebook)


def send(app: ReaderApp, *keys: str) -> None:
    """Send keys without waiting for what they do."""
    for key in keys:
        name = key if len(key) > 1 or key.isalnum() else _character_to_key(key)
        app.post_message(events.Key(name, " " if key == "space" else key if len(key) == 1 else None))


async def back(app: ReaderApp) -> None:
    """Press Escape until the articles are there."""
    for _ in range(12):
        send(app, "escape")
        await wait_until_done(app)
    assert isinstance(app.screen, ReadingScreen)


@pytest.mark.parametrize("keys", ["t", "n", "E", "C n", "C e"])
async def test_a_field_that_had_no_room_has_the_keys_again(workspace: Workspace, keys: str) -> None:
    workspace.notebook.put_tag(
        [Target.span(*workspace.annotations.span(Place(1, 0)))],
        workspace.notebook.codebook.create("claim").id,
    )
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, keys)
        below = app.screen_stack[-2]
        for size in ((1, 1), SIZE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        send(app, "o", "a", "t", "s")
        await wait_until_done(app)
        await pilot.pause()
        assert "oats" in screen_text(app)
        for _ in range(2):  # a note that has changed is asked about
            if app.screen is not below:
                await press(pilot, "escape")
        assert app.screen is below


@pytest.mark.parametrize("page", ["?", "S", "H", "C", "R", "E", "s"])
async def test_what_is_typed_ahead_finds_its_page(workspace: Workspace, page: str) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE):
        send(app, page, "?", "j", "space", "k", "pagedown")
        await wait_until_done(app)
        await back(app)


@pytest.mark.parametrize(
    "keys",
    [
        "t h escape j",
        "l i g h t enter enter",
        "enter down enter",
        "t h e m e enter enter pageup",
        "x x enter escape",
    ],
)
async def test_what_is_typed_ahead_in_the_palette_ends_it_once(workspace: Workspace, keys: str) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        send(app, "ctrl+p", *keys.split())
        await wait_until_done(app)
        await pilot.pause()
        await back(app)


@pytest.mark.parametrize(
    "keys", ["ctrl+p pageup", "ctrl+p pagedown", "S pagedown", "S pageup", "S pagedown ?"]
)
async def test_a_list_that_has_no_room_has_no_pages(workspace: Workspace, keys: str) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 2)) as pilot:
        await press(pilot, keys)
        await pilot.resize_terminal(*SIZE)
        await back(app)


async def test_what_is_typed_ahead_leaves_the_list_of_a_story_once(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        send(app, "m", "x", "escape", "escape", "ctrl+p", "escape", "m", "ctrl+p", "escape", "escape", "j")
        await wait_until_done(app)
        await pilot.pause()
        await back(app)


async def test_a_story_of_which_all_files_are_gone(workspace: Workspace, files: list[Path]) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        for path in files:
            path.unlink()
        files[0].write_text("Oats grew well.")
        await press(pilot, "m")
        await wait_until(
            pilot, lambda: not isinstance(app.screen, ChooseScreen) or "Looking" not in screen_text(app)
        )
        await back(app)


async def test_tags_that_go_while_there_is_no_room_are_not_shown_again(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t c l a i m enter")
        assert "[claim]" in screen_text(app)
        await pilot.resize_terminal(SIZE[0], 1)
        await press(pilot, "u")
        await pilot.resize_terminal(*SIZE)
        await pilot.pause()
        assert "[claim]" not in screen_text(app)


async def test_an_article_that_has_no_room_any_more_is_pointed_at(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        view = app.screen.query(ArticleView).first()
        view.display = False
        await pilot.pause()
        assert not view.size
        click = events.Click(view, view.size.width - 1, 0, 0, 0, 1, shift=False, meta=False, ctrl=False)
        view.post_message(click)
        await pilot.pause()
        assert app.is_running


async def test_mouse_and_paste_after_the_end(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        app.exit()
        screens = app._screen_stacks[app.current_mode]
        kept, screens[:] = list(screens), []
        for kind in (events.MouseDown, events.MouseMove, events.MouseScrollDown):
            await app.on_event(kind(None, 5, 5, 0, 0, 1, shift=False, meta=False, ctrl=False))
        await app.on_event(events.Paste("words"))
        screens[:] = kept
        await pilot.pause()


async def test_a_tab_that_was_closed_is_pointed_at(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+w")
        await app.screen.run_action("perform('navigation.go_to_column(2)')")
        app.screen.post_message(ArticleView.SentenceClicked(workspace, Place(2, 0)))
        await wait_until_done(app)
        await pilot.pause()
        assert app.workspace
        assert app.workspace.column == 0


async def test_an_article_is_closed_while_it_is_pointed_at(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        widget = screen.columns.children[0]
        x, y = widget.region.x + 5, widget.region.y + 3
        send(app, "ctrl+w")
        app.post_message(events.MouseDown(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False))
        await wait_until_done(app)
        taken_off = widget.remove()
        app.post_message(events.MouseDown(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False))
        await taken_off
        await wait_until_done(app)
        await pilot.pause()
        assert len(app.workspace.articles if app.workspace else ()) == 2


@pytest.mark.parametrize("seed", range(4))
async def test_any_keys_at_all(
    workspace: Workspace, files: list[Path], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TRY_AGAIN", "FOLLOW", "COLLECT_ALL"):
        monkeypatch.setattr(f"reader.tui.housekeeping.{name}", 0.1)
    monkeypatch.setattr("reader.workspace.file_watcher.EVERY", 0.02)
    monkeypatch.chdir(files[0].parent.parent)
    random = Random(seed)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(60):
            await _something(app, pilot, random, files)
        await pilot.resize_terminal(*SIZE)
        await back(app)
        send(app, "q")
        await wait_until_done(app)
    notebook = workspace.notebook if app.workspace is None else app.workspace.notebook
    notebook.close()
    assert notebook.file.saved
    _is_whole(notebook)


async def _something(app: ReaderApp, pilot: Pilot[Exception], random: Random, files: list[Path]) -> None:
    what = random.random()
    if what < 0.7:
        keys = READING_KEYS if random.random() < 0.6 else PAGE_KEYS
        send(app, *(key for key in random.choices(keys, k=random.randint(1, 8)) if key != SUSPEND))
    elif what < 0.8 and not isinstance(app.screen, ReadingScreen | CommandPalette):
        send(app, *random.choice(TYPED))
    elif what < 0.9:
        await pilot.resize_terminal(*random.choice(SIZES))
    else:
        random.choice(files).write_text(random.choice(["", "Oats grew well.", *FERRY]))
    await wait_until_done(app)


def _is_whole(left: Notebook) -> None:
    """What is on disk is what was there, and can be undone and done again."""
    if not left.path.exists():
        assert not left.annotations()
        return
    assert not check_file(left.path, repair=False).problems
    notebook = Notebook.open(left.path)
    assert not notebook.notices
    assert [(each.id, each.tags, each.note) for each in notebook.annotations()] == [
        (each.id, each.tags, each.note) for each in left.annotations()
    ]
    while notebook.redo() is not None:
        pass
    all_done = notebook.annotations(), notebook.tags
    while notebook.undo() is not None:
        pass
    while notebook.redo() is not None:
        pass
    assert (notebook.annotations(), notebook.tags) == all_done
    notebook.close()
