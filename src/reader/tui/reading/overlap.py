"""What the articles share: from one overlap to the next, to counterparts, how sure a match must be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.overlap import SURE
from reader.workspace import cursor
from reader.workspace.labels import sentence_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tui.reading.comparison import ComparisonController
    from reader.tui.reading.navigation import NavigationController
    from reader.tui.reading.view import ReadingView


class OverlapController:
    """Goes to what is shared, and opens the pages about it."""

    def __init__(
        self, view: ReadingView, comparison: ComparisonController, navigation: NavigationController
    ) -> None:
        self._view, self._comparison, self._navigation = view, comparison, navigation

    def next_overlap(self, by: int) -> None:
        """Go to the next sentence that is shared; while a range is chosen, to its other end."""
        workspace = self._view.workspace
        if workspace.selection is not None:
            workspace.selection = workspace.selection.with_other_end()
        elif not self._view.show_move(lambda: cursor.move_to_shared(workspace, by)):
            nothing = "Nothing shared further on" if by > 0 else "Nothing shared further back"
            self._comparison.found_nothing(nothing, partial(self.next_overlap, by))

    def next_counterpart(self) -> None:
        """Go to the next counterpart of the sentence at hand; after the last one, back to where it began."""
        found = self._view.show_move(lambda: cursor.next_counterpart(self._view.workspace))
        if found is None:
            self._comparison.found_nothing("No other article says this", self.next_counterpart)
            return
        number, count = found
        counterpart = f"Counterpart {number} of {count} of {sentence_name(self._view.workspace.origin)}"
        self._view.status.add_message(counterpart if number else "Back at the sentence it began with")

    def toggle_alignment(self) -> None:
        """Let the other columns follow the sentence at hand, or stay."""
        workspace = self._view.workspace
        aligned = not workspace.view.aligned
        workspace.view = workspace.view._replace(aligned=aligned)
        self._view.show_move(lambda: None)
        self._view.say(f"The other columns {'follow the sentence at hand' if aligned else 'stay'}")

    def change_threshold(self, steps: int) -> None:
        """Show fewer matches (1) or more (-1)."""
        workspace = self._view.workspace
        workspace.move_threshold(steps)
        self._view.show_all()
        shown = workspace.comparison.overlap.matches.count_reaching(workspace.view.threshold)
        unsure = f"; those below {SURE:.2f} are only possible" if workspace.view.threshold < SURE else ""
        self._view.say(f"{shown} matches with a score of {workspace.view.threshold:.2f} or more{unsure}")

    def show_who_says_what(self) -> None:
        """Show what all articles say, what most, what only one; then go to the sentence that is chosen."""
        if not self._nothing_is_shared(self.show_who_says_what):
            from reader.tui.pages.who_says_what import WhoSaysWhatScreen  # noqa: PLC0415 - not needed for the first frame

            page = WhoSaysWhatScreen(self._view.workspace, self._view.keys)
            self._view.app.push_screen(page, self._navigation.go)

    def show_heat_map(self) -> None:
        """Show how much each article shares with each other one."""
        if not self._nothing_is_shared(self.show_heat_map):
            from reader.tui.pages.heat_map import HeatMapScreen  # noqa: PLC0415 - not needed for the first frame

            self._view.app.push_screen(HeatMapScreen(self._view.workspace, self._view.keys))

    def _nothing_is_shared(self, then: Callable[[], None]) -> bool:
        nothing = not self._view.workspace.comparison.overlap.matches
        if nothing:
            self._comparison.found_nothing("Nothing is shared", then)
        return nothing
