"""What is remembered from one start to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.workspace.saved_state import SavedState, ViewSettings, read_state, write_state

if TYPE_CHECKING:
    from pathlib import Path


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
