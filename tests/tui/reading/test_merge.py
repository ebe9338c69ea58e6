"""A notebook that another program has overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import SIZE, press, screen_text, type_ahead, wait_until

from reader.articles import load
from reader.notebook import Notebook
from reader.tui.app import ReaderApp
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def workspace(files: list[Path], notebook: Notebook) -> Workspace:
    return Workspace([article for path in files for article in load(path)], notebook)


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
