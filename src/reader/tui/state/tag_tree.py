"""The codebook as a tree: its rows, and what is written in them. No widget in here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from reader.codebook import used
from reader.tui.band import does
from reader.tui.themes import ink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.notebook import Notebook, Tag
    from reader.tui.keyboard.keys import Keys

INDENT = 2
"""Cells by which a tag stands further right than the one it is below."""
COUNT = 7
"""Cells of the number of annotations, a blank before and two after included."""


@dataclass(frozen=True, slots=True)
class Row:
    """A tag in the tree."""

    tag: Tag
    depth: int
    """How many tags of the codebook it is below."""
    above: str
    """Parents that are no tags themselves, each with its slash: to be shown before the name."""
    annotations: int
    """How many carry it, those that only carry tags below it not counted."""

    @property
    def leaf(self) -> str:
        """The last part of the name."""
        return self.tag.name.rpartition("/")[2]

    @property
    def cells(self) -> int:
        """How wide indent and name are."""
        return INDENT * self.depth + cell_len(self.above) + cell_len(self.leaf) + 2


def tree(notebook: Notebook) -> list[Row]:
    """All tags by name, each followed by those below it."""
    counts = used(notebook)
    rows: list[Row] = []
    parents: list[Tag] = []
    for tag in notebook.tags:
        while parents and not _is_below(tag, parents[-1]):
            parents.pop()
        start = len(parents[-1].name) + 1 if parents else 0
        above = tag.name[start : tag.name.rfind("/") + 1]
        rows.append(Row(tag, len(parents), above, counts[tag.id]))
        parents.append(tag)
    return rows


def _is_below(tag: Tag, other: Tag) -> bool:
    return tag.name.casefold().startswith(f"{other.name.casefold()}/")


def lines(rows: Sequence[Row], seen: range, at: int, width: int, keys: Keys) -> Iterator[Text]:
    """The rows in sight, a line each: digit, name, annotations, description; the one at hand is bold."""
    margin = max((cell_len(_key(row, keys)) for row in rows), default=1)
    names = min(max(row.cells for row in rows), max(16, width // 2)) if rows else 0
    for number in seen:
        line = _line(rows[number], margin, names, keys, here=number == at)
        line.truncate(width, overflow="ellipsis", pad=True)
        line.stylize(does(f"point({number})"))
        yield line


def _line(row: Row, margin: int, names: int, keys: Keys, *, here: bool) -> Text:
    name = Text(" " * INDENT * row.depth).append(row.above, style="dim")
    name.append(f" {row.leaf} ", style=f"{'bold ' if here else ''}{ink(row.tag.colour)} on {row.tag.colour}")
    name.truncate(names, overflow="ellipsis", pad=True)
    key = _key(row, keys)
    line = Text("  ").append(f"{key}{' ' * (margin - cell_len(key))} ").append_text(name)
    line.append(f"{row.annotations or '–':>{COUNT - 2}}  ")
    return line.append(" ".join(row.tag.description.split()), style="dim")


def _key(row: Row, keys: Keys) -> str:
    return keys.first(f"tag-{row.tag.digit}") if row.tag.digit else ""


def seen(count: int, at: int, top: int, height: int) -> range:
    """The rows that are in sight, as near to those from `top` on as shows the one at hand."""
    top = min(max(top, at - height + 1), at, max(0, count - height))
    return range(max(0, top), min(count, max(0, top) + height))
