"""The notebook in memory: the documents of the file, the values read from them, and what is where.

Both are kept. The screen asks for values; the file needs the documents, with fields that only other programs
know. A value is read from its document when a file is opened and when a step is undone, never for what the
user has just made: then the value is at hand, and its document is made, and encoded, once.

Invariant: documents are never altered, only replaced, so that the writer thread may read them at any time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reader.notebook.model import Target, tag_sort_key
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
"""Documents come behind those they refer to."""


class NotebookState:
    """Tags, articles and annotations, as documents and as values."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Make an empty state; texts of articles that equal one of `texts` are not kept a second time."""
        self._texts = {text: text for text in texts}
        self._lazy = LazyDocuments()
        self.documents: dict[str, MutableMapping[str, Document]] = {name: {} for name in _TABLES}
        self.documents["annotations"] = self._lazy
        self.tags: dict[str, Tag] = {}
        self.articles: dict[str, StoredArticle] = {}
        self.annotations: dict[str, Annotation] = {}
        self._spans = SpanIndex()
        """Annotations by where they are; a lost one at the place it had."""
        self._second_spans = SpanIndex()
        """Pairs by where their second side is, unless that is lost."""
        self._dangling = False
        """Whether an annotation refers to a tag or an article that is not there."""

    def load(self, tables: Tables) -> int:
        """Take in what a file holds; return how many documents were left out because they are not right."""
        wrong = 0
        for table in _TABLES:
            for document in tables.get(table, {}).values():
                try:
                    self._load(table, document)
                except WrongDocumentError:
                    wrong += 1
        return wrong

    def fits(self) -> bool:
        """Whether what was loaded fits together: names, digits, references, and words at their places."""
        tags = self.tags.values()
        names, digits = [tag.name.casefold() for tag in tags], [tag.digit for tag in tags if tag.digit]
        if self._dangling or len(set(names)) < len(names) or len(set(digits)) < len(digits):
            return False
        return all(self._is_at_its_words(side) for each in self.annotations.values() for side in each.sides)

    def put(
        self, table: str, name: str, document: Document | None, annotation: Annotation | None = None
    ) -> Document | bytes | None:
        """Put a document in the place of the one with this id; None removes that one.

        :param annotation: what the document says, where that is at hand: it is not read from it then.
        :returns: the document as it is to be written, encoded where it is kept so.
        :raises WrongDocumentError: it is no document of this table; nothing has changed then.
        """
        if document is not None and table == "annotations" and annotation is None:
            annotation = self._read_annotation(document)
        self._set_value(table, name, document, annotation)
        _set(self.documents[table], name, document)
        return self._lazy.data[name] if annotation is not None else document

    def share_text(self, article_id: str, text: str) -> None:
        """Keep this text, which is equal, for the one of an article, so that it is in memory once."""
        if article_id in self.articles:
            self.documents["articles"][article_id]["text"] = text
            self.articles[article_id] = self.articles[article_id]._replace(text=text)

    def all_tags(self) -> tuple[Tag, ...]:
        """Return all tags by name, each followed by those below it."""
        return tuple(sorted(self.tags.values(), key=tag_sort_key))

    def on(self, target: TargetKey) -> list[Annotation]:
        """Return the annotations on exactly this target, oldest first; of one second, copies come last."""
        names = {name for place in target[1] for name in self._spans.at(place)}
        found = (self.annotations[name] for name in names)
        there = (each for each in found if each.worst != "lost" and Target.of(each).key == target)
        return sorted(there, key=lambda each: (each.created, each.origin is not None, each.id))

    def in_article(self, article: str) -> Iterator[Annotation]:
        """Yield the annotations of an article by place; a pair belongs to the article of its first side."""
        return (self.annotations[name] for name in self._spans.within(article))

    def overlapping(self, span: Span, kinds: tuple[TargetKind, ...]) -> Iterator[Annotation]:
        """Yield the annotations that share a code point with this span, by place; lost ones share none."""
        for name in self._spans.overlapping(span):
            annotation = self.annotations[name]
            if annotation.kind in kinds and annotation.verdict != "lost":
                yield annotation
        if "pair" in kinds:
            yield from (self.annotations[name] for name in self._second_spans.overlapping(span))

    def _load(self, table: str, stored: object) -> None:
        document = codec.decoded(stored)
        name = codec.id_of(document)
        if name is None or name in self.documents[table]:
            raise WrongDocumentError("id")
        if table == "articles" and isinstance(text := document.get("text"), str):
            document["text"] = self._texts.get(text, text)
        annotation = self._read_annotation(document) if table == "annotations" else None
        self._set_value(table, name, document, annotation)
        if isinstance(stored, bytes):
            self._lazy.data[name] = stored
        else:
            self.documents[table][name] = document

    def _set_value(
        self, table: str, name: str, document: Document | None, annotation: Annotation | None
    ) -> None:
        if table == "tags":
            _set(self.tags, name, None if document is None else read_tag(document))
        elif table == "articles":
            _set(self.articles, name, None if document is None else read_article(document))
        elif table == "annotations":
            before, after = _indexed_spans(self.annotations.get(name)), _indexed_spans(annotation)
            self._spans.move(name, before[0], after[0])
            self._second_spans.move(name, before[1], after[1])
            _set(self.annotations, name, annotation)

    def _read_annotation(self, document: Document) -> Annotation:
        """Read an annotation, without the tags and the origin that are not in the notebook.

        :raises WrongDocumentError: its article is not in the notebook, or too short for it.
        """
        annotation = read_annotation(document, self._text_of)
        for side in annotation.sides:
            article = self.articles.get(side.article)
            if article is None:
                raise WrongDocumentError("article")
            if side.verdict != "lost" and side.selector.end > len(article.text):
                raise WrongDocumentError("end")
        origin = annotation.origin
        if origin is not None and origin.article not in self.articles:
            origin = None
        known = tuple(tag for tag in annotation.tags if tag in self.tags)
        if known == annotation.tags and origin is annotation.origin:
            return annotation
        self._dangling = True
        return annotation._replace(tags=known, origin=origin)

    def _text_of(self, article: str) -> str | None:
        return self.articles[article].text if article in self.articles else None

    def _is_at_its_words(self, anchor: Annotation | Anchor) -> bool:
        selector, text = anchor.selector, self.articles[anchor.article].text
        if selector.of_text is text or not selector.end or anchor.verdict == "lost":
            return True
        return text.startswith(selector.exact, selector.start)


def _indexed_spans(annotation: Annotation | None) -> tuple[Span | None, Span | None]:
    """Return where an annotation is, and where the second side of a pair is, unless that is lost."""
    if annotation is None:
        return None, None
    other = annotation.other if annotation.kind == "pair" else None
    return annotation.span, None if other is None or other.verdict == "lost" else other.span


def _set(values: MutableMapping[str, _T], name: str, value: _T | None) -> None:
    if value is None:
        values.pop(name, None)
    else:
        values[name] = value
