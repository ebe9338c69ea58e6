"""What steps of undo are called: what was done, and on which words or how many passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.phrases import unquoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.model import Annotation, Tag, TargetKind

LONGEST = 48
"""Characters of a label, so that a status line of 60 has room for “Undone: ” before it."""

_LONGEST_TAG = 16
_MOST_WORDS = 5

_NOUNS: dict[TargetKind, tuple[str, str]] = {
    "span": ("", "passages"),
    "article": ("article ", "articles"),
    "pair": ("the pair of ", "pairs"),
    "absence": ("the absence of ", "absences"),
}
"""What stands before the words of one target, and what several are called."""

TargetWords = tuple["TargetKind", str]
"""The kind of a target and the words it is on; of an article its title."""


def step_label(action: str, targets: Sequence[TargetWords]) -> str:
    """Return what was done and on what, as in "tag “claim” on 3 passages" for the action "tag “claim” on"."""
    kinds = {kind for kind, _ in targets}
    if len(targets) > 1:
        return f"{action} {len(targets):,} {_NOUNS[kinds.pop()][1] if len(kinds) == 1 else 'places'}"
    ((kind, words),) = targets
    start = f"{action} {_NOUNS[kind][0]}"
    return f"{start}“{_first_words(words, LONGEST - len(start) - 2)}”"


def tag_label(tag: Tag) -> str:
    """Return what a tag is called in a label, as in "tag “claim”"."""
    return f"tag {quoted_name(tag.name)}"


def quoted_name(name: str) -> str:
    """Return the name of a tag in quotation marks, cut off where it is long."""
    return f"“{name if len(name) <= _LONGEST_TAG else name[: _LONGEST_TAG - 1] + '…'}”"


def tags_and_notes(annotations: Sequence[Annotation]) -> str:
    """Return what annotations consist of, as in "tags", "note" or "tag and notes"."""
    tags = sum(len(annotation.tags) for annotation in annotations)
    notes = sum(bool(annotation.note) for annotation in annotations)
    kinds = [f"{noun}s" if count > 1 else noun for noun, count in (("tag", tags), ("note", notes)) if count]
    return " and ".join(kinds) or "annotation"


def _first_words(text: str, room: int) -> str:
    """Return the first words, as many as there is room for, without the quotation marks around them."""
    whole = unquoted(text)
    words = whole.split(" ")[:_MOST_WORDS]
    if len(whole) <= room and len(words) == len(whole.split(" ")):
        return whole
    while len(words) > 1 and len(" ".join(words)) >= room:
        words.pop()
    return " ".join(words)[: room - 1].rstrip(",;:–— ") + "…"
