"""Holds the keys back while work goes on during which nothing may be changed.

The screen below stays visible, and its status line says what goes on. Keys typed meanwhile are done after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from reader.tui.dialogs.dialog import Dialog
from reader.tui.threads import find_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

_WorkResult = TypeVar("_WorkResult")


class BusyDialog(Dialog, Generic[_WorkResult]):
    """An invisible dialog that is never ready for a key."""

    DEFAULT_CSS: ClassVar[str] = "BusyDialog { background: transparent; }"

    def __init__(self, work: Callable[[], _WorkResult], then: Callable[[_WorkResult], None]) -> None:
        """Do work on a thread of its own, then give its result to `then` on this one."""
        super().__init__()
        self._work = work
        self._then = then

    def on_mount(self) -> None:
        """Begin the work."""
        find_in_background(self.app, "waited for", self._work, self._end)

    def _end(self, found: _WorkResult) -> None:
        self.dismiss()
        self._then(found)
        self.app.post_message(self.Ready(self))
