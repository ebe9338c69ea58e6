"""Notebooks for the tests in this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, make_notebook
from tests.notebook.prose import QUAY

from reader.notebook import Notebook, Target

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of a notebook that is not made yet."""
    folder = tmp_path / "notes"
    folder.mkdir()
    return folder / "reader.json"


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    """An empty notebook."""
    notebook = Notebook.open(path)
    yield notebook
    notebook.close()


@pytest.fixture
def whole(path: Path) -> Path:
    """A notebook of two articles, with annotations of all kinds, a session and steps to undo."""
    make_notebook(path)
    notebook = Notebook.open(path)
    harbour, quay = notebook.attach(article()), notebook.attach(article(QUAY, "quay.txt"))
    figure = notebook.codebook.create("figure").id
    pair = Target.pair((harbour, 0, 38), (quay, 0, 37))
    notebook.put_tag([pair, Target.whole(quay), Target.absence((quay, 0, 37), harbour)], figure)
    notebook.put_tag([Target.span(quay, 38, 60)], figure, origin=(harbour, 0, 38))
    notebook.sessions.start("all", [(quay, 0, 37)])
    notebook.close()
    return path
