"""The keys on one screen, made from the bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.table import Table
from rich.text import Text
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.keys import rows
from reader.tui.themes import BLOCKS, POSSIBLE_BLOCK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

WIDE = 80
"""From this width on the keys stand in two columns, and all of them in 24 lines."""
MARKS = (
    *((block, kind) for kind, block in BLOCKS.items()),
    (POSSIBLE_BLOCK, "possible"),
    ("B C", "sharing"),
    ("▌", "at hand"),
    ("┆", "counterpart"),
    ("1 •", "tag"),
    ("✎", "note"),
)
"""What stands in the gutter."""


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
    groups = rows()
    table = Table.grid(expand=True)
    if wide:
        table.add_row(_column(groups[:3]), _column(groups[3:]))
    else:
        table.add_row(_column(groups))
    return table


def legend() -> Text:
    """What the gutter and the pane say."""
    text = Text().append("The gutter", style="bold underline")
    for sign, meaning in MARKS:
        text.append("   ").append(sign, style="bold").append(f" {meaning}")
    text.append("\n\nArrows, PgUp, PgDn, Home and End move too. In the pane ")
    text.append("struck out", style="strike").append(": only in the sentence at hand; ")
    return text.append("underlined", style="underline").append(": only in the other.")


def _column(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True, min_width=9)
    table.add_column()
    for heading, keys in groups:
        table.add_row("", Text(heading, style="bold underline"))
        for key, words in keys:
            table.add_row(Text(key, style="bold"), words)
    return table
