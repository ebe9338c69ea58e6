"""The codebook: what can be done to the tags themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles import clean_line

from . import schema, wording
from .colours import next_colour
from .history import Change
from .ledger import new_id
from .model import NotebookError, Tag

if TYPE_CHECKING:
    from .ledger import Ledger


class Codebook:
    """The tags of a notebook. Every method is one step of undo."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def create(self, name: str) -> Tag:
        """Make a tag with the next colour, pinned to the first free digit.

        :raises NotebookError: the name is empty or taken.
        """
        self._ledger.must_be_writable()
        name = clean_line(name)
        if not name:
            raise NotebookError("A tag needs a name.")
        tags = self._ledger.state.tags.values()
        if (known := next((tag for tag in tags if tag.name.casefold() == name.casefold()), None)) is not None:
            raise NotebookError(f"There is a tag “{known.name}” already.")
        digits = set(range(1, 10)) - {tag.digit for tag in tags}
        tag = Tag(new_id(), name, next_colour(tag.colour for tag in tags), min(digits, default=None))
        self._ledger.do(
            f"new {wording.tag(tag)}", [Change("insert", "tags", tag.id, schema.tag_document(tag))]
        )
        return tag
