"""Filters: the next key says what to show, the rest of the articles is folded.

No dialog is opened, so that two keys typed quickly do what they say.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.tui.keys.names import key_label
from reader.tui.reading.status_lines import prompt_line
from reader.tui.threads import find_in_background
from reader.workspace.filters import ALL, DIFFERING, FILTERS, SHARED, SentenceFilter, tag_filter
from reader.workspace.tag_suggestions import TagChoice, TagOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from reader.overlap import Place
    from reader.tui.reading.comparison import ComparisonController
    from reader.tui.reading.view import ReadingView
    from reader.workspace.workspace import Workspace


class PlacesBeforeFilter(NamedTuple):
    """Where everything stood before there was a filter."""

    workspace: Workspace
    column: int
    cursors: Sequence[int]
    rows: Sequence[int | None]
    """Lines of the columns in which the cursors stood."""
    put: Place
    """Where the filter put the cursor."""


class FilterController:
    """Asks for a filter and shows what it finds."""

    def __init__(self, view: ReadingView, comparison: ComparisonController) -> None:
        self._view, self._comparison = view, comparison
        self._before: PlacesBeforeFilter | None = None
        self._searched: Workspace | None = None
        """The workspace in which differences are looked for behind the screen."""
        self._awaited = False
        """Whether the reader wants to see them when they are found."""

    def ask(self) -> None:
        """Ask what to show."""
        self._view.prompts.ask_key("in-filter", self._prompt_line, self._answer)

    def show_all_sentences(self) -> None:
        """Take the filter off."""
        if self._view.workspace.filter_state.filter is not ALL:
            self._show_only(ALL)

    def _prompt_line(self, width: int) -> Text:
        close = self._view.keys.on_page("in-filter").label("close")
        now = self._view.workspace.filter_state.filter.name
        return prompt_line("Show only …", f"now: {now} · {close} leaves it so", width)

    def _answer(self, letter: str, key: str) -> None:
        if digit := self._view.keys.on_page("in-filter").digit_for(key):
            tag = self._view.workspace.notebook.codebook.pinned_to(digit)
            if tag is None:
                self._view.say(f"No tag is pinned to {key_label(key)}")
            else:
                self._show_only(tag_filter(tag))
        elif letter == "p":
            self._ask_which_tag()
        else:
            self._show_only(FILTERS[letter])

    def _ask_which_tag(self) -> None:
        from reader.tui.dialogs.tag_picker import TagPicker  # noqa: PLC0415 - not needed for the first frame

        def take(choice: TagChoice) -> None:
            if choice.tag is not None:
                self._show_only(tag_filter(choice.tag))

        if tags := self._view.workspace.notebook.tags:
            picker = TagPicker(TagOptions(tags), take, self._view.keys, question="Tag", makes=False)
            self._view.app.push_screen(picker)
        else:
            self._view.say(f"No tag yet: {self._view.keys.label('tag')} makes one")

    def _show_only(self, chosen: SentenceFilter) -> None:
        """Show what a filter finds, and say how much that is."""
        view, workspace = self._view, self._view.workspace
        if chosen.of_matches and not workspace.comparison.complete:
            self._comparison.wait(partial(self._show_only, chosen))
            return
        self._awaited = looking = chosen is DIFFERING and self._look_for_differences()
        before = self._as_before()
        if not view.show_move(lambda: workspace.apply_filter(chosen)):
            view.say("Looking for differences …" if looking else f"No sentence is {chosen.name}")
            return
        if chosen is ALL and before:
            view.show_move(lambda: workspace.put_cursors(before.column, before.cursors))
            view.columns.restore_rows(before.rows)
        self._before = before._replace(put=workspace.place) if before and chosen is not ALL else None
        count = sum(map(len, workspace.filter_state.shown))
        words = f"{chosen.name.capitalize()}: {count:,} of {workspace.sentence_count:,} sentences"
        words += self._possibly_shared() if chosen is SHARED else ""
        view.say(f"{words}; looking for more differences …" if looking else words)

    def _possibly_shared(self) -> str:
        """How many of the shared sentences the headers do not count: their matches are only possible."""
        workspace = self._view.workspace
        possible = sum(
            workspace.comparison.ranks(number, workspace.view.threshold).count(1)
            for number in range(len(workspace.articles))
        )
        return f", {possible:,} of them possibly" if possible else ""

    def _as_before(self) -> PlacesBeforeFilter | None:
        """Where everything stood before the filter; None when the reader has gone on since."""
        workspace = self._view.workspace
        if workspace.filter_state.filter is ALL:
            self._view.columns.save_rows()
            cursors, rows = tuple(workspace.cursors), tuple(workspace.cursor_rows)
            return PlacesBeforeFilter(workspace, workspace.column, cursors, rows, workspace.place)
        before = self._before
        is_there = before and before.workspace is workspace and before.put == workspace.place
        return before if is_there else None

    def _look_for_differences(self) -> bool:
        """Find the differences that “differing” asks for; True when they are looked for behind the screen."""
        workspace = self._view.workspace
        if workspace.comparison.find_key_differences_if_few():
            return False
        if self._searched is not workspace:
            self._searched = workspace
            find, show = workspace.comparison.find_key_differences, partial(self._show_differences, workspace)
            find_in_background(self._view.app, "looking for differences", find, show)
        return True

    def _show_differences(self, workspace: Workspace, _: object) -> None:
        self._searched = None
        if workspace is self._view.workspace and self._awaited:
            self._show_only(DIFFERING)
