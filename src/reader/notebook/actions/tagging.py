"""Putting tags and notes on targets and taking them off.

Invariant: what is put on is the coder's own, in an annotation of theirs. What is taken off is what is named,
whoever made it: who asks knows whose it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles import clean_text
from reader.notebook.history import labels
from reader.notebook.history.steps import DocumentChange
from reader.notebook.model import WHOLE, Anchor, Annotation, Selector
from reader.notebook.schema.documents import annotation_document, new_id, utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.notebook.actions.context import ActionContext
    from reader.notebook.history.steps import History
    from reader.notebook.model import Span, Target


class Tagging:
    """What is done to annotations."""

    def __init__(self, ledger: ActionContext) -> None:
        self._ledger = ledger

    def put_tag(self, targets: Iterable[Target], tag_id: str, origin: Span | None = None) -> int:
        """Put a tag on several targets; see `Notebook.put_tag`."""
        self._ledger.must_be_writable()
        tag = self._ledger.tag(tag_id)
        unlike = {target.key: target for target in targets}
        new = [target for target in unlike.values() if not self._has(target, tag_id)]
        changes = [self._tagged(target, tag_id, origin) for target in new]
        self._ledger.do(labels.put_on(labels.quoted_tag(tag), self._where(new)) if new else "", changes)
        return len(changes)

    def set_note(self, target: Target, note: str) -> None:
        """Write the note of a target; see `Notebook.put_note`."""
        self._ledger.must_be_writable()
        note = clean_text(note).strip()
        there = self._to_be_noted(target)
        if note == ("" if there is None else there.note):
            return
        say = labels.put_on if note else labels.taken_off
        self._ledger.do(say("note", self._where([target])), [self._noted(target, there, note)])

    def remove(self, annotations: Sequence[Annotation]) -> int:
        """Take annotations off; see `Notebook.remove`."""
        self._ledger.must_be_writable()
        there = [each for each in annotations if each.id in self._ledger.state.annotations]
        if there:
            words = labels.taken_off(labels.tags_and_notes(there), wheres(self._ledger, there))
            self._ledger.do(words, [DocumentChange("remove", "annotations", each.id, {}) for each in there])
        return len(there)

    def remove_tag(self, annotations: Sequence[Annotation], tag_id: str) -> int:
        """Take one tag off annotations; see `Notebook.remove_tag_from`."""
        self._ledger.must_be_writable()
        tag = self._ledger.tag(tag_id)
        having = [each for each in annotations if tag_id in each.tags]
        if having:
            words = labels.taken_off(labels.quoted_tag(tag), wheres(self._ledger, having))
            self._ledger.do(words, [self._without(each, tag_id) for each in having])
        return len(having)

    def last_put(self, history: History) -> str | None:
        """Give the tag that this coder put on last; see `Notebook.last_put`."""
        for step in reversed(history.steps[: history.done]):
            for change in step.changes:
                if tag_id := self._put_by(change):
                    return tag_id
        return None

    def _put_by(self, change: DocumentChange) -> str | None:
        """Give the tag that was put on by what this change takes back; None when that did something else."""
        there = self._ledger.state.annotations.get(change.id) if change.table == "annotations" else None
        if there is None or not there.tags or not self._ledger.is_mine(there):
            return None
        before = () if change.act == "remove" else change.fields.get("tags", there.tags)
        return next((tag for tag in reversed(there.tags) if tag not in before), None)

    def _mine(self, target: Target) -> list[Annotation]:
        return [each for each in self._ledger.state.on(target.key) if self._ledger.is_mine(each)]

    def _has(self, target: Target, tag_id: str) -> bool:
        return any(tag_id in annotation.tags for annotation in self._mine(target))

    def _tagged(self, target: Target, tag_id: str, origin: Span | None) -> DocumentChange:
        """Give the change that adds a tag, to an annotation that came from the same place or to a new one."""
        origin = None if origin == target.place else origin
        there = next((each for each in self._mine(target) if _came_from(each) == origin), None)
        if there is None:
            return self._new(target, tag_id=tag_id, origin=origin)
        tags = self._ledger.document(there)["tags"]
        return DocumentChange(
            "set", "annotations", there.id, {"tags": [*tags, tag_id], "modified": utc_now()}
        )

    def _to_be_noted(self, target: Target) -> Annotation | None:
        return max(self._mine(target), key=lambda each: bool(each.note), default=None)

    def _noted(self, target: Target, there: Annotation | None, note: str) -> DocumentChange:
        if there is None:
            return self._new(target, note=note)
        if note or self._ledger.document(there)["tags"]:
            return DocumentChange("set", "annotations", there.id, {"note": note, "modified": utc_now()})
        return DocumentChange("remove", "annotations", there.id, {})

    def _without(self, annotation: Annotation, tag_id: str) -> DocumentChange:
        rest = [name for name in self._ledger.document(annotation)["tags"] if name != tag_id]
        if rest or annotation.note:
            return DocumentChange("set", "annotations", annotation.id, {"tags": rest, "modified": utc_now()})
        return DocumentChange("remove", "annotations", annotation.id, {})

    def _new(
        self, target: Target, *, tag_id: str | None = None, note: str = "", origin: Span | None = None
    ) -> DocumentChange:
        now = utc_now()
        place = self._anchor(target.place)
        new = Annotation(
            id=new_id(),
            article=place.article,
            selector=place.selector,
            tags=() if tag_id is None else (tag_id,),
            note=note,
            created=now,
            modified=now,
            kind=target.kind,
            other=None if target.other is None else self._anchor(target.other),
            relation=target.relation,
            differences=target.differences,
            coder=self._ledger.coder,
            origin=None if origin is None else self._anchor(origin),
        )
        for article_id in (*target.articles, *(() if origin is None else origin[:1])):
            self._ledger.journal.hold(self._ledger.registry.store(article_id))
        return DocumentChange("insert", "annotations", new.id, annotation_document(new))

    def _anchor(self, span: Span) -> Anchor:
        article_id, start, end = span
        if (start, end) == (0, 0):
            return Anchor(article_id, WHOLE)
        return Anchor(article_id, Selector.of(self._ledger.registry.article(article_id).text, start, end))

    def _where(self, targets: Iterable[Target]) -> list[labels.TargetWords]:
        """Say where these targets are, to be named in the history."""
        return [(target.kind, self._words(*target.place)) for target in targets]

    def _words(self, article_id: str, start: int, end: int) -> str:
        article = self._ledger.registry.article(article_id)
        return article.text[start:end] or article.title


def _came_from(annotation: Annotation) -> Span | None:
    return None if annotation.origin is None else annotation.origin.span


def wheres(ledger: ActionContext, annotations: Iterable[Annotation]) -> list[labels.TargetWords]:
    """Say where these annotations are, to be named in the history."""
    return [
        (each.kind, each.selector.exact or ledger.registry.article(each.article).title)
        for each in annotations
    ]
