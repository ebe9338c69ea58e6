"""Where things are looked for, and what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.workspace.paths_and_state import (
    SavedState,
    ViewSettings,
    notebook_path,
    read_state,
    samples_folder,
    write_state,
)


def test_which_notebook(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [str(tmp_path / "a.txt")]
    assert notebook_path(None, articles) == home / "reader" / "reader.json"
    beside = tmp_path / "reader.json"
    beside.touch()
    assert notebook_path(None, articles) == beside
    monkeypatch.setenv("READER_NOTES", "~/mine.json")
    assert notebook_path(None, articles) == home / "mine.json"
    assert notebook_path("given.json", articles) == Path("given.json")


def test_standard_input_lies_beside_nothing(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reader.json").touch()
    assert notebook_path(None, ["-"]).is_relative_to(home)


def test_state_is_remembered() -> None:
    assert read_state() == SavedState()
    state = SavedState(("/a.txt", "/b.txt"), 1, (3, 4), (5, 0), "reader-light", ViewSettings(numbers=True))
    write_state(state)
    assert read_state() == state


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"articles": 3}', "null", '{"articles": [], "column": "x"}']
)
def test_state_that_cannot_be_read_is_none(content: str, home: Path) -> None:
    (home / "reader").mkdir()
    (home / "reader" / "state.json").write_text(content)
    assert read_state() == SavedState()


def test_state_that_cannot_be_written_is_no_error(home: Path) -> None:
    (home / "reader").write_text("a file where the folder should be")
    write_state(SavedState())


def test_the_samples_are_there() -> None:
    assert len(list(samples_folder().iterdir())) == 4
