"""What the steps of undo tell of tags that are gone: their ids and their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.notebook.history.steps import read_steps

if TYPE_CHECKING:
    from reader.notebook.history.steps import Step
    from reader.notebook.schema.documents import Document

_STEP_WITH_TAG = re.compile("(?:new )?tag “(.+?)”(?: on |$)")
"""The label of a step that made a tag or put one on something; see `labels`."""


def names_of_deleted_tags(table: dict[str, Document], annotations: dict[str, Document]) -> dict[str, str]:
    """Return the last names of tags by their ids, from the table of steps; a long one may be cut off."""
    tags_on = {document["id"]: document["tags"] for document in annotations.values()}
    names: dict[str, str] = {}
    for step in read_steps(table)[0]:
        for change in step.changes:
            name = change.fields.get("name")
            if change.table == "tags" and isinstance(name, str):
                names.setdefault(change.id, name)
        label, ids = _STEP_WITH_TAG.match(step.words), _tags_of(step, tags_on)
        if label and len(ids) == 1 and not step.undone:
            (tag,) = ids
            if not names.get(tag, "").startswith(label[1].removesuffix("…")):
                names[tag] = label[1]
    return names


def tags_after_last_step(table: dict[str, Document]) -> list[str]:
    """Return the ids of the tags that were there after the last step in the table of the history."""
    exists: dict[str, bool] = {}
    for step in read_steps(table)[0]:
        for change in step.changes:
            if change.table == "tags" and not (step.undone and change.id in exists):
                exists[change.id] = change.act != "insert"
    return [tag for tag, is_there in exists.items() if is_there]


def _tags_of(step: Step, tags_on: dict[str, list[str]]) -> set[str]:
    """Return the ids of the tags that a step may name: those it changed, or those on what it changed."""
    tags = {change.id for change in step.changes if change.table == "tags"}
    on = (tags_on.get(change.id, []) for change in step.changes if change.table == "annotations")
    return tags or {tag for each in on if len(each) == 1 for tag in each}
