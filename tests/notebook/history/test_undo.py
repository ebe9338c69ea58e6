from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, words

from reader.notebook import Notebook, NotebookError, Target

if TYPE_CHECKING:
    from pathlib import Path

FIRST = (0, 38)  # the title of the article


def test_undo_and_redo_say_what_they_did(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    notebook.put_tag([Target.span(*span) for span in [(name, 0, 5), (name, 6, 9)]], tag.id)
    notebook.put_note(Target.span(name, 0, 5), "a")
    notebook.remove(notebook.annotations_on(Target.span(name, 6, 9)))
    said = [
        "tag off “str”",
        "note on “Ferry”",
        "tag “claim” on 2 passages",
        "new tag “claim”",
    ]
    assert [notebook.undo() for _ in range(5)] == [*said, None]
    assert (notebook.tags, notebook.annotations()) == ((), ())
    assert [notebook.redo() for _ in range(5)] == [*reversed(said), None]
    assert [words(notebook, each) for each in notebook.annotations()] == [("Ferry", ("claim",), "a")]


def test_a_change_after_undo_drops_what_could_be_done_again(notebook: Notebook) -> None:
    name = notebook.attach(article())
    notebook.put_note(Target.span(name, 0, 5), "a")
    notebook.undo()
    notebook.put_note(Target.span(name, 0, 5), "b")
    assert notebook.redo() is None
    assert notebook.undo() == "note on “Ferry”"
    assert notebook.undo() is None


def test_what_belongs_together_is_one_step(notebook: Notebook) -> None:
    name = notebook.attach(article())
    with notebook.history.step("new tag “claim” on 1 sentence"):
        notebook.put_tag([Target.span(name, *FIRST)], notebook.codebook.create("claim").id)
    assert notebook.undo() == "new tag “claim” on 1 sentence"
    assert (notebook.tags, notebook.annotations()) == ((), ())
    assert notebook.redo() == "new tag “claim” on 1 sentence"
    assert [words(notebook, each)[1] for each in notebook.annotations()] == [("claim",)]


def test_a_step_in_which_something_is_refused_can_be_undone(notebook: Notebook) -> None:
    notebook.codebook.create("claim")
    with notebook.history.step("two tags"):
        notebook.codebook.create("figure")
        with pytest.raises(NotebookError):
            notebook.codebook.create("claim")
    assert notebook.undo() == "two tags"
    assert [tag.name for tag in notebook.tags] == ["claim"]


def test_undo_works_after_coming_back(path: Path) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article())
    notebook.put_note(Target.span(name, 0, 5), "a")
    notebook.put_note(Target.span(name, 0, 5), "b")
    notebook.undo()
    notebook.close()
    notebook = Notebook.open(path)
    assert notebook.redo() == "note on “Ferry”"
    assert [each.note for each in notebook.annotations()] == ["b"]
    assert [notebook.undo(), notebook.undo(), notebook.undo()] == ["note on “Ferry”"] * 2 + [None]
    notebook.close()


def test_at_least_a_thousand_steps_can_be_undone(path: Path) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article())
    for number in range(2_100):
        notebook.put_note(Target.span(name, 0, 5), f"{number}")
    notebook.close()
    notebook = Notebook.open(path)
    undone = 0
    while notebook.undo():
        undone += 1
    notebook.close()
    assert 1_000 <= undone <= 2_000
