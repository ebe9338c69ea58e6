"""Articles whose files have changed: what was added to them is kept, and found again from the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conftest import FERRY
from tests.tui.helpers import SIZE, press, rewrite, screen_text, tag_names, wait_until
from tests.tui.test_sync_articles import now, watched

from reader.articles import load
from reader.cli.app_session import finish
from reader.notebook import Notebook, Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.workspace.opening_articles import last_opened, open_articles, with_notebook_articles
from reader.workspace.saved_state import read_state
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

OATS = "Oats grew well on the plain this year. Rye did not, the millers say."


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.workspace.file_watcher.EVERY", 0.02)


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
        finish(left, "reader-dark")
        asked = last_opened(read_state())
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
    finish(left, "reader-dark")
