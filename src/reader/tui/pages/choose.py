"""The list to choose articles from: type to filter, Tab to pick, Enter to open.

Space picks too as long as nothing is typed; then it is part of what is typed.

The files stand there at once. Stories, or whatever else the function `find` finds, are added when found: it
runs on a thread of its own, which ends when the screen is closed.
"""

from __future__ import annotations

import sqlite3
from functools import partial
from itertools import islice, takewhile
from pathlib import PurePath
from threading import Event
from time import monotonic, sleep
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.articles import ArticleError
from reader.text.cleaning import clean_line
from reader.tui.dialogs.dialog import TypingScreen
from reader.tui.keys.keymap import Keymap
from reader.tui.threads import in_background
from reader.tui.widgets.clickable_line import ClickableLine, fit_line
from reader.workspace.story_suggestions import ReadingSuggestion, ReadingSuggestions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import App, ComposeResult

    FindRows = Callable[[Callable[[str], None]], ReadingSuggestions]
    """Finds rows; it is given a function that takes a line on how far it is."""

MOST_ROWS = 500  # more rows are not shown: typing finds the rest
PAGE_ROWS = 10
REPORT_EVERY = 0.1  # seconds between two lines on how far the search is


class _SearchCancelled(Exception):  # noqa: N818 - no error: it ends the search
    """The screen is closed."""


class ArticleChoice(NamedTuple):
    """What was chosen."""

    paths: list[str]  # in the order in which they were picked
    notes: list[str]  # a sentence on each story opened in part; without paths, why nothing can be chosen


class FilterField(Input):
    """The field that filters the rows. A blank at its start would filter nothing, so it picks."""

    def __init__(self, page: ChooseScreen) -> None:
        super().__init__(placeholder="type to filter", compact=True)
        self._page = page

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "space" and not self.value:
            event.stop().prevent_default()
            self._page.action_pick()
            self._page.key_handled(self)
        else:
            await self._page.take_key(self, event, super()._on_key)


class ChooseScreen(TypingScreen["ArticleChoice | None"]):
    """Asks which of many articles to open."""

    DEFAULT_CSS: ClassVar[str] = """
    ChooseScreen { background: $background; }
    ChooseScreen Input.-textual-compact { padding: 0 1; margin: 1 0; background: $panel; }
    ChooseScreen OptionList.-textual-compact { height: 1fr; padding: 0 1; background: $background; }
    ChooseScreen OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    ChooseScreen ClickableLine { height: 1; }
    """

    def __init__(
        self, paths: Sequence[str], most: int, find: FindRows | None = None, keys: Keymap | None = None
    ) -> None:
        """Offer files, and what `find` finds; at most `most` articles can be picked."""
        super().__init__()
        self.page_keys = (keys or Keymap()).on_page("in-list")
        self._most = most
        names = zip(paths, short_paths(paths), strict=True)
        self._files = [ReadingSuggestion(name, (path,), name) for path, name in names]
        self._find = find
        self._found: tuple[ReadingSuggestion, ...] = ()
        self._search_line = ""
        self._search_ended = Event()
        self._rows: list[ReadingSuggestion] = []
        self._picked: list[str] = []
        self._rows_are_for: tuple[str, tuple[ReadingSuggestion, ...]] | None = None
        """What was typed, and what was found, when the rows were made."""
        self._user_acted = False  # the user has typed something, or moved among the rows

    def compose(self) -> ComposeResult:
        """Yield the field, the rows, how far the search is, and what is picked."""
        yield FilterField(self)
        options = OptionList(compact=True)
        options.can_focus = False
        yield options
        if self._find is not None:
            yield ClickableLine(
                lambda width: fit_line(Text(f" {self._search_line}", style="dim"), width), name="found"
            )
        yield ClickableLine(self._status, name="status")

    def on_mount(self) -> None:
        """Show the files, and begin the search."""
        self._fill("")
        self.focus_field(self.query_one(FilterField))
        if self._find is not None:
            self._report("Looking …")
            in_background(self.app, "finding stories", partial(self._search, self._find, self.app))

    def on_unmount(self) -> None:
        """End the search."""
        self._search_ended.set()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the rows that contain all words that are typed."""
        self._user_acted = self._user_acted or bool(event.value)
        self._fill(event.value)

    def action_open(self) -> None:
        """Open what is picked, else the highlighted row."""
        self._fill(self.query_one(FilterField).value)
        highlighted = self.query_one(OptionList).highlighted
        if self._picked:
            rows = [row for row in (*self._found, *self._files) if self._is_picked(row)]
            self.dismiss(ArticleChoice(self._picked, [row.note for row in rows if row.note]))
        elif highlighted is not None:
            row = self._rows[highlighted]
            self.dismiss(ArticleChoice([*row.paths[: self._most]], [row.note] if row.note else []))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pick the row that was clicked, or put it back."""
        self._user_acted = True
        self._toggle(event.option_index)

    def action_pick(self) -> None:
        """Pick the highlighted row, or put it back, and highlight the next."""
        self._fill(self.query_one(FilterField).value)
        row = self.query_one(OptionList).highlighted
        if row is not None:
            self._toggle(row)
            self.action_step(1)

    def action_step(self, by: int) -> None:
        """Move by rows."""
        self._user_acted = True
        self._fill(self.query_one(FilterField).value)
        options = self.query_one(OptionList)
        if self._rows:
            options.highlighted = min(max((options.highlighted or 0) + by, 0), len(self._rows) - 1)

    def action_page(self, by: int) -> None:
        """Move by pages."""
        self.action_step(by * PAGE_ROWS)

    def _toggle(self, row: int) -> None:
        paths = self._rows[row].paths
        if self._is_picked(self._rows[row]):
            self._picked = [path for path in self._picked if path not in paths]
        else:
            self._picked = list(dict.fromkeys([*self._picked, *paths]))[: self._most]
        for number, other in enumerate(self._rows):  # the same article may stand in a story and by itself
            if not set(other.paths).isdisjoint(paths):
                self.query_one(OptionList).replace_option_prompt_at_index(number, self._prompt(other))
        self.query_one("#status").refresh()

    def _fill(self, typed: str) -> None:
        """Show the rows for what is typed, unless they are shown."""
        if (typed, self._found) == self._rows_are_for:
            return
        self._rows_are_for = typed, self._found
        words = typed.casefold().split()
        all_rows = (*self._found, *self._files)
        fitting = (row for row in all_rows if all(word in row.words.casefold() for word in words))
        self._rows = list(islice(fitting, MOST_ROWS))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(self._prompt(row)) for row in self._rows)
        options.highlighted = 0 if self._rows else None
        self.query_one("#status").refresh()

    def _prompt(self, row: ReadingSuggestion) -> Text:
        picked = self._is_picked(row)
        return Text(f"{'✓' if picked else ' '} {row.label}", style="bold" if picked else "")

    def _is_picked(self, row: ReadingSuggestion) -> bool:
        return all(path in self._picked for path in row.paths)

    def _status(self, _width: int) -> Text:
        full = ", no more fit" if len(self._picked) == self._most else ""
        picked = f"{len(self._picked)} of at most {self._most} picked{full}"
        words = {} if self.query_one(FilterField).value else {"pick": "or Space picks"}
        keys = Text(", ").join(self.page_keys.links(words))
        keys.stylize_before("dim")
        files = f" · {len(self._files):,} articles" if self._files else ""
        return Text.assemble(" ", (picked, "bold"), " · ", keys, files)

    # What is found behind the screen

    def _search(self, find: FindRows, app: App[object]) -> None:
        reported = 0.0

        def report(line: str) -> None:
            nonlocal reported
            if self._search_ended.is_set():
                raise _SearchCancelled
            sleep(0)  # lets the thread of the screen go first
            if monotonic() - reported > REPORT_EVERY:
                reported = monotonic()
                app.call_later(self._report, line)

        try:
            found = find(report)
        except _SearchCancelled:
            return
        except (ArticleError, OSError, sqlite3.Error) as error:
            found = ReadingSuggestions((), clean_line(str(error)))
        if not self._search_ended.is_set():
            app.call_later(self._take, found)

    def _report(self, line: str) -> None:
        if not self._search_ended.is_set():
            self._search_line = line
            self.query_one("#found").refresh()

    def _take(self, found: ReadingSuggestions) -> None:
        """Show what was found above the files; once the user has acted, the same row stays highlighted."""
        if self._search_ended.is_set():
            return
        if not found.rows and not self._files and self.is_active:
            self.dismiss(ArticleChoice([], [found.summary]))  # nothing to choose
            return
        self._report(found.summary)
        highlighted = self.query_one(OptionList).highlighted
        row = self._rows[highlighted] if highlighted is not None and self._user_acted else None
        self._found = found.rows
        self._fill(self.query_one(FilterField).value)
        if row is not None and row in self._rows:
            self.query_one(OptionList).highlighted = self._rows.index(row)


def short_paths(paths: Sequence[str]) -> list[str]:
    """Return the paths of files without the folder that all are in."""
    pure = [PurePath(path) for path in paths]
    parents = [path.parent.parts for path in pure]
    shared = len(list(takewhile(lambda same: len(set(same)) == 1, zip(*parents, strict=False))))
    return [clean_line("/".join(path.parts[shared:])) for path in pure]
