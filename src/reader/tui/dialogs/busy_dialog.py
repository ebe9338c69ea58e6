"""Holds the keys while something goes on behind the screen that nothing may be changed during.

The screen is drawn meanwhile, and its status line says what it waits for; what is typed is done afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from reader.tui.dialogs.dialog import Dialog
from reader.tui.threads import find_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

_Found = TypeVar("_Found")


class BusyDialog(Dialog, Generic[_Found]):
    """Nothing to be seen, and never ready for a key."""

    DEFAULT_CSS: ClassVar[str] = "BusyDialog { background: transparent; }"

    def __init__(self, work: Callable[[], _Found], then: Callable[[_Found], None]) -> None:
        """Do the work on a thread of its own, and give what it finds."""
        super().__init__()
        self._work = work
        self._then = then

    def on_mount(self) -> None:
        """Begin."""
        find_in_background(self.app, "waited for", self._work, self._over)

    def _over(self, found: _Found) -> None:
        """Have what was found, then the keys that were typed meanwhile."""
        self.dismiss()
        self._then(found)
        self.app.post_message(self.Ready(self))
