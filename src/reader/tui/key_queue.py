"""Keys typed ahead: each screen gets its keys in their order, one at a time.

A field of text deals with its keys on a queue of its own, and a dialog is drawn some time after the key that
opens it. A key that comes too early would find nothing, or would be done before those typed before it.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from textual.widget import AwaitMount

from reader.tui.protocols import HasTextField

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual import events
    from textual.app import App


class KeyQueue:
    """Holds keys back until the screen they are for is ready."""

    def __init__(
        self,
        app: App[Any],
        before_key: Callable[[], Awaitable[None]],
        do_key: Callable[[events.Key], Awaitable[None]],
    ) -> None:
        """Begin with no key. `before_key` is awaited before each one, and may open another screen."""
        self._app, self._before_key, self._do_key = app, before_key, do_key
        self._keys: deque[events.Key] = deque()
        self.closed = False
        """Whether the app ends: the keys that wait are not done any more."""

    def __len__(self) -> int:
        """How many keys wait."""
        return len(self._keys)

    async def put(self, key: events.Key) -> None:
        """Add a key, and do those that can be done."""
        self._keys.append(key)
        await self.run()

    async def run(self) -> None:
        """Do the keys that wait, until one keeps a dialog busy."""
        while self._keys and not self.closed:
            screen = self._app.screen
            if not screen.is_mounted:
                await AwaitMount(screen, [screen])
            dialog = self._app.screen if isinstance(self._app.screen, HasTextField) else None
            if dialog and not dialog.ready:
                return
            if dialog:
                dialog.keep_focus()
            await self._before_key()
            await self._do_key(key := self._keys.popleft())
            if dialog:
                dialog.ready = not key.is_forwarded
