"""Asks for a line of text at the bottom of the screen, again until the answer is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import Input

from reader.tui.dialogs.dialog import BottomDialog, Dialog
from reader.tui.dialogs.panel import DialogPanel
from reader.tui.widgets.clickable_line import ClickableLine, fit_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from reader.tui.keys.keymap import Keymap


class LineField(Input):
    """A field of one line in a dialog."""

    def __init__(self, dialog: Dialog, text: str = "", placeholder: str = "") -> None:
        super().__init__(text, placeholder=placeholder, compact=True, select_on_focus=False)
        self._dialog = dialog

    async def _on_key(self, event: events.Key) -> None:
        await self._dialog.take_key(self, event, super()._on_key)


class LineDialog(BottomDialog):
    """A dialog of one line. It hands its answer to a function before the next key is handled."""

    def __init__(
        self, question: str, text: str, does: str, take: Callable[[str], str | None], keys: Keymap
    ) -> None:
        """Ask a question; `does` says what an answer does, `take` returns what is wrong with it or None."""
        super().__init__()
        self.page_keys = keys.on_page("in-line")
        self._question = question
        self._text = text
        self._hint = Text(" · ").join(self.page_keys.links({"keep": does}))
        self._hint.stylize_before("dim")
        self._take = take

    def compose(self) -> ComposeResult:
        """Yield the question, the field, and what the keys do or what is wrong."""
        with DialogPanel():
            yield ClickableLine(lambda width: fit_line(Text(self._question, style="bold"), width))
            yield LineField(self, self._text)
            yield ClickableLine(lambda width: fit_line(self._hint, width), name="hint")

    def on_mount(self) -> None:
        """Put the cursor at the end."""
        field = self.query_one(LineField)
        field.cursor_position = len(field.value)
        self.focus_field(field)

    def action_keep(self) -> None:
        """Give the answer; say what is wrong when it is not accepted."""
        wrong = self._take(self.query_one(LineField).value)
        if wrong is None:
            self.dismiss()
        else:
            self._hint = Text(wrong, style="bold")
            self.query_one("#hint").refresh()
