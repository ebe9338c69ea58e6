"""The notebook in memory: documents by id, the values they stand for, and what is where.

Invariant: documents are never altered, only replaced, so that the thread that writes them may read them
freely. Every mutation is `put`; nothing here knows of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reader.notebook.model import tag_sort_key, target_key
from reader.notebook.schema import codec
from reader.notebook.schema.documents import (
    READERS,
    Tables,
    WrongDocumentError,
    read_annotation,
    read_article,
    read_tag,
)
from reader.notebook.state.lazy_documents import LazyDocuments
from reader.notebook.state.span_index import SpanIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, MutableMapping

    from reader.notebook.model import Anchor, Annotation, Span, StoredArticle, Tag, TargetKey, TargetKind
    from reader.notebook.schema.documents import Document

_T = TypeVar("_T")
_TABLES = (*READERS, "sessions")
"""In an order in which what refers to others comes behind them."""


class NotebookState:
    """Tags, articles and annotations. What is lost is at no place of its article."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Take these texts for those of articles that have the same: then they are in memory once."""
        self._texts = {text: text for text in texts}
        self._packed = LazyDocuments()
        self.documents: dict[str, MutableMapping[str, Document]] = {name: {} for name in _TABLES}
        self.documents["annotations"] = self._packed
        self.tags: dict[str, Tag] = {}
        self.articles: dict[str, StoredArticle] = {}
        self.annotations: dict[str, Annotation] = {}
        self._places = SpanIndex()
        self._other_places = SpanIndex()
        """Of the second sides of pairs."""
        self._lacking = False
        """Whether something that was referred to was not there."""

    def load(self, tables: Tables) -> int:
        """Take in what a file holds; give how many documents were left out because they are not right."""
        wrong = 0
        for table in _TABLES:
            for document in tables.get(table, {}).values():
                try:
                    self._load(table, document)
                except WrongDocumentError:
                    wrong += 1
        return wrong

    def fits(self) -> bool:
        """Whether what was taken in fits together: tags, origins, and words where they are said to be."""
        tags = self.tags.values()
        names, digits = [tag.name.casefold() for tag in tags], [tag.digit for tag in tags if tag.digit]
        if len(set(names)) < len(names) or len(set(digits)) < len(digits):
            return False
        return not self._lacking and all(map(self._fits, self.annotations.values()))

    def _fits(self, annotation: Annotation) -> bool:
        other = annotation.other
        return self._is_at_its_words(annotation) and (other is None or self._is_at_its_words(other))

    def _is_at_its_words(self, anchor: Annotation | Anchor) -> bool:
        there, text = anchor.selector, self.articles[anchor.article].text
        if there.of_text is text or not there.end or anchor.verdict == "lost":
            return True
        return text.startswith(there.exact, there.start)

    def put(self, table: str, name: str, document: Document | None) -> None:
        """Put a document in the place of the one with this id; None takes that away.

        :raises WrongDocumentError: the document is not one of this table; nothing has changed then.
        """
        self._take(table, name, document)
        _set(self.documents[table], name, document)

    def _take(self, table: str, name: str, document: Document | None) -> None:
        """Have the value of a document."""
        if table == "tags":
            _set(self.tags, name, None if document is None else read_tag(document))
        elif table == "articles":
            _set(self.articles, name, None if document is None else read_article(document))
        elif table == "annotations":
            self._put_annotation(name, None if document is None else self._annotation(document))

    def share_text(self, article_id: str, text: str) -> None:
        """Keep this text, which is the same, for the one of an article: then it is in memory once."""
        if article_id in self.articles:
            self.documents["articles"][article_id]["text"] = text
            self.articles[article_id] = self.articles[article_id]._replace(text=text)

    def all_tags(self) -> tuple[Tag, ...]:
        """Give all tags by name, each followed by those below it."""
        return tuple(sorted(self.tags.values(), key=tag_sort_key))

    def on(self, target: TargetKey) -> list[Annotation]:
        """Give the annotations on exactly this target: several, when several coders are at work.

        Oldest first; of one second those that came from nowhere else.
        """
        names = {name for place in target[1] for name in self._places.at(place)}
        found = (self.annotations[name] for name in names)
        there = (each for each in found if each.worst != "lost" and key_of(each) == target)
        return sorted(there, key=lambda each: (each.created, each.origin is not None, each.id))

    def in_article(self, article: str) -> Iterator[Annotation]:
        """Give the annotations of the article by place; a pair is of the article of its first side."""
        return (self.annotations[name] for name in self._places.within(article))

    def overlapping(self, span: Span, kinds: tuple[TargetKind, ...]) -> Iterator[Annotation]:
        """Give the annotations that share a code point with this span, by place; lost ones share none."""
        for name in self._places.overlapping(span):
            annotation = self.annotations[name]
            if annotation.kind in kinds and annotation.verdict != "lost":
                yield annotation
        if "pair" in kinds:
            yield from (self.annotations[name] for name in self._other_places.overlapping(span))

    def _load(self, table: str, stored: object) -> None:
        document = codec.unpacked(stored)
        name = document.get("id") if isinstance(document, dict) else None
        if not isinstance(document, dict) or not isinstance(name, str) or name in self.documents[table]:
            raise WrongDocumentError("id")
        if table == "articles" and isinstance(text := document.get("text"), str):
            document["text"] = self._texts.get(text, text)
        self._take(table, name, document)
        if isinstance(stored, bytes):
            self._packed.encoded[name] = stored
        else:
            self.documents[table][name] = document

    def _annotation(self, document: Document) -> Annotation:
        annotation = read_annotation(document, self._text_of)
        self._must_fit(annotation.span, annotation.verdict)
        if annotation.other is not None:
            self._must_fit(annotation.other.span, annotation.other.verdict)
        origin = annotation.origin
        if origin is not None and origin.article not in self.articles:
            origin, self._lacking = None, True
        known = tuple(tag for tag in annotation.tags if tag in self.tags)
        if known == annotation.tags and origin is annotation.origin:
            return annotation
        self._lacking = True
        return annotation._replace(tags=known, origin=origin)

    def _text_of(self, article: str) -> str | None:
        known = self.articles.get(article)
        return None if known is None else known.text

    def _must_fit(self, span: Span, verdict: str) -> None:
        article = self.articles.get(span[0])
        if article is None:
            raise WrongDocumentError("article")
        if verdict != "lost" and span[2] > len(article.text):
            raise WrongDocumentError("end")

    def _put_annotation(self, name: str, annotation: Annotation | None) -> None:
        old = self.annotations.get(name)
        if old is not None and (annotation is None or _where(old) != _where(annotation)):
            self._unplace(old)
            old = None
        _set(self.annotations, name, annotation)
        if old is None and annotation is not None:
            self._place(annotation)

    def _place(self, annotation: Annotation) -> None:
        self._places.add(annotation.span, annotation.id)
        if _has_other_place(annotation):
            self._other_places.add(annotation.spans[1], annotation.id)

    def _unplace(self, annotation: Annotation) -> None:
        self._places.remove(annotation.span, annotation.id)
        if _has_other_place(annotation):
            self._other_places.remove(annotation.spans[1], annotation.id)


def key_of(annotation: Annotation) -> TargetKey:
    """Give what the target of an annotation is found by."""
    other = annotation.other
    return target_key(annotation.kind, annotation.span, None if other is None else other.span)


def _set(values: MutableMapping[str, _T], name: str, value: _T | None) -> None:
    if value is None:
        values.pop(name, None)
    else:
        values[name] = value


def _where(annotation: Annotation) -> tuple[TargetKey, bool, bool]:
    return key_of(annotation), annotation.worst == "lost", _has_other_place(annotation)


def _has_other_place(annotation: Annotation) -> bool:
    other = annotation.other
    return annotation.kind == "pair" and other is not None and other.verdict != "lost"
