"""One document put right: what is not essential must not cost what is.

Essential are a tag's id, an article's text, and of an annotation the words or the place, and the article.
Everything else gets what it has when nothing is known. What comes out may still lack what is essential: that
is for the readers in `schema` to say.
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
    read_selector,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.notebook.schema.documents import Document

UNNAMED = "unnamed tag"
_AGES = 1e9
"""Seconds that nobody spends in a session."""
_UNTITLED = 60
"""Code points of the text that a lost title is made of."""


def mended(table: str, document: Document, texts: Mapping[str, str]) -> Document:
    """Give the document put right as far as it can be; the same one if there is nothing to put right.

    :param texts: of the articles by id.
    """
    fixed = _MENDERS[table](document, texts)
    return document if fixed == document else fixed


def unnamed(tag_id: str) -> str:
    """Give the name of a tag whose name is not known: others must not have the same."""
    return f"{UNNAMED} {tag_id[:6]}".strip()


def new_tag(tag_id: str, name: str | None) -> Document:
    """Make a tag of which only the id is known, and maybe the name."""
    colour = PALETTE[sum(map(ord, tag_id)) % len(PALETTE)]
    return {"id": tag_id, "name": name or unnamed(tag_id), "colour": colour, "digit": None, "description": ""}


def _tag(document: Document, _: Mapping[str, str]) -> Document:
    fixed = _with_id(document)
    known = new_tag(fixed["id"], None)
    if not isinstance(fixed.get("name"), str) or not fixed["name"].strip():
        fixed["name"] = known["name"]
    if not is_colour(fixed.get("colour")):
        fixed["colour"] = known["colour"]
    return _with_texts(fixed, "description")


def _article(document: Document, _: Mapping[str, str]) -> Document:
    fixed = _with_id(document)
    text = fixed.get("text")
    if isinstance(text, str) and not isinstance(fixed.get("title"), str):
        fixed["title"] = text.lstrip().split("\n", 1)[0][:_UNTITLED]
    return _with_texts(fixed, "path")


def _annotation(document: Document, texts: Mapping[str, str]) -> Document:
    fixed = _with_note(_with_dates(_with_texts(_with_id(document), "coder", "relation")))
    fixed |= {"tags": _tags(fixed.get("tags"))}
    kind = _kind(fixed)
    if kind in ("pair", "absence"):
        other = _anchor(fixed["other"], texts, whole=kind == "absence")
        kind, fixed = (kind, fixed | {"other": other}) if _is_anchor(other, kind) else ("span", fixed)
    if kind != fixed.get("target", "span"):
        fixed["target"] = kind
    fixed = _anchor(fixed, texts, whole=kind == "article")
    fixed = _without(fixed, "other", when=kind in ("span", "article"))
    fixed = _without(fixed, "differences", when=not _are_differences(fixed.get("differences")))
    return _without(fixed, "origin", when=not (fixed.get("origin") is None or _is_anchor(fixed["origin"])))


def _step(document: Document, texts: Mapping[str, str]) -> Document:
    fixed = _with_texts(dict(document), "at") | {"id": str(document.get("id"))}
    number = fixed.get("number")
    if type(number) is not int and fixed["id"].isdecimal():
        fixed["number"] = int(fixed["id"])
    elif type(number) is int:
        fixed["id"] = str(number)
    if not isinstance(fixed.get("words"), str):
        fixed["words"] = "a change"
    fixed.setdefault("at", "")
    if isinstance(fixed.get("changes"), list):
        fixed["changes"] = [_change(change, texts) for change in fixed["changes"]]
    return fixed


def _change(change: Any, texts: Mapping[str, str]) -> Any:
    """Put the document right that a change would bring back."""
    fields = change.get("fields") if isinstance(change, dict) else None
    if (
        not isinstance(fields, dict)
        or change.get("act") != "insert"
        or str(change.get("table")) not in READERS
    ):
        return change
    return change | {"fields": mended(change["table"], fields, texts)}


def _session(document: Document, _: Mapping[str, str]) -> Document:
    fixed = _with_texts(_with_id(document), "coder", "started")
    fixed |= {"started": fixed.get("started", "")}
    if not isinstance(fixed.get("words"), str):
        fixed["words"] = "a session"
    if not isinstance(fixed.get("ended"), str | None):
        fixed["ended"] = None
    if not _is_duration(fixed.get("seconds")):
        fixed["seconds"] = 0.0
    return fixed


_MENDERS: dict[str, Callable[[Document, Mapping[str, str]], Document]] = {
    "tags": _tag,
    "articles": _article,
    "annotations": _annotation,
    "sessions": _session,
    "history": _step,
}


def _with_id(document: Document) -> Document:
    """Give a copy that has an id."""
    return {"id": new_id(), **document} if _is_id(document) else document | {"id": new_id()}


def _is_id(document: Document) -> bool:
    return isinstance(document.get("id", ""), str)


def _with_texts(document: Document, *keys: str) -> Document:
    """Give the document with nothing for those of these texts that are none."""
    return document | {key: "" for key in keys if not isinstance(document.get(key, ""), str)}


def _with_dates(document: Document) -> Document:
    """Where one of the dates is none, the other one is the best there is."""
    dates = [document.get(key) for key in ("created", "modified")]
    known = next((date for date in dates if isinstance(date, str)), "")
    wrong = [key for key in ("created", "modified") if not isinstance(document.get(key, ""), str)]
    return document | dict.fromkeys(wrong, known)


def _with_note(document: Document) -> Document:
    """A note that is no text was one: its words are kept."""
    note = document.get("note", "")
    if isinstance(note, str):
        return document
    return document | {"note": json.dumps(note, ensure_ascii=False) if note else ""}


def _tags(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _kind(document: Document) -> str:
    """Give what it is on: what it says, if the rest agrees, else what the rest says."""
    said, other = document.get("target"), document.get("other")
    if said not in ("span", "article") and isinstance(other, dict):
        return said if said in ("pair", "absence") else "pair" if "selector" in other else "absence"
    is_known = said in ("span", "pair", "absence")
    is_whole = said == "article" or ("article" in document and "selector" not in document and not is_known)
    return "article" if is_whole else "span"


def _anchor(document: Document, texts: Mapping[str, str], *, whole: bool) -> Document:
    fixed = _without(document, "was", when=not _is_selector(document.get("was")))
    if isinstance(fixed.get("selector"), dict) and not whole:
        fixed |= {"selector": _selector(fixed["selector"], texts.get(str(fixed.get("article")), ""))}
    if not isinstance(fixed.get("article"), str):
        fixed["article"] = new_id() if whole else _article_with(fixed.get("selector"), texts)
    return fixed


def _selector(selector: Document, text: str) -> Document:
    """Give the place by its words, or the words by their place."""
    fixed = _with_texts({"prefix": "", "suffix": "", **selector}, "prefix", "suffix")
    exact = fixed.get("exact")
    if _is_place(fixed) and not isinstance(exact, str):
        return fixed | {"exact": text[fixed["start"] : fixed["end"]]}
    if not _is_place(fixed) and isinstance(exact, str) and exact:
        at = max(0, text.find(fixed["prefix"] + exact + fixed["suffix"])) + len(fixed["prefix"])
        return fixed | {"start": at, "end": at + len(exact)}
    return fixed


def _is_place(selector: Document) -> bool:
    start, end = selector.get("start"), selector.get("end")
    return type(start) is int and type(end) is int and 0 <= start < end


def _article_with(selector: object, texts: Mapping[str, str]) -> str:
    """Give the one article that has these words there, between the same neighbours; else one nobody knows."""
    try:
        wanted = read_selector(selector)
    except WrongDocumentError:
        return new_id()
    at = wanted.start - len(wanted.prefix)
    words = wanted.prefix + wanted.exact + wanted.suffix
    found = [name for name, text in texts.items() if at >= 0 and text.startswith(words, at)]
    return found[0] if len(found) == 1 else new_id()


def _is_anchor(value: object, kind: str = "span") -> bool:
    try:
        read_anchor(value, whole=kind == "absence")
    except WrongDocumentError:
        return False
    return True


def _is_selector(value: object) -> bool:
    try:
        read_selector(value)
    except WrongDocumentError:
        return value is None
    return True


def _are_differences(value: object) -> bool:
    if value is None:
        return True
    return isinstance(value, list) and all(
        isinstance(each, dict)
        and all(isinstance(each.get(key, ""), str) for key in ("type", "a", "b", "about"))
        for each in value
    )


def _is_duration(value: object) -> bool:
    return isinstance(value, int | float) and -_AGES < value < _AGES


def _without(document: Document, key: str, *, when: bool = True) -> Document:
    return {name: value for name, value in document.items() if name != key} if when else document
