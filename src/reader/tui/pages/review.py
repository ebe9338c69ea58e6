"""The review list: annotations whose words were not found exactly in a changed text, old words beside new.

Each decision is a step of undo, which can be taken back here. To put an annotation on other words, one leaves
the page for the article and comes back.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import VerticalScroll

from reader.notebook import NotebookError
from reader.text.phrases import counted, shorten
from reader.tui.keys.page_keys import TABLES
from reader.tui.pages.annotation_lines import append_tags
from reader.tui.pages.page import Page
from reader.tui.widgets.clickable_line import ClickableLine
from reader.tui.widgets.prose import Prose
from reader.tui.widgets.redline import as_edit
from reader.tui.widgets.row_list import RowList, RowListScreen
from reader.tui.widgets.save_state import READ_ONLY
from reader.workspace.annotation_labels import LONGEST, WHERE, anchor_label, article_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from reader.notebook import Selector, Span
    from reader.notebook.actions.review import ReviewItem
    from reader.tui.keys.keymap import Keymap
    from reader.workspace.workspace import Workspace


class ReviewScreen(RowListScreen[None], Page[None]):
    """The annotations to review, and the keys that decide on them."""

    TABLE: ClassVar = TABLES["in-review"]
    BINDINGS: ClassVar = list(TABLE.rows)
    DEFAULT_CSS: ClassVar[str] = "ReviewScreen VerticalScroll { height: 50%; }"

    def __init__(
        self,
        workspace: Workspace,
        keys: Keymap,
        move: Callable[[int, ReviewItem], None],
        changed: Callable[[Sequence[Span]], None],
        *,
        at: int = 0,
        message: str = "",
    ) -> None:
        super().__init__(keys)
        self._workspace = workspace
        self._move = move
        self._changed = changed
        self._first = at
        self._message = message
        self._review = workspace.notebook.review
        self._items: Sequence[ReviewItem] = self._review.items()

    def compose(self) -> ComposeResult:
        """Yield the counts, the rows, the highlighted annotation, what was done, and the keys."""
        yield ClickableLine(self._summary)
        yield RowList(lambda number, _width: row(self._workspace, self._items[number]))
        with VerticalScroll(can_focus=False):
            yield Prose()
        yield ClickableLine(lambda _width: Text(f" {self._message}", style="bold"))
        yield ClickableLine(self._hint, name="hint")

    def on_mount(self) -> None:
        """Highlight the row where the user was, or the first."""
        self.row_list().set_count(len(self._items), self._first)
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.on_row_list_highlighted())

    def on_row_list_highlighted(self) -> None:
        """Show everything about the highlighted annotation."""
        shown = Text("Nothing waits to be reviewed any more.")
        if item := self._item:
            lost, dark = self._lost("nowhere in the text of now"), self.app.current_theme.dark
            shown = whole(self._workspace, item, lost, dark=dark, colour=not self.app.no_color)
        self.query_one(Prose).update(shown)
        self.query_one("#hint").refresh()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @property
    def _item(self) -> ReviewItem | None:
        at = self.row_list().highlighted
        return None if at is None else self._items[at]

    def action_step(self, by: int) -> None:
        """Move by rows."""
        self._say("")
        super().action_step(by)

    def action_scroll(self, by: int) -> None:
        """Scroll the highlighted annotation."""
        self.query_one(VerticalScroll).scroll_relative(y=by * 3, animate=False)

    def action_accept(self) -> None:
        """Accept the new place."""
        if item := self._item:
            if item.new is None:
                self._say(self._lost("It is lost, there is no place to accept"))
            else:
                self._decide(lambda: self._review.accept([item]), "Accepted")

    def action_accept_kind(self) -> None:
        """Accept all new places with this verdict; lost annotations are kept as lost."""
        if item := self._item:
            same = [other for other in self._items if other.verdict == item.verdict]
            if item.verdict == "lost":
                self._decide(lambda: self._review.keep_lost(same), f"Kept as lost: {len(same):,}")
            else:
                self._decide(lambda: self._review.accept(same), f"Accepted: {len(same):,} {item.verdict}")

    def action_keep_lost(self) -> None:
        """Keep the annotation as lost, with its old words."""
        if item := self._item:
            if not item.old.end:
                self._say("What is about a whole article cannot be lost")
            else:
                self._decide(lambda: self._review.keep_lost([item]), "Kept as lost, with its old words")

    def action_move(self) -> None:
        """Leave for the article, to choose another place."""
        item = self._item
        if item is None:
            return
        if not item.old.end:
            self._say("It is about a whole article, which cannot be moved")
        elif self._workspace.notebook.read_only:
            self._say(READ_ONLY)
        elif self.is_active:
            self.dismiss()
            self._move(self.row_list().highlighted or 0, item)

    def action_turn(self, way: str) -> None:
        """Undo or redo the last step, whatever it was."""
        notebook = self._workspace.notebook
        turn, done = (notebook.undo, "Undone") if way == "undo" else (notebook.redo, "Done again")
        self._decide(turn, done, f"Nothing to {way}")

    def _decide(self, act: Callable[[], object], done: str, nothing: str = "") -> None:
        """Decide, show what is left to review, and say what was done."""
        try:
            words = act()
        except NotebookError as error:
            self._say(str(error))
            return
        if words is None:
            self._say(nothing)
            return
        self._changed(self._workspace.notebook.history.touched_spans)
        self._items = self._review.items()
        rows = self.row_list()
        rows.set_count(len(self._items), rows.highlighted or 0)
        undo = f"; {self.page_keys.label('undo')} takes it back"
        self._say(f"{done}: {words}" if isinstance(words, str) else done + undo)

    def _say(self, words: str) -> None:
        self._message = words
        for line in self.query(ClickableLine):
            line.refresh()

    def _lost(self, what: str) -> str:
        """Return a sentence and what can be done about a lost annotation."""
        move, keep = self.page_keys.label("move"), self.page_keys.label("keep-lost")
        return f"{what}: {move} puts it on other words, {keep} keeps it as lost"

    def _summary(self, _width: int) -> Text:
        verdicts = Counter(item.verdict for item in self._items)
        counts = " · ".join(f"{count:,} {verdict}" for verdict, count in verdicts.most_common())
        total = f" {counted(len(self._items), 'place')} to review"
        return Text.assemble((total, "bold"), f"  {counts}", no_wrap=True)

    def _hint(self, width: int) -> Text:
        item = self._item
        return self.page_keys.footer(width, {"accept-all": f"all {item.verdict}"} if item else None)


def row(workspace: Workspace, item: ReviewItem) -> Text:
    """Return a row: place, verdict, tags, the old words."""
    name = anchor_label(workspace, item.article, item.new or item.old, lost=item.new is None)
    text = Text(f"{name:<{WHERE}} {item.verdict:<8} ", no_wrap=True)
    append_tags(text, map(workspace.notebook.tag, item.annotation.tags))
    return text.append(shorten(item.old.exact or f"not there: {item.annotation.selector.exact}", LONGEST))


def whole(workspace: Workspace, item: ReviewItem, lost: str, *, dark: bool, colour: bool) -> Text:
    """Return where an annotation was and is, and what it carries; `lost` says what to do about a lost one."""
    annotation = item.annotation
    text = Text(article_label(workspace, item.article), style="bold")
    by = f" by {annotation.coder}" if annotation.coder else ""
    text.append(f"  {item.verdict} ·{by} {annotation.modified[:10]}\n", style="not bold dim")
    append_tags(text, map(workspace.notebook.tag, annotation.tags))
    text.append(f"✎ {annotation.note}" if annotation.note else "", style="not bold italic").append("\n\n")
    if not item.old.end:
        absent = shorten(annotation.selector.exact, LONGEST)
        question = f"It has other words now. Does it still not say this?\n\n{absent}"
        return text.append(question, style="not bold")
    text.append_text(_old_and_new(item, lost, dark=dark, colour=colour))
    return text.append_text(_other_side(workspace, item))


def _old_and_new(item: ReviewItem, lost: str, *, dark: bool, colour: bool) -> Text:
    """Return the old words and the new ones, each in their context."""
    text = _in_context("was  ", item.old, Text(item.old.exact))
    if item.new is None:
        return text.append("\n\nnow  ", style="dim").append(lost)
    same = item.old.exact == item.new.exact
    edit = Text(item.new.exact) if same else as_edit(item.old.exact, item.new.exact, dark=dark, colour=colour)
    return text.append("\n\n").append_text(_in_context("now  ", item.new, edit))


def _in_context(label: str, selector: Selector, middle: Text) -> Text:
    """Return words with a little of what stands around them."""
    before, after = (" ".join(part.split()) for part in selector.quote[1:])
    parts = (label, "dim"), (f"… {before} ", "dim"), middle, (f" {after} …", "dim")
    return Text.assemble(*parts, style="not bold")


def _other_side(workspace: Workspace, item: ReviewItem) -> Text:
    """Return the other side of a pair."""
    annotation = item.annotation
    other = annotation if item.second else annotation.other
    if annotation.other is None or other is None:
        return Text()
    sign = "not in" if annotation.kind == "absence" else "⇄"
    words = shorten(other.selector.exact, LONGEST)
    return Text(f"\n\n{sign} {article_label(workspace, other.article)}  {words}", style="not bold")
