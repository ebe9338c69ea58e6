"""Every key's command by name, for the command palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.tui.keyboard.keys import READING
from reader.tui.reading.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import Binding
    from textual.screen import Screen
    from textual.types import IgnoreReturnCallbackType

    from reader.tui.keyboard.keys import Keys


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
            for binding in READING:
                yield _command(screen, binding, screen.keys)
        elif isinstance(screen, Page):
            for binding in screen.TABLE.rows:
                yield _command(screen, binding, screen.keys)


def _command(screen: Screen[Any], binding: Binding, keys: Keys) -> tuple[str, IgnoreReturnCallbackType, str]:
    words = f"Key: {keys.all(str(binding.id))}"
    return binding.tooltip, partial(screen.run_action, binding.action), words
