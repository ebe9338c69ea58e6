"""The page of all tags: what is in sight, which one is at hand, what was said.

It keeps its state apart from its widgets, so that keys typed ahead find it before it has been drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.cells import cell_len
from rich.text import Text

from reader.notebook import NotebookError
from reader.text.phrases import counted
from reader.tui.keys.footer import fit_keys
from reader.tui.pages import tag_lines
from reader.tui.pages.page import Page
from reader.tui.theme.themes import on_colour
from reader.tui.widgets.clickable_line import ClickableLine
from reader.tui.widgets.row_list import NOT_DIM
from reader.tui.widgets.save_state import READ_ONLY, save_state
from reader.workspace import tag_tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from reader.notebook import Notebook, Tag
    from reader.tui.keys.keymap import Keymap

_Result = TypeVar("_Result")


KEY_LINES = 2
"""Of the keys at the bottom."""


class TagPage(Page["Tag | None"]):
    """The tags of a notebook as a tree, one of them at hand."""

    DEFAULT_CSS: ClassVar[str] = """
    TagPage { background: $background; }
    TagPage ClickableLine { height: 1; padding: 0 1; background: $surface; }
    TagPage #tags { height: 1fr; padding: 0; background: $background; }
    TagPage #tag { height: 3; }
    TagPage #message { background: $panel; }
    TagPage #keys { height: 2; color: $text-muted; }
    """

    def __init__(self, notebook: Notebook, keys: Keymap) -> None:
        super().__init__(keys)
        self.notebook = notebook
        self._tree = tag_tree.tag_rows(notebook)
        self._at = 0
        self._seen = range(0)
        self._message = ""
        self._list = ClickableLine(self._lines, name="tags")

    def compose(self) -> ComposeResult:
        """All tags; the one at hand; what was done; the keys."""
        yield ClickableLine(self._title_line, name="title")
        yield self._list
        yield ClickableLine(self._about, name="tag")
        yield ClickableLine(self._message_line, name="message")
        yield ClickableLine(self._key_lines, name="keys")

    @property
    def tag(self) -> Tag | None:
        """The tag at hand; None when there is none at all."""
        return self._tree[self._at].tag if self._tree else None

    # Moving

    def action_step(self, by: int) -> None:
        """To the next tag (1) or the one before (-1)."""
        self.action_point(self._at + by)

    def action_page(self, by: int) -> None:
        """By what is in sight."""
        self.action_point(self._at + by * max(1, len(self._seen) - 1))

    def action_edge(self, end: int) -> None:
        """To the first tag (-1) or the last (1)."""
        self.action_point(0 if end < 0 else len(self._tree) - 1)

    def action_point(self, row: int) -> None:
        """To a row."""
        self._at = max(0, min(row, len(self._tree) - 1))
        self.say("")

    def on_mouse_scroll_down(self, _event: events.MouseScrollDown) -> None:
        """Down the list."""
        self.action_step(1)

    def on_mouse_scroll_up(self, _event: events.MouseScrollUp) -> None:
        """Up the list."""
        self.action_step(-1)

    # What becomes of a change

    def change(self, change: Callable[[], _Result], said: Callable[[_Result], str]) -> str | None:
        """Change something, show it and say what it was. Gives why it was refused, if it was."""
        try:
            result = change()
        except NotebookError as error:
            self.say(str(error))
            return str(error)
        self.reload()
        self.say(said(result))
        return None

    def reload(self) -> None:
        """Take in that tags have changed; the same one stays at hand."""
        here = self.tag
        self._tree = tag_tree.tag_rows(self.notebook)
        self._at = max(0, min(self._at, len(self._tree) - 1))
        if here is not None:
            self.select(here.id)

    def select(self, tag_id: str) -> None:
        """Take a tag in hand, if it is there."""
        self._at = next((n for n, row in enumerate(self._tree) if row.tag.id == tag_id), self._at)
        self._show_all()

    def say(self, message: str) -> None:
        """Tell the reader something, until the next move."""
        self._message = message
        self._show_all()

    def show_saved(self) -> None:
        """Show whether the last change is on disk."""
        self._show_all()

    def refuse_if_read_only(self) -> bool:
        """Tell the reader when nothing can be changed."""
        if self.notebook.read_only:
            self.say(READ_ONLY)
        return self.notebook.read_only

    def _show_all(self) -> None:
        for band in self.query(ClickableLine):
            band.refresh()

    # What is shown

    def _title_line(self, _width: int) -> Text:
        return Text.assemble(("Codebook", "bold"), f"  {counted(len(self._tree), 'tag')}")

    def _lines(self, width: int) -> Text:
        if not self._tree:
            return self._invitation()
        self._seen = tag_tree.rows_in_view(
            len(self._tree), self._at, self._seen.start, self._list.size.height
        )
        lines = list(tag_lines.lines(self._tree, self._seen, self._at, width, self.keys))
        at, colour = lines[self._at - self._seen.start], self.app.theme_variables["block-cursor-background"]
        at.stylize_before(on_colour(colour))
        at.stylize(NOT_DIM)
        return Text("\n").join(lines)

    def _invitation(self) -> Text:
        new, load, make = self.page_keys.label("new"), self.page_keys.label("load"), self.keys.label("tag")
        return Text(
            f"\n No tags yet. {new} makes one here, {load} loads those of a file; while you read, {make} tags"
            " the sentence at hand."
        )

    def _about(self, _width: int) -> Text:
        """The tag at hand: its whole name, what a change would touch, what it means."""
        tag = self.tag
        if tag is None:
            return Text()
        text = Text.assemble((f" {tag.name} ", on_colour(tag.colour)))
        text.append(f"  {self.notebook.codebook.reach(tag.id).in_words}")
        return text.append(
            "\n" + (tag.description or "no description yet"), style="" if tag.description else "dim"
        )

    def _message_line(self, width: int) -> Text:
        right = save_state(self.notebook)
        line = Text(self._message, style="bold")
        line.truncate(max(0, width - cell_len(right) - 1), overflow="ellipsis", pad=True)
        return line.append(f" {right}")

    def _key_lines(self, width: int) -> Text:
        keys = self.page_keys.links()
        ways_out = (len(keys) - 2, len(keys) - 1)  # back to the articles, and to the list of all keys
        return fit_keys(keys, width, ways_out, lines=KEY_LINES)
