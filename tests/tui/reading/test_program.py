"""Leaving the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import SIZE, press, screen_text

from reader.articles import load
from reader.notebook import Notebook
from reader.tui.app import ReaderApp
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def workspace(files: list[Path], notebook: Notebook) -> Workspace:
    return Workspace([article for path in files for article in load(path)], notebook)


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
