"""Actions drawn at random, and a player that does them to a notebook."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from tests.notebook.helpers import article
from tests.notebook.prose import HARBOUR, QUAY

from reader.notebook import Notebook, NotebookError, Span, Target

if TYPE_CHECKING:
    from collections.abc import Callable

SPANS = st.sampled_from([(0, 0, 38), (0, 0, 5), (0, 39, 60), (1, 0, 12), (1, 4, 9)])
NAMES = st.sampled_from(["claim", "Claim", "figure", "claim/figure", "a/b", ""])
NOTES = st.sampled_from(["", "a", "two\nlines", "“quoted”"])
Action = tuple[Any, ...]

TAGS = st.integers(0, 5)
TARGETS = st.one_of(
    st.builds(lambda span: ("span", span), SPANS),
    st.builds(lambda article: ("whole", article), st.integers(0, 1)),
    st.builds(lambda: ("pair", (0, 0, 38), (1, 0, 12))),
    st.builds(lambda span: ("absence", span), SPANS),
)

ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.tuples(st.just("new"), NAMES),
    st.tuples(st.just("tag"), SPANS, TAGS),
    st.tuples(st.just("many"), st.lists(SPANS, max_size=4), TAGS),
    st.tuples(st.just("targets"), st.lists(TARGETS, max_size=4), TAGS, st.none() | SPANS),
    st.tuples(st.just("new and tag"), SPANS, NAMES),
    st.tuples(st.just("untag"), SPANS),
    st.tuples(st.just("remove"), st.integers(0, 3)),
    st.tuples(st.just("remove tag"), TAGS),
    st.tuples(st.just("note"), TARGETS, NOTES),
    st.tuples(st.just("rename"), TAGS, NAMES),
    st.tuples(st.just("move"), TAGS, st.none() | TAGS),
    st.tuples(st.just("merge"), TAGS, TAGS),
    st.tuples(st.just("delete"), TAGS),
    st.tuples(st.just("pin"), TAGS, st.none() | st.integers(1, 3)),
    st.tuples(st.just("describe"), TAGS, NOTES),
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
        book, notebook = self.notebook.codebook, self.notebook
        actions: dict[str, Callable[..., object]] = {
            "new": notebook.codebook.create,
            "tag": lambda span, tag: notebook.put_tag([Target.span(*self._at(span))], self._tag(tag)),
            "many": lambda spans, tag: notebook.put_tag(
                [Target.span(*span) for span in map(self._at, spans)], self._tag(tag)
            ),
            "targets": self._put,
            "new and tag": self._new_and_tag,
            "untag": lambda span: notebook.remove(notebook.annotations_on(Target.span(*self._at(span)))),
            "remove": lambda number: notebook.remove(notebook.annotations()[number:]),
            "remove tag": lambda tag: notebook.remove_tag(notebook.annotations(), self._tag(tag)),
            "note": lambda target, note: notebook.put_note(self._target(target), note),
            "rename": lambda tag, name: book.rename(self._tag(tag), name),
            "move": lambda tag, to: book.move(self._tag(tag), None if to is None else self._tag(to)),
            "merge": lambda tag, into: book.merge(self._tag(tag), self._tag(into)),
            "delete": lambda tag: book.delete(self._tag(tag)),
            "pin": lambda tag, digit: book.pin(self._tag(tag), digit),
            "describe": lambda tag, text: book.describe(self._tag(tag), text),
            "undo": notebook.undo,
            "redo": notebook.redo,
        }
        with suppress(NotebookError):
            actions[what](*arguments)

    def _at(self, span: tuple[int, int, int]) -> Span:
        return self.articles[span[0]], span[1], span[2]

    def _tag(self, number: int) -> str:
        tags = self.notebook.tags
        return tags[number % len(tags)].id if tags else "none"

    def _target(self, target: tuple[Any, ...]) -> Target:
        kind, *where = target
        if kind == "whole":
            return Target.whole(self.articles[where[0]])
        place = self._at(where[0])
        if kind == "absence":
            return Target.absence(place, self.articles[1 - where[0][0]])
        return Target.pair(place, self._at(where[1]), "edited") if kind == "pair" else Target.span(*place)

    def _put(self, targets: list[tuple[Any, ...]], tag: int, origin: tuple[int, int, int] | None) -> None:
        where = None if origin is None else self._at(origin)
        self.notebook.put_tag(map(self._target, targets), self._tag(tag), origin=where)

    def _new_and_tag(self, span: tuple[int, int, int], name: str) -> None:
        with self.notebook.history.step("new and tag"):
            self.notebook.put_tag([Target.span(*self._at(span))], self.notebook.codebook.create(name).id)
