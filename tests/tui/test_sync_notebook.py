"""Another reader has the notebook: what it adds is shown, and when it quits this one takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import SIZE, press, screen_text, tag_names, wait_until
from tests.tui.test_sync_articles import now

from reader.articles import load
from reader.notebook import Notebook, Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.housekeeping.FOLLOW", 0.05)


@pytest.fixture
def workspace(files: list[Path], notebook: Notebook) -> Workspace:
    return Workspace([article for path in files for article in load(path)], notebook)


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
