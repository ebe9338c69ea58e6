"""Asks for one of a few things, such as one of the articles: its letter is the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.widgets import Static

from reader.tui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.app import ComposeResult


class LetterDialog(Dialog):
    """A line at the bottom; a letter answers, any other key leaves it."""

    DEFAULT_CSS: ClassVar[str] = """
    LetterDialog { align: center bottom; background: transparent; }
    LetterDialog Static { background: $panel; border-top: solid $primary; padding: 0 1; }
    """

    def __init__(
        self, question: str, letters: Mapping[str, int], take: Callable[[int], None], leave: str = "none"
    ) -> None:
        """Ask; `leave` is what any other key means."""
        super().__init__()
        self._leave = leave
        self._question = question
        self._letters = letters
        self._take = take

    def compose(self) -> ComposeResult:
        """The question, and the letters there are."""
        text = Text(f"{self._question}  ")
        for letter in self._letters:
            text.append(letter, style="bold").append("  ")
        yield Static(text.append(f"Esc {self._leave}", style="dim"))

    def on_mount(self) -> None:
        """Take keys from now on."""
        self.app.post_message(self.Ready(self))

    def on_key(self, event: events.Key) -> None:
        """Take the answer."""
        event.stop()
        number = self._letters.get(event.key.upper())
        self.dismiss()
        if number is not None:
            self._take(number)
        self.dealt_with(self)
