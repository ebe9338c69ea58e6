"""The tags of a codebook as lines of a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from reader.tui.theme.themes import on_colour
from reader.tui.widgets.clickable_line import action_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.tui.keys.keymap import Keymap
    from reader.workspace.tag_tree import TagRow

INDENT = 2
"""Cells by which a tag stands further right than the one it is below."""
COUNT = 7
"""Cells of the number of annotations, a blank before and two after included."""


def lines(rows: Sequence[TagRow], seen: range, at: int, width: int, keys: Keymap) -> Iterator[Text]:
    """The rows in sight, a line each: digit, name, annotations, description; the one at hand is bold."""
    margin = max((cell_len(_key(row, keys)) for row in rows), default=1)
    names = min(max(map(_cells, rows)), max(16, width // 2)) if rows else 0
    for number in seen:
        line = _line(rows[number], margin, names, keys, here=number == at)
        line.truncate(width, overflow="ellipsis", pad=True)
        line.stylize(action_link(f"point({number})"))
        yield line


def _line(row: TagRow, margin: int, names: int, keys: Keymap, *, here: bool) -> Text:
    name = Text(" " * INDENT * row.depth).append(row.above, style="dim")
    name.append(
        f" {row.leaf} ",
        style=f"{'bold ' if here else ''}{on_colour(row.tag.colour)}",
    )
    name.truncate(names, overflow="ellipsis", pad=True)
    key = _key(row, keys)
    line = Text("  ").append(f"{key}{' ' * (margin - cell_len(key))} ").append_text(name)
    line.append(f"{row.annotations or '–':>{COUNT - 2}}  ")
    return line.append(" ".join(row.tag.description.split()), style="dim")


def _cells(row: TagRow) -> int:
    """How wide indent and name are."""
    return INDENT * row.depth + cell_len(row.above) + cell_len(row.leaf) + 2


def _key(row: TagRow, keys: Keymap) -> str:
    return keys.label(f"tag-{row.tag.digit}") if row.tag.digit else ""
