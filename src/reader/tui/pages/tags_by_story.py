"""Stories and tags: how often each tag is in each story, among the annotations that fit a query.

The stories are groups of all articles in the notebook, open or not, by what they share. When there are very
many articles, each is a row by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from reader.notebook.query import count_tags_by_story
from reader.overlap.corpus.in_memory import group_in_memory
from reader.tui.keys.page_keys import TABLES
from reader.tui.pages.page import Page
from reader.tui.theme.themes import on_colour
from reader.tui.widgets.clickable_line import ClickableLine
from reader.tui.widgets.row_list import RowList, RowListScreen
from reader.workspace.annotation_labels import article_label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from reader.notebook import Tag
    from reader.notebook.query import Query
    from reader.tui.keys.keymap import Keymap
    from reader.workspace.workspace import Workspace

MOST_GROUPED: Final = 1_000_000  # code points of all articles that can be grouped while one waits
COLUMN_WIDTHS: Final = (5, 16)  # cells of a column, at least and at most


class TagsByStoryScreen(RowListScreen[None], Page[None]):
    """The matrix of stories and tags; `back` is called when it is closed."""

    TABLE: ClassVar = TABLES["in-stories"]
    BINDINGS: ClassVar = list(TABLE.rows)

    def __init__(
        self, workspace: Workspace, query: Query, typed: str, keys: Keymap, back: Callable[[], None]
    ) -> None:
        super().__init__(keys)
        self._back = back
        self._typed = typed
        stories, self._by = stories_of(workspace)
        self._matrix = count_tags_by_story(workspace.notebook, stories, query)
        self._first = 0

    def compose(self) -> ComposeResult:
        """Yield the heading, the tags, a row for each story, and the keys."""
        yield ClickableLine(self._heading)
        yield ClickableLine(self._names)
        yield RowList(self._row)
        yield ClickableLine(self.page_keys.footer, name="hint")

    def on_mount(self) -> None:
        """Highlight the first story."""
        self.row_list().set_count(len(self._matrix.rows))

    def action_back(self) -> None:
        """Go back to the list of annotations."""
        self.dismiss()
        self._back()

    def action_shift(self, by: int) -> None:
        """Scroll to other tags."""
        self._first = min(max(self._first + by, 0), max(0, len(self._matrix.tags) - 1))
        for widget in self.query("ClickableLine, RowList"):
            widget.refresh()

    def _heading(self, _width: int) -> Text:
        only = f"  only {self._typed.strip()}" if self._typed.strip() else ""
        return Text.assemble((" Stories × tags", "bold"), only, (f"  {self._by}", "dim"), no_wrap=True)

    def _names(self, width: int) -> Text:
        text = Text(" " * (self._name_width(width) + 1), no_wrap=True)
        text.append(f"{'all':>{COLUMN_WIDTHS[0]}} ", style="bold")
        for tag in self._matrix.tags[self._first :]:
            name = set_cell_size(f" {tag.name}", _column_width(tag))
            text.append(" ").append(name, style=on_colour(tag.colour))
        return text

    def _row(self, number: int, width: int) -> Text:
        row = self._matrix.rows[number]
        text = Text(row.story or "(in no story)")
        text.truncate(self._name_width(width + 2) - 1, overflow="ellipsis", pad=True)
        text.append(f" {row.annotations:>{COLUMN_WIDTHS[0]},} ", style="bold")
        for tag, count in zip(self._matrix.tags[self._first :], row.counts[self._first :], strict=True):
            text.append(f" {count:>{_column_width(tag)},}", style="" if count else "dim")
        return text

    def _name_width(self, width: int) -> int:
        """Return the cells of the names of stories: what the longest needs, at most half of the width."""
        longest = max((cell_len(row.story) for row in self._matrix.rows), default=0)
        return min(max(longest, 16), width // 2)


def stories_of(workspace: Workspace) -> tuple[Mapping[str, Sequence[str]], str]:
    """Return the articles of the notebook by story, largest first, and how they were grouped."""
    names = list(dict.fromkeys(each.article for each in workspace.notebook.annotations()))
    if sum(len(workspace.notebook.article(name).text) for name in names) > MOST_GROUPED:
        return {article_label(workspace, name): [name] for name in names}, "article by article"
    groups = group_in_memory([workspace.notebook.articles.restore(name) for name in names])
    stories: dict[str, list[str]] = {}
    for group in groups:
        title = article_label(workspace, names[group[0]])
        if len(group) > 1:
            title = f"{len(group)} articles · {workspace.notebook.article(names[group[0]]).shown}"
        stories.setdefault(title, []).extend(names[number] for number in group)
    return stories, "articles grouped by what they share"


def _column_width(tag: Tag) -> int:
    least, most = COLUMN_WIDTHS
    return min(max(cell_len(tag.name) + 2, least), most)
