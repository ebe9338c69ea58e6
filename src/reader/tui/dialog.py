"""Dialogs with a field of text, for readers who type ahead: over a slow line, from a script, or just fast.

No key may get lost or land in the wrong place. Keys that come before the field is there wait in the app.
Once it is there it gets its keys through a queue of its own, so those that mean something to the dialog are
taken by the field, in their turn behind the letters before them. What is left in that queue when the dialog
is closed was meant for the screen below, and is given to that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.message import Message
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.widget import Widget

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """Asks for some text."""

    ready = False
    """Whether the field is there and gets the keys."""

    class Ready(Message):
        """The field is there."""

    def begin(self, field: Widget) -> None:
        """Let the field have the keys, also those that came before it."""
        self.set_focus(field)
        self.ready = True
        self.post_message(self.Ready())


async def taken(field: Widget, event: events.Key, keys: Mapping[str, str]) -> bool:
    """Do what a key means to the dialog, or hand it on if that is closed; False when it is for the field."""
    if not field.screen.is_current:
        field.app.post_message(events.Key(event.key, event.character))
    elif event.key in keys:
        await field.run_action(f"screen.{keys[event.key]}")
    else:
        return False
    event.stop().prevent_default()
    return True
