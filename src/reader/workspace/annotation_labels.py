"""Annotations in words: where they are, on what, whose, and of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.text.phrases import counted, shorten, unquoted
from reader.workspace.extents import Extents
from reader.workspace.labels import range_name
from reader.workspace.marks import CODER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook import Annotation, Selector, TargetKind
    from reader.workspace.extents import Extent
    from reader.workspace.workspace import Workspace

WHERE: Final = 14
"""Cells of where an annotation is, where there is room for no more."""
LONGEST: Final = 400
"""Characters of its words below the list."""
BESIDE: Final = 100
"""Cells from which on a row has room for coder and date."""
SIGNS: Final[dict[TargetKind, str]] = {"span": " ", "pair": "⇄", "absence": "∅", "article": "≡"}
KINDS: Final[dict[TargetKind, str]] = {
    "pair": "a pair",
    "absence": "an absence",
    "article": "the whole article",
}


def side_label(workspace: Workspace, annotation: Annotation, width: int) -> str:
    """What the right of a row tells; where there is little room, only who else made it."""
    other = "" if workspace.notebook.is_mine(annotation) else shorten(annotation.coder, CODER)
    told = [annotation.coder, annotation.modified[:10]] if width >= BESIDE else [other]
    verdict = annotation.worst
    return "  ".join(filter(None, ["" if verdict == "exact" else verdict, *told]))


def place_label(workspace: Workspace, annotation: Annotation, room: int = WHERE) -> str:
    """`B 7` or `B 7–9` in an open article, else the source of the article it is in."""
    return anchor_label(
        workspace, annotation.article, annotation.selector, room, lost=annotation.verdict == "lost"
    )


def anchor_label(
    workspace: Workspace, article_id: str, selector: Selector, room: int = WHERE, *, lost: bool
) -> str:
    """The same of one side; what is lost is at no sentence."""
    letter = workspace.annotations.letter(article_id)
    if not letter:
        return shorten(source_label(workspace, article_id), room - 1)
    if lost or not selector.end:
        return letter
    places = workspace.annotations.places([(article_id, selector.start, selector.end)])
    return range_name(places[0], places[-1]) if places else letter


def source_label(workspace: Workspace, article_id: str) -> str:
    """A short name for an article: its source, or else its title."""
    article = workspace.notebook.article(article_id)
    return article.source or article.shown


def article_label(workspace: Workspace, article_id: str) -> str:
    """A long name for an article: its letter, if it is open; source and title."""
    article = workspace.notebook.article(article_id)
    known = ": ".join(filter(None, [article.source, article.shown]))
    return " ".join(filter(None, [workspace.annotations.letter(article_id), known]))


def target_words(workspace: Workspace, annotation: Annotation) -> str:
    """What it is on; of a whole article the title."""
    return annotation.selector.exact or workspace.notebook.article(annotation.article).shown


def quoted_words(workspace: Workspace, annotation: Annotation, length: int) -> str:
    """What it is on; in quotation marks where that is less than a whole sentence of an open article."""
    said = target_words(workspace, annotation)
    is_part = "words" in extent(workspace, annotation)
    return f"“{shorten(unquoted(said), length)}”" if is_part else shorten(said, length)


def extent(workspace: Workspace, annotation: Annotation) -> tuple[Extent, ...]:
    """How far it reaches in an open article."""
    return Extents(workspace).of(annotation) if annotation.article in workspace.annotations.ids else ()


def extent_label(workspace: Workspace, annotation: Annotation) -> str:
    """What it is on, where that is no whole sentence: `a pair`, `words of A 9–10`, `range A 9–10`."""
    reach, at = extent(workspace, annotation), place_label(workspace, annotation)
    if "words" in reach:
        return f"words of {at}"
    return f"range {at}" if "range" in reach else KINDS.get(annotation.kind, "")


def count_label(shown: Sequence[Annotation], every: Sequence[Annotation]) -> str:
    """`12 of 20,000 annotations`, or only how many there are."""
    total = counted(len(every), "annotation")
    return total if len(shown) == len(every) else f"{len(shown):,} of {total}"
