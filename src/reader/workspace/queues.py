"""Queues for a session: sentences of the open articles, in reading order, boilerplate left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.overlap import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Queue:
    """Some sentences to go through."""

    name: str
    wanted: Callable[[Workspace, Place], bool]

    def find(self, workspace: Workspace) -> list[Place]:
        """The sentences, article by article."""
        return [
            place
            for number, article in enumerate(workspace.articles)
            for place in (Place(number, sentence) for sentence in range(len(article.sentences)))
            if not article.sentences[place.sentence].boilerplate and self.wanted(workspace, place)
        ]


def _changed(workspace: Workspace, place: Place) -> bool:
    """Whether anything on the sentence waits in the review list; what is lost is on no sentence."""
    from reader.notebook.actions.review import items_to_review  # noqa: PLC0415 - not needed for the first frame

    return any(True for annotation in workspace.annotations.on(place) for _ in items_to_review(annotation))


QUEUES = {
    "a": Queue("all sentences", lambda _workspace, _place: True),
    "o": Queue("overlaps", lambda workspace, place: bool(workspace.matches(place))),
    "u": Queue("untagged", lambda workspace, place: workspace.annotations.is_untagged(place)),
    "c": Queue("changed since tagged", _changed),
    "f": Queue("shown by the filter", lambda workspace, place: workspace.filter_state.holds(place)),
}
"""By the letter that chooses them."""
