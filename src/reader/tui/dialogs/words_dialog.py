"""Asks for the first and the last of some words: each stands behind a letter, and its letter is the answer.

So any words in the middle of a long sentence are chosen by two letters, however far in they are.
"""

from __future__ import annotations

from itertools import count as naturals
from itertools import islice, product
from string import ascii_letters, ascii_lowercase, digits
from typing import TYPE_CHECKING, ClassVar, Final

from rich.text import Text
from textual.widgets import Static

from reader.tui.dialogs.dialog import BottomDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult

SIGNS: Final = ascii_letters + digits
"""As long as there are enough of them for all words."""


class WordsDialog(BottomDialog):
    """Words with letters at the bottom; gives the numbers of the first and the last one."""

    DEFAULT_CSS: ClassVar[str] = """
    WordsDialog Static { background: $panel; border-top: solid $primary; padding: 0 1; max-height: 60vh; }
    """

    def __init__(self, text: str, words: Sequence[tuple[int, int]], take: Callable[[int, int], None]) -> None:
        """Offer words of a text, at least one, each with its start and end in it."""
        super().__init__()
        self._text = text
        self._words = words
        self._take = take
        self._labels = labels(len(words))
        self._typed = ""
        self._first: int | None = None

    def compose(self) -> ComposeResult:
        """The words, and what the keys do."""
        yield Static(self._shown())

    def on_mount(self) -> None:
        """Take keys from now on."""
        self.app.post_message(self.Ready(self))

    def on_key(self, event: events.Key) -> None:
        """Take a letter, or go back by one."""
        event.stop()
        if event.key == "escape":
            self.dismiss()
        elif event.key == "backspace":
            self._typed, self._first = "", self._first if self._typed else None
        elif event.key == "enter" and self._first is not None:
            self._choose(self._first)
        elif event.character:
            self._type(event.character)
        if self.is_active:
            self.query_one(Static).update(self._shown())
        self.key_handled(self)

    def _type(self, character: str) -> None:
        typed = self._typed + character
        if typed in self._labels:
            self._typed = ""
            self._choose(self._labels.index(typed))
        elif any(label.startswith(typed) for label in self._labels):
            self._typed = typed

    def _choose(self, word: int) -> None:
        """Take a word as the first, or with the one that was."""
        if self._first is None:
            self._first = word
        else:
            self.dismiss()
            self._take(*sorted((self._first, word)))

    def _shown(self) -> Text:
        ends = [*(start for start, _ in self._words[1:]), self._words[-1][1]]
        text = Text()
        for number, ((start, end), following) in enumerate(zip(self._words, ends, strict=True)):
            between = self._text[end:following]
            left_out = any(map(str.isalnum, between))
            look = "bold underline" if number == self._first else ""
            text.append(self._labels[number], style="bold reverse").append(self._text[start:end], style=look)
            text.append(" … " if left_out else between.replace("\n", " "))
        return text.append("\n").append(self._hint(), style="dim")

    def _hint(self) -> str:
        if self._first is None:
            return "The letter before the first word, then the one before the last · Esc leaves"
        return "The letter before the last word, Enter for this one alone · Backspace back · Esc leaves"


def labels(count: int) -> list[str]:
    """So many signs or, where there are not enough, two letters or more; none is the start of another."""
    if count <= len(SIGNS):
        return list(SIGNS[:count])
    length = next(length for length in naturals(2) if len(ascii_lowercase) ** length >= count)
    return ["".join(letters) for letters in islice(product(ascii_lowercase, repeat=length), count)]
