"""Queues for a session of tagging: sentences of the open articles, in reading order, without boilerplate."""

from collections.abc import Callable
from typing import NamedTuple

from reader.overlap import Place
from reader.workspace.workspace import Workspace


class Queue(NamedTuple):
    """A choice of sentences to go through."""

    name: str
    wanted: Callable[[Workspace, Place], bool]

    def find(self, workspace: Workspace) -> list[Place]:
        """Return the sentences, article by article."""
        places = (
            Place(number, index)
            for number, article in enumerate(workspace.articles)
            for index, sentence in enumerate(article.sentences)
            if not sentence.boilerplate
        )
        return [place for place in places if self.wanted(workspace, place)]


def _has_changed(workspace: Workspace, place: Place) -> bool:
    """Return whether anything on the sentence waits for review; what is lost is on no sentence."""
    from reader.notebook.actions.review import items_to_review  # noqa: PLC0415 - seldom needed

    return any(True for annotation in workspace.annotations.on(place) for _ in items_to_review(annotation))


QUEUES = {  # by the letter that chooses them
    "a": Queue("all sentences", lambda _workspace, _place: True),
    "o": Queue("overlaps", lambda workspace, place: bool(workspace.matches(place))),
    "u": Queue("untagged", lambda workspace, place: workspace.annotations.is_untagged(place)),
    "c": Queue("changed since tagged", _has_changed),
    "f": Queue("shown by the filter", lambda workspace, place: workspace.filter_state.holds(place)),
}
