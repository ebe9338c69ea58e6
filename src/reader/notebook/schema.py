"""What is in the file: documents and the values they stand for.

Invariant: a value that comes out of here is of the right type and safe to show, whatever the file holds. A
document keeps the fields we do not know; they belong to whoever wrote them.

The file is a TinyDB database of these tables. Ids are strings, times ISO 8601 in UTC, offsets code points.

- meta: `program` ("reader"), `schema` (the version, 1), `created`
- tags: `id`, `name`, `colour` ("#RRGGBB"), `digit` (1–9 or null), `description`
- articles: `id`, `title`, `source`, `author`, `date`, `url` (each may be null), `path`, `text`
- annotations: `id`, `article` (id), `selector`, `tags` (ids), `note`, `created`, `modified`, `verdict`, and
  unless that is "exact" `was`, the selector before the text changed; a selector is `exact`, `prefix`,
  `suffix`, `start`, `end`
- history: `id`, `number`, `words`, `at`, `undone`, `changes`; see `history`
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, cast, get_args

from reader.articles import clean_line, clean_text

from .model import Annotation, Selector, StoredArticle, Tag, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
"""The whole file, as TinyDB has it: table name → document number in decimal digits → document."""

PROGRAM = "reader"
VERSION = 1
TABLES = ("meta", "tags", "articles", "annotations", "history")
"""In the order of the file: what can be spared most comes last, since a truncated file loses its end."""

_VERDICTS = frozenset(get_args(Verdict))


def now() -> str:
    """Give the time as the file has it: ISO 8601, UTC, seconds."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def meta_document() -> Document:
    """Give what makes a TinyDB file a notebook."""
    return {"program": PROGRAM, "schema": VERSION, "created": now()}


class WrongDocumentError(ValueError):
    """A document lacks a field or has one of the wrong type."""


def tag(document: Document) -> Tag:
    """Read a tag.

    :raises WrongDocumentError: the document is not one.
    """
    digit = document.get("digit")
    return Tag(
        id=_text(document, "id"),
        name=_line(document, "name"),
        colour=_colour(document.get("colour")),
        digit=digit if type(digit) is int and 1 <= digit <= 9 else None,
        description=_cleaned(_text(document, "description", ""), clean_text),
    )


def tag_document(tag: Tag) -> Document:
    """Write a tag."""
    return {
        "id": tag.id,
        "name": tag.name,
        "colour": tag.colour,
        "digit": tag.digit,
        "description": tag.description,
    }


def article(document: Document) -> StoredArticle:
    """Read an article.

    :raises WrongDocumentError: the document is not one.
    """
    return StoredArticle(
        id=_text(document, "id"),
        title=_cleaned(_text(document, "title"), clean_line),
        text=_cleaned(_text(document, "text"), clean_text),
        path=_cleaned(_text(document, "path", ""), clean_line),
        source=_line_or_none(document, "source"),
        author=_line_or_none(document, "author"),
        date=_line_or_none(document, "date"),
        url=_line_or_none(document, "url"),
    )


def article_document(article: StoredArticle) -> Document:
    """Write an article."""
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "date": article.date,
        "url": article.url,
        "path": article.path,
        "text": article.text,
    }


def annotation(document: Document) -> Annotation:
    """Read an annotation.

    :raises WrongDocumentError: the document is not one.
    """
    verdict = document.get("verdict", "exact")
    was = document.get("was")
    return Annotation(
        id=_text(document, "id"),
        article=_text(document, "article"),
        selector=selector(document.get("selector")),
        tags=_ids(document.get("tags")),
        note=_cleaned(_text(document, "note", ""), clean_text),
        created=_cleaned(_text(document, "created", ""), clean_line),
        modified=_cleaned(_text(document, "modified", ""), clean_line),
        verdict=cast("Verdict", verdict) if isinstance(verdict, str) and verdict in _VERDICTS else "changed",
        was=None if was is None else selector(was),
    )


def annotation_document(annotation: Annotation) -> Document:
    """Write an annotation."""
    document = {
        "id": annotation.id,
        "article": annotation.article,
        "selector": selector_document(annotation.selector),
        "tags": list(annotation.tags),
        "note": annotation.note,
        "created": annotation.created,
        "modified": annotation.modified,
        "verdict": annotation.verdict,
    }
    return document if annotation.was is None else document | {"was": selector_document(annotation.was)}


READERS: dict[str, Callable[[Document], object]] = {
    "tags": tag,
    "articles": article,
    "annotations": annotation,
}


def selector(document: object) -> Selector:
    """Read a selector.

    :raises WrongDocumentError: the document is not one.
    """
    if not isinstance(document, dict):
        raise WrongDocumentError("selector")
    start, end = document.get("start"), document.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise WrongDocumentError("start and end")
    return Selector(
        exact=_slice(document, "exact"),
        prefix=_slice(document, "prefix"),
        suffix=_slice(document, "suffix"),
        start=start,
        end=end,
    )


def selector_document(selector: Selector) -> Document:
    """Write a selector."""
    return {
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "start": selector.start,
        "end": selector.end,
    }


def _text(document: Document, key: str, default: str | None = None) -> str:
    value = document.get(key, default)
    if not isinstance(value, str):
        raise WrongDocumentError(key)
    return value


def _line(document: Document, key: str) -> str:
    line = _cleaned(_text(document, key), clean_line).strip()
    if not line:
        raise WrongDocumentError(key)
    return line


def _line_or_none(document: Document, key: str) -> str | None:
    value = document.get(key)
    return _cleaned(value, clean_line) if isinstance(value, str) else None


def _slice(document: Document, key: str) -> str:
    """Read a part of a cleaned text, whose blanks at the ends belong to it."""
    text = _text(document, key)
    return text if _is_safe(text) else clean_text(f"|{text}|")[1:-1]


def _cleaned(text: str, clean: Callable[[str], str]) -> str:
    """Clean, quickly where there is nothing to clean: a large notebook holds 100,000 texts."""
    return text if _is_safe(text) and (clean is clean_text or "\n" not in text) else clean(text)


def _is_safe(text: str) -> bool:
    if text.isascii() and text.isprintable():
        return True
    unknown = set(text) - _safe
    _safe.update(character for character in unknown if clean_text(f"|{character}|") == f"|{character}|")
    return _safe.issuperset(unknown)


_safe: set[str] = set()
"""Characters that cleaning is known to leave alone."""


def _ids(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise WrongDocumentError("tags")
    return tuple(value)


def _colour(value: object) -> str:
    if isinstance(value, str) and len(value) == 7 and value.startswith("#"):  # noqa: SIM102
        if all(digit in "0123456789abcdefABCDEF" for digit in value[1:]):
            return value
    raise WrongDocumentError("colour")
