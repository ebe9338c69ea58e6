"""Files that change on disk while they are read, with real files and keys."""

from __future__ import annotations

import threading
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from tests.conftest import FERRY
from tests.tui.helpers import PATIENCE, SIZE, press, rewrite, screen_text, tag_names, wait_until
from tinydb import TinyDB

from reader.articles import load, load_bytes
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.article.article_view import ArticleView
from reader.tui.choosing import open_beside
from reader.tui.dialogs.note_editor import NoteEditor
from reader.tui.pages.choose import ArticleChoice
from reader.tui.reading.differences_pane import DifferencesPane
from reader.tui.reading.screen import ReadingScreen
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.notebook import Notebook

NEW = "Oats grew well. Rye did not.\n\n"
READ_AGAIN = "A has changed on disk and was read again"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.workspace.file_watcher.EVERY", 0.02)


@pytest.fixture
def workspace(files: list[Path], notebook: Notebook) -> Workspace:
    return Workspace([article for path in files for article in load(path)], notebook)


def now(pilot: Pilot[Exception]) -> Workspace:
    """The workspace that is read at the moment."""
    app = pilot.app
    assert isinstance(app, ReaderApp)
    assert app.workspace is not None
    return app.workspace


async def watched(pilot: Pilot[Exception], files: int = 3) -> None:
    """Wait until the files were looked at for the first time."""
    app = pilot.app
    assert isinstance(app, ReaderApp)
    await wait_until(
        pilot,
        lambda: (
            app.housekeeping.articles is not None and len(app.housekeeping.articles.watcher._seen) == files
        ),
    )


async def test_the_cursor_stays_on_its_sentence_and_it_in_its_line(
    workspace: Workspace, files: list[Path]
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 16)) as pilot:
        await watched(pilot)
        await press(pilot, "G plus d")
        words, threshold = workspace.text(workspace.place), workspace.view.threshold
        rewrite(files[0], NEW * 8 + FERRY[0])
        await wait_until(pilot, lambda: READ_AGAIN in screen_text(app))
        workspace = now(pilot)
        assert workspace.place == Place(0, 16 + 3)
        assert workspace.text(workspace.place) == words
        assert workspace.view.threshold == threshold
        assert app.screen.query(DifferencesPane), "what was open is open still"
        view = app.screen.query(ArticleView).first()
        assert "▌The harbour office" in screen_text(app)
        assert 0 <= view.cursor_row() < view.size.height
        await press(pilot, "k k k")
        assert workspace.matches(workspace.place)[0].other(workspace.place) == Place(1, 1), "compared again"
        assert "verbatim with B 2" in screen_text(app)
        assert READ_AGAIN not in screen_text(app)


async def test_a_column_that_is_not_at_hand(workspace: Workspace, files: list[Path]) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        await press(pilot, "j j")
        assert workspace.cursors[2] == 1
        rewrite(files[2], "Oats grew well.\n\n" + FERRY[2])
        rewrite(files[1], "One line.")
        await wait_until(
            pilot, lambda: now(pilot).cursors[2] == 2 and now(pilot).articles[1].text == "One line."
        )
        workspace = now(pilot)
        assert workspace.place == Place(0, 2)
        await wait_until(pilot, lambda: "Oats grew well." in screen_text(app))
        assert workspace.mark(Place(0, 2)).letters == "C"
        assert workspace.mark(Place(0, 0)).kind is None, "the other account is gone"


async def test_tags_undo_and_notebook_go_on(workspace: Workspace, files: list[Path]) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        await press(pilot, "t c l a i m enter")
        rewrite(files[0], NEW + FERRY[0])
        await wait_until(pilot, lambda: READ_AGAIN in screen_text(app))
        workspace = now(pilot)
        assert workspace.place == Place(0, 2)
        assert tag_names(workspace, Place(0, 2)) == ["claim"]
        assert "[claim]" in screen_text(app)
        await press(pilot, "j full_stop")
        assert tag_names(workspace, Place(0, 3)) == ["claim"], "the last tag is known still"
        await press(pilot, "u u")
        assert tag_names(workspace, Place(0, 2)) == tag_names(workspace, Place(0, 3)) == []
        await press(pilot, "U U")
        assert tag_names(workspace, Place(0, 2)) == ["claim"]
        assert not workspace.notebook.read_only
        assert workspace.notebook.save()
    with TinyDB(workspace.notebook.path, access_mode="r") as file:
        [article] = file.table("articles")
        assert article["text"].startswith("Oats")
        assert len(file.table("annotations")) == 2


async def test_annotations_that_moved_or_got_lost_are_told_once(
    workspace: Workspace, files: list[Path]
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await watched(pilot)
        await press(pilot, "t c l a i m enter j j 1")
        rewrite(files[0], FERRY[0].split("\n\n")[1])
        await wait_until(pilot, lambda: f"{READ_AGAIN}: R reviews 1 place " in screen_text(app))
        assert tag_names(now(pilot), Place(0, 1)) == ["claim"]
        second = (
            FERRY[0].split("\n\n")[1].replace("“Nobody told us anything,” said Ada Brill, a baker.", "Gulls.")
        )
        rewrite(files[0], second)
        await wait_until(pilot, lambda: f"{READ_AGAIN}: R reviews 2 places (1 new) " in screen_text(app))
        rewrite(files[0], FERRY[0])
        await wait_until(pilot, lambda: f"{READ_AGAIN}: R reviews nothing any more" in screen_text(app))
        assert tag_names(now(pilot), Place(0, 2)) == ["claim"]
        assert screen_text(app).count("read again") == 1, "what was said before is true no more"
        await pilot.pause()
        assert notices(app) == []


@pytest.mark.parametrize(("keys", "done"), [("n w h", "enter"), ("v j", "escape"), ("f", "escape")])
async def test_that_a_change_waits_is_told_once(
    workspace: Workspace, files: list[Path], keys: str, done: str
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await watched(pilot)
        await press(pilot, keys)
        rewrite(files[1], NEW + FERRY[1])
        waits = "B has changed on disk; it is read again when you are done here"
        await wait_until(pilot, lambda: notices(app) == [waits])
        rewrite(files[1], NEW * 2 + FERRY[1])
        assert app.housekeeping.articles is not None
        waiting = dict(app.housekeeping.articles._waiting)
        await wait_until(
            pilot,
            lambda: app.housekeeping.articles is not None and app.housekeeping.articles._waiting != waiting,
        )
        assert notices(app) == [waits]
        await press(pilot, done)
        await wait_until(pilot, lambda: "B has changed on disk and was read again" in screen_text(app))
        assert notices(app) == [], "it waits no more"


async def test_a_note_being_written_is_not_disturbed(workspace: Workspace, files: list[Path]) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        await press(pilot, "j n w h")
        renewer = app.housekeeping.articles
        assert renewer is not None
        rewrite(files[0], "Nothing yet.")
        await wait_until(pilot, lambda: bool(renewer._waiting))
        rewrite(files[0], NEW + FERRY[0])
        waiting = renewer._waiting[str(files[0])]
        await wait_until(pilot, lambda: renewer._waiting[str(files[0])] is not waiting)
        assert isinstance(app.screen, NoteEditor)
        assert workspace.articles[0].text == FERRY[0]
        await press(pilot, "o enter")
        await wait_until(pilot, lambda: READ_AGAIN in screen_text(app))
        assert isinstance(app.screen, ReadingScreen)
        workspace = now(pilot)
        assert workspace.place == Place(0, 3)
        assert workspace.mark(workspace.place).note == "who"


async def test_a_change_that_was_taken_back_while_a_note_was_written(
    workspace: Workspace, files: list[Path]
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        await press(pilot, "n")
        renewer = app.housekeeping.articles
        assert renewer is not None
        rewrite(files[0], NEW + FERRY[0])
        await wait_until(pilot, lambda: bool(renewer._waiting))
        rewrite(files[0], FERRY[0])
        await wait_until(pilot, lambda: not renewer._waiting[str(files[0])].updated)
        await press(pilot, "escape")
        await wait_until(pilot, lambda: not renewer._waiting)
        assert READ_AGAIN not in screen_text(app)
        assert now(pilot) is workspace


async def test_a_file_that_is_gone_stays_open_and_is_read_when_it_is_back(
    workspace: Workspace, files: list[Path]
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        files[0].unlink()
        await wait_until(pilot, lambda: "A stays as it was read: " in screen_text(app))
        assert now(pilot).articles[0].text == FERRY[0]
        await press(pilot, "j")
        files[0].write_bytes(b"\0\0\0")
        await wait_until(pilot, lambda: "A stays as it was read: " in screen_text(app))
        rewrite(files[0], NEW + FERRY[0])
        await wait_until(pilot, lambda: READ_AGAIN in screen_text(app))
        assert now(pilot).place == Place(0, 3)


async def test_a_file_that_is_back_as_it_was_is_said_to_be(workspace: Workspace, files: list[Path]) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        files[0].rename(files[0].with_suffix(".away"))
        await wait_until(pilot, lambda: "A stays as it was read: " in screen_text(app))
        files[0].with_suffix(".away").rename(files[0])
        await wait_until(pilot, lambda: "A is in its file again, as it was" in screen_text(app))
        assert "stays as it was read" not in screen_text(app)


def notices(app: ReaderApp) -> list[str]:
    return [notice.message for notice in app._notifications]


async def test_markup_and_control_characters_of_a_changed_file(
    workspace: Workspace, files: list[Path]
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await watched(pilot)
        rewrite(files[0], "Nobody [/] was [@click=app.quit]hurt[/].\x1b[31m")
        await wait_until(pilot, lambda: READ_AGAIN in screen_text(app))
        await wait_until(pilot, lambda: notices(app) == ["A: 1 control character was made visible."])
        assert "▌[@click=app.quit]hurt[/].␛[31m" in screen_text(app)


async def test_coming_back_to_the_terminal_looks_at_once(
    workspace: Workspace, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.workspace.file_watcher.EVERY", 600)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        rewrite(files[0], NEW + FERRY[0])
        for _ in range(2):
            app.on_app_focus()
            await pilot.pause()
        await wait_until(pilot, lambda: READ_AGAIN in screen_text(app))


async def test_standard_input_is_never_read_again(notebook: Notebook, files: list[Path]) -> None:
    app = ReaderApp(Workspace(load_bytes(FERRY[0].encode(), "-") + load(files[1]), notebook))
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot, 1)
        rewrite(files[1], NEW + FERRY[1])
        await wait_until(pilot, lambda: "B has changed on disk and was read again" in screen_text(app))
        await press(pilot, "j")
        assert "A 2/4" in screen_text(app)


async def test_what_is_compared_behind_the_screen_is_of_the_text_that_is_there(
    workspace: Workspace, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.reading.comparison.SENTENCES_AT_ONCE", 1)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        for count in (3, 1, 2):
            rewrite(files[0], NEW * count + FERRY[0])
            await wait_until(pilot, lambda count=count: now(pilot).articles[0].text == NEW * count + FERRY[0])  # type: ignore[misc]
        await wait_until(pilot, lambda: now(pilot).comparison.complete and READ_AGAIN in screen_text(app))
        workspace = now(pilot)
        assert workspace.mark(Place(0, 4)).letters == "B"
        assert workspace.mark(Place(0, 0)).kind is None


async def test_a_workspace_with_more_beside_is_watched_too(workspace: Workspace, files: list[Path]) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        more = files[0].with_name("d.txt")
        more.write_text("Oats grew well.")
        assert isinstance(app.screen, ReadingScreen)
        await open_beside(app.screen, None, ArticleChoice([str(more)], []))
        await pilot.press("shift+tab")
        await wait_until(pilot, lambda: "Oats grew well." in screen_text(app))
        renewer = app.housekeeping.articles
        assert renewer is not None
        await wait_until(pilot, lambda: str(more) in renewer.watcher._seen)
        more.write_text("Rye did not.")
        await wait_until(pilot, lambda: "D has changed on disk and was read again" in screen_text(app))
        assert "Rye did not." in screen_text(app)


async def test_the_watcher_ends_with_the_app(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
    watcher = app.housekeeping.articles.watcher if app.housekeeping.articles else None
    assert watcher is not None
    end = monotonic() + PATIENCE
    while any(thread.name == "watching" for thread in threading.enumerate()):
        assert monotonic() < end
