"""Every key's command by name, for the command palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.tui.keyboard.keys import READING
from reader.tui.reading.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.types import IgnoreReturnCallbackType


class KeyedCommands(Provider):
    """The commands of the reading screen, or of the page over it."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, run, keys in self._commands():
            yield DiscoveryHit(name, run, help=keys)

    async def search(self, query: str) -> Hits:
        """Those that fit what was typed."""
        matcher = self.matcher(query)
        for name, run, keys in self._commands():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), run, help=keys)

    def _commands(self) -> Iterator[tuple[str, IgnoreReturnCallbackType, str]]:
        from reader.tui.pages.page import Page  # noqa: PLC0415 - not needed for the first frame

        screen = self.screen
        if isinstance(screen, Stage):
            for row in READING:
                keys = screen.keys.all(str(row.id))
                yield row.tooltip, partial(screen.run_action, row.action), f"Key: {keys}"
        elif isinstance(screen, Page):
            for words, action, keys in screen.here.commands():
                yield words, partial(screen.run_action, action), f"Key: {keys}"
