"""Two documents for the same tag, annotation, article or session combined into one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.notebook.schema.documents import read_tag
from reader.notebook.validity import is_valid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.notebook.schema.documents import Document
    from reader.notebook.validity import DocumentsById


def combine_documents(table: str, a: Document, b: Document, base: Document) -> Document:
    """Return one document made of two that have the same id, or stand for the same thing.

    :param base: the document that both come from; empty if it is not known.
    """
    return _COMBINERS[table](a, b, base)


def _combined(a: Document, b: Document, base: Document) -> Document:
    """Give the fields of both; where both have changed one, that of `a`, unless it is empty."""
    fields = dict.fromkeys((*a, *b))
    of_all = {key: _field(a.get(key), b.get(key), base.get(key)) for key in fields}
    return {key: value for key, value in of_all.items() if value is not None or key in a}


def _field(a: Any, b: Any, base: Any) -> Any:
    if a in (b, base):
        return b
    return b if a in (None, "") and b != base else a


def _tag(a: Document, b: Document, base: Document) -> Document:
    """Give the fields of both; a digit that `a` has taken off stays off."""
    digit = _field(a.get("digit"), b.get("digit"), base.get("digit")) if base else a.get("digit")
    return _combined(a, b, base) | {"digit": digit}


def _annotation(a: Document, b: Document, base: Document) -> Document:
    older, newer = sorted((a, b), key=lambda each: str(each.get("modified", "")))
    note = _note(newer.get("note", ""), older.get("note", ""), base.get("note"))
    return _combined(newer, older, base) | {"tags": _tags(a, b, base), "note": note}


def _note(newer: str, older: str, base: str | None) -> str:
    if newer == base or newer in older:
        return older
    return newer if older == base or older in newer else f"{newer}\n\n{older}"


def _tags(a: Document, b: Document, base: Document) -> list[str]:
    """Give the tags of both, without those that one of them has taken off."""
    of_a, of_b, before = (document.get("tags", []) for document in (a, b, base))
    return [
        tag for tag in dict.fromkeys((*of_a, *of_b)) if (tag in of_a and tag in of_b) or tag not in before
    ]


def _session(a: Document, b: Document, _: Document) -> Document:
    """Give the one that is further on."""
    return max(a, b, key=lambda each: (each.get("ended") is not None, len(each.get("passed") or ())))


_COMBINERS: Mapping[str, Callable[[Document, Document, Document], Document]] = {
    "tags": _tag,
    "articles": _combined,
    "annotations": _annotation,
    "sessions": _session,
}


def merge_annotations(a: Document, b: Document) -> Document:
    """Give the annotation that two of one id make, if they make one, else the first."""
    both = _annotation(a, b, {})
    return both if is_valid("annotations", both) else a


def drop_duplicate_digits(tags: dict[str, Document]) -> None:
    """Leave each digit to the first tag that has it."""
    taken: set[int] = set()
    for name, tag in tags.items():
        digit = read_tag(tag).digit
        if digit in taken:
            tags[name] = tag | {"digit": None}
        elif digit is not None:
            taken.add(digit)


def merge_tags_of_one_name(found: DocumentsById) -> DocumentsById:
    """Give the documents with the tags of one name as one, the first."""
    first: dict[str, str] = {}
    instead: dict[str, str] = {}
    for i, tag in found["tags"].items():
        name = str(tag.get("name", i)).casefold()
        if first.setdefault(name, i) != i:
            instead[i] = first[name]
    tags = dict(found["tags"])
    for i, kept in instead.items():
        tags[kept] = _tag(tags[kept], tags.pop(i) | {"id": kept}, {})
    drop_duplicate_digits(tags)
    annotations = {
        i: document | {"tags": _without_doubles(instead.get(tag, tag) for tag in document.get("tags", []))}
        if not instead.keys().isdisjoint(document.get("tags", []))
        else document
        for i, document in found["annotations"].items()
    }
    return found | {"tags": tags, "annotations": annotations}


def _without_doubles(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
