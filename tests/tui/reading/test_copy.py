"""A sentence with its source, for the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import SIZE, press, screen_text

from reader.articles import load_bytes
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.workspace.citation import citation
from reader.workspace.subjects import sentence
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from reader.notebook import Notebook


FERRY = "The ferry ran aground. “Nobody told us,” said Ada Brill."
TERMINAL = ("TMUX", "STY", "TERM", "TERM_PROGRAM", "VTE_VERSION", "XTERM_VERSION")


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal against which nothing is known."""
    for name in TERMINAL:
        monkeypatch.delenv(name, raising=False)


def on_workspace(notebook: Notebook, front_matter: str, path: str = "a.txt", text: str = FERRY) -> Workspace:
    data = f"---\n{front_matter}\n---\n{text}" if front_matter else text
    return Workspace(load_bytes(data.encode(), path), notebook)


async def test_y_copies_the_sentence_at_hand(notebook: Notebook) -> None:
    workspace = on_workspace(notebook, "title: Aground\nsource: The Harbour Post")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j y")
        assert app.clipboard == citation(workspace, sentence(workspace, Place(0, 1)))
        assert "Copied A 2 with its source" in screen_text(app)
        await press(pilot, "k")
        assert "Copied" not in screen_text(app)
        await press(pilot, "g v j y")
        assert app.clipboard.endswith("sentences 1–2")
        assert "Copied A 1–2 with its source" in screen_text(app)


async def test_y_says_where_the_terminal_may_not_take_it(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    app = ReaderApp(on_workspace(notebook, "title: Aground"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert "A 1 sent; the Linux console has no clipboard" in screen_text(app)
        assert app.clipboard
