"""The notebook in memory: documents by id, the values they stand for, and what is where.

Invariant: documents are never altered, only replaced, so that the thread that writes them may read them
freely. Every mutation is `put`; nothing here knows of the file.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from . import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Annotation, StoredArticle, Tag
    from .schema import Document

_T = TypeVar("_T")
Place = tuple[int, int, str]


class State:
    """Tags, articles and annotations. A lost annotation is at no place of its article."""

    def __init__(self) -> None:
        self.documents: dict[str, dict[str, Document]] = {"tags": {}, "articles": {}, "annotations": {}}
        self.tags: dict[str, Tag] = {}
        self.articles: dict[str, StoredArticle] = {}
        self.annotations: dict[str, Annotation] = {}
        self._at: dict[tuple[str, int, int], list[str]] = {}
        self._places: defaultdict[str, list[Place]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        """At least the length of the longest annotation there is, by article."""

    def load(self, tables: schema.Tables) -> int:
        """Take in what a file holds; give how many documents were left out because they are not right."""
        wrong = 0
        for table in ("tags", "articles", "annotations"):
            for document in tables.get(table, {}).values():
                try:
                    self._load(table, document)
                except schema.WrongDocumentError:
                    wrong += 1
        return wrong

    def put(self, table: str, name: str, document: Document | None) -> None:
        """Put a document in the place of the one with this id; None takes that away.

        :raises WrongDocumentError: the document is not one of this table; nothing has changed then.
        """
        if table == "tags":
            _set(self.tags, name, None if document is None else schema.tag(document))
        elif table == "articles":
            _set(self.articles, name, None if document is None else schema.article(document))
        else:
            self._put_annotation(name, None if document is None else self._annotation(document))
        _set(self.documents[table], name, document)

    def at(self, article: str, start: int, end: int) -> list[Annotation]:
        """Give the annotations on exactly this span: none or one, several when notebooks were joined."""
        return [self.annotations[name] for name in self._at.get((article, start, end), ())]

    def in_article(self, article: str) -> Iterator[Annotation]:
        """Give the annotations of the article by place."""
        return (self.annotations[name] for _, _, name in self._places.get(article, ()))

    def overlapping(self, article: str, start: int, end: int) -> Iterator[Annotation]:
        """Give the annotations that share a code point with this span, by place; lost ones share none."""
        places = self._places.get(article, [])
        first = bisect_left(places, (start - self._longest.get(article, 0),))
        for _, its_end, name in places[first : bisect_left(places, (end,))]:
            if its_end > start and (annotation := self.annotations[name]).verdict != "lost":
                yield annotation

    def _load(self, table: str, document: object) -> None:
        name = document.get("id") if isinstance(document, dict) else None
        if not isinstance(document, dict) or not isinstance(name, str) or name in self.documents[table]:
            raise schema.WrongDocumentError("id")
        self.put(table, name, document)

    def _annotation(self, document: Document) -> Annotation:
        annotation = schema.annotation(document)
        article = self.articles.get(annotation.article)
        if article is None:
            raise schema.WrongDocumentError("article")
        if annotation.verdict != "lost" and annotation.selector.end > len(article.text):
            raise schema.WrongDocumentError("end")
        known = tuple(tag for tag in annotation.tags if tag in self.tags)
        return annotation if known == annotation.tags else replace(annotation, tags=known)

    def _put_annotation(self, name: str, annotation: Annotation | None) -> None:
        old = self.annotations.get(name)
        if old is not None and (annotation is None or _span(old) != _span(annotation)):
            self._unplace(old)
            old = None
        _set(self.annotations, name, annotation)
        if old is None and annotation is not None:
            self._place(annotation)

    def _place(self, annotation: Annotation) -> None:
        article, start, end, lost = _span(annotation)
        insort(self._places[article], (start, end, annotation.id))
        if not lost:
            self._longest[article] = max(self._longest.get(article, 0), end - start)
            self._at.setdefault((article, start, end), []).append(annotation.id)

    def _unplace(self, annotation: Annotation) -> None:
        article, start, end, lost = _span(annotation)
        places = self._places[article]
        del places[bisect_left(places, (start, end, annotation.id))]
        if not lost:
            names = self._at[article, start, end]
            names.remove(annotation.id)
            if not names:
                del self._at[article, start, end]


def _set(values: dict[str, _T], name: str, value: _T | None) -> None:
    if value is None:
        values.pop(name, None)
    else:
        values[name] = value


def _span(annotation: Annotation) -> tuple[str, int, int, bool]:
    selector = annotation.selector
    return annotation.article, selector.start, selector.end, annotation.verdict == "lost"
