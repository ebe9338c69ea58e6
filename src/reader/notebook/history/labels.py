"""What a step of undo is called: what was done, and on which words or how many passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.phrases import unquoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.model import Annotation, Tag, TargetKind

LONGEST = 48
"""Characters, so that “Undone: ” before them fits in 60 too."""

_TAG = 16
_WORDS = 5


_ONE: dict[str, str] = {
    "span": "",
    "article": "article ",
    "pair": "the pair of ",
    "absence": "the absence of ",
}
_MANY: dict[str, str] = {
    "span": "passages",
    "article": "articles",
    "pair": "pairs",
    "absence": "absences",
}

TargetWords = tuple["TargetKind", str]
"""The kind of a target and the words it is on; of an article its title."""


def put_on(what: str, targets: Sequence[TargetWords]) -> str:
    """Say what was put on these targets."""
    return _said(f"{what} on ", targets)


def taken_off(what: str, targets: Sequence[TargetWords]) -> str:
    """Say what was taken off these targets."""
    return _said(f"{what} off ", targets)


def quoted_tag(tag: Tag) -> str:
    """Say which tag."""
    return f"tag {quoted_name(tag.name)}"


def quoted_name(name: str) -> str:
    """Say the name of a tag, cut where it is long."""
    return f"“{name if len(name) <= _TAG else name[: _TAG - 1] + '…'}”"


def tags_and_notes(annotations: Sequence[Annotation]) -> str:
    """Say what these annotations are: tags, notes or both."""
    tags = sum(len(annotation.tags) for annotation in annotations)
    notes = sum(bool(annotation.note) for annotation in annotations)
    said = [f"{what}s" if count > 1 else what for what, count in (("tag", tags), ("note", notes)) if count]
    return " and ".join(said) or "annotation"


def _said(what: str, targets: Sequence[TargetWords]) -> str:
    kinds = {kind for kind, _ in targets}
    if len(targets) > 1:
        return f"{what}{len(targets):,} {_MANY[kinds.pop()] if len(kinds) == 1 else 'places'}"
    ((kind, words),) = targets
    said = what + _ONE[kind]
    return f"{said}“{_beginning(words, LONGEST - len(said) - 2)}”"


def _beginning(text: str, room: int) -> str:
    """Give the first words, as many as there is room for, without the quotation marks around them."""
    whole = unquoted(text)
    words = whole.split(" ")[:_WORDS]
    if len(whole) <= room and len(words) == len(whole.split(" ")):
        return whole
    while len(words) > 1 and len(" ".join(words)) >= room:
        words.pop()
    return " ".join(words)[: room - 1].rstrip(",;:–— ") + "…"
