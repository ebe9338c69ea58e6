"""Annotations, sessions and steps of undo brought from one text of an article to a later one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.notebook.anchoring.reanchor import has_same_quote
from reader.notebook.anchoring.words import words
from reader.notebook.model import Selector
from reader.notebook.schema.documents import WrongDocumentError, read_anchor, read_selector, selector_document
from reader.notebook.schema.session import read_session, session_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.notebook.history.steps import DocumentChange
    from reader.notebook.schema.documents import Document


def reanchor_annotation(document: Document, article_id: str, anchoring: Anchoring) -> Document:
    """Return an annotation with its anchors in this article re-anchored; the same object if it has none."""
    kind = document.get("target", "span")
    result = document
    if kind != "article" and document["article"] == article_id:
        result = _reanchor(document, anchoring)
    for side in ("other", "origin"):
        anchor = document.get(side)
        if anchor is None or anchor["article"] != article_id:
            continue
        if (kind, side) != ("absence", "other"):
            result = result | {side: _reanchor(anchor, anchoring)}
        elif anchoring.is_reworded:  # what the article did not say in one text it may say in another
            result = result | {side: anchor | {"verdict": "changed"}}
    return result


def reanchor_changes(
    changes: Iterable[DocumentChange], article_id: str, anchoring: Anchoring
) -> tuple[DocumentChange, ...]:
    """Return the changes of a step of undo, with the annotations they would bring back re-anchored."""
    return tuple(
        change._replace(fields=reanchor_annotation(change.fields, article_id, anchoring))
        if change.table == "annotations" and change.act == "insert"
        else change
        for change in changes
    )


def reanchor_session(document: Document, article_id: str, anchoring: Anchoring) -> Document:
    """Return a session with its places in this article re-anchored; the same object if it has none.

    A place that is lost becomes 0, 0 and is not left to be done. What is no valid session stays as it is.
    """
    try:
        session = read_session(document)
    except WrongDocumentError:
        return document
    queue = list(session.queue)
    for number, (article, start, end) in enumerate(session.queue):
        if article == article_id and 0 <= start < end <= len(anchoring.old_text):
            selector, verdict = anchoring.anchor(Selector.of(anchoring.old_text, start, end))
            queue[number] = (article, *((0, 0) if verdict == "lost" else (selector.start, selector.end)))
    if tuple(queue) == session.queue:
        return document
    left = tuple(number for number in session.left if queue[number][2])
    return document | session_document(replace(session, queue=tuple(queue), left=left))


REANCHOR: Mapping[str, Callable[[Document, str, Anchoring], Document]] = {
    "annotations": reanchor_annotation,
    "sessions": reanchor_session,
}
"""For each table with places in articles, the function that re-anchors one of its documents."""


def _reanchor(document: Document, anchoring: Anchoring) -> Document:
    """Return a document that has the fields of an anchor, among others, with these re-anchored."""
    anchor, was = read_anchor(document), document.get("was")
    if was is None:
        first = anchor.selector
        selector, verdict = anchoring.anchor(first)
    else:
        first = read_selector(was)
        selector, verdict = anchoring.restore(first, anchor.selector, lost=anchor.verdict == "lost")
    as_at_first = verdict == "exact" and has_same_quote(first, selector)
    if verdict != "lost" and not as_at_first:  # an earlier change still waits to be reviewed
        same_words = words(selector.exact) == words(first.exact)
        is_exact = verdict == anchor.verdict == "exact"
        verdict = "changed" if not same_words else "exact" if is_exact else "moved"
    dropped = {"was"} if verdict == "lost" else {"was", "reviewed"}
    kept = {key: value for key, value in document.items() if key not in dropped}
    kept |= {"selector": selector_document(selector), "verdict": verdict}
    return kept if as_at_first else kept | {"was": selector_document(first)}
