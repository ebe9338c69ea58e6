"""Two documents that stand for the same tag, annotation, article or session combined into one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.notebook.schema.documents import read_tag
from reader.notebook.validity import is_valid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.notebook.schema.documents import Document
    from reader.notebook.validity import DocumentsById


def combine_annotations(a: Document, b: Document) -> Document:
    """Return an annotation with the tags and notes of two that have one id; `a` if that is not valid."""
    both = _combine_annotations(a, b, {})
    return both if is_valid("annotations", both) else a


def combine_equal_tags(documents: DocumentsById) -> DocumentsById:
    """Make one tag of those that have the same name, the first, also on the annotations."""
    tags = dict(documents["tags"])
    first: dict[str, str] = {}
    replaced: dict[str, str] = {}
    for tag_id, tag in documents["tags"].items():
        kept = first.setdefault(str(tag.get("name", tag_id)).casefold(), tag_id)
        if kept != tag_id:
            replaced[tag_id] = kept
            tags[kept] = _combine_tags(tags[kept], tags.pop(tag_id) | {"id": kept}, {})
    drop_duplicate_digits(tags)
    annotations = dict(documents["annotations"])
    for name, document in annotations.items():
        carried = document.get("tags", [])
        if not replaced.keys().isdisjoint(carried):
            tags_now = dict.fromkeys(replaced.get(tag, tag) for tag in carried)
            annotations[name] = document | {"tags": list(tags_now)}
    return documents | {"tags": tags, "annotations": annotations}


def drop_duplicate_digits(tags: dict[str, Document]) -> None:
    """Leave each digit to the first tag that has it."""
    taken: set[int] = set()
    for tag_id, document in tags.items():
        digit = read_tag(document).digit
        if digit in taken:
            tags[tag_id] = document | {"digit": None}
        elif digit is not None:
            taken.add(digit)


def _combine_fields(a: Document, b: Document, base: Document) -> Document:
    combined = {key: _combine_field(a.get(key), b.get(key), base.get(key)) for key in a | b}
    return {key: value for key, value in combined.items() if value is not None or key in a}


def _combine_field(a: Any, b: Any, base: Any) -> Any:
    """Return the value that was changed; where both were, that of `a` unless it is empty."""
    if a in (b, base):
        return b
    return b if a in (None, "") and b != base else a


def _combine_tags(a: Document, b: Document, base: Document) -> Document:
    """Combine the fields; a digit that `a` has taken off stays off."""
    digit = _combine_field(a.get("digit"), b.get("digit"), base.get("digit")) if base else a.get("digit")
    return _combine_fields(a, b, base) | {"digit": digit}


def _combine_annotations(a: Document, b: Document, base: Document) -> Document:
    older, newer = sorted((a, b), key=lambda each: str(each.get("modified", "")))
    note = _combine_notes(newer.get("note", ""), older.get("note", ""), base.get("note"))
    of_a, of_b, before = (document.get("tags", []) for document in (a, b, base))
    every = dict.fromkeys((*of_a, *of_b))
    # A tag of `before` that one side lacks was taken off there.
    tags = [tag for tag in every if (tag in of_a and tag in of_b) or tag not in before]
    return _combine_fields(newer, older, base) | {"tags": tags, "note": note}


def _combine_notes(newer: str, older: str, base: str | None) -> str:
    """Return the note that was changed, or both below each other unless one contains the other."""
    if newer == base or newer in older:
        return older
    return newer if older == base or older in newer else f"{newer}\n\n{older}"


def _choose_session(a: Document, b: Document, _: Document) -> Document:
    """Return the session that is further on."""
    return max(a, b, key=lambda each: (each.get("ended") is not None, len(each.get("passed") or ())))


COMBINE: Mapping[str, Callable[[Document, Document, Document], Document]] = {
    "tags": _combine_tags,
    "articles": _combine_fields,
    "annotations": _combine_annotations,
    "sessions": _choose_session,
}
"""For each table, the function that makes one document of `a`, `b` and the one both come from, {} if unknown.

The result has what either side changed; where both changed a field, it has that of `a`.
"""
