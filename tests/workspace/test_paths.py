"""Where things are looked for, and what is remembered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.workspace.paths import notebook_path, samples_folder

if TYPE_CHECKING:
    import pytest


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


def test_the_samples_are_there() -> None:
    assert len(list(samples_folder().iterdir())) == 4
