from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.notebook.helpers import content, plain
from tests.notebook.random_actions import ACTIONS, Action, Player

from reader.notebook import Notebook


@settings(max_examples=120)
@given(before=st.lists(ACTIONS, max_size=12), after=st.lists(ACTIONS, max_size=20))
def test_undoing_everything_gives_the_start_and_redoing_it_the_end(
    before: list[Action], after: list[Action]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reader.json"
        notebook = Notebook.open(path)
        player = Player(notebook)
        for action in before + after:
            player.play(action)
        end = content(notebook)
        steps = 0
        while notebook.undo():
            steps += 1
        assert content(notebook) == {"tags": (), "annotations": ()}
        assert [bool(notebook.redo()) for _ in range(steps)] == [True] * steps
        assert content(notebook) == end
        _assert_the_same_after_reopening(notebook, path)


def _assert_the_same_after_reopening(notebook: Notebook, path: Path) -> None:
    before = content(notebook)
    notebook.close()
    assert notebook.file.last_error is None
    again = Notebook.open(path)
    assert content(again) == before
    assert again.notices == ()
    again.close()
    if path.exists():
        assert len(plain(path)["annotations"]) == len(before["annotations"])
    else:
        assert before == {"tags": (), "annotations": ()}
