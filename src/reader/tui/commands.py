"""Every key's command by name, for the command palette."""

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
"""Names of the keys whose commands stand at the top as long as nothing is typed."""


class Offered(DiscoveryHit):
    """A command of reader's own: as long as nothing is typed they stand before those of Textual."""

    @property
    def score(self) -> float:
        """More than that of any other."""
        return 1.0


class CommandPalette(command.CommandPalette):
    """The command palette, for readers who type ahead, and for terminals with no room for its list."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave it, once."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for nothing any more when it was left: there is no list to show it in."""
        if not self.is_active:
            event.prevent_default()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether it can be done: a list that is not in sight has no pages."""
        if action == "command_list":
            return bool(self.query_one(CommandList).scrollable_content_region)
        return super().check_action(action, parameters)


class KeyedCommands(Provider):
    """The commands of the reading screen, or of the page over it."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed: what is used most, then as in the help."""
        for name, run, keys in self._commands():
            yield Offered(name, run, help=keys)

    async def search(self, query: str) -> Hits:
        """Those that fit what was typed."""
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
