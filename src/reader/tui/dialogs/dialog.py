"""Dialogs with a field of text, for users who type ahead: over a slow line, from a script, or just fast.

No key may be lost or land in the wrong place. A field is there only some time after its dialog is opened, and
Textual gives it its keys through a queue of its own. So the app gives a dialog one key at a time (see
`key_queue`), and the next one when the dialog says that it is ready.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import ModalScreen, Screen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual import events
    from textual.widget import Widget

    from reader.tui.keys.keymap import PageKeymap

_DialogResult = TypeVar("_DialogResult")


class DismissOnceScreen(Screen[_DialogResult]):
    """A screen that is closed once, though keys, clicks and work behind it may ask for it again."""

    def dismiss(self, result: _DialogResult | None = None) -> AwaitComplete:
        """Close the screen, unless it is closed already or another one lies over it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class TypingScreen(DismissOnceScreen[_DialogResult]):
    """A screen with a field of text."""

    page_keys: PageKeymap  # the keys that do something there instead of being typed
    ready = False  # whether the field is there and is done with all its keys
    _field: Widget | None = None

    @dataclass
    class Ready(Message):
        """A dialog is ready for the next key."""

        dialog: TypingScreen[Any]

    def focus_field(self, field: Widget) -> None:
        """Let a field have the keys from now on."""
        self._field = field
        self.keep_focus()
        self.app.post_message(self.Ready(self))

    def keep_focus(self) -> None:
        """Focus the field again: Textual takes the focus away where a small terminal has no room for it."""
        if self._field is not None and self.focused is not self._field:
            self.set_focus(self._field)

    async def take_key(
        self, field: Widget, event: events.Key, type_key: Callable[[events.Key], Awaitable[None]]
    ) -> None:
        """Do what a key does on this screen, or type it into the field; then ask for the next key."""
        action = self.page_keys.action_for(event.key)
        if action is None and event.key not in {"tab", "shift+tab"}:  # Textual would leave the field
            await type_key(event)
        else:
            event.stop().prevent_default()
            if action is not None and self.is_active:  # the key before this one may have closed it
                await field.run_action(f"screen.{action}")
        self.key_handled(field)

    def key_handled(self, field: Widget) -> None:
        """Ask for the next key, by a message that follows all that the last key has set going."""
        (field if self.is_active else field.app).post_message(self.Ready(self))

    def action_erase_all(self) -> None:
        """Clear the field."""
        from textual.widgets import Input  # noqa: PLC0415 - not needed for the first frame

        self.query_one(Input).clear()


class Dialog(TypingScreen[None], ModalScreen[None]):
    """Asks for some text over another screen; notices are shown at the top, away from it."""

    DEFAULT_CSS: ClassVar[str] = "Dialog ToastRack { dock: top; margin-bottom: 0; }"


class BottomDialog(Dialog):
    """Covers the lower lines of a screen, and tells that screen which whenever they change."""

    DEFAULT_CSS: ClassVar[str] = "BottomDialog { align: center bottom; background: transparent; }"

    @dataclass
    class Covered(Message):
        """The lines of the terminal from `top` on are covered; None: no line is any more."""

        top: int | None

    def on_mount(self) -> None:
        """Report the covered lines from now on; Textual calls `on_mount` of the classes below as well."""
        panel = self.query_children("*").exclude(".-textual-system").first()
        self.screen_layout_refresh_signal.subscribe(self, lambda _: self._report(panel.region.y))

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close the dialog, once; no line is covered any more."""
        self._report(None)
        return super().dismiss(result)

    def _report(self, top: int | None) -> None:
        if self.is_active:
            self.app.screen_stack[-2].post_message(self.Covered(top))
