"""The list of all annotations of the notebook, narrowed while one types; Enter goes to one."""

from __future__ import annotations

from collections import Counter
from functools import cache, partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import VerticalScroll

from reader.notebook.model import count_by_tag
from reader.notebook.query import Finder, count_by_article, count_by_coder
from reader.tui.dialogs.dialog import Dialog
from reader.tui.dialogs.line_dialog import LineField
from reader.tui.pages import annotation_lines
from reader.tui.widgets.clickable_line import ClickableLine, fit_line
from reader.tui.widgets.prose import Prose
from reader.tui.widgets.row_list import RowList, RowListScreen
from reader.workspace.annotation_labels import SIGNS, article_label, count_label
from reader.workspace.extents import Extents
from reader.workspace.query_parser import FILTER_NAMES, QueryVocabulary, parse_query

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input

    from reader.notebook import Annotation
    from reader.notebook.query import Query
    from reader.tui.keys.keymap import Keymap
    from reader.workspace.workspace import Workspace


READ_AT_ONCE = 500  # annotations whose text is read without a pause
PAUSE = 0.01  # seconds after them, so that a key waits for few annotations


class AnnotationsScreen(RowListScreen[None], Dialog):
    """Gives the annotation that Enter was pressed on to a function, before any other key is done."""

    DEFAULT_CSS: ClassVar[str] = """
    AnnotationsScreen Input.-textual-compact { padding: 0 1; background: $panel; }
    AnnotationsScreen VerticalScroll { height: 25%; min-height: 7; }
    """

    def __init__(
        self,
        workspace: Workspace,
        take: Callable[[Annotation], None],
        show_stories: Callable[[str, Query], None],
        keys: Keymap,
        typed: str = "",
    ) -> None:
        """Show all annotations that fit; `take` gets the one to go to, `show_stories` what is typed."""
        super().__init__()
        self._workspace = workspace
        self._take = take
        self._show_stories = show_stories
        self.page_keys = keys.on_page("in-everything")
        self._typed = typed
        self._every = sorted_annotations(workspace)
        self._finder = Finder(workspace.notebook, self._every)
        self._vocabulary = query_vocabulary(workspace, self._every)
        self._parsed = parse_query("", self._vocabulary)
        self._rows_are_for: str | None = None  # what was typed when the rows were made
        self._shown: Sequence[Annotation] = ()
        self._widths = annotation_lines.ColumnWidths(0, 0)
        self._tags = Text()
        self._counted: Sequence[Annotation] | None = None
        self._by_article: Counter[str] = Counter()
        self._by_coder: Counter[str] = Counter()

    def compose(self) -> ComposeResult:
        """Yield the field, the counts, the rows, the highlighted annotation, and the keys."""
        yield LineField(self, self._typed, f"type words, or {FILTER_NAMES}")
        yield ClickableLine(lambda width: fit_line(self._tags, width))
        yield ClickableLine(self._articles)
        yield RowList(self._row)
        with VerticalScroll(can_focus=False):
            yield Prose()
        yield ClickableLine(self._hint, name="hint")

    def on_mount(self) -> None:
        """Show the annotations for what is typed at first."""
        self._fill(self._typed)
        self.focus_field(self.query_one(LineField))
        self._read_ahead()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the annotations that fit what is typed."""
        self._fill(event.value)

    def on_row_list_highlighted(self) -> None:
        """Show everything about the highlighted annotation."""
        at = self.query_one(RowList).highlighted
        if at is None:
            text = Text(self._parsed.trouble or "Nothing fits")
        else:
            text = annotation_lines.whole(self._workspace, self._shown[at])
        self.query_one(Prose).update(text)
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.query_one("#hint").refresh()

    def on_row_list_row_clicked(self) -> None:
        """Go to the annotation that was clicked."""
        self.action_take()

    def action_take(self) -> None:
        """Go to the highlighted annotation, for what is typed by now."""
        at = self.row_list().highlighted
        if at is not None and self.is_active:
            self._take(self._shown[at])
            self.dismiss()

    def action_matrix(self) -> None:
        """Show stories and tags for what is typed."""
        typed = self.query_one(LineField).value
        self._fill(typed)
        if self.is_active:
            self.dismiss()
            self._show_stories(typed, self._parsed.query)

    def action_scroll(self, by: int) -> None:
        """Scroll the highlighted annotation by half of what is in sight."""
        pane = self.query_one(VerticalScroll)
        pane.scroll_relative(y=by * max(1, pane.size.height // 2), animate=False)

    def _read_ahead(self) -> None:
        """Read the text that is searched for words, some annotations at a time."""
        if self._finder.read_ahead(READ_AT_ONCE):
            self.set_timer(PAUSE, self._read_ahead)

    def row_list(self) -> RowList:
        """Return the list, with the rows for what is typed by now."""
        self._fill(self.query_one(LineField).value)
        return self.query_one(RowList)

    def _fill(self, typed: str) -> None:
        if typed == self._rows_are_for:
            return
        self._rows_are_for = typed
        self._parsed = parse_query(typed, self._vocabulary)
        self._shown = shown = self._finder.find(self._parsed.query)
        if shown is not self._counted:
            self._count(shown)
        self.query_one(RowList).set_count(len(shown))

    def _count(self, shown: Sequence[Annotation]) -> None:
        self._counted = shown
        total = Text(f" {count_label(shown, self._every)} ", style="bold")
        self._tags = total.append_text(annotation_lines.by_tag(self._workspace, count_by_tag(shown)))
        self._by_article, self._by_coder = count_by_article(shown), count_by_coder(shown)
        self._widths = annotation_lines.column_widths(self._workspace, shown)
        for line in self.query(ClickableLine):
            line.refresh()

    def _articles(self, width: int) -> Text:
        coders = annotation_lines.by_coder(self._by_coder)
        text = annotation_lines.by_article(self._workspace, self._by_article, width - coders.cell_len)
        return fit_line(text.append_text(coders), width)

    def _row(self, number: int, width: int) -> Text:
        return annotation_lines.row(self._workspace, self._shown[number], self._widths, width)

    def _hint(self, width: int) -> Text:
        at = self.query_one(RowList).highlighted
        where = "" if at is None else f"{at + 1:,}/{len(self._shown):,}"
        filters = f"  filters: {FILTER_NAMES}" if self._rows_are_for else ""  # the empty field says it itself
        room = max(0, width - len(where) - 2)
        text = self.page_keys.footer(room).append(filters)
        text.truncate(room, overflow="ellipsis", pad=True)
        return text.append(f" {where} ")


def sorted_annotations(workspace: Workspace) -> list[Annotation]:
    """Return all annotations by place, those of the open articles first."""
    every = workspace.notebook.annotations()
    articles = dict.fromkeys([*workspace.annotations.ids, *(each.article for each in every)])
    order = {name: number for number, name in enumerate(articles)}
    kinds = list(SIGNS)

    def key(each: Annotation) -> tuple[int, int, int, int, str]:
        where = each.selector
        return order[each.article], where.start, where.end, kinds.index(each.kind), each.created

    return sorted(every, key=key)


def query_vocabulary(workspace: Workspace, annotations: Sequence[Annotation]) -> QueryVocabulary:
    """Return what a query can ask for."""
    sides = {one.article for one in annotations} | {one.other.article for one in annotations if one.other}
    return QueryVocabulary(
        workspace.notebook.tags,
        {article: article_label(workspace, article) for article in sides},
        {one.coder for one in annotations},
        cache(partial(Extents(workspace).with_extent, annotations)),
    )
