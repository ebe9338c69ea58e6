"""What all articles say, what most say, and what only one says; Enter goes to the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.overlap import SURE
from reader.overlap.results.consensus import find_consensus
from reader.tui.article.header import SEPARATOR
from reader.tui.article.layout import wrap
from reader.tui.keys.page_keys import TABLES
from reader.tui.pages.page import Page
from reader.tui.widgets.clickable_line import ClickableLine, fit_line
from reader.tui.widgets.prose import LEGIBLE
from reader.workspace.labels import article_letter, sentence_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult

    from reader.overlap import Place
    from reader.overlap.results.consensus import Consensus, Statement
    from reader.tui.keys.keymap import Keymap
    from reader.workspace.workspace import Workspace

MOST_SHOWN = 300
GAP = 2  # blank cells between who says it and the words
NARROWEST = 12  # cells that the words keep, however many say them
TITLE = " Who says what"


class StatementRow(NamedTuple):
    """A row of the page: a sentence with who says it, or a heading."""

    words: str
    who: str = ""
    place: Place | None = None  # the sentence that Enter goes to; None for a heading
    after: str = ""  # what follows: the name of the sentence, or in a heading how many there are

    @property
    def label(self) -> str:
        """What stands left of the words: `AB · B 1`, or `A 3` when only one article says it."""
        return SEPARATOR.join(filter(None, [self.who, self.after]))


class WhoSaysWhatScreen(Page["Place | None"]):
    """The statements of the articles, by how many say them; returns the sentence to go to, if any."""

    TABLE: ClassVar = TABLES["in-said"]
    BINDINGS: ClassVar = list(TABLE.rows)
    DEFAULT_CSS: ClassVar[str] = """
    WhoSaysWhatScreen { background: $background; }
    WhoSaysWhatScreen OptionList.-textual-compact { height: 1fr; padding: 0 1; background: $background; }
    WhoSaysWhatScreen OptionList { background-tint: transparent; scrollbar-size-vertical: 1; }
    WhoSaysWhatScreen OptionList > .option-list--option-disabled { color: $foreground; }
    WhoSaysWhatScreen ClickableLine { height: 1; background: $surface; color: $text-muted; }
    """

    def __init__(self, workspace: Workspace, keys: Keymap) -> None:
        super().__init__(keys)
        self._workspace = workspace
        self._rows: list[StatementRow] = []
        self._labels = 0  # cells of the widest label; all words stand right of it
        self._title = Text(f"{TITLE}: looking …", style="bold")
        self._width = 0

    def compose(self) -> ComposeResult:
        """Yield the title, the statements, and the keys."""
        yield ClickableLine(lambda width: fit_line(self._title, width))
        yield OptionList(compact=True)
        yield ClickableLine(self.page_keys.footer)

    def _options(self, width: int) -> list[Option]:
        self._width = width
        room = width - 3  # a blank on both sides, the scroll bar
        return [Option(wrap_row(row, self._labels, room), disabled=not row.place) for row in self._rows]

    def on_mount(self) -> None:
        """Find who says what."""
        self.look_up(self._workspace, lambda: list(rows(self._workspace)), self._show)

    def _show(self, found: list[StatementRow]) -> None:
        """Show what was found, the first statement highlighted."""
        self._rows, self._title = found, title(self._workspace)
        self._labels = max((cell_len(row.label) for row in found if row.place), default=0)
        self.query(ClickableLine).first().refresh()
        options = self.query_one(OptionList)
        options.set_options(self._options(self.size.width))
        options.highlighted = None
        self.action_group(1)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the statements again; the same one stays highlighted."""
        if event.size.width != self._width:
            options = self.query_one(OptionList)
            at = options.highlighted
            options.set_options(self._options(event.size.width))
            options.highlighted = at

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the statement that was clicked."""
        self.dismiss(self._rows[event.option_index].place)

    def action_go(self) -> None:
        """Go to the highlighted statement; at once, so that the next key is for the article."""
        row = self.query_one(OptionList).highlighted
        if row is not None:
            self.dismiss(self._rows[row].place)

    def action_step(self, by: int) -> None:
        """Move to the next statement (1) or to the one before (-1)."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if by > 0 else options.action_cursor_up()

    async def action_page(self, by: int) -> None:
        """Move by pages, if there is room for one."""
        options = self.query_one(OptionList)
        if options.scrollable_content_region:
            await options.run_action("page_down" if by > 0 else "page_up")

    def action_edge(self, end: int) -> None:
        """Move to the first statement (-1) or to the last (1)."""
        options = self.query_one(OptionList)
        options.action_last() if end > 0 else options.action_first()
        if end < 0:
            options.scroll_home(animate=False)

    def action_group(self, by: int) -> None:
        """Move to the first statement of the next group (1) or of the one before (-1), around the ends."""
        options = self.query_one(OptionList)
        firsts = [n for n, row in enumerate(self._rows) if row.place and not self._rows[n - 1].place]
        here = -1 if options.highlighted is None else options.highlighted
        ahead = [n for n in firsts if (n > here if by > 0 else n < here)] or firsts
        if ahead:
            options.highlighted = ahead[0 if by > 0 else -1]
            options.scroll_to_highlight(top=True)
            if options.highlighted == firsts[0]:
                options.scroll_home(animate=False)  # the headings of groups without any stand above


def rows(workspace: Workspace) -> Iterator[StatementRow]:
    """Yield the rows of the page."""
    threshold = max(workspace.view.threshold, SURE)
    found = find_consensus(workspace.articles, workspace.comparison.overlap, threshold)
    for heading, statements in _shared_groups(found, len(workspace.articles)):
        yield from _group(workspace, heading, [(one.representative, one.articles) for one in statements])
    for number, places in enumerate(found.by_one):
        yield from _group(workspace, f"Only {article_letter(number)} says", [(place, ()) for place in places])


def _group(
    workspace: Workspace, heading: str, said: Sequence[tuple[Place, Sequence[int]]]
) -> Iterator[StatementRow]:
    """Yield a heading, and rows of sentences with the articles that share each, if any do."""
    yield StatementRow(heading, after=f"{len(said):,}" if said else "nothing")
    for place, articles in said[:MOST_SHOWN]:
        words, name = " ".join(workspace.text(place).split()), sentence_name(place)
        letters = "".join(map(article_letter, articles))
        yield StatementRow(words, letters or name, place, name if letters else "")
    if len(said) > MOST_SHOWN:
        yield StatementRow(f"… and {len(said) - MOST_SHOWN:,} more", who=" ")


def _shared_groups(found: Consensus, count: int) -> Sequence[tuple[str, Sequence[Statement]]]:
    """Return the groups of shared statements that so many articles can have, with their headings."""
    all_say = "Both say" if count == 2 else f"All {count} say"
    groups = [(all_say, found.by_all), ("Most say", found.by_most), ("Some say", found.by_some)]
    return groups[: max(1, count - 1)]


def title(workspace: Workspace) -> Text:
    """Return the title: which matches count here, and how the filter differs from that, if it does."""
    threshold = workspace.view.threshold
    least = f", by matches of {max(threshold, SURE):.2f} or more"
    differs = f" (filter “only here”: {threshold:.2f})" if threshold < SURE else ""
    return Text.assemble((TITLE, "bold"), least, differs)


def wrap_row(row: StatementRow, labels: int, width: int) -> Text:
    """Return a row in lines of so many cells, its words right of all labels."""
    if not row.who:
        return Text.assemble("\n", (row.words, "bold underline"), f"  {row.after}")
    indent = " " * (labels + GAP)
    room = min(max(NARROWEST, width - len(indent)), LEGIBLE)
    lines = [row.words[start:end] for start, end in wrap(row.words, room)]
    before = Text.assemble((row.who, "bold"), row.label[len(row.who) :])
    before.pad_right(len(indent) - cell_len(row.label))
    return before.append(f"\n{indent}".join(lines))
