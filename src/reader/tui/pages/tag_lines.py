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

INDENT = 2  # cells by which a tag stands further right than the tag it is below


def lines(
    rows: Sequence[TagRow], in_view: range, highlighted: int, width: int, keys: Keymap
) -> Iterator[Text]:
    """Yield a line for each row in view: key, name, annotations, description; a click highlights the row."""
    labels = [keys.label(f"tag-{row.tag.digit}") if row.tag.digit else "" for row in rows]
    label_width = max(map(cell_len, labels), default=1)
    names = [_indented_name(row, bold=number == highlighted) for number, row in enumerate(rows)]
    name_width = min(max((name.cell_len for name in names), default=0), max(16, width // 2))
    for number in in_view:
        row, label, name = rows[number], labels[number], names[number]
        name.truncate(name_width, overflow="ellipsis", pad=True)
        line = Text(f"  {label}{' ' * (label_width - cell_len(label))} ").append_text(name)
        line.append(f"{row.annotations or '–':>5}  ")
        line.append(" ".join(row.tag.description.split()), style="dim")
        line.truncate(width, overflow="ellipsis", pad=True)
        line.stylize(action_link(f"point({number})"))
        yield line


def _indented_name(row: TagRow, *, bold: bool) -> Text:
    name = Text(" " * INDENT * row.depth).append(row.above, style="dim")
    return name.append(f" {row.leaf} ", style=f"{'bold ' if bold else ''}{on_colour(row.tag.colour)}")
