"""Dialogs with a field of text, for readers who type ahead: over a slow line, from a script, or just fast.

No key may get lost or land in the wrong place. The field is made after the dialog is asked for, and deals
with its keys on a queue of its own; so the app gives a dialog one key at a time (see `ReaderApp`), and the
next when the field says that it is ready.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from reader.tui.keyboard.on_page import PageKeys

FOCUS = ("tab", "shift+tab")
"""Keys with which Textual would leave a field; there is nowhere else to go."""


class Dialog(ModalScreen[None]):
    """Asks for some text."""

    ready = False
    """Whether the field is there and has dealt with all its keys."""

    class Ready(Message):
        """The field of a dialog is ready for the next key."""

        def __init__(self, dialog: Dialog) -> None:
            self.dialog = dialog
            super().__init__()

    def begin(self, field: Widget) -> None:
        """Let the field have the keys."""
        self.set_focus(field)
        self.app.post_message(self.Ready(self))

    def action_erase_all(self) -> None:
        """Clear the field, wherever in it one is."""
        from textual.widgets import Input  # noqa: PLC0415 - not needed for the first frame

        self.query_one(Input).clear()

    def dealt_with(self, field: Widget) -> None:
        """Say that a key was dealt with; this goes the same way up as all that the key has set going."""
        teller = field if self.is_current else field.app
        teller.post_message(self.Ready(self))


async def taken(field: Widget, event: events.Key, keys: PageKeys) -> bool:
    """Do what a key means to the screen of a field; False when it is for the field."""
    action = keys.action(event.key)
    if action is None and event.key not in FOCUS:
        return False
    event.stop().prevent_default()
    if action is not None:
        await field.run_action(f"screen.{action}")
    return True
