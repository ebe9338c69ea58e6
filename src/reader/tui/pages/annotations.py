"""The list of everything: all annotations of the notebook, narrowed while one types; Enter goes there."""

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
from reader.workspace import annotation_labels
from reader.workspace.extents import Extents
from reader.workspace.query_parser import FILTER_NAMES, QueryVocabulary, parse_query

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input

    from reader.notebook import Annotation
    from reader.notebook.query import Query
    from reader.tui.keys.keymap import Keymap, PageKeymap
    from reader.workspace.workspace import Workspace


SLICE, PAUSE = 500, 0.01
"""Annotations that are read in one go, and seconds until the next go: a key need not wait for all of them."""


class QueryField(LineField):
    """Where words and filters are typed."""

    def __init__(self, dialog: Dialog, keys: PageKeymap, typed: str) -> None:
        super().__init__(dialog, keys, typed, f"type words, or {FILTER_NAMES}")


class AnnotationsScreen(RowListScreen[None], Dialog):
    """All annotations; takes the one that Enter was pressed on, before any other key is done."""

    DEFAULT_CSS: ClassVar[str] = """
    AnnotationsScreen { background: $background; }
    AnnotationsScreen Input.-textual-compact { padding: 0 1; background: $panel; }
    AnnotationsScreen ClickableLine { height: 1; }
    AnnotationsScreen #hint { background: $surface; color: $text-muted; }
    AnnotationsScreen VerticalScroll { height: 25%; min-height: 7; border-top: solid $panel; padding: 0 1; }
    AnnotationsScreen VerticalScroll { background: $surface; scrollbar-size-vertical: 1; }
    AnnotationsScreen Prose { background: $surface; }
    AnnotationsScreen ToastRack { dock: top; align: right top; }
    """

    def __init__(
        self,
        workspace: Workspace,
        take: Callable[[Annotation], None],
        cross: Callable[[str, Query], None],
        keys: Keymap,
        typed: str = "",
    ) -> None:
        """Show them; `cross` is asked for the tags of the stories, with what is typed."""
        super().__init__()
        self._workspace = workspace
        self._take = take
        self._cross = cross
        self._here = keys.on_page("in-everything")
        self._typed = typed
        self._every = in_order(workspace)
        self._finder = Finder(workspace.notebook, self._every)
        self._known = known(workspace, self._every)
        self._parsed = parse_query("", self._known)
        self._filled: str | None = None
        """What was typed when the rows were filled."""
        self._shown: Sequence[Annotation] = ()
        self._margins = annotation_lines.ColumnWidths(0, 0)
        self._tags = Text()
        self._counted: Sequence[Annotation] | None = None
        """What was counted by tag and by article last."""
        self._by_article: Counter[str] = Counter()
        self._by_coder: Counter[str] = Counter()

    def compose(self) -> ComposeResult:
        """What is typed, how many there are of what, the rows, the one at hand, the keys."""
        yield QueryField(self, self._here, self._typed)
        yield ClickableLine(lambda width: fit_line(self._tags, width))
        yield ClickableLine(self._articles)
        yield RowList(self._row)
        with VerticalScroll(can_focus=False):
            yield Prose()
        yield ClickableLine(self._hint, name="hint")

    def on_mount(self) -> None:
        """Show all there is."""
        self._fill(self._typed)
        self.focus_field(self.query_one(QueryField))
        self._read_ahead()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits what was typed."""
        self._fill(event.value)

    def on_row_list_highlighted(self) -> None:
        """Show the whole of the annotation at hand."""
        at = self.query_one(RowList).highlighted
        one = Text(self._parsed.trouble or "Nothing fits") if at is None else None
        self.query_one(Prose).update(one or annotation_lines.whole(self._workspace, self._shown[at or 0]))
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.query_one("#hint").refresh()

    def on_row_list_row_clicked(self) -> None:
        """Go to what was pointed at."""
        self.action_take()

    def action_take(self) -> None:
        """Go to the one at hand, for what is typed by now."""
        self._fill(self.query_one(QueryField).value)
        at = self.query_one(RowList).highlighted
        if at is not None and self.is_active:
            self._take(self._shown[at])
            self.dismiss()

    def action_close(self) -> None:
        """Go nowhere."""
        if self.is_active:
            self.dismiss()

    def action_matrix(self) -> None:
        """Show stories and tags for what is typed."""
        typed = self.query_one(QueryField).value
        self._fill(typed)
        if self.is_active:
            self.dismiss()
            self._cross(typed, self._parsed.query)

    def action_scroll(self, by: int) -> None:
        """Scroll the one at hand by half of what is shown of it."""
        pane = self.query_one(VerticalScroll)
        pane.scroll_relative(y=by * max(1, pane.size.height // 2), animate=False)

    def _read_ahead(self) -> None:
        """Read what words are looked for in, a slice between two keys."""
        if self._finder.read_ahead(SLICE):
            self.set_timer(PAUSE, self._read_ahead)

    def _rows(self) -> RowList:
        """The rows for what is typed by now."""
        self._fill(self.query_one(QueryField).value)
        return self.query_one(RowList)

    def _fill(self, typed: str) -> None:
        if typed == self._filled:
            return
        self._filled = typed
        self._parsed = parse_query(typed, self._known)
        self._shown = shown = self._finder.find(self._parsed.query)
        if shown is not self._counted:
            self._count(shown)
        self.query_one(RowList).set_count(len(shown))

    def _count(self, shown: Sequence[Annotation]) -> None:
        self._counted = shown
        total = Text(f" {annotation_labels.count_label(shown, self._every)} ", style="bold")
        self._tags = total.append_text(annotation_lines.by_tag(self._workspace, count_by_tag(shown)))
        self._by_article, self._by_coder = count_by_article(shown), count_by_coder(shown)
        self._margins = annotation_lines.margins(self._workspace, shown)
        for band in self.query(ClickableLine):
            band.refresh()

    def _articles(self, width: int) -> Text:
        coders = annotation_lines.by_coder(self._by_coder)
        text = annotation_lines.by_article(self._workspace, self._by_article, width - coders.cell_len)
        return fit_line(text.append_text(coders), width)

    def _row(self, number: int, width: int) -> Text:
        return annotation_lines.row(self._workspace, self._shown[number], self._margins, width)

    def _hint(self, width: int) -> Text:
        at = self.query_one(RowList).highlighted
        where = "" if at is None else f"{at + 1:,}/{len(self._shown):,}"
        filters = f"  filters: {FILTER_NAMES}" if self._filled else ""  # else the field says it
        room = max(0, width - len(where) - 2)
        text = self._here.footer(room).append(filters)
        text.truncate(room, overflow="ellipsis", pad=True)
        return text.append(f" {where} ")


def in_order(workspace: Workspace) -> list[Annotation]:
    """All annotations, those of the open articles first, by place, what is on the words alone first."""
    every = workspace.notebook.annotations()
    articles = dict.fromkeys([*workspace.annotations.ids, *(each.article for each in every)])
    order = {name: number for number, name in enumerate(articles)}
    kinds = list(annotation_labels.SIGNS)

    def key(each: Annotation) -> tuple[int, int, int, int, str]:
        where = each.selector
        return order[each.article], where.start, where.end, kinds.index(each.kind), each.created

    return sorted(every, key=key)


def known(workspace: Workspace, annotations: Sequence[Annotation]) -> QueryVocabulary:
    """What there is to ask for."""
    sides = {one.article for one in annotations} | {one.other.article for one in annotations if one.other}
    return QueryVocabulary(
        workspace.notebook.tags,
        {article: annotation_labels.article_label(workspace, article) for article in sides},
        {one.coder for one in annotations},
        cache(partial(Extents(workspace).with_extent, annotations)),
    )
