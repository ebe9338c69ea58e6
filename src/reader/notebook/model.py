"""The values of the notebook: tags, targets, annotations, articles. All are immutable."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Self, get_args

from reader.articles import shown_title
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePath

CONTEXT = 32
"""The most code points of `Quote.prefix` and of `Quote.suffix`: fewer at the ends of a text."""

Verdict = Literal["exact", "moved", "changed", "lost"]
"""How an annotation was found again in a changed text, from the best to the worst: the same words in the same
surroundings, the same words in others, changed words, or not at all."""

TargetKind = Literal["span", "article", "pair", "absence"]
"""What a target is: any span of an article, be it a word, a sentence or several paragraphs; a whole article;
a pair of spans of two articles; a span of one article that another article does not say (an absence)."""

SPANS: tuple[TargetKind, ...] = ("span",)

Span = tuple[str, int, int]
"""Article id, start and end in code points, the end excluded; a whole article is 0, 0."""

_VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


def display_path(path: str | PurePath) -> str:
    """Return a path, or a part of one, without the characters that must not reach a terminal."""
    return clean_line(str(path))


class NotebookError(Exception):
    """An action that could not be done; str() is one sentence that can be shown as it is."""


class WouldReplaceError(NotebookError):
    """A file was not written because it would have replaced another file of its kind."""

    def __init__(self, path: str | PurePath, what: str) -> None:
        """Make the sentence from what the file there holds, as in "3 tags and comments"."""
        super().__init__(f"{display_path(path)} has {what} already.")
        self.what = what


class StrangeFileError(NotebookError):
    """Another program has replaced the notebook file by something that is no notebook."""


class Tag(NamedTuple):
    """A tag of the codebook."""

    id: str
    name: str
    colour: str
    """`#RRGGBB`, readable on dark and on light."""
    digit: int | None
    """1–9 when pinned to that key."""
    description: str = ""


def tag_sort_key(tag: Tag) -> tuple[list[str], str]:
    """Return the key that sorts tags by name, each followed by those below it."""
    return tag.name.casefold().split("/"), tag.id


class Quote(NamedTuple):
    """Words of an article and the text around them: the TextQuoteSelector of the W3C model."""

    exact: str
    prefix: str
    suffix: str


@dataclass(slots=True, eq=False, repr=False)
class Selector:
    """Where in a text an annotation is, by its words and by its position.

    TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model, section 4.2. Offsets are
    code points of the text, the end excluded.
    """

    start: int
    end: int
    of_text: str | Quote
    """The text that it selects from, where that is at hand, so that the words are not in memory twice."""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Select a span of a text; ValueError if the text has no such span."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{start}–{end} is not a span of a text of {len(text)} code points.")
        return cls(start, end, text)

    @property
    def quote(self) -> Quote:
        """The words that are selected, and the text around them."""
        text = self.of_text
        return quote_at(text, self.start, self.end) if isinstance(text, str) else text

    @property
    def exact(self) -> str:
        """The words that are selected."""
        return self.quote.exact

    def __eq__(self, other: object) -> bool:
        """Whether the other selector has the same position, words and text around them."""
        if not isinstance(other, Selector) or (self.start, self.end) != (other.start, other.end):
            return False
        return self.of_text is other.of_text or self.quote == other.quote

    def __hash__(self) -> int:
        """Return a hash of the position; the words would have to be cut out of the text."""
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        """Show the position and the words, but not the whole text."""
        return f"<{self.start}–{self.end} {self.quote}>"


def quote_at(text: str, start: int, end: int) -> Quote:
    """Return a span of a text with the text around it."""
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


WHOLE = Selector(0, 0, Quote("", "", ""))
"""The selector of a whole article, which in the W3C model is a target without a selector."""


class Anchor(NamedTuple):
    """A place in an article that can be found again when its text changes."""

    article: str
    selector: Selector
    verdict: Verdict = "exact"
    was: Selector | None = None

    @property
    def span(self) -> Span:
        """The article, start and end."""
        return self.article, self.selector.start, self.selector.end


class KeptDifference(NamedTuple):
    """One difference between the two sides of a pair, kept as the comparison found it."""

    type: str
    """A type of difference as docs/cli.md lists them: `figure`, `hedge` …"""
    a: str
    b: str
    about: str = ""


class Annotation(NamedTuple):
    """What one coder adds to one target: tags, a note, or both."""

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
    """How it was found again in the present text. A `lost` one has the place it had in the earlier text."""
    was: Selector | None = None
    """The selector before the text changed; None while the verdict is `exact`."""
    kind: TargetKind = "span"
    other: Anchor | None = None
    """The second side of a pair; the whole article that does not say an absence; else None."""
    relation: str = ""
    """The kind of match between the sides of a pair: `verbatim`, `edited` or `paraphrase`, with `possibly `
    before it when not sure; empty when it is no match."""
    differences: tuple[KeptDifference, ...] = ()
    """Between the sides of a pair; `KeptDifference.a` is of the first one."""
    coder: str = ""
    """Who made it; empty when that is not known, as in notebooks of version 1."""
    origin: Anchor | None = None
    """The sentence that it was copied from, if it was put on counterparts together with that sentence."""
    reviewed: bool = False
    """Whether the user has decided to keep it as lost."""

    @property
    def span(self) -> Span:
        """The article, start and end; of a pair those of its first side."""
        return self.article, self.selector.start, self.selector.end

    @property
    def sides(self) -> tuple[Annotation | Anchor, ...]:
        """The annotation, which is the anchor of its first side, and `other` if there is one."""
        return (self,) if self.other is None else (self, self.other)

    @property
    def spans(self) -> tuple[Span, ...]:
        """All the spans it is on: two of a pair, else one."""
        return tuple(side.span for side in self.sides) if self.kind == "pair" else (self.span,)

    @property
    def worst(self) -> Verdict:
        """The verdict; of two sides the worse one."""
        if self.other is None:
            return self.verdict
        return max(self.verdict, self.other.verdict, key=_VERDICTS.index)


def count_by_tag(annotations: Iterable[Annotation]) -> Counter[str]:
    """Count annotations by the ids of their tags; one with two tags counts for both."""
    return Counter(tag for annotation in annotations for tag in annotation.tags)


class StoredArticle(NamedTuple):
    """An article as the notebook keeps it, so that the file stands alone."""

    id: str
    title: str
    text: str
    path: str
    """Absolute, links followed, and safe to show; `-` is standard input."""
    source: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    made_up: bool = False
    """Whether the title is the first words of the text; False too where this is not known."""

    @property
    def shown(self) -> str:
        """The title, in brackets when it is made up."""
        return shown_title(self.title, made_up=self.made_up)


TargetKey = tuple[str, tuple["Span", ...]]
"""The kind and the spans of a target; equal for a pair and the same pair with its sides exchanged."""


class Target(NamedTuple):
    """What tags and notes are put on; made by `span`, `whole`, `pair` or `absence`.

    Articles go by the ids that `Notebook.attach` returns, positions are code points of their texts.
    """

    kind: TargetKind
    place: Span
    other: Span | None = None
    relation: str = ""
    differences: tuple[KeptDifference, ...] = ()

    @classmethod
    def span(cls, article: str, start: int, end: int) -> Self:
        """Make a target of any part of an article: words, a sentence, several paragraphs."""
        return cls("span", (article, start, end))

    @classmethod
    def whole(cls, article: str) -> Self:
        """Make a target of a whole article."""
        return cls("article", (article, 0, 0))

    @classmethod
    def pair(cls, a: Span, b: Span, relation: str = "", differences: Iterable[KeptDifference] = ()) -> Self:
        """Make a target of two sentences; `relation` and `differences` are as in `Annotation`."""
        return cls("pair", a, b, relation, tuple(differences))

    @classmethod
    def absence(cls, place: Span, missing_from: str) -> Self:
        """Make a target of what one article says, and the one with this other id does not say at all."""
        return cls("absence", place, (missing_from, 0, 0))

    @classmethod
    def of(cls, annotation: Annotation) -> Self:
        """Return the target of an annotation, to put more on it."""
        other = annotation.other and annotation.other.span
        return cls(annotation.kind, annotation.span, other, annotation.relation, annotation.differences)

    @property
    def key(self) -> TargetKey:
        """The key that annotations on this target are found by."""
        spans = (self.place,) if self.other is None else (self.place, self.other)
        return self.kind, tuple(sorted(spans)) if self.kind == "pair" else spans

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of its one or two articles."""
        return (self.place[0],) if self.other is None else (self.place[0], self.other[0])
