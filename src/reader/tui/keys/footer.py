"""How keys are fitted into the lines at the bottom of a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP: Final = "  "


def fit_keys(
    keys: Sequence[Text], width: int, first: Iterable[int] = (), *, lines: int = 1, gap: str = GAP
) -> Text:
    """Return as many keys as fit into lines of `width` cells, in the order in which they are given.

    :param keys: each a key and what it does.
    :param first: numbers of the keys that get room before the others, the most important one first: that is
        how the key that leads out of a page is shown at any width.
    """
    cells = [key.cell_len for key in keys]
    shown: list[int] = []
    rows: list[list[int]] = []
    for number in dict.fromkeys([*first, *range(len(keys))]):
        longer = sorted([*shown, number])
        in_rows = _rows(longer, cells, width, len(gap))
        if not shown or (cells[number] <= width and len(in_rows) <= lines):
            shown, rows = longer, in_rows
    texts = [Text(gap).join(keys[number] for number in row) for row in rows]
    for text in texts:
        text.truncate(width, overflow="ellipsis")
    return Text("\n").join(texts)


def _rows(numbers: Sequence[int], cells: Sequence[int], width: int, gap: int) -> list[list[int]]:
    rows: list[list[int]] = []
    room = -1
    for number in numbers:
        room -= gap + cells[number]
        if room < 0:
            rows.append([])
            room = width - cells[number]
        rows[-1].append(number)
    return rows
