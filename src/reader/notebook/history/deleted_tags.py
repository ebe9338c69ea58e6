"""What the steps of undo know of tags that are gone: their ids, and what they were called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.notebook.history.steps import read_history

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.notebook.history.steps import Step
    from reader.notebook.schema.documents import Document

_NAMED = re.compile("(?:new )?tag “(.+?)”(?: on |$)")
"""How the words of a step begin that makes a tag or puts one on something; see `wording`."""


def tag_names(table: dict[str, Document], annotations: dict[str, Document]) -> dict[str, str]:
    """Give the names of tags by their ids, the last that each had; a long one may be cut off."""
    carried = {document["id"]: document["tags"] for document in annotations.values()}
    names: dict[str, str] = {}
    for step in _steps(table):
        for change in step.changes:
            name = change.fields.get("name")
            if change.table == "tags" and isinstance(name, str):
                names.setdefault(change.id, name)
        named, ids = _NAMED.match(step.words), _about(step, carried)
        if named and len(ids) == 1 and not step.undone:
            tag = ids.pop()
            if not names.get(tag, "").startswith(named[1].removesuffix("…")):
                names[tag] = named[1]
    return names


def tags_there(table: dict[str, Document]) -> list[str]:
    """Give the ids of the tags that were there after the last step, as far as the steps go back."""
    there: dict[str, bool] = {}
    for step in _steps(table):
        for change in step.changes:
            if change.table == "tags" and not (step.undone and change.id in there):
                there[change.id] = change.act != "insert"
    return [tag for tag, is_there in there.items() if is_there]


def _steps(table: dict[str, Document]) -> Iterator[Step]:
    return iter(read_history(table)[0].steps)


def _about(step: Step, carried: dict[str, list[str]]) -> set[str]:
    """Give the ids of the tags that a step may name: those it changed, or those on what it changed."""
    tags = {change.id for change in step.changes if change.table == "tags"}
    on = (carried.get(change.id, []) for change in step.changes if change.table == "annotations")
    return tags or {tag for each in on if len(each) == 1 for tag in each}
