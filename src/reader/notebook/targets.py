"""What tags and notes are put on: a span, a whole article, a pair of spans, or an absence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.notebook.model import Annotation, KeptDifference, Span, TargetKind

Key = tuple[str, tuple["Span", ...]]
"""What two annotations on one target have in common; the order of the sides of a pair is no part of it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target; made by one of `span`, `whole`, `pair` and `absence`.

    Articles are named by the ids that `Notebook.attach` gives, places are in code points of their texts.
    """

    kind: TargetKind
    place: Span
    other: Span | None = None
    relation: str = ""
    differences: tuple[KeptDifference, ...] = ()

    @classmethod
    def span(cls, article: str, start: int, end: int) -> Self:
        """Any part of an article: words, a sentence, a range over sentences and paragraphs."""
        return cls("span", (article, start, end))

    @classmethod
    def whole(cls, article: str) -> Self:
        """A whole article."""
        return cls("article", (article, 0, 0))

    @classmethod
    def pair(cls, a: Span, b: Span, relation: str = "", differences: Iterable[KeptDifference] = ()) -> Self:
        """Two sentences of two articles and what is between them.

        :param relation: the kind of the match: `verbatim`, `edited`, `paraphrase`, with `possibly ` before it
            when it was not sure; nothing if it is none.
        :param differences: between a and b, in this order.
        """
        return cls("pair", a, b, relation, tuple(differences))

    @classmethod
    def absence(cls, place: Span, missing_from: str) -> Self:
        """What one article says at this place, and another article does not say at all.

        :param missing_from: the id of the article that does not.
        """
        return cls("absence", place, (missing_from, 0, 0))

    @classmethod
    def of(cls, annotation: Annotation) -> Self:
        """The target of an annotation, to put more on it."""
        other = annotation.other
        return cls(
            annotation.kind,
            annotation.span,
            None if other is None else other.span,
            annotation.relation,
            annotation.differences,
        )

    @property
    def key(self) -> Key:
        """What it is found by."""
        return key(self.kind, self.place, self.other)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles it is in."""
        return (self.place[0],) if self.other is None else (self.place[0], self.other[0])


def key(kind: TargetKind, place: Span, other: Span | None) -> Key:
    """Give what a target is found by."""
    if other is None:
        return kind, (place,)
    return kind, (other, place) if kind == "pair" and other < place else (place, other)
