"""The command palette: what every key does, by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from textual import command
from textual.await_complete import AwaitComplete
from textual.command import CommandList, DiscoveryHit, Hit, Hits, Provider

from reader.tui.keys.reading_keys import READING
from reader.tui.reading.screen import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import Binding
    from textual.types import IgnoreReturnCallbackType
    from textual.widgets import Input

FIRST: Final = ("tag", "note", "differences", "filter", "search", "said", "heat-map", "session")
"""Names of the keys whose commands stand first as long as nothing is typed."""


class KeyedCommandHit(DiscoveryHit):
    """A command that has a key: as long as nothing is typed they stand before the commands of Textual."""

    @property
    def score(self) -> float:
        """Return more than the score of any other."""
        return 1.0


class CommandPalette(command.CommandPalette):
    """Textual's palette, but it may be left twice, and its list may have no room on the screen."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it; nothing happens when it is closed already, as by keys typed ahead."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ignore what is typed once it is closed: there is no list any more to show it in."""
        if not self.is_active:
            event.prevent_default()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to move in a list for which the terminal has no room."""
        if action == "command_list":
            return bool(self.query_one(CommandList).scrollable_content_region)
        return super().check_action(action, parameters)


class KeyedCommands(Provider):
    """The commands of the reading screen, or of the page over it."""

    async def discover(self) -> Hits:
        """Yield all of them before anything is typed: first what is used most, then as in the help."""
        for name, run, keys in self._commands():
            yield KeyedCommandHit(name, run, help=keys)

    async def search(self, query: str) -> Hits:
        """Yield those that match what was typed."""
        matcher = self.matcher(query)
        for name, run, keys in self._commands():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), run, help=keys)

    def _commands(self) -> Iterator[tuple[str, IgnoreReturnCallbackType, str]]:
        from reader.tui.pages.page import Page  # noqa: PLC0415 - not needed for the first frame

        screen = self.screen
        if isinstance(screen, ReadingScreen):
            for row in sorted(READING, key=_rank):
                keys = screen.keys.labels(str(row.id))
                yield row.tooltip, partial(screen.run_action, row.action), f"Key: {keys}"
        elif isinstance(screen, Page):
            for words, action, keys in screen.page_keys.commands():
                yield words, partial(screen.run_action, action), f"Key: {keys}"


def _rank(row: Binding) -> int:
    return FIRST.index(row.id) if row.id in FIRST else len(FIRST)
