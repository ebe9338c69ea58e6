"""What happens to the files behind the screen is said at once, and nothing is lost by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conftest import FERRY
from tests.tui.helpers import SIZE, press, rewrite, screen_text, tag_names, type_ahead, wait_until
from tests.tui.test_sync_articles import now, watched

from reader.articles import load
from reader.cli.app_session import _leave, last
from reader.notebook import Notebook, Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.workspace.opening_articles import open_articles, with_notebook_articles
from reader.workspace.saved_state import read_state
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

OATS = "Oats grew well on the plain this year. Rye did not, the millers say."


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.workspace.file_watcher.EVERY", 0.02)
    monkeypatch.setattr("reader.tui.housekeeping.FOLLOW", 0.05)


@pytest.fixture
def workspace(files: list[Path], notebook: Notebook) -> Workspace:
    return Workspace([article for path in files for article in load(path)], notebook)


async def test_annotations_that_leave_the_screen_are_told_at_once(
    workspace: Workspace, files: list[Path]
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await watched(pilot)
        await press(pilot, "t c l a i m enter j 1 j 1")
        rewrite(files[0], OATS)
        await wait_until(
            pilot,
            lambda: "A holds another text now; its 3 annotations are kept: E lists them" in screen_text(app),
        )
        await press(pilot, "E enter")
        await wait_until(pilot, lambda: len(now(pilot).articles) == 4)
        assert now(pilot).article.text == FERRY[0]
        assert tag_names(now(pilot), now(pilot).place) == ["claim"]


async def test_how_many_are_to_be_reviewed_is_told_at_once(workspace: Workspace, files: list[Path]) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        await press(pilot, "t c l a i m enter j 1")
        rewrite(files[0], FERRY[0].replace("Forty passengers waited three hours for a tug. ", ""))
        await wait_until(
            pilot, lambda: "A has changed on disk and was read again: R reviews 1 place" in screen_text(app)
        )


@pytest.mark.parametrize("text", [None, OATS])
async def test_an_article_from_the_notebook_is_opened_from_there_again(
    workspace: Workspace, files: list[Path], text: str | None
) -> None:
    tag = workspace.notebook.codebook.create("claim")
    workspace.notebook.put_tag([Target.span(*workspace.annotations.span(Place(2, 0)))], tag.id)
    if text is None:
        files[2].unlink()
    else:
        rewrite(files[2], text)
    first = Workspace(load(files[0]), workspace.notebook)
    app = ReaderApp(first)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E enter")
        await wait_until(pilot, lambda: len(now(pilot).articles) == 2)
        left = now(pilot)
    for _ in range(2):
        _leave(left, "reader-dark")
        asked = last(read_state())
        notebook = Notebook.open(left.notebook.path)
        opened = with_notebook_articles(open_articles(asked), asked, notebook)
        assert [article.text for article in opened.articles] == [FERRY[0], FERRY[2]]
        left = Workspace(opened.articles, notebook, opened.left_out)
        assert any(notice.startswith("B: from the notebook: the file") for notice in left.notices)
        assert tag_names(left, Place(1, 0)) == ["claim"]
    rewrite(files[2], FERRY[2])
    assert not any(
        article.kept for article in with_notebook_articles(open_articles(asked), asked, notebook).articles
    )
    _leave(left, "reader-dark")


async def test_a_second_reader_sees_what_the_first_adds_and_takes_over(
    workspace: Workspace, files: list[Path]
) -> None:
    first = workspace.notebook
    second = Notebook.open(first.path)
    app = ReaderApp(Workspace([article for path in files for article in load(path)], second))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "M")
        assert "Another reader has the notebook" in screen_text(app)
        first.put_tag(
            [Target.span(*workspace.annotations.span(Place(0, 0)))], first.codebook.create("claim").id
        )
        await wait_until(pilot, lambda: "[claim]" in screen_text(app))
        assert "read-only" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await press(pilot, "j 1")
        assert (
            "Another reader has the notebook until it quits; you see what it adds read-only"
            in screen_text(app)
        )
        await press(pilot, "question_mark")
        first.close()
        await wait_until(
            pilot,
            lambda: app.housekeeping.notebook is not None and app.housekeeping.notebook._waiting is not None,
        )
        await press(pilot, "escape")
        await wait_until(pilot, lambda: "The other reader has quit" in screen_text(app))
        await press(pilot, "1")
        assert tag_names(now(pilot), Place(0, 1)) == ["claim"]
        assert now(pilot).notebook.save()
        now(pilot).notebook.close()
    assert len(Notebook.open(first.path, read_only=True).annotations()) == 2


async def test_a_strange_file_in_the_place_of_the_notebook(workspace: Workspace) -> None:
    path = workspace.notebook.path
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t c l a i m enter")
        assert workspace.notebook.save()
        path.write_text("Dear diary")
        await press(pilot, "j 1")
        assert not workspace.notebook.save()
        await press(pilot, "M")
        asked = "reader.json is no notebook any more. Put yours back, keep that beside it?"
        await wait_until(pilot, lambda: asked in screen_text(app))
        await press(pilot, "escape")
        await type_ahead(app, pilot, "M y")  # y waits for the question
        await wait_until(pilot, lambda: "Your notebook is back" in screen_text(app))
        (aside,) = path.parent.glob("reader.other-*.json")
        assert f"Your notebook is back; the other file is kept as {aside.name}" in screen_text(app)
        assert aside.read_text() == "Dear diary"
        await press(pilot, "j 1")
        assert workspace.notebook.save()
    assert len(Notebook.open(path, read_only=True).annotations()) == 3


async def test_leaving_with_what_cannot_be_saved_keeps_a_copy(
    workspace: Workspace, home: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    notebook = Notebook.open(there / "reader.json")
    workspace.use_notebook(notebook)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        there.joinpath("reader.json.lock").unlink()
        there.rmdir()
        there.write_text("no folder any more")
        await press(pilot, "t c l a i m enter q")
        assert "Not saved, q again leaves and keeps a copy elsewhere" in screen_text(app)
        await press(pilot, "q")
        assert not app.is_running
    (copy,) = (home / "reader").glob("*.unsaved-*.json")
    assert len(Notebook.open(copy, read_only=True).annotations()) == 1
    notebook.close()
