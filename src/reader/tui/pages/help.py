"""The help: all keys on one screen, made from their tables, and what the gutter means."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.table import Table
from rich.text import Text
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.article.styles import MORE_SIGN
from reader.tui.dialogs.dialog import DismissOnceScreen
from reader.tui.keys.page_keys import TABLES
from reader.tui.theme.themes import BLOCKS, POSSIBLE_BLOCK
from reader.tui.widgets.scroll_box import ScrollBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from reader.tui.keys.keymap import Keymap

COLUMN_WIDTH = 40
MOST_COLUMNS = 3
KeyGroup = tuple[str, list[tuple[str, str]]]  # a heading, and keys with what they do
MARKS = (
    *((block, kind) for kind, block in BLOCKS.items()),
    (POSSIBLE_BLOCK, "possible"),
    ("B C", "sharing"),
    (MORE_SIGN, "and more"),
    ("▌", "at hand"),
    ("┆", "counterpart"),
    ("1 •", "tag"),
    ("✎", "note"),
)


class HelpScreen(ModalScreen[None], DismissOnceScreen[None]):
    """What each key does, and what the gutter means."""

    BINDINGS: ClassVar = list(TABLES["in-help"].rows)
    DEFAULT_CSS: ClassVar[str] = f"""
    HelpScreen {{ align: center middle; }}
    HelpScreen ScrollBox {{ width: {COLUMN_WIDTH * MOST_COLUMNS}; max-width: 100%; }}
    HelpScreen Static {{ background: $panel; }}
    HelpScreen .below {{ margin-top: 1; }}
    """

    def __init__(self, keys: Keymap, *, page: str = "", notices: Sequence[str] = ()) -> None:
        """Show the keys of a page, or the sentences said at the start and the keys of all screens."""
        super().__init__()
        self._keys = keys
        self._page = page
        self._notices = notices
        self._columns = 0

    def compose(self) -> ComposeResult:
        """Yield the keys of the page, or the gutter, the styles and the keys of all screens."""
        self._columns = columns = _columns(self.app.size.width)
        key = self._keys.on_page("in-help").label
        with ScrollBox(" ".join(map(key, ("next", "previous", "page-down"))), key("close")):
            if self._page:
                yield Static(in_columns([of_page(self._keys, self._page)], columns))
                return
            if self._notices:
                notices = (f"\n· {notice}" for notice in self._notices)
                yield Static(Text.assemble(("Told at the start", "bold underline"), *notices, "\n"))
            yield Static(gutter_legend(2 * columns))
            yield Static(style_legend(), classes="below")
            yield Static(in_columns(self._keys.help_groups(), columns), classes="below")
            if others := self._keys.other_movement_labels():
                yield Static(Text(f"{others} move too."), classes="below")
            yield Static(in_columns([of_page(self._keys, page) for page in TABLES], columns), classes="below")

    def on_resize(self, event: events.Resize) -> None:
        """Lay the keys out in as many columns as fit now."""
        if _columns(event.size.width) != self._columns:
            self.refresh(recompose=True)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(ScrollBox).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        scroll = self.query_one(ScrollBox)
        scroll.scroll_relative(y=by * max(1, scroll.size.height - 2), animate=False)


def _columns(width: int) -> int:
    return min(max(1, width // COLUMN_WIDTH), MOST_COLUMNS)


def of_page(keys: Keymap, page: str) -> KeyGroup:
    """Return the keys of a page, with its title as the heading."""
    here = keys.on_page(page)
    return here.table.title, here.help_rows()


def in_columns(groups: Sequence[KeyGroup], columns: int) -> Table:
    """Return groups of keys in so many columns of about one height."""
    table = Table.grid(expand=True)
    table.add_row(*map(_column, _split(groups, columns)))
    return table


def _split(groups: Sequence[KeyGroup], parts: int) -> list[Sequence[KeyGroup]]:
    """Split groups into so many parts, the longest of which is as short as can be."""
    if parts == 1 or len(groups) == 1:
        return [groups]
    ways = [[groups[:cut], *_split(groups[cut:], parts - 1)] for cut in range(1, len(groups))]
    return min(ways, key=lambda way: max(sum(2 + len(keys) for _, keys in groups) for groups in way))


def gutter_legend(columns: int) -> Table:
    """Return what stands in the gutter, in so many columns."""
    table = Table.grid(expand=True)
    for _ in range(columns):
        table.add_column(ratio=1)
    table.add_row(Text.assemble(("The gutter", "bold underline")))
    signs = [Text.assemble((f"{sign:>3} ", "bold"), meaning) for sign, meaning in MARKS]
    for first in range(0, len(signs), columns):
        table.add_row(*signs[first : first + columns])
    return table


def style_legend() -> Text:
    """Return what the styles of words mean, in an article and in the differences pane."""
    return Text.from_markup(
        "In the text [underline reverse]underlined on a colour[/]: words with a tag or a note of their own.\n"
        "In the pane [strike]struck out[/]: only in the sentence at hand; [underline]underlined[/]: only in"
        " the other; [bold]bold[/]: shared.\n"
        "A search for [bold]B 12[/] or, in this article, [bold]#12[/] goes to that sentence; with a blank"
        " before it, it looks for the words."
    )


def _column(groups: Sequence[KeyGroup]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True, min_width=9)
    table.add_column()
    for number, (heading, keys) in enumerate(groups):
        if number:
            table.add_row()
        table.add_row("", Text.assemble((heading, "bold underline")))
        for key, words in keys:
            table.add_row(Text(key, style="bold"), words)
    return table
