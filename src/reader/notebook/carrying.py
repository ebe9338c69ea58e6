"""Documents of annotations, and steps of history, carried from one text of an article to a later one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from . import schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .anchoring import Anchoring
    from .history import Change
    from .model import Selector
    from .schema import Document


def annotation_carried(document: Document, article_id: str, anchoring: Anchoring) -> Document:
    """Give the annotation with all its anchors in the new text; the same document if it has none in it."""
    kind = document.get("target", "span")
    carried = document
    if kind != "article" and document["article"] == article_id:
        carried = _carried(document, anchoring)
    for side in ("other", "origin"):
        anchor = document.get(side)
        if anchor is not None and anchor["article"] == article_id:
            carry = _of_whole if (kind, side) == ("absence", "other") else _carried
            carried = carried | {side: carry(anchor, anchoring)}
    return carried


def changes_carried(changes: Iterable[Change], article_id: str, anchoring: Anchoring) -> tuple[Change, ...]:
    """Give the changes in the new text. Those that move an annotation hold the whole of it."""
    return tuple(
        replace(change, fields=annotation_carried(change.fields, article_id, anchoring))
        if change.table == "annotations" and change.act == "insert"
        else change
        for change in changes
    )


def _carried(document: Document, anchoring: Anchoring) -> Document:
    """Give a document that is an anchor, among other things, in the new text."""
    anchor = schema.anchor(document)
    selector, verdict = anchoring.anchor(anchor.selector)
    was = anchor.was or anchor.selector
    if verdict != "lost" and anchor.was is not None and _words_around(was) == _words_around(selector):
        verdict = "exact"  # all is again as it was first
    elif verdict == "exact":
        verdict = anchor.verdict  # what changed earlier still waits to be reviewed
    dropped = {"was"} if verdict == "lost" else {"was", "reviewed"}
    kept = {key: value for key, value in document.items() if key not in dropped}
    kept |= {"selector": schema.selector_document(selector), "verdict": verdict}
    return kept if verdict == "exact" else kept | {"was": schema.selector_document(was)}


def _of_whole(document: Document, anchoring: Anchoring) -> Document:
    """Give the anchor of a whole article: what is not said in one text may be said in another."""
    return document | {"verdict": "changed"} if anchoring.reworded else document


def _words_around(selector: Selector) -> tuple[str, str, str]:
    return selector.prefix, selector.exact, selector.suffix
