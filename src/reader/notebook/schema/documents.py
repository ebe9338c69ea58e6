"""Read values from the documents of the file, and make documents of values.

Invariant: a value that is read here has the right types and is safe to show, whatever the file holds. Fields
that this program does not know stay in the document; they belong to the program that wrote them.

The file is a TinyDB database of these tables. Ids are strings, times ISO 8601 in UTC, offsets code points,
the end not included. What is marked with ? may be missing.

- meta: `program` ("reader"), `schema` (the version, 2), `created`
- tags, the codebook: `id`, `name` (with its parents, as in "claim/figure"), `colour` ("#RRGGBB"), `digit`
  (1–9 or null), `description`
- articles that something is on: `id`, `title`, `made_up`? (true: the title is the first words of the text),
  `source`, `author`, `date`, `url` (each may be null), `path`, `text`
- annotations: `id`, `target`?, `article` (id), `selector`, `verdict`, `was`?, `other`?, `relation`?,
  `differences`?, `tags` (ids), `note`, `coder`?, `origin`?, `reviewed`?, `created`, `modified`
- sessions: see `session`
- history: `id`, `number`, `words`, `at`, `undone`, `changes`; see `history.steps`
- aside, if there is one: what could not be repaired, each with the `table` it was in; see `repair.tables`

A selector is `exact`, `prefix`, `suffix`, `start`, `end`: the TextQuoteSelector and the TextPositionSelector
of the W3C Web Annotation Data Model in one. An anchor is `article`, `selector`, `verdict` ("exact", "moved",
"changed", "lost") and, once the words or the text around them have changed, `was`: the selector before that,
by which it is found when the earlier text comes back. An annotation is an anchor itself. Its `target` is

- "span", also when it is missing: any part of the article
- "article": the whole of it; there is no `selector`
- "pair": two sides; `other` is the anchor of the second, `relation` the kind of the match ("verbatim",
  "edited", "paraphrase", with "possibly " before it when it was not sure, or ""), `differences` a list of
  `type`, `a`, `b`, `about`
- "absence": what the article says at `selector` is not in the article of `other`, an anchor without a
  selector, whose `verdict` is "changed" when that article has another text than it had then

`coder` is who made it; `origin` an anchor, the sentence it was copied from when a tag was put on a sentence
and its counterparts at once; `reviewed` is true for a lost one that is to be kept as lost.

Version 1 had only spans, and no sessions, coders or origins. `migration` brings files up to date.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import Any, get_args

from reader.notebook.model import (
    WHOLE,
    Anchor,
    Annotation,
    KeptDifference,
    Quote,
    Selector,
    StoredArticle,
    Tag,
    TargetKind,
    Verdict,
    quote_at,
)
from reader.text.cleaning import clean_line, clean_text

Document = dict[str, Any]
TextOf = Callable[[str], str | None]
"""Returns the text of an article by its id; None if it is not known."""
Tables = dict[str, dict[str, Any]]
"""The whole file, as TinyDB has it: table name → document number in decimal digits → document.

In an open notebook a document may be bytes, encoded already; see `state.lazy_documents`."""

PROGRAM = "reader"
VERSION = 2
TABLES = ("meta", "tags", "articles", "annotations", "sessions", "history")
"""In the order of the file. What is needed least comes last: a truncated file loses its end."""
ASIDE = "aside"
"""The table of documents that fit in no other table: nothing is thrown away."""

FIELDS: dict[str, frozenset[str]] = {
    "meta": frozenset(("program", "schema", "created")),
    "tags": frozenset(("id", "name", "colour", "digit", "description")),
    "articles": frozenset(("id", "title", "source", "author", "date", "url", "path", "text")),
    "annotations": frozenset(("id", "article", "verdict", "tags", "note", "created", "modified")),
    "sessions": frozenset(("id", "words", "coder", "started", "queue", "ended", "seconds", "left", "passed")),
    "history": frozenset(("id", "number", "words", "at", "undone", "changes")),
}
"""The fields that every document of a table has, as this program writes it."""

_VERDICTS: dict[object, Verdict] = {verdict: verdict for verdict in get_args(Verdict)}
_KINDS: dict[object, TargetKind] = {kind: kind for kind in get_args(TargetKind)}
# One object each for all annotations, of which there may be tens of thousands.


def utc_now() -> str:
    """Return the time as the file has it: ISO 8601, UTC, in seconds."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def new_id() -> str:
    """Return an id that nothing else has."""
    return os.urandom(8).hex()


def meta_document() -> Document:
    """Return the document that makes a TinyDB file a notebook."""
    return {"program": PROGRAM, "schema": VERSION, "created": utc_now()}


class WrongDocumentError(ValueError):
    """A document lacks a field, or has one of the wrong type; str() is the name of the field."""


def read_tag(document: Document) -> Tag:
    """Read a tag; WrongDocumentError if the document is not one."""
    name = _cleaned(_text(document, "name"), clean_line).strip()
    colour, digit = document.get("colour", ""), document.get("digit")
    if not name or not is_colour(colour):
        raise WrongDocumentError("colour" if name else "name")
    digit = digit if type(digit) is int and 1 <= digit <= 9 else None
    description = _cleaned(_text(document, "description", ""), clean_text)
    return Tag(_text(document, "id"), name, colour, digit, description)


def read_article(document: Document) -> StoredArticle:
    """Read an article; WrongDocumentError if the document is not one."""
    return StoredArticle(
        id=_text(document, "id"),
        title=_cleaned(_text(document, "title"), clean_line),
        text=_cleaned(_text(document, "text"), clean_text),
        path=_cleaned(_text(document, "path", ""), clean_line),
        source=_line_or_none(document, "source"),
        author=_line_or_none(document, "author"),
        date=_line_or_none(document, "date"),
        url=_line_or_none(document, "url"),
        made_up=document.get("made_up") is True,
    )


def article_document(article: StoredArticle) -> Document:
    """Return the document of an article."""
    fields = ("id", "title", "made_up", "source", "author", "date", "url", "path", "text")
    return {field: getattr(article, field) for field in fields}


def read_annotation(document: Document, text_of: TextOf = lambda _: None) -> Annotation:
    """Read an annotation; WrongDocumentError if the document is not one.

    :param text_of: gives the present texts of articles; see `read_selector`.
    """
    target = document.get("target", "span")
    kind = _KINDS.get(target) if isinstance(target, str) else None
    if kind is None:
        raise WrongDocumentError("target")
    place = read_anchor(document, text_of, whole=kind == "article")
    other, differences, origin = (document.get(key) for key in ("other", "differences", "origin"))
    if (other is None) != (kind in ("span", "article")):
        raise WrongDocumentError("other")
    return Annotation(
        id=_text(document, "id"),
        article=place.article,
        selector=place.selector,
        tags=_ids(document.get("tags")),
        note=_cleaned(_text(document, "note", ""), clean_text),
        created=_known_line(_text(document, "created", "")),
        modified=_known_line(_text(document, "modified", "")),
        verdict=place.verdict,
        was=place.was,
        kind=kind,
        other=None if other is None else read_anchor(other, text_of, whole=kind == "absence"),
        relation=_known_line(_text(document, "relation", "")),
        differences=() if differences is None else read_differences(differences),
        coder=_known_line(_text(document, "coder", "")),
        origin=None if origin is None else read_anchor(origin, text_of),
        reviewed=document.get("reviewed") is True,
    )


def annotation_document(annotation: Annotation) -> Document:
    """Return the document of an annotation."""
    document = {"id": annotation.id, "target": annotation.kind, **anchor_document(annotation)}
    if annotation.other is not None:
        document["other"] = anchor_document(annotation.other)
    if annotation.kind == "pair":
        document["relation"] = annotation.relation
        document["differences"] = [each._asdict() for each in annotation.differences]
    document |= {"tags": list(annotation.tags), "note": annotation.note, "coder": annotation.coder}
    if annotation.origin is not None:
        document["origin"] = anchor_document(annotation.origin)
    if annotation.reviewed:
        document["reviewed"] = True
    return document | {"created": annotation.created, "modified": annotation.modified}


def read_anchor(document: object, text_of: TextOf = lambda _: None, *, whole: bool = False) -> Anchor:
    """Read an anchor, as `read_annotation` reads an annotation; `whole`: it is of a whole article."""
    if not isinstance(document, dict):
        raise WrongDocumentError("anchor")
    verdict, was = document.get("verdict", "exact"), document.get("was")
    first = None if was is None else read_selector(was)
    article = intern(_text(document, "article"))
    selector = WHOLE if whole else read_selector(document.get("selector"), text_of(article))
    known = _VERDICTS.get(verdict, "changed") if isinstance(verdict, str) else "changed"
    return Anchor(article, selector, known, None if verdict == "exact" else first)


def anchor_document(anchor: Anchor | Annotation) -> Document:
    """Return the document of an anchor."""
    document: Document = {"article": anchor.article, "verdict": anchor.verdict}
    if anchor.selector.end:
        document["selector"] = selector_document(anchor.selector)
    return document if anchor.was is None else document | {"was": selector_document(anchor.was)}


READERS: dict[str, Callable[[Document], object]] = {
    "tags": read_tag,
    "articles": read_article,
    "annotations": read_annotation,
}
"""Functions that read the documents of a table; the tables in an order in which nothing refers ahead."""


def read_selector(document: object, text: str | None = None) -> Selector:
    """Read a selector; WrongDocumentError if the document is not one.

    :param text: the present text. Where it has the same words there, with the same text around them, the
        selector refers to it, and the words are not kept a second time.
    """
    if not isinstance(document, dict):
        raise WrongDocumentError("selector")
    start, end = document.get("start"), document.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise WrongDocumentError("start and end")
    if text is not None:
        get = document.get
        if (get("exact"), get("prefix"), get("suffix")) == quote_at(text, start, end):
            return Selector(start, end, text)
    return Selector(start, end, Quote(*(_text_part(document, name) for name in Quote._fields)))


def selector_document(selector: Selector) -> Document:
    """Return the document of a selector."""
    return selector.quote._asdict() | {"start": selector.start, "end": selector.end}


def is_colour(value: object) -> bool:
    """Whether this is a colour as the file has it: `#RRGGBB`."""
    return isinstance(value, str) and re.fullmatch("#[0-9a-fA-F]{6}", value) is not None


# How fields are read


def read_differences(value: object) -> tuple[KeptDifference, ...]:
    """Read the differences between the sides of a pair; WrongDocumentError if it is no list of them."""
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise WrongDocumentError("differences")
    return tuple(
        KeptDifference(*(_cleaned(_text(each, key, ""), clean_text) for key in KeptDifference._fields))
        for each in value
    )


def _text(document: Document, key: str, default: str | None = None) -> str:
    value = document.get(key, default)
    if not isinstance(value, str):
        raise WrongDocumentError(key)
    return value


def _line_or_none(document: Document, key: str) -> str | None:
    value = document.get(key)
    return _cleaned(value, clean_line) if isinstance(value, str) else None


def _text_part(document: Document, key: str) -> str:
    """Read a part of a cleaned text: the blanks at its ends belong to it, and cleaning must not take them."""
    text = _text(document, key)
    return text if _is_safe(text) else clean_text(f"|{text}|")[1:-1]


def _cleaned(text: str, clean: Callable[[str], str]) -> str:
    """Clean a text, quickly where there is nothing to clean: a large notebook holds 100,000 texts."""
    return text if _is_safe(text) and (clean is clean_text or "\n" not in text) else clean(text)


@lru_cache(maxsize=2_000)
def _known_line(text: str) -> str:
    """Clean a line that many documents have, so that it is in memory once."""
    return clean_line(text)


def _is_safe(text: str) -> bool:
    if (text.isascii() and text.isprintable()) or _safe_characters.issuperset(text):
        return True
    unknown = set(text) - _safe_characters
    _safe_characters.update(each for each in unknown if clean_text(f"|{each}|") == f"|{each}|")
    return _safe_characters.issuperset(unknown)


_safe_characters: set[str] = set()
"""Characters that cleaning is known to leave alone."""


def _ids(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise WrongDocumentError("tags")
    try:
        return _known_ids(tuple(value))
    except TypeError:  # lists and objects, which have no hash
        raise WrongDocumentError("tags") from None


@lru_cache(maxsize=2_000)
def _known_ids(ids: tuple[object, ...]) -> tuple[str, ...]:
    """Check ids that many documents have, so that they are in memory, and checked, once."""
    known = tuple(each for each in ids if isinstance(each, str))
    if len(known) < len(ids):
        raise WrongDocumentError("tags")
    return known
