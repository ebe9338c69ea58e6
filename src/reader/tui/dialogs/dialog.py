"""Dialogs with a field of text, for readers who type ahead: over a slow line, from a script, or just fast.

No key may get lost or land in the wrong place. The field is made after the dialog is asked for, and deals
with its keys on a queue of its own; so the app gives a dialog one key at a time (see `ReaderApp`), and the
next when the field says that it is ready.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import ModalScreen, Screen

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from reader.tui.keys.keymap import PageKeymap

_Result = TypeVar("_Result")
FOCUS = ("tab", "shift+tab")
"""Keys with which Textual would leave a field; there is nowhere else to go."""


class DismissOnceScreen(Screen[_Result]):
    """A screen that is left once, though keys, clicks and what was found behind it may ask for it again."""

    def dismiss(self, result: _Result | None = None) -> AwaitComplete:
        """Leave it, unless it was left already or something lies over it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class TypingScreen(DismissOnceScreen[_Result]):
    """A screen with a field of text."""

    ready = False
    """Whether the field is there and has dealt with all its keys."""

    _writes: Widget | None = None
    """The field, once it is there."""

    class Ready(Message):
        """The field of a dialog is ready for the next key."""

        def __init__(self, dialog: TypingScreen[Any]) -> None:
            self.dialog = dialog
            super().__init__()

    def focus_field(self, field: Widget) -> None:
        """Let the field have the keys."""
        self._writes = field
        self.keep_focus()
        self.app.post_message(self.Ready(self))

    def action_erase_all(self) -> None:
        """Clear the field, wherever in it one is."""
        from textual.widgets import Input  # noqa: PLC0415 - not needed for the first frame

        self.query_one(Input).clear()

    def keep_focus(self) -> None:
        """Let it have them again: Textual takes them from a field that a small terminal has no room for."""
        if self._writes is not None and self.focused is not self._writes:
            self.set_focus(self._writes)

    def key_handled(self, field: Widget) -> None:
        """Say that a key was dealt with; this goes the same way up as all that the key has set going."""
        teller = field if self.is_active else field.app
        teller.post_message(self.Ready(self))


class Dialog(TypingScreen[None], ModalScreen[None]):
    """Asks for some text, over what lies below; notices stay off it."""

    DEFAULT_CSS: ClassVar[str] = "Dialog ToastRack { dock: top; margin-bottom: 0; }"


class BottomDialog(Dialog):
    """Lies over the lower lines of a screen, and tells that screen over which whenever they change."""

    DEFAULT_CSS: ClassVar[str] = "BottomDialog { align: center bottom; background: transparent; }"

    class Covered(Message):
        """All lines from this one on are covered, counted from the top of the terminal; None: none is."""

        def __init__(self, top: int | None) -> None:
            self.top = top
            super().__init__()

    def on_mount(self) -> None:
        """Tell it from the start; Textual calls `on_mount` of the classes below as well."""
        panel = self.query_children("*").exclude(".-textual-system").first()
        self.screen_layout_refresh_signal.subscribe(self, lambda _: self._tell(panel.region.y))

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave it, once; nothing is covered any more."""
        self._tell(None)
        return super().dismiss(result)

    def _tell(self, top: int | None) -> None:
        if self.is_active:
            self.app.screen_stack[-2].post_message(self.Covered(top))


async def handle_dialog_key(field: Widget, event: events.Key, keys: PageKeymap) -> bool:
    """Do what a key means to the screen of a field; False when it is for the field."""
    action = keys.action_for(event.key)
    if action is None and event.key not in FOCUS:
        return False
    event.stop().prevent_default()
    if action is not None and field.screen.is_active:  # it may be left already by the key before
        await field.run_action(f"screen.{action}")
    return True
