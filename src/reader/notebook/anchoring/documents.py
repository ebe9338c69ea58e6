"""Annotations, sessions and steps of history carried from one text of an article to a later one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.notebook.anchoring.alignment import words
from reader.notebook.anchoring.reanchor import has_same_quote
from reader.notebook.model import Selector
from reader.notebook.schema.documents import WrongDocumentError, read_anchor, read_selector, selector_document
from reader.notebook.schema.session import read_session, session_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.notebook.history.steps import DocumentChange
    from reader.notebook.schema.documents import Document


def reanchor_annotation(document: Document, article_id: str, anchoring: Anchoring) -> Document:
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


def reanchor_changes(
    changes: Iterable[DocumentChange], article_id: str, anchoring: Anchoring
) -> tuple[DocumentChange, ...]:
    """Give the changes in the new text. Those that move an annotation hold the whole of it."""
    return tuple(
        change._replace(fields=reanchor_annotation(change.fields, article_id, anchoring))
        if change.table == "annotations" and change.act == "insert"
        else change
        for change in changes
    )


def reanchor_session(known: Document, article_id: str, old_text: str, anchoring: Anchoring) -> Document:
    """Give the session with its places in the new text of an article; the same document if it has none there.

    A document that is no session stays as it is.
    """
    try:
        before = read_session(known)
    except WrongDocumentError:
        return known
    queue = list(before.queue)
    for number, (article, start, end) in enumerate(before.queue):
        if article == article_id and 0 <= start < end <= len(old_text):
            selector, verdict = anchoring.anchor(Selector.of(old_text, start, end))
            queue[number] = (article, *((0, 0) if verdict == "lost" else (selector.start, selector.end)))
    if tuple(queue) == before.queue:
        return known
    left = tuple(number for number in before.left if queue[number][2])
    return known | session_document(replace(before, queue=tuple(queue), left=left))


def _carried(document: Document, anchoring: Anchoring) -> Document:
    """Give a document that is an anchor, among other things, in the new text."""
    anchor, first = read_anchor(document), document.get("was")
    was = anchor.selector if first is None else read_selector(first)
    if first is None:
        selector, verdict = anchoring.anchor(anchor.selector)
    else:
        selector, verdict = anchoring.again(was, anchor.selector, lost=anchor.verdict == "lost")
    as_at_first = verdict == "exact" and has_same_quote(was, selector)
    if verdict != "lost" and not as_at_first:  # what changed earlier still waits to be reviewed
        same = words(selector.exact) == words(was.exact)
        verdict = ("exact" if verdict == anchor.verdict == "exact" else "moved") if same else "changed"
    dropped = {"was"} if verdict == "lost" else {"was", "reviewed"}
    kept = {key: value for key, value in document.items() if key not in dropped}
    kept |= {"selector": selector_document(selector), "verdict": verdict}
    return kept if as_at_first else kept | {"was": selector_document(was)}


def _of_whole(document: Document, anchoring: Anchoring) -> Document:
    """Give the anchor of a whole article: what is not said in one text may be said in another."""
    return document | {"verdict": "changed"} if anchoring.reworded else document
