"""What all articles say, what most say, what only one says: a page from which one goes to the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.overlap import SURE
from reader.overlap.consensus import consensus
from reader.tui.band import Band
from reader.tui.keyboard.tables import SAID
from reader.tui.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from reader.overlap import Place
    from reader.overlap.consensus import Consensus, Statement
    from reader.tui.keyboard.keys import Keys
    from reader.tui.state.desk import Desk

LONGEST = 300
"""Sentences of a group that are shown."""
Row = tuple[Text, "Place | None"]
"""What a line says, and where Enter goes from it; a heading goes nowhere."""


class SaidScreen(Page["Place | None"]):
    """The statements of the articles, by how many say them; gives the sentence that Enter was pressed on."""

    TABLE: ClassVar = SAID
    BINDINGS: ClassVar = list(SAID.rows)
    DEFAULT_CSS: ClassVar[str] = """
    SaidScreen { background: $background; }
    SaidScreen OptionList { height: 1fr; border: none; padding: 0 1; background: $background; }
    SaidScreen OptionList:focus { border: none; }
    SaidScreen OptionList { scrollbar-size-vertical: 1; }
    SaidScreen OptionList > .option-list--option-disabled { color: $foreground; }
    SaidScreen Band { height: 1; background: $surface; color: $text-muted; }
    """

    def __init__(self, desk: Desk, keys: Keys) -> None:
        super().__init__(keys)
        self._rows = list(rows(desk))

    def compose(self) -> ComposeResult:
        """The statements, and the keys."""
        yield OptionList(*(Option(text, disabled=place is None) for text, place in self._rows))
        yield Band(self.here.footer)

    def on_mount(self) -> None:
        """Begin at the first statement."""
        self.query_one(OptionList).highlighted = None
        self.action_group(1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to what was clicked."""
        self.dismiss(self._rows[event.option_index][1])

    def action_go(self) -> None:
        """Go to what is highlighted; at once, so that the next key is for the article."""
        row = self.query_one(OptionList).highlighted
        self.dismiss(None if row is None else self._rows[row][1])

    def action_step(self, by: int) -> None:
        """To the next statement (1) or to the one before (-1)."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if by > 0 else options.action_cursor_up()

    async def action_page(self, by: int) -> None:
        """Turn a page, if there is room for one."""
        options = self.query_one(OptionList)
        if options.scrollable_content_region:
            await options.run_action("page_down" if by > 0 else "page_up")

    def action_edge(self, end: int) -> None:
        """To the first statement (-1) or to the last (1)."""
        options = self.query_one(OptionList)
        options.action_last() if end > 0 else options.action_first()

    def action_group(self, by: int) -> None:
        """To the first statement of the next group (1) or of the one before (-1); around the ends."""
        options = self.query_one(OptionList)
        firsts = [n for n, (_, place) in enumerate(self._rows) if place and not self._rows[n - 1][1]]
        here = -1 if options.highlighted is None else options.highlighted
        ahead = [n for n in firsts if (n > here if by > 0 else n < here)] or firsts
        if ahead:
            options.highlighted = ahead[0 if by > 0 else -1]
            options.scroll_to_highlight(top=True)


def rows(desk: Desk) -> Iterator[Row]:
    """The page, line by line."""
    found = consensus(desk.articles, desk.overlap, max(desk.threshold, SURE))
    for heading, statements in _shared(found, len(desk.articles)):
        yield _heading(heading, len(statements))
        yield from (_statement(desk, one) for one in statements[:LONGEST])
        yield from _more(len(statements))
    for number, places in enumerate(found.by_one):
        yield _heading(f"Only {desk.letter(number)} says", len(places))
        yield from (_sentence(desk, place, desk.letter(number)) for place in places[:LONGEST])
        yield from _more(len(places))


def _shared(found: Consensus, count: int) -> list[tuple[str, Sequence[Statement]]]:
    """The groups there can be with so many articles."""
    everyone = "Both say" if count == 2 else f"All {count} say"
    groups: list[tuple[str, Sequence[Statement]]] = [(everyone, found.by_all)]
    if count > 2:
        groups.append(("Most say", found.by_most))
    if count > 3:
        groups.append(("Some say", found.by_some))
    return groups


def _heading(words: str, count: int) -> Row:
    things = "nothing" if not count else f"{count:,}"
    return Text.assemble("\n", (words, "bold underline"), f"  {things}"), None


def _statement(desk: Desk, statement: Statement) -> Row:
    letters = "".join(map(desk.letter, statement.articles))
    return _sentence(desk, statement.representative, letters)


def _sentence(desk: Desk, place: Place, letters: str) -> Row:
    text = Text.assemble((letters, "bold"), "  ", " ".join(desk.text(place).split()))
    return text.append(f"  {desk.letter(place.article)}\u00a0{place.sentence + 1}", style="dim"), place


def _more(count: int) -> Iterator[Row]:
    if count > LONGEST:
        yield Text(f"… and {count - LONGEST:,} more", style="dim"), None
