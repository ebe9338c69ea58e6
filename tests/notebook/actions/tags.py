"""What the tests of the codebook and of its file share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.notebook.helpers import content, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook import Notebook

NAMES = ("claim", "claim/figure", "claim/figure/money", "claimant", "source")


def id_of(notebook: Notebook, name: str) -> str:
    tag = notebook.codebook.named(name)
    assert tag is not None
    return tag.id


def names(notebook: Notebook) -> list[str]:
    return [tag.name for tag in notebook.tags]


def tags_of_annotations(notebook: Notebook) -> list[tuple[str, ...]]:
    """Return the names of the tags on each annotation, by place."""
    return [words(notebook, each)[1] for each in notebook.annotations()]


def assert_is_one_step(notebook: Notebook, change: Callable[[], object], label: str) -> None:
    """Assert that a change is taken back by one undo, and done again by one redo."""
    before = content(notebook)
    change()
    after = content(notebook)
    assert notebook.undo() == label
    assert content(notebook) == before
    assert notebook.redo() == label
    assert content(notebook) == after
