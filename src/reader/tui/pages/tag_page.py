"""The page of all tags: which of them are in sight, which one is highlighted, and what was done.

The state is kept apart from the widgets, so that keys typed ahead find it before the page is drawn.
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

_Change = TypeVar("_Change")


class TagPage(Page["Tag | None"]):
    """The tags of a notebook as a tree, of which one is highlighted."""

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
        self._highlighted = 0
        self._in_view = range(0)
        self._message = ""
        self._list = ClickableLine(self._lines, name="tags")

    def compose(self) -> ComposeResult:
        """Yield all tags, the highlighted one, what was done, and the keys."""
        yield ClickableLine(self._title_line, name="title")
        yield self._list
        yield ClickableLine(self._about, name="tag")
        yield ClickableLine(self._message_line, name="message")
        yield ClickableLine(self._key_lines, name="keys")

    @property
    def tag(self) -> Tag | None:
        """The highlighted tag; None when there are no tags."""
        return self._tree[self._highlighted].tag if self._tree else None

    # Moving

    def action_step(self, by: int) -> None:
        """Move by rows."""
        self.action_point(self._highlighted + by)

    def action_page(self, by: int) -> None:
        """Move by pages."""
        self.action_point(self._highlighted + by * max(1, len(self._in_view) - 1))

    def action_edge(self, end: int) -> None:
        """Move to the first tag (-1) or the last (1)."""
        self.action_point(0 if end < 0 else len(self._tree) - 1)

    def action_point(self, row: int) -> None:
        """Highlight a row."""
        self._highlighted = max(0, min(row, len(self._tree) - 1))
        self.say("")

    def on_mouse_scroll_down(self, _event: events.MouseScrollDown) -> None:
        """Move down the list."""
        self.action_step(1)

    def on_mouse_scroll_up(self, _event: events.MouseScrollUp) -> None:
        """Move up the list."""
        self.action_step(-1)

    # Changes

    def change(self, change: Callable[[], _Change], message: str | Callable[[_Change], str]) -> str | None:
        """Change something, show it and say what was done; return why it was refused, if it was."""
        try:
            result = change()
        except NotebookError as error:
            self.say(str(error))
            return str(error)
        self.reload()
        self.say(message if isinstance(message, str) else message(result))
        return None

    def reload(self) -> None:
        """Show changed tags; the same tag stays highlighted."""
        here = self.tag
        self._tree = tag_tree.tag_rows(self.notebook)
        self._highlighted = max(0, min(self._highlighted, len(self._tree) - 1))
        if here is not None:
            self.select(here.id)

    def select(self, tag_id: str) -> None:
        """Highlight a tag, if it is there."""
        ids = [row.tag.id for row in self._tree]
        if tag_id in ids:
            self._highlighted = ids.index(tag_id)
        self._refresh()

    def say(self, message: str) -> None:
        """Show a message until the next move."""
        self._message = message
        self._refresh()

    def show_saved(self) -> None:
        """Show whether the last change is on disk."""
        self._refresh()

    def refuse_if_read_only(self) -> bool:
        """Return whether nothing can be changed, and say so."""
        if self.notebook.read_only:
            self.say(READ_ONLY)
        return self.notebook.read_only

    def _refresh(self) -> None:
        for line in self.query(ClickableLine):
            line.refresh()

    # What is shown

    def _title_line(self, _width: int) -> Text:
        return Text.assemble(("Codebook", "bold"), f"  {counted(len(self._tree), 'tag')}")

    def _lines(self, width: int) -> Text:
        if not self._tree:
            return self._no_tags()
        self._in_view = tag_tree.rows_in_view(
            len(self._tree), self._highlighted, self._in_view.start, self._list.size.height
        )
        lines = list(tag_lines.lines(self._tree, self._in_view, self._highlighted, width, self.keys))
        line = lines[self._highlighted - self._in_view.start]
        line.stylize_before(on_colour(self.app.theme_variables["block-cursor-background"]))
        line.stylize(NOT_DIM)
        return Text("\n").join(lines)

    def _no_tags(self) -> Text:
        new, load, make = self.page_keys.label("new"), self.page_keys.label("load"), self.keys.label("tag")
        return Text(
            f"\n No tags yet. {new} makes one here, {load} loads those of a file; while you read, {make} tags"
            " the sentence at hand."
        )

    def _about(self, _width: int) -> Text:
        """Return the highlighted tag: its whole name, what a change would touch, what it means."""
        tag = self.tag
        if tag is None:
            return Text()
        name, reach = (f" {tag.name} ", on_colour(tag.colour)), self.notebook.codebook.reach(tag.id).in_words
        return Text.assemble(name, f"  {reach}\n", tag.description or ("no description yet", "dim"))

    def _message_line(self, width: int) -> Text:
        right = save_state(self.notebook)
        line = Text(self._message, style="bold")
        line.truncate(max(0, width - cell_len(right) - 1), overflow="ellipsis", pad=True)
        return line.append(f" {right}")

    def _key_lines(self, width: int) -> Text:
        keys = self.page_keys.links()
        ways_out = (len(keys) - 2, len(keys) - 1)  # back to the articles, and to the list of all keys
        return fit_keys(keys, width, ways_out, lines=2)
