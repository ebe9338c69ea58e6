"""Asks for a line of text at the bottom of the screen, until the answer will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import Input

from reader.tui.dialogs.dialog import BottomDialog, Dialog, handle_dialog_key
from reader.tui.dialogs.panel import DialogPanel
from reader.tui.widgets.clickable_line import ClickableLine, fit_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from reader.tui.keys.keymap import Keymap, PageKeymap


class LineField(Input):
    """Where it is typed; some keys mean something to the dialog."""

    def __init__(self, dialog: Dialog, keys: PageKeymap, text: str = "", placeholder: str = "") -> None:
        super().__init__(text, placeholder=placeholder, compact=True, select_on_focus=False)
        self.dialog = dialog
        self.page_keys = keys

    async def _on_key(self, event: events.Key) -> None:
        if not await handle_dialog_key(self, event, self.page_keys):
            await super()._on_key(event)
        self.dialog.key_handled(self)


class LineDialog(BottomDialog):
    """Gives what was typed to a function, before any other key is done."""

    def __init__(
        self, question: str, text: str, does: str, take: Callable[[str], str | None], keys: Keymap
    ) -> None:
        """Ask.

        :param does: what the key does that takes the answer.
        :param take: gives a sentence on what is wrong with an answer, or None when it will do.
        """
        super().__init__()
        self._question = question
        self._begin_with = text
        self._here = keys.on_page("in-line")
        self._hint = Text(" · ").join(self._here.links({"keep": does}))
        self._hint.stylize_before("dim")
        self._take = take

    def compose(self) -> ComposeResult:
        """The question, what is typed, and what the keys do or what is wrong."""
        with DialogPanel():
            yield ClickableLine(lambda width: fit_line(Text(self._question, style="bold"), width))
            yield LineField(self, self._here, self._begin_with)
            yield ClickableLine(lambda width: fit_line(self._hint, width), name="hint")

    def on_mount(self) -> None:
        """Go on writing at the end."""
        field = self.query_one(LineField)
        field.cursor_position = len(field.value)
        self.focus_field(field)

    def action_keep(self) -> None:
        """Give the answer; ask on when it will not do."""
        wrong = self._take(self.query_one(LineField).value)
        if wrong is None:
            self.dismiss()
        else:
            self._hint = Text(wrong, style="bold")
            self.query_one("#hint").refresh()
