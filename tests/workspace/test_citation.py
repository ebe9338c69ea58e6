"""A sentence for the clipboard with where it is from, and what is known of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.articles import load_bytes
from reader.overlap import Place
from reader.workspace.citation import citation, clipboard_doubt
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


def test_a_sentence_with_all_that_is_known(notebook: Notebook) -> None:
    workspace = on_workspace(notebook, "title: Aground\nsource: The Harbour Post\ndate: 2024-05-01")
    assert citation(workspace, sentence(workspace, Place(0, 0))) == (
        "“The ferry ran aground.” — The Harbour Post, “Aground”, 2024-05-01, sentence 1"
    )
    assert citation(workspace, sentence(workspace, Place(0, 1))) == (
        "“Nobody told us,” said Ada Brill. — The Harbour Post, “Aground”, 2024-05-01, sentence 2"
    )


def test_what_is_not_known_is_left_out(notebook: Notebook) -> None:
    long = "The ferry ran aground, and nobody on the island was told of it before the evening had come."
    workspace = on_workspace(notebook, "", "/stories/x\x1b]0;y\x07.txt", long)
    assert citation(workspace, sentence(workspace, Place(0, 0))) == f"“{long}” — x␛]0;y␇.txt, sentence 1"
    workspace = on_workspace(notebook, "title: Aground", "-")
    assert (
        citation(workspace, sentence(workspace, Place(0, 0)))
        == "“The ferry ran aground.” — standard input, “Aground”, sentence 1"
    )


def test_a_sentence_over_two_lines_is_one(notebook: Notebook) -> None:
    workspace = on_workspace(
        notebook, "title: Aground", text="The ferry  ran\naground off the pier at Lennet\nin fog."
    )
    assert "\n" not in citation(workspace, sentence(workspace, Place(0, 0)))
    assert "  " not in citation(workspace, sentence(workspace, Place(0, 0)))


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux,1,0", "TERM_PROGRAM": "tmux"}, "tmux"),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux,1,0"}, "tmux"),
        ({"TERM": "screen", "STY": "12.pts"}, "screen"),
        ({"TERM": "screen.xterm-256color"}, "screen"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "macOS"),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, "GNOME"),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(390)"}, "allowWindowOps"),
        ({"TERM": "rxvt-unicode-256color"}, "rxvt"),
        ({"TERM": "xterm-kitty"}, ""),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, ""),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, ""),
        ({}, ""),
    ],
)
def test_terminals(environ: dict[str, str], said: str) -> None:
    why = clipboard_doubt(environ)
    assert said in why
    assert bool(why) == bool(said)
    assert len(f" Z 99 sent; {why} read-only ") <= 80, "all of it can be read"
