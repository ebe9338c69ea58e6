"""Put tags and notes on targets, and take them off.

Invariant: what is put on goes to an annotation of the coder at work. What is taken off is what the caller
names, whoever made it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.history.labels import step_label, tag_label, tags_and_notes
from reader.notebook.history.steps import DocumentChange
from reader.notebook.model import WHOLE, Anchor, Annotation, Selector
from reader.notebook.schema.documents import annotation_document, new_id, utc_now
from reader.text.cleaning import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.notebook.actions.context import ActionContext
    from reader.notebook.history.labels import TargetWords
    from reader.notebook.model import Span, Target


def put_tag(context: ActionContext, targets: Iterable[Target], tag_id: str, origin: Span | None) -> int:
    """Put a tag on targets; see `Notebook.put_tag`."""
    tag = context.tag(tag_id)
    changes, words = [], []
    for target in {target.key: target for target in targets}.values():
        mine = _mine(context, target)
        if not any(tag_id in annotation.tags for annotation in mine):
            changes.append(_tagged(context, target, mine, tag_id, origin))
            words.append(_target_words(context, target))
    if changes:
        context.history.do(step_label(f"{tag_label(tag)} on", words), changes)
    return len(changes)


def put_note(context: ActionContext, target: Target, note: str) -> None:
    """Write the note of the coder at work on a target; see `Notebook.put_note`."""
    note = clean_text(note).strip()
    there = max(_mine(context, target), key=lambda each: bool(each.note), default=None)
    if note == (there.note if there else ""):
        return
    if there is None:
        change = _new_annotation(context, target, (), note, None)
    elif note or context.document(there)["tags"]:
        change = DocumentChange("set", "annotations", there.id, {"note": note, "modified": utc_now()})
    else:
        change = DocumentChange("remove", "annotations", there.id)
    label = step_label("note on" if note else "note off", [_target_words(context, target)])
    context.history.do(label, [change])


def remove(context: ActionContext, annotations: Iterable[Annotation]) -> int:
    """Remove annotations; see `Notebook.remove`."""
    there = [each for each in annotations if each.id in context.state.annotations]
    if there:
        label = annotations_label(context, f"{tags_and_notes(there)} off", there)
        context.history.do(label, [DocumentChange("remove", "annotations", each.id) for each in there])
    return len(there)


def remove_tag(context: ActionContext, annotations: Iterable[Annotation], tag_id: str) -> int:
    """Take one tag off annotations; see `Notebook.remove_tag`."""
    tag = context.tag(tag_id)
    having = [each for each in annotations if tag_id in each.tags]
    if having:
        changes, now = [], utc_now()
        for each in having:
            rest = [tag for tag in context.document(each)["tags"] if tag != tag_id]
            changes.append(with_tags(each, rest, now))
        context.history.do(annotations_label(context, f"{tag_label(tag)} off", having), changes)
    return len(having)


def annotations_label(context: ActionContext, action: str, annotations: Iterable[Annotation]) -> str:
    """Return the label of a step of undo that did something to annotations; see `step_label`."""
    article = context.articles.article
    words = [(each.kind, each.selector.exact or article(each.article).title) for each in annotations]
    return step_label(action, words)


def _target_words(context: ActionContext, target: Target) -> TargetWords:
    article_id, start, end = target.place
    article = context.articles.article(article_id)
    return target.kind, article.text[start:end] or article.title


def _mine(context: ActionContext, target: Target) -> list[Annotation]:
    return [each for each in context.state.on(target.key) if context.is_mine(each)]


def _tagged(
    context: ActionContext, target: Target, mine: Iterable[Annotation], tag_id: str, origin: Span | None
) -> DocumentChange:
    """Add a tag to the annotation of this coder that has the same origin, or make a new annotation."""
    origin = None if origin == target.place else origin
    for annotation in mine:
        if origin == (annotation.origin and annotation.origin.span):
            now = utc_now()
            tags = [*context.document(annotation)["tags"], tag_id]  # with those that only the file knows
            tagged = annotation._replace(tags=(*annotation.tags, tag_id), modified=now)
            fields = {"tags": tags, "modified": now}
            return DocumentChange("set", "annotations", annotation.id, fields, tagged)
    return _new_annotation(context, target, (tag_id,), "", origin)


def with_tags(annotation: Annotation, tags: list[str], now: str) -> DocumentChange:
    """Return the change that leaves these tags on an annotation; without tags and note it is removed."""
    if tags or annotation.note:
        return DocumentChange("set", "annotations", annotation.id, {"tags": tags, "modified": now})
    return DocumentChange("remove", "annotations", annotation.id)


def _new_annotation(
    context: ActionContext, target: Target, tags: tuple[str, ...], note: str, origin: Span | None
) -> DocumentChange:
    now, place = utc_now(), _anchor(context, target.place)
    new = Annotation(
        id=new_id(),
        article=place.article,
        selector=place.selector,
        tags=tags,
        note=note,
        created=now,
        modified=now,
        kind=target.kind,
        other=None if target.other is None else _anchor(context, target.other),
        relation=target.relation,
        differences=target.differences,
        coder=context.coder,
        origin=None if origin is None else _anchor(context, origin),
    )
    for article_id in (*target.articles, *(origin or ())[:1]):
        context.articles.keep(article_id)
    return DocumentChange("insert", "annotations", new.id, annotation_document(new), new)


def _anchor(context: ActionContext, span: Span) -> Anchor:
    article_id, start, end = span
    text = context.articles.article(article_id).text
    return Anchor(article_id, Selector.of(text, start, end) if (start, end) != (0, 0) else WHOLE)
