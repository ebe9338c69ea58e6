"""What `reader stories` prints and does."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from reader.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str) -> int:
    """The exit code, also where argparse leaves by itself."""
    try:
        return main(arguments)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 1


BARGE = "The {0} barge struck the swing bridge at Skell before dawn on Tuesday and jammed it half open."
FERRY = "Ferries will carry {0} passengers, schoolchildren first, until engineers have measured the pier."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three articles on a barge, two of them by known outlets, and one on something else."""
    folder = tmp_path / "corpus"
    (folder / "more").mkdir(parents=True)
    ours = f"{BARGE.format('gravel')} {FERRY.format('morning')}"
    (folder / "a.md").write_text(f"---\ntitle: Bridge jammed\nsource: The Wire\ndate: 3 May\n---\n\n{ours}\n")
    (folder / "b.txt").write_text(f"Nobody slept. {ours}\n")
    (folder / "more" / "c.txt").write_text(f"{BARGE.format('laden')} Cod was cheap at the market.\n")
    (folder / "d.txt").write_text("Bakers are short of flour, yeast and patience after the winter storms.\n")
    return folder


def test_stories(corpus: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("stories", str(corpus)) == 0
    printed, told = capsys.readouterr()
    assert told == "", "no bar where there is no terminal"
    lines = printed.splitlines()
    assert lines[0] == "4 articles: 3 in 1 story, 1 alone"
    assert lines[2].startswith("1  ")
    assert lines[2].endswith(" · 3 articles")
    assert f"Bridge jammed (The Wire, 3 May) · 2 of 2 sentences shared · {corpus / 'a.md'}" in printed
    assert len(list((home / "reader" / "corpora").iterdir())) == 1, "one file in the cache"


def test_stories_as_json(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "bad.txt").write_bytes(b"")
    assert run("stories", str(corpus), "--format", "json") == 0
    printed, told = capsys.readouterr()
    assert "Left out: " in told
    found = json.loads(printed)
    assert list(found) == ["folder", "articles", "alone", "stories", "left_out"]
    assert (found["folder"], found["articles"], found["alone"]) == (str(corpus), 4, 1)
    assert len(found["left_out"]) == 1
    [story] = found["stories"]
    assert list(story) == ["title", "shared", "articles"]
    assert [article["id"] for article in story["articles"]] == ["A", "B", "C"]
    for article in story["articles"]:
        assert list(article) == [
            "id", "path", "number", "title", "made_up", "source", "date", "sentences", "shared",
        ]  # fmt: skip
    wire = next(article for article in story["articles"] if article["source"])
    assert wire["title"] == "Bridge jammed"
    assert wire["path"] == str(corpus / "a.md")
    assert (wire["shared"], wire["sentences"], wire["made_up"], wire["date"]) == (2, 2, False, "3 May")


@pytest.mark.parametrize("what", ["missing", "empty", "file"])
def test_no_folder_of_articles(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x\x1b]0;y\x07"
    if what == "empty":
        path.mkdir()
    elif what == "file":
        path.write_text("An article, not a folder.")
    assert run("stories", str(path)) == 2
    error = capsys.readouterr().err
    assert error.startswith("reader: ")
    assert error.count("\n") == 1
    assert "\x1b" not in error


def test_stories_of_a_file_whose_name_is_not_utf8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / os.fsdecode(b"bad\xff.txt")).write_text("The bridge is shut. The ferry is late.")
    for _ in range(2):
        assert run("stories", str(folder)) == 0
        assert "1 alone" in capsys.readouterr().out
