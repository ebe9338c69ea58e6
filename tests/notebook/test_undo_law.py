from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.notebook.helpers import article, content, plain
from tests.notebook.prose import HARBOUR, QUAY

from reader.notebook import Notebook, NotebookError

if TYPE_CHECKING:
    from collections.abc import Callable

SPANS = st.sampled_from([(0, 0, 38), (0, 0, 5), (0, 39, 60), (1, 0, 12), (1, 4, 9)])
NAMES = st.sampled_from(["claim", "Claim", "figure", "a/b", ""])
NOTES = st.sampled_from(["", "a", "two\nlines", "“quoted”"])
Action = tuple[Any, ...]

ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.tuples(st.just("new"), NAMES),
    st.tuples(st.just("tag"), SPANS, st.integers(0, 3)),
    st.tuples(st.just("many"), st.lists(SPANS, max_size=4), st.integers(0, 3)),
    st.tuples(st.just("new and tag"), SPANS, NAMES),
    st.tuples(st.just("untag"), SPANS),
    st.tuples(st.just("note"), SPANS, NOTES),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)


class Player:
    """Plays actions on a notebook with two articles open."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self.articles = [notebook.attach(article(HARBOUR, "a.txt")), notebook.attach(article(QUAY, "b.txt"))]

    def play(self, action: Action) -> None:
        """Do one action; one that is refused does nothing."""
        what, *arguments = action
        actions: dict[str, Callable[..., object]] = {
            "new": self.notebook.create_tag,
            "tag": lambda span, tag: self._tag([span], tag),
            "many": self._tag,
            "new and tag": self._new_and_tag,
            "untag": lambda span: self.notebook.untag(*self._at(span)),
            "note": lambda span, note: self.notebook.set_note(*self._at(span), note),
            "undo": self.notebook.undo,
            "redo": self.notebook.redo,
        }
        try:
            actions[what](*arguments)
        except NotebookError:
            assert what.startswith("new")

    def _at(self, span: tuple[int, int, int]) -> tuple[str, int, int]:
        return self.articles[span[0]], span[1], span[2]

    def _tag(self, spans: list[tuple[int, int, int]], tag: int) -> None:
        if tag < len(self.notebook.tags):
            self.notebook.tag_many([self._at(span) for span in spans], self.notebook.tags[tag].id)

    def _new_and_tag(self, span: tuple[int, int, int], name: str) -> None:
        with self.notebook.step("new and tag"):
            self.notebook.tag_sentence(*self._at(span), self.notebook.create_tag(name).id)


@settings(max_examples=60, deadline=None)
@given(before=st.lists(ACTIONS, max_size=8), after=st.lists(ACTIONS, max_size=12))
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
    assert notebook.last_error is None
    again = Notebook.open(path)
    assert content(again) == before
    assert again.notices == ()
    again.close()
    if path.exists():
        assert len(plain(path)["annotations"]) == len(before["annotations"])
    else:
        assert before == {"tags": (), "annotations": ()}
