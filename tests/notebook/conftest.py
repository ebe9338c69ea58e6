"""Notebooks for the tests of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a notebook may be; there is none yet."""
    folder = tmp_path / "notes"
    folder.mkdir()
    return folder / "reader.json"


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    """An empty notebook."""
    notebook = Notebook.open(path)
    yield notebook
    notebook.close()
