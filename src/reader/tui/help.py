"""The keys on one screen, made from the bindings."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from rich.table import Table
from rich.text import Text
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.keys import DIGITS, READING, shown
from reader.tui.themes import BLOCKS, POSSIBLE_BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult


FIRST_DIGIT = "digit(1)"
REPEATED = {f"digit({n})" for n in DIGITS[1:]}
"""Nine keys that do the same are one row."""
WIDE = 80
"""From this width on the keys stand in two columns, and all of them in 24 lines."""


class HelpScreen(ModalScreen[None]):
    """What each key does and what the gutter means; any of the usual keys closes it."""

    BINDINGS: ClassVar = [Binding("escape,q,question_mark,enter,space", "dismiss", "close")]
    DEFAULT_CSS: ClassVar[str] = f"""
    HelpScreen {{ align: center middle; }}
    HelpScreen VerticalScroll {{ width: {WIDE}; max-width: 100%; height: auto; max-height: 100%; }}
    HelpScreen VerticalScroll {{ background: $panel; }}
    HelpScreen Static {{ background: $panel; padding: 0 1; }}
    """

    def compose(self) -> ComposeResult:
        """One text, scrolled where it does not fit."""
        with VerticalScroll():
            yield Static(all_keys(wide=self.app.size.width >= WIDE))
            yield Static(legend())


def all_keys(*, wide: bool) -> Table:
    """The keys by group, in one column or in two."""
    groups = [list(bindings) for _, bindings in groupby(READING, key=lambda binding: binding.group)]
    table = Table.grid(expand=True)
    if not wide:
        table.add_row(_column(groups))
    else:
        table.add_row(_column(groups[:2]), _column(groups[2:]))
    return table


def legend() -> Text:
    """What the gutter says."""
    text = Text("Gutter  ", style="bold")
    for kind, block in BLOCKS.items():
        text.append(f"{block} ", style="bold").append(f"{kind}  ")
    text.append(f"{POSSIBLE_BLOCK} ", style="bold").append("possible  ")
    return text.append("B C ", style="bold").append("shared with")


def keys_and_words() -> Iterator[tuple[str, str]]:
    """Every key, or several, and what it does: the rows of the help and of the README."""
    return (_row(binding) for binding in READING if binding.action not in REPEATED)


def _column(groups: Sequence[Sequence[Binding]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True, min_width=10)
    table.add_column()
    for bindings in groups:
        group = bindings[0].group
        table.add_row("", Text(group.description if group else "", style="bold underline"))
        for binding in bindings:
            if binding.action not in REPEATED:
                keys, words = _row(binding)
                table.add_row(Text(keys, style="bold"), words)
    return table


def _row(binding: Binding) -> tuple[str, str]:
    if binding.action == FIRST_DIGIT:
        return "1 … 9", "Pinned tag, then the next"
    return shown(binding), binding.tooltip
