"""Annotations in words, for lists of them: where they are, on what, whose, and of how many."""

from collections.abc import Sequence
from typing import Final

from reader.notebook import Annotation, Selector, TargetKind
from reader.text.phrases import counted, shorten, unquoted
from reader.workspace.extents import Extent, Extents
from reader.workspace.labels import range_name
from reader.workspace.marks import CODER
from reader.workspace.workspace import Workspace

WHERE: Final = 14  # cells of the place of an annotation, where there is little room
LONGEST: Final = 400  # characters of its words below the list
BESIDE: Final = 100  # cells from which on a row has room for coder and date
SIGNS: Final[dict[TargetKind, str]] = {"span": " ", "pair": "⇄", "absence": "∅", "article": "≡"}
_KINDS: Final = {"pair": "a pair", "absence": "an absence", "article": "the whole article"}


def side_label(workspace: Workspace, annotation: Annotation, width: int) -> str:
    """Return the right side of a row: verdict, coder and date; in little room only other coders."""
    other = "" if workspace.notebook.is_mine(annotation) else shorten(annotation.coder, CODER)
    who_and_when = [annotation.coder, annotation.modified[:10]] if width >= BESIDE else [other]
    verdict = annotation.worst
    return "  ".join(filter(None, ["" if verdict == "exact" else verdict, *who_and_when]))


def place_label(workspace: Workspace, annotation: Annotation, room: int = WHERE) -> str:
    """Return `B 7` or `B 7–9` in an open article, else the source of the article, in at most `room` cells."""
    lost = annotation.verdict == "lost"
    return anchor_label(workspace, annotation.article, annotation.selector, room, lost=lost)


def anchor_label(
    workspace: Workspace, article_id: str, selector: Selector, room: int = WHERE, *, lost: bool
) -> str:
    """Return the same for one side of an annotation; what is lost is in an article, but at no sentence."""
    if not (letter := workspace.annotations.letter(article_id)):
        return shorten(source_label(workspace, article_id), room - 1)
    if lost or not selector.end:
        return letter
    places = workspace.annotations.places([(article_id, selector.start, selector.end)])
    return range_name(places[0], places[-1]) if places else letter


def source_label(workspace: Workspace, article_id: str) -> str:
    """Return a short name for an article: its source, or else its title."""
    article = workspace.notebook.article(article_id)
    return article.source or article.shown


def article_label(workspace: Workspace, article_id: str) -> str:
    """Return a long name for an article: its letter, if it is open; source and title."""
    article = workspace.notebook.article(article_id)
    known = ": ".join(filter(None, [article.source, article.shown]))
    return " ".join(filter(None, [workspace.annotations.letter(article_id), known]))


def quoted_words(workspace: Workspace, annotation: Annotation, length: int) -> str:
    """Return the words of an annotation, of a whole article its title, in at most `length` characters.

    In quotation marks where they are less than a whole sentence of an open article.
    """
    words = annotation.selector.exact or workspace.notebook.article(annotation.article).shown
    is_part = "words" in _extents(workspace, annotation)
    return f"“{shorten(unquoted(words), length)}”" if is_part else shorten(words, length)


def extent_label(workspace: Workspace, annotation: Annotation) -> str:
    """Return what an annotation is on where that is no whole sentence: `a pair`, `words of A 9–10`."""
    extents, at = _extents(workspace, annotation), place_label(workspace, annotation)
    if "words" in extents:
        return f"words of {at}"
    return f"range {at}" if "range" in extents else _KINDS.get(annotation.kind, "")


def count_label(shown: Sequence[Annotation], every: Sequence[Annotation]) -> str:
    """Return `12 of 20,000 annotations`, or only how many there are."""
    total = counted(len(every), "annotation")
    return total if len(shown) == len(every) else f"{len(shown):,} of {total}"


def _extents(workspace: Workspace, annotation: Annotation) -> tuple[Extent, ...]:
    return Extents(workspace).of(annotation) if annotation.article in workspace.annotations.ids else ()
