"""What differs between the sides of a pair, when it was tagged and after a text has changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.articles import load
from reader.cli.commands.notes import notes_json, notes_text
from reader.notebook import KeptDifference, Notebook, Target
from reader.tui.pages import annotation_lines
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ONE = "The ferry from Lennet carried forty passengers when it sank on Friday morning."
TWO = "The ferry from Lennet carried fifty passengers when it sank on Friday morning."
LATER = "The ferry from Lennet carried sixty passengers when it sank on Friday morning."


@pytest.fixture
def paired(tmp_path: Path) -> Iterator[Callable[[str], Workspace]]:
    """A workspace with a pair of two sentences, after the first has become this."""
    files = tmp_path / "a.txt", tmp_path / "b.txt"
    for file, text in zip(files, (ONE, TWO), strict=True):
        file.write_text(f"{text}\n\nBread is dear.\n")
    book = Notebook.open(tmp_path / "reader.json")
    a, b = (book.attach(load(file)[0]) for file in files)
    kept = [KeptDifference("figure", "forty passengers", "fifty passengers", "figure")]
    pair = Target.pair((a, 0, len(ONE)), (b, 0, len(TWO)), "edited", kept)
    book.put_tag([pair], book.codebook.create("figure changed").id)
    book.close()
    books = []

    def workspace(now: str) -> Workspace:
        files[0].write_text(f"{now}\n\nBread is dear.\n")
        books.append(Notebook.open(tmp_path / "reader.json"))
        return Workspace([article for file in files for article in load(file)], books[0])

    yield workspace
    books[0].close()


def in_the_list(workspace: Workspace) -> str:
    (annotation,) = workspace.notebook.annotations()
    return annotation_lines.whole(workspace, annotation).plain


def test_differences_that_are_others_now_are_told_with_those_of_then(
    paired: Callable[[str], Workspace],
) -> None:
    workspace = paired(LATER)
    for text in (notes_text(workspace.notebook), in_the_list(workspace)):
        lines = [line.strip() for line in text.splitlines()]
        start = lines.index("when it was tagged:")
        assert lines[start + 1] == "figure: forty passengers / fifty passengers"
        assert lines[start + 2] == "now:"
        assert "sixty passengers / fifty" in lines[start + 3]
    (one,) = json.loads(notes_json(workspace.notebook))["annotations"]
    assert one["differences"][0]["a"] == "forty passengers"
    assert one["differences_now"][0]["a"] == "sixty passengers"


def test_where_nothing_differs_any_more_that_is_said(paired: Callable[[str], Workspace]) -> None:
    text = notes_text(paired(TWO).notebook)
    assert text.rstrip().splitlines()[-2:] == ["      now:", "      no differences"]


def test_as_long_as_they_are_the_same_they_are_told_once(paired: Callable[[str], Workspace]) -> None:
    workspace = paired(ONE)
    text = notes_text(workspace.notebook)
    assert "figure: forty passengers / fifty passengers" in text
    assert "now:" not in text
    (one,) = json.loads(notes_json(workspace.notebook))["annotations"]
    assert one["differences_now"] is None


def test_they_are_told_after_the_change_was_reviewed_too(paired: Callable[[str], Workspace]) -> None:
    workspace = paired(LATER)
    review = workspace.notebook.review
    review.accept(review.items())
    assert [one.worst for one in workspace.notebook.annotations()] == ["exact"]
    assert "now:" in notes_text(workspace.notebook)
