"""The values of the notebook. All of them are immutable: a change gives a new value, never an altered one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from reader.articles import clean_line, shown_title

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePath

CONTEXT = 32
"""Code points of prefix and of suffix."""

Verdict = Literal["exact", "moved", "changed", "lost"]
"""From the best to the worst."""

TargetKind = Literal["span", "article", "pair", "absence"]
"""Of a target: any span of an article, be it a word, a sentence or several paragraphs; a whole article; two
spans of two articles; a span of one article that another article does not say."""

SPANS: tuple[TargetKind, ...] = ("span",)

Span = tuple[str, int, int]
"""Article id, start, end, in code points; a whole article is 0, 0."""

_WORSE: tuple[Verdict, ...] = ("exact", "moved", "changed", "lost")


def display_path(path: str | PurePath) -> str:
    """Give a path, or a part of one, as it may be shown: whatever its name holds."""
    return clean_line(str(path))


class NotebookError(Exception):
    """What could not be done, said in one sentence that is ready for standard error."""


class WouldReplaceError(NotebookError):
    """A file was not written, for it would have replaced another one of its kind."""

    def __init__(self, path: str | PurePath, what: str) -> None:
        """Say what is in the file there, as in "3 tags and comments"."""
        super().__init__(f"{display_path(path)} has {what} already.")
        self.what = what


class StrangeFileError(NotebookError):
    """What another program has put in the place of the notebook cannot be taken in."""


class Tag(NamedTuple):
    """An entry of the codebook."""

    id: str
    name: str
    colour: str
    """`#RRGGBB`, readable on dark and on light."""
    digit: int | None
    """1–9 when pinned to that key."""
    description: str = ""


def tag_sort_key(tag: Tag) -> tuple[list[str], str]:
    """Give what to sort tags by: each is followed by those below it."""
    return tag.name.casefold().split("/"), tag.id


class Quote(NamedTuple):
    """Words with what stands before and behind them: the TextQuoteSelector."""

    exact: str
    prefix: str
    """The 32 code points before, fewer at the start of the text."""
    suffix: str
    """The 32 code points after, fewer at the end of the text."""


@dataclass(frozen=True, slots=True, eq=False)
class Selector:
    """Where an annotation is, in two ways: by its words and by its place.

    TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model, section 4.2. Offsets are
    code points into the text of the article, start included, end excluded. Two are equal if both ways are.
    """

    start: int
    end: int
    of_text: str | Quote
    """The text that it selects from, where it is at hand: the words would be in memory twice."""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Select a span of the text.

        :raises ValueError: it is not one.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{start}–{end} is not a span of a text of {len(text)} code points.")
        return cls(start, end, text)

    @property
    def quote(self) -> Quote:
        """What is selected, and what it is found again by."""
        text = self.of_text
        return quote_at(text, self.start, self.end) if isinstance(text, str) else text

    @property
    def exact(self) -> str:
        """What is selected."""
        return self.quote.exact

    @property
    def prefix(self) -> str:
        """What stands before it."""
        return self.quote.prefix

    @property
    def suffix(self) -> str:
        """What stands behind it."""
        return self.quote.suffix

    def __eq__(self, other: object) -> bool:
        """Whether the other one selects the same, with the same around it."""
        if not isinstance(other, Selector) or (self.start, self.end) != (other.start, other.end):
            return False
        return self.of_text is other.of_text or self.quote == other.quote

    def __hash__(self) -> int:
        """Give what is the same for equal ones."""
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        """Give the place and the words, but not the text."""
        return f"<{self.start}–{self.end} {self.quote}>"


def quote_at(text: str, start: int, end: int) -> Quote:
    """Give a span of the text, and what stands around it."""
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


WHOLE = Selector(0, 0, Quote("", "", ""))
"""What a whole article is selected by: in the W3C model a target without a selector."""


class Anchor(NamedTuple):
    """A place in an article that is found again when its text changes."""

    article: str
    selector: Selector
    verdict: Verdict = "exact"
    was: Selector | None = None

    @property
    def span(self) -> Span:
        """Where it is."""
        return self.article, self.selector.start, self.selector.end


class KeptDifference(NamedTuple):
    """One difference between the two sides of a pair, as the comparison found it."""

    type: str
    """`figure`, `hedge`, `speaker`, `detail`, `dropped`, `added` or `replaced`; see overlap.differences."""
    a: str
    b: str
    about: str = ""


class Annotation(NamedTuple):
    """What one coder adds to one target: any number of tags, a note, or both."""

    id: str
    article: str
    """The id the notebook gave to the article."""
    selector: Selector
    tags: tuple[str, ...]
    """Ids, in the order in which they were put on."""
    note: str
    created: str
    """ISO 8601, UTC; likewise `modified`."""
    modified: str
    verdict: Verdict = "exact"
    """How it was found again in the text of today. A `lost` one has the place it had in the text of then."""
    was: Selector | None = None
    """Where it was before the text changed; None while the verdict is `exact`."""
    kind: TargetKind = "span"
    other: Anchor | None = None
    """Of a pair the second side; of an absence the whole article that does not say it."""
    relation: str = ""
    """Of a pair: `verbatim`, `edited` or `paraphrase`, with `possibly ` before it when not sure; nothing
    when it is no match."""
    differences: tuple[KeptDifference, ...] = ()
    """Of a pair."""
    coder: str = ""
    """Who made it; nothing when that is not known, as in notebooks of version 1."""
    origin: Anchor | None = None
    """Where it came from, when it was made as one of "the same on every counterpart"."""
    reviewed: bool = False
    """A lost one that the user has decided to keep as lost."""

    @property
    def span(self) -> Span:
        """Where it is; of a pair its first side."""
        return self.article, self.selector.start, self.selector.end

    @property
    def spans(self) -> tuple[Span, ...]:
        """All the places it is at: of a pair both sides, of others one."""
        if self.kind == "pair" and self.other is not None:
            return self.span, self.other.span
        return (self.span,)

    @property
    def worst(self) -> Verdict:
        """The verdict that counts: of both sides the worse one."""
        if self.other is None:
            return self.verdict
        return max(self.verdict, self.other.verdict, key=_WORSE.index)


class StoredArticle(NamedTuple):
    """An article as the notebook keeps it, so that the file stands alone."""

    id: str
    title: str
    text: str
    path: str
    """Resolved; `-` is standard input. Cleaned, so that it may be shown."""
    source: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    made_up: bool = False
    """The title is the first words of the text; not known of what was stored before this was kept."""

    @property
    def shown(self) -> str:
        """The title; in brackets when it is made up."""
        return shown_title(self.title, made_up=self.made_up)


TargetKey = tuple[str, tuple["Span", ...]]
"""What two annotations on one target have in common; the order of the sides of a pair is no part of it."""


class Target(NamedTuple):
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
    def key(self) -> TargetKey:
        """What it is found by."""
        return target_key(self.kind, self.place, self.other)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles it is in."""
        return (self.place[0],) if self.other is None else (self.place[0], self.other[0])


def target_key(kind: TargetKind, place: Span, other: Span | None) -> TargetKey:
    """Give what a target is found by."""
    if other is None:
        return kind, (place,)
    return kind, (other, place) if kind == "pair" and other < place else (place, other)
