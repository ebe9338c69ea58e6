"""Asks for the first and the last of some words: each stands behind a letter, and the letter is the answer.

So any words in the middle of a long sentence are chosen with two letters, however far in they are.
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

SINGLE: Final = ascii_letters + digits  # the labels as long as there are enough of them for all words


class WordsDialog(BottomDialog):
    """Gives the numbers of the first and the last chosen word to a function."""

    DEFAULT_CSS: ClassVar[str] = """
    WordsDialog Static { background: $panel; border-top: solid $primary; padding: 0 1; max-height: 60vh; }
    """

    def __init__(self, text: str, words: Sequence[tuple[int, int]], take: Callable[[int, int], None]) -> None:
        """Offer words of a text, at least one, each with its start and end in the text."""
        super().__init__()
        self._text = text
        self._words = words
        self._take = take
        self._labels = labels(len(words))
        self._typed = ""
        self._first: int | None = None

    def compose(self) -> ComposeResult:
        """Yield the words, and what the keys do."""
        yield Static(self._labelled_words())

    def on_mount(self) -> None:
        """Take keys from now on."""
        self.app.post_message(self.Ready(self))

    def on_key(self, event: events.Key) -> None:
        """Take a letter of a label, or go back by one answer."""
        event.stop()
        if event.key == "escape":
            self.dismiss()
        elif event.key == "backspace":
            self._first = self._first if self._typed else None
            self._typed = ""
        elif event.key == "enter" and self._first is not None:
            self._choose(self._first)
        elif event.character:
            self._type(event.character)
        if self.is_active:
            self.query_one(Static).update(self._labelled_words())
        self.key_handled(self)

    def _type(self, character: str) -> None:
        typed = self._typed + character
        if typed in self._labels:
            self._typed = ""
            self._choose(self._labels.index(typed))
        elif any(label.startswith(typed) for label in self._labels):
            self._typed = typed

    def _choose(self, word: int) -> None:
        if self._first is None:
            self._first = word
        else:
            self.dismiss()
            self._take(*sorted((self._first, word)))

    def _labelled_words(self) -> Text:
        text = Text()
        next_starts = [*(start for start, _ in self._words[1:]), self._words[-1][1]]
        for number, ((start, end), next_start) in enumerate(zip(self._words, next_starts, strict=True)):
            style = "bold underline" if number == self._first else ""
            text.append(self._labels[number], style="bold reverse").append(self._text[start:end], style=style)
            between = self._text[end:next_start]
            text.append(" … " if any(map(str.isalnum, between)) else between.replace("\n", " "))
        hint = "The letter before the first word, then the one before the last · Esc leaves"
        if self._first is not None:
            hint = "The letter before the last word, Enter for this one alone · Backspace back · Esc leaves"
        return text.append("\n").append(hint, style="dim")


def labels(count: int) -> list[str]:
    """Return so many labels, of one letter where these are enough; none is the beginning of another."""
    if count <= len(SINGLE):
        return list(SINGLE[:count])
    length = next(length for length in naturals(2) if len(ascii_lowercase) ** length >= count)
    return ["".join(letters) for letters in islice(product(ascii_lowercase, repeat=length), count)]
