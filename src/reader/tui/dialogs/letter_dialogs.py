"""Ask for one of a few things, such as one of the articles: its letter is the answer."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from rich.text import Text

from reader.tui.dialogs.dialog import BottomDialog
from reader.tui.widgets.clickable_line import ClickableLine, fit_line, key_link

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

    from reader.tui.keys.keymap import Keymap

ASK_AGAIN = "Its letter, or Esc. "
BOLD, DIM = Style(bold=True), Style(dim=True)


class LetterDialog(BottomDialog):
    """A question in a line at the bottom; a letter answers it, any other key closes it."""

    DEFAULT_CSS: ClassVar[str] = """
    LetterDialog ClickableLine { height: 2; background: $panel; border-top: solid $primary; padding: 0 1; }
    """

    def __init__(self, question: str, *answers: Text) -> None:
        super().__init__()
        self._question = question
        self._answers = Text("  ").join([Text(), *answers])

    def compose(self) -> ComposeResult:
        """Yield the question with its answers."""
        yield ClickableLine(self._line)

    def on_mount(self) -> None:
        """Take keys from now on."""
        self.app.post_message(self.Ready(self))

    def on_key(self, event: events.Key) -> None:
        """Take the answer."""
        event.stop()
        if self._closes(event.key):
            self.dismiss()
            self._answer(event.key)
        self.key_handled(self)

    def _closes(self, key: str) -> bool:  # noqa: ARG002 - any key does
        return True

    def _answer(self, key: str) -> None:
        raise NotImplementedError

    def _line(self, width: int) -> Text:
        """Return the question and its answers; the question is cut where there is no room for both."""
        room = max(0, width - self._answers.cell_len)
        return fit_line(Text(self._question, no_wrap=True), room) + self._answers


class QuestionDialog(LetterDialog):
    """Asks whether to do something; any key that does not mean yes means no."""

    def __init__(self, question: str, do: Callable[[], object], keys: Keymap) -> None:
        self.page_keys = keys.on_page("in-question")
        self._do = do
        super().__init__(question, *self.page_keys.links(), Text("Esc no", style=DIM + key_link("escape")))

    def _answer(self, key: str) -> None:
        if self.page_keys.action_for(key):
            self._do()


class RowsDialog(LetterDialog):
    """Asks for one of several things that need a row each; a letter answers, any other key closes it."""

    def __init__(
        self, question: str, rows: Sequence[str], take: Callable[[int], None], letters: str = ascii_uppercase
    ) -> None:
        """Offer as many rows as there are letters; the number of the row is given to `take`."""
        super().__init__(question, Text("Esc none", style=DIM + key_link("escape")))
        self._rows = dict(zip(letters, rows, strict=False))
        self._take = take

    def on_mount(self) -> None:
        """Make room for all rows; Textual calls `on_mount` of the class above as well."""
        self.query_one(ClickableLine).styles.height = min(len(self._rows) + 2, self.app.size.height)

    def _answer(self, key: str) -> None:
        if key.upper() in self._rows:
            self._take([*self._rows].index(key.upper()))

    def _line(self, width: int) -> Text:
        line = super()._line(width)
        for letter, words in self._rows.items():
            row = Text.assemble((letter, BOLD + key_link(letter)), f"  {words}")
            line.append("\n").append_text(fit_line(row, width))
        return line


class ArticleDialog(RowsDialog):
    """Asks for an article until one is named or Escape is pressed: no other key does anything meanwhile."""

    def __init__(
        self,
        question: str,
        rows: Sequence[str],
        letters: str,
        take: Callable[[int], None],
        keys: Mapping[str, Callable[[], None]],
    ) -> None:
        """Ask for an article; `keys` are other keys that answer, and what they do."""
        super().__init__(question, rows, take, letters)
        self._keys = keys

    def _closes(self, key: str) -> bool:
        if key == "escape" or key in self._keys or key.upper() in self._rows:
            return True
        self._question = f"{ASK_AGAIN}{self._question.removeprefix(ASK_AGAIN)}"
        self.query_one(ClickableLine).refresh()
        return False

    def _answer(self, key: str) -> None:
        if key in self._keys:
            self._keys[key]()
        else:
            super()._answer(key)
