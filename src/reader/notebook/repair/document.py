"""Repairing one document: a field that is not essential must not cost the whole document.

Essential are the text of an article, and of an annotation its article and its words or place. Every other
field gets the value that stands for "not known". The result may still be invalid; see `validity`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reader.notebook.colours import PALETTE
from reader.notebook.schema.documents import (
    READERS,
    WrongDocumentError,
    is_colour,
    new_id,
    read_anchor,
    read_differences,
    read_selector,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.notebook.schema.documents import Document

_MAX_SECONDS = 1e9  # nobody spends more in a session
_TITLE_LENGTH = 60  # code points of the text that become the title where that is lost


def repair_document(table: str, document: Document, texts: Mapping[str, str]) -> Document:
    """Return a document repaired as far as possible; the same object if nothing had to change.

    :param texts: the texts of the articles by id.
    """
    repaired = _REPAIR[table](document, texts)
    return document if repaired == document else repaired


def new_tag(tag_id: str, name: str | None) -> Document:
    """Return a tag of which only the id is known, and perhaps the name.

    Without a name it gets one with the beginning of its id, since two tags must not have one name.
    """
    colour = PALETTE[sum(map(ord, tag_id)) % len(PALETTE)]
    name = name or f"unnamed tag {tag_id[:6]}".strip()
    return {"id": tag_id, "name": name, "colour": colour, "digit": None, "description": ""}


def _repair_tag(document: Document, _: Mapping[str, str]) -> Document:
    fixed = _with_id(document)
    fallback = new_tag(fixed["id"], None)
    if not isinstance(fixed.get("name"), str) or not fixed["name"].strip():
        fixed["name"] = fallback["name"]
    if not is_colour(fixed.get("colour")):
        fixed["colour"] = fallback["colour"]
    return _with_text(fixed, "description")


def _repair_article(document: Document, _: Mapping[str, str]) -> Document:
    fixed = _with_id(document)
    text = fixed.get("text")
    if isinstance(text, str) and not isinstance(fixed.get("title"), str):
        fixed["title"] = text.lstrip().split("\n", 1)[0][:_TITLE_LENGTH]
    return _with_text(fixed, "path")


def _repair_annotation(document: Document, texts: Mapping[str, str]) -> Document:
    fixed = _with_text(_with_id(document), "coder", "relation")
    dates = [fixed[key] for key in ("created", "modified") if isinstance(fixed.get(key), str)]
    fixed = _with_text(fixed, "created", "modified", default=dates[0] if dates else "")
    note, tags = fixed.get("note", ""), fixed.get("tags")
    if not isinstance(note, str):  # its words are kept
        fixed["note"] = json.dumps(note, ensure_ascii=False) if note else ""
    fixed["tags"] = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    kind = _kind(fixed)
    if kind in ("pair", "absence"):
        fixed["other"] = _repair_anchor(fixed["other"], texts, whole=kind == "absence")
        if not _can_read(read_anchor, fixed["other"], whole=kind == "absence"):
            kind = "span"
    if kind != fixed.get("target", "span"):
        fixed["target"] = kind
    fixed = _repair_anchor(fixed, texts, whole=kind == "article")
    if kind in ("span", "article"):
        fixed.pop("other", None)
    for key, read in (("differences", read_differences), ("origin", read_anchor)):
        if fixed.get(key) is not None and not _can_read(read, fixed[key]):
            del fixed[key]
    return fixed


def _repair_step(document: Document, texts: Mapping[str, str]) -> Document:
    fixed = _with_text(document, "at") | {"id": str(document.get("id"))}
    number, changes = fixed.get("number"), fixed.get("changes")
    if type(number) is int:
        fixed["id"] = str(number)
    elif fixed["id"].isdecimal():
        fixed["number"] = int(fixed["id"])
    if not isinstance(fixed.get("words"), str):
        fixed["words"] = "a change"
    fixed.setdefault("at", "")
    if isinstance(changes, list):
        fixed["changes"] = [_repair_change(change, texts) for change in changes]
    return fixed


def _repair_change(change: Any, texts: Mapping[str, str]) -> Any:
    """Repair the document that a change of a step would bring back."""
    match change:
        case {"act": "insert", "table": str(table), "fields": dict(fields)} if table in READERS:
            return change | {"fields": repair_document(table, fields, texts)}
    return change


def _repair_session(document: Document, _: Mapping[str, str]) -> Document:
    fixed = _with_text(_with_id(document), "coder", "started")
    fixed.setdefault("started", "")
    if not isinstance(fixed.get("words"), str):
        fixed["words"] = "a session"
    if not isinstance(fixed.get("ended"), str | None):
        fixed["ended"] = None
    seconds = fixed.get("seconds")
    if not isinstance(seconds, int | float) or not -_MAX_SECONDS < seconds < _MAX_SECONDS:
        fixed["seconds"] = 0.0
    return fixed


_REPAIR: Mapping[str, Callable[[Document, Mapping[str, str]], Document]] = {
    "tags": _repair_tag,
    "articles": _repair_article,
    "annotations": _repair_annotation,
    "sessions": _repair_session,
    "history": _repair_step,
}


def _with_id(document: Document) -> Document:
    if isinstance(document.get("id", ""), str):
        return {"id": new_id(), **document}
    return document | {"id": new_id()}


def _with_text(document: Document, *keys: str, default: str = "") -> Document:
    """Return a copy in which these fields are the default where they are there and no text."""
    return document | {key: default for key in keys if not isinstance(document.get(key, ""), str)}


def _kind(document: Document) -> str:
    """Return the kind of the target: what `target` says if the other fields agree, else what they say."""
    target, other = document.get("target"), document.get("other")
    if target not in ("span", "article") and isinstance(other, dict):
        return target if target in ("pair", "absence") else "pair" if "selector" in other else "absence"
    is_place = target in ("span", "pair", "absence")
    is_whole = target == "article" or ("article" in document and "selector" not in document and not is_place)
    return "article" if is_whole else "span"


def _repair_anchor(document: Document, texts: Mapping[str, str], *, whole: bool) -> Document:
    """Return a copy of a document that has the fields of an anchor, among others, with these repaired."""
    fixed = dict(document)
    if fixed.get("was") is not None and not _can_read(read_selector, fixed["was"]):
        del fixed["was"]
    if isinstance(fixed.get("selector"), dict) and not whole:
        fixed["selector"] = _repair_selector(fixed["selector"], texts.get(str(fixed.get("article")), ""))
    if not isinstance(fixed.get("article"), str):
        fixed["article"] = new_id() if whole else _find_article(fixed.get("selector"), texts)
    return fixed


def _repair_selector(selector: Document, text: str) -> Document:
    """Find the place of a selector by its words, or its words by their place."""
    fixed = _with_text({"prefix": "", "suffix": "", **selector}, "prefix", "suffix")
    exact, start, end = fixed.get("exact"), fixed.get("start"), fixed.get("end")
    if type(start) is int and type(end) is int and 0 <= start < end:
        return fixed if isinstance(exact, str) else fixed | {"exact": text[start:end]}
    if not isinstance(exact, str) or not exact:
        return fixed
    at = max(0, text.find(fixed["prefix"] + exact + fixed["suffix"])) + len(fixed["prefix"])
    return fixed | {"start": at, "end": at + len(exact)}


def _find_article(selector: object, texts: Mapping[str, str]) -> str:
    """Return the id of the only article with these words there, between these neighbours, else a new id."""
    try:
        wanted = read_selector(selector)
    except WrongDocumentError:
        return new_id()
    exact, prefix, suffix = wanted.quote
    at, words = wanted.start - len(prefix), prefix + exact + suffix
    found = [name for name, text in texts.items() if at >= 0 and text.startswith(words, at)]
    return found[0] if len(found) == 1 else new_id()


def _can_read(read: Callable[..., object], value: object, **options: bool) -> bool:
    try:
        read(value, **options)
    except WrongDocumentError:
        return False
    return True
