"""What is shared: from one overlap to the next, to the counterparts, how much is shown, what differs."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from reader.overlap import SURE
from reader.tui.reading.base import Stage
from reader.workspace import cursor
from reader.workspace.labels import sentence_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.overlap import Place
    from reader.tui.reading.differences_pane import DifferencesPane


class Sharing(Stage):
    """What the articles say of one another."""

    def action_overlap(self, by: int) -> None:
        """To a sentence that is shared; with a range, to its other end."""
        if self.workspace.selection is not None:
            self.workspace.selection = self.workspace.selection.swapped()
            return
        if not self._move(lambda: cursor.move_to_shared(self.workspace, by)):
            nothing = "Nothing shared further on" if by > 0 else "Nothing shared further back"
            self._found_nothing(nothing, partial(self.action_overlap, by))

    def action_counterpart(self) -> None:
        """To the next counterpart."""
        found = self._move(lambda: cursor.next_counterpart(self.workspace))
        if found is None:
            self._found_nothing("No other article says this", self.action_counterpart)
        else:
            number, count = found
            whose = f"Counterpart {number} of {count} of {sentence_name(self.workspace.origin)}"
            where = whose if number else "Back at the sentence it began with"
            self.say(" · ".join(filter(None, [self._message, where])))

    def action_align(self) -> None:
        """Let the other columns follow, or stay."""
        aligned = not self.workspace.view.aligned
        self.workspace.view = self.workspace.view._replace(aligned=aligned)
        self._move(lambda: None)
        self.say("The other columns follow the sentence at hand" if aligned else "The other columns stay")

    def action_threshold(self, steps: int) -> None:
        """Show fewer or more."""
        self.workspace.move_threshold(steps)
        self._show_all()
        shown = self.workspace.comparison.overlap.matches.count_reaching(self.workspace.threshold)
        unsure = f"; those below {SURE:.2f} are only possible" if self.workspace.threshold < SURE else ""
        self.say(f"{shown} matches with a score of {self.workspace.threshold:.2f} or more{unsure}")

    async def action_differences(self) -> None:
        """Open or close the differences pane."""
        self.workspace.view = self.workspace.view._replace(differences=self._pane is None)
        if self._pane is None:
            await self.mount(self._make_pane(), after=self._columns)
        else:
            await self._pane.remove()
            self._pane = None
        self._footer.refresh_if_changed()

    def action_height(self, by: int) -> None:
        """Make the differences pane higher or lower by so many lines."""
        if self._pane is None:
            self.say(f"{self.keys.label('differences')} opens the pane whose height this changes")
            return
        from reader.tui.reading.differences_pane import fitting  # noqa: PLC0415 - there by now

        before = fitting(self.workspace.view.pane, self.size.height)
        after = fitting(before + by, self.size.height)
        self.workspace.view = self.workspace.view._replace(pane=after)
        self._pane.fit(self.size.height)
        self.say("" if after != before else f"The pane gets no {'higher' if by > 0 else 'lower'}")

    def on_differences_pane_dragged(self, event: DifferencesPane.Dragged) -> None:
        """The same with the mouse."""
        self.action_height(event.by)

    def action_scroll_differences(self, by: int) -> None:
        """Scroll the differences pane by half of what it shows."""
        if self._pane is None:
            self.say(f"{self.keys.label('differences')} opens the pane that this scrolls")
        else:
            self._pane.scroll_relative(y=by * max(1, self._pane.size.height // 2), animate=False)

    def action_said(self) -> None:
        """Show what all of them say, what most, what only one, and go to the sentence that is chosen."""
        if self._nothing_shared(self.action_said):
            return
        from reader.tui.pages.who_says_what import WhoSaysWhatScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.push_screen(WhoSaysWhatScreen(self.workspace, self.keys), self._go)

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self._move(lambda: self.workspace.go_to(place))

    def action_heat_map(self) -> None:
        """Show how much each article shares with each other one."""
        if self._nothing_shared(self.action_heat_map):
            return
        from reader.tui.pages.heat_map import HeatMapScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.push_screen(HeatMapScreen(self.workspace, self.keys))

    def action_copy(self) -> None:
        """Send the sentence to the clipboard, and say so; or say that it may not get there."""
        from reader.workspace.citation import citation, clipboard_doubt  # noqa: PLC0415 - not needed for the first frame

        subject, why = self._annotator.subject(), clipboard_doubt(os.environ)
        self.app.copy_to_clipboard(citation(self.workspace, subject))
        self._drop_selection()
        self.say(f"{subject.name} sent; {why}" if why else f"Copied {subject.name} with its source")

    def _nothing_shared(self, again: Callable[[], None]) -> bool:
        """Tell the reader when there is nothing that a page could be made of, if only not yet."""
        nothing = not self.workspace.comparison.overlap.matches
        if nothing:
            self._found_nothing("Nothing is shared", again)
        return nothing
