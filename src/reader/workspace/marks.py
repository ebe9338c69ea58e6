"""What a sentence carries on the screen: what it shares, and what the reader has added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.text.phrases import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.notebook import Annotation, Tag
    from reader.overlap import MatchKind

TAG_CHIP = 24
NOTE_CHIP = 28
CODER = 12
"""Characters of a tag, of a note or of the words a tag is on, and of who made it, that the text shows."""


class Chip(NamedTuple):
    """What is written behind a sentence; no line breaks in it."""

    text: str
    colour: str | None = None
    """Of the tag; a note has none."""


class TaggedWords(NamedTuple):
    """Words of a sentence, less than all of it, that carry a tag or a note of their own."""

    start: int
    end: int
    """In code points of the article; of a range that goes on in another sentence, what lies in this one."""
    colour: str | None
    """Of the first tag; a note has none."""


class SentenceMark(NamedTuple):
    """All that a sentence carries on the screen."""

    kind: MatchKind | None = None
    """Of its best match; None when nothing else says it."""
    possible: bool = False
    """The best match is not a sure one."""
    letters: str = ""
    """Of the other articles that share it."""
    tags: tuple[Tag, ...] = ()
    """On the sentence, on words of it, or on a range that it is in."""
    note: str = ""
    """The coder's own, else that of another; one on exactly the sentence before one that lies over it."""
    own: bool = False
    """The coder at work has added something, to it alone or together with others."""
    chips: tuple[Chip, ...] = ()
    words: tuple[TaggedWords, ...] = ()
    changed: bool = False
    """The words have changed since the reader tagged or noted them."""
    boilerplate: bool = False

    def chip(self, number: int) -> Chip:
        """One of the chips; an empty one if it was taken off, under a page, since its line was made."""
        return self.chips[number] if number < len(self.chips) else Chip("")


class SentenceContext(NamedTuple):
    """What the chips of a sentence are made with."""

    start: int
    end: int
    """Of the sentence, in code points."""
    article: str
    """Its id in the notebook."""
    tag: Callable[[str], Tag]
    mine: Callable[[Annotation], bool]
    name: Callable[[str, int | None], str]
    """From the id of an article, and from where in it, to what it is called on the screen: `C`, `B 7`."""


def chips(annotations: Iterable[Annotation], around: SentenceContext) -> Iterator[Chip]:
    """The chips of a sentence: tags with what they are on, as far as that is not the sentence; notes."""
    shown = [one for one in annotations if one.kind != "span" or one.selector.end <= around.end]
    for annotation in shown:
        for tag in map(around.tag, annotation.tags):
            yield _chip(shorten(tag.name, TAG_CHIP) + chip_suffix(annotation, around), tag.colour)
    for annotation in shown:
        if annotation.note:
            yield _chip(f"✎ {shorten(annotation.note, NOTE_CHIP)}{chip_suffix(annotation, around)}", None)


def tagged_words(annotations: Iterable[Annotation], around: SentenceContext) -> Iterator[TaggedWords]:
    """The words of a sentence that are tagged or noted; a range has some at its ends."""
    for annotation in annotations:
        selector = annotation.selector
        if around.start < selector.start or selector.end < around.end:
            colour = around.tag(annotation.tags[0]).colour if annotation.tags else None
            yield TaggedWords(max(selector.start, around.start), min(selector.end, around.end), colour)


def _chip(text: str, colour: str | None) -> Chip:
    return Chip(f"[{text}]".replace(" ", "\u00a0"), colour)


def chip_suffix(annotation: Annotation, around: SentenceContext) -> str:
    """What it is on, and whose it is, where that does not go without saying."""
    coder = "" if around.mine(annotation) else f" ({shorten(annotation.coder, CODER)})"
    return _where(annotation, around) + coder


def _where(annotation: Annotation, around: SentenceContext) -> str:
    """What it is on, when that is not the whole sentence and nothing else."""
    if annotation.kind == "pair" and annotation.other is not None:
        here, there = annotation.spans[0], annotation.spans[-1]
        other = there if here[0] == around.article and around.start <= here[1] < around.end else here
        return f" ⇄ {around.name(other[0], other[1])}"
    if annotation.kind == "absence" and annotation.other is not None:
        return f" · {around.name(annotation.other.article, None)}"
    selector = annotation.selector
    if selector.start < around.start:
        return " …"
    if selector.end < around.end or selector.start > around.start:
        return f": {shorten(selector.exact, NOTE_CHIP)}"
    return ""
