"""Filters, and from one untagged sentence to the next.

`f` asks in the two lines at the bottom and the next key answers; no dialog comes up, so that `f s` is done as
fast as it is typed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.tui.keys.names import key_label
from reader.tui.reading import status_lines as lines
from reader.tui.reading.base import Stage
from reader.tui.threads import find_in_background
from reader.workspace import cursor
from reader.workspace.filters import ALL, DIFFERING, FILTERS, SHARED, tag_filter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from reader.overlap import Place
    from reader.workspace.filters import SentenceFilter
    from reader.workspace.tag_suggestions import TagChoice
    from reader.workspace.workspace import Workspace

ONE_TAG = "p"


class Stood(NamedTuple):
    """How everything stood before there was a filter."""

    workspace: Workspace
    column: int
    cursors: Sequence[int]
    rows: Sequence[int | None]
    """Lines of the columns in which the cursors stood."""
    put: Place
    """Where the filter put the cursor."""


class Filtering(Stage):
    """What is shown of the articles."""

    _stood: Stood | None = None
    _looking: Workspace | None = None
    """The workspace on which differences are looked for behind the screen."""
    _awaited = False
    """Whether the reader wants to see them when they are found."""

    def action_filter(self) -> None:
        """Ask what to show."""
        self.ask_key("in-filter", self._question, self.keys.on_page("in-filter").footer, self._answer)

    def action_untagged(self, by: int) -> None:
        """To a sentence without a tag."""
        if not self._move(lambda: cursor.move_to_untagged(self.workspace, by)):
            self.say("Nothing untagged further on" if by > 0 else "Nothing untagged further back")

    def show_all_sentences(self) -> None:
        """Take the filter off."""
        if self.workspace.filter_state.filter is not ALL:
            self._show_only(ALL)

    # The question

    def _question(self, width: int) -> Text:
        close = self.keys.on_page("in-filter").label("close")
        now = f"now: {self.workspace.filter_state.filter.name} · {close} leaves it so"
        return lines.question("Show only …", now, width)

    def _answer(self, letter: str, key: str) -> None:
        if digit := self.keys.on_page("in-filter").digit_for(key):
            self._wearing(digit, key)
        elif letter == ONE_TAG:
            self._ask_which_tag()
        else:
            self._show_only(FILTERS[letter])

    def _wearing(self, digit: int, key: str) -> None:
        tag = self.workspace.notebook.codebook.pinned_to(digit)
        self._show_only(tag_filter(tag)) if tag else self.say(f"No tag is pinned to {key_label(key)}")

    def _ask_which_tag(self) -> None:
        from reader.tui.dialogs.tag_picker import ExistingTagPicker  # noqa: PLC0415
        from reader.workspace.tag_suggestions import TagOptions  # noqa: PLC0415 - not needed for the first frame

        def take(choice: TagChoice) -> None:
            if choice.tag is not None:
                self._show_only(tag_filter(choice.tag))

        if self.workspace.notebook.tags:
            self.app.push_screen(ExistingTagPicker(TagOptions(self.workspace.notebook.tags), take, self.keys))
        else:
            self.say(f"No tag yet: {self.keys.label('tag')} makes one")

    # The answer

    def _show_only(self, chosen: SentenceFilter) -> None:
        """Show what a filter finds, and say how much that is."""
        if chosen.of_matches and not self.workspace.comparison.complete:
            self._await_comparison(partial(self._show_only, chosen))
            return
        self._awaited = looking = chosen is DIFFERING and self._look_for_differences()
        stood = self._as_it_stood()
        if not self._move(lambda: self.workspace.apply_filter(chosen)):
            self.say("Looking for differences …" if looking else f"No sentence is {chosen.name}")
            return
        if chosen is ALL and stood:
            self._move(lambda: self.workspace.put_cursors(stood.column, stood.cursors))
            self._columns.restore_rows(stood.rows)
        self._stood = stood._replace(put=self.workspace.place) if stood and chosen is not ALL else None
        filter_state = self.workspace.filter_state
        count = sum(map(len, filter_state.shown))
        words = f"{chosen.name.capitalize()}: {count:,} of {self.workspace.sentence_count:,} sentences"
        words += self._of_them_possibly() if chosen is SHARED else ""
        self.say(f"{words}; looking for more differences …" if looking else words)

    def _of_them_possibly(self) -> str:
        """How many of the shared sentences the headers do not count: nobody is sure of them."""
        workspace = self.workspace
        ranked = (workspace.comparison.ranks(n, workspace.threshold) for n in range(len(workspace.articles)))
        possible = sum(ranks.count(1) for ranks in ranked)
        return f", {possible:,} of them possibly" if possible else ""

    def _as_it_stood(self) -> Stood | None:
        """How everything stood before the filter; None when the reader has gone on since."""
        workspace = self.workspace
        if workspace.filter_state.filter is ALL:
            self._columns.save_rows()
            return Stood(
                workspace,
                workspace.column,
                tuple(workspace.cursors),
                tuple(workspace.cursor_rows),
                workspace.place,
            )
        stood = self._stood
        return stood if stood and stood.workspace is workspace and stood.put == workspace.place else None

    def _look_for_differences(self) -> bool:
        """Find the differences that “differing” asks for; True when they are looked for behind the screen."""
        if self.workspace.key_differences.search_if_few(self.workspace.comparison.overlap):
            return False
        if self._looking is not self.workspace:
            workspace = self._looking = self.workspace
            look = partial(workspace.key_differences.search, workspace.comparison.overlap)
            find_in_background(self.app, "looking for differences", look, lambda _: self._looked(workspace))
        return True

    def _looked(self, workspace: Workspace) -> None:
        self._looking = None
        if workspace is self.workspace and self._awaited:
            self._show_only(DIFFERING)
