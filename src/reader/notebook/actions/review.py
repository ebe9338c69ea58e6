"""Review annotations that were not found again exactly after an article changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.actions.tagging import annotations_label
from reader.notebook.history.labels import tags_and_notes
from reader.notebook.history.steps import DocumentChange
from reader.notebook.model import Anchor, NotebookError, Selector
from reader.notebook.schema.documents import annotation_document, utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.notebook.actions.context import ActionContext
    from reader.notebook.model import Annotation, Verdict


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One place to look at: an annotation, or one side of a pair or of an absence."""

    annotation: Annotation
    second: bool
    """Whether it is the second side; of an absence that is the article that did not say it."""
    verdict: Verdict
    article: str
    """The id of the article that has changed."""
    old: Selector
    """The words that were tagged or noted, and where they were; WHOLE for an absence."""
    new: Selector | None
    """The words and the place in the present text; None when they are lost."""


class Review:
    """The places to look at, and what can be done about them; each action is one step of undo."""

    def __init__(self, context: ActionContext) -> None:
        self._context = context

    def items(self) -> tuple[ReviewItem, ...]:
        """Return all places to look at, article by article and by place; lost ones at the place they had."""
        every = [item for each in self._context.state.annotations.values() for item in items_to_review(each)]
        order = {name: number for number, name in enumerate(self._context.state.articles)}
        return tuple(sorted(every, key=lambda item: (order[item.article], (item.new or item.old).start)))

    def accept(self, items: Iterable[ReviewItem]) -> int:
        """Take the present words for the right ones, from now on; return how many items there were.

        Lost ones have no place to accept; they are left as they are.
        """
        found = [(item, Anchor(item.article, item.new)) for item in items if item.new is not None]
        self._put("accepted", found)
        return len(found)

    def move(self, item: ReviewItem, start: int, end: int) -> None:
        """Move an item to another span of the same article; ValueError if the text has no such span."""
        if not item.old.end:
            raise NotebookError("A whole article cannot be moved.")
        selector = Selector.of(self._context.articles.article(item.article).text, start, end)
        self._put("moved", [(item, Anchor(item.article, selector))])

    def keep_lost(self, items: Iterable[ReviewItem]) -> int:
        """Keep items as lost, with their old words and at no place; return how many there were.

        Should the words come back, they are found again. What is about a whole article cannot be lost.
        """
        found = [(item, Anchor(item.article, item.old, "lost", item.old)) for item in items if item.old.end]
        self._put("kept as lost", found)
        return len(found)

    def _put(self, action: str, anchors: Sequence[tuple[ReviewItem, Anchor]]) -> None:
        changed: dict[str, Annotation] = {}
        for item, anchor in anchors:
            name = item.annotation.id
            annotation = changed.get(name) or self._context.state.annotations.get(name)
            if annotation is None:
                raise NotebookError("There is no such annotation in the notebook any more.")
            changed[name] = _with_side(annotation, item, anchor)
        if changed:
            found = tuple(changed.values())
            label = annotations_label(self._context, f"{action}: {tags_and_notes(found)} on", found)
            self._context.history.do(label, [self._replacement(each) for each in found])

    def _replacement(self, annotation: Annotation) -> DocumentChange:
        """Return a change of the whole document, so that the history can follow the text when it changes."""
        known = self._context.document(annotation)
        ours = annotation_document(annotation._replace(modified=utc_now()))
        kept = {key: value for key, value in known.items() if key not in ("was", "reviewed")}
        return DocumentChange("insert", "annotations", annotation.id, kept | ours | {"tags": known["tags"]})


def items_to_review(annotation: Annotation) -> Iterator[ReviewItem]:
    """Yield the sides of an annotation that wait to be reviewed."""
    for second, side in enumerate(annotation.sides):
        lost = side.verdict == "lost"
        if side.verdict != "exact" and not (lost and annotation.reviewed):
            old, new = side.was or side.selector, None if lost else side.selector
            yield ReviewItem(annotation, bool(second), side.verdict, side.article, old, new)


def _with_side(annotation: Annotation, item: ReviewItem, anchor: Anchor) -> Annotation:
    annotation = annotation._replace(reviewed=anchor.verdict == "lost")
    if item.second:
        return annotation._replace(other=anchor)
    return annotation._replace(selector=anchor.selector, verdict=anchor.verdict, was=anchor.was)
