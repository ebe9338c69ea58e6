"""The note editor: opens at the bottom; Enter keeps the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

if TYPE_CHECKING:
    from textual.app import ComposeResult

HINT = "Enter keeps the note · Ctrl+J a new line · Esc leaves it as it was"
WARNING = "The note has changed: Enter keeps it, Esc once more throws the change away"


class NoteEditor(ModalScreen[str | None]):
    """Asks for a note; gives its text, or None when it is to stay as it was."""

    BINDINGS: ClassVar = [
        Binding("enter", "keep", "keep", priority=True),
        Binding("ctrl+j,shift+enter,alt+enter", "new_line", "new line", priority=True),
        Binding("escape", "leave", "leave", priority=True),
    ]
    DEFAULT_CSS: ClassVar[str] = """
    NoteEditor { align: center bottom; background: transparent; }
    NoteEditor > Vertical { height: auto; background: $panel; border-top: solid $primary; padding: 0 1; }
    NoteEditor TextArea { height: auto; min-height: 2; max-height: 10; border: none; padding: 0; }
    NoteEditor TextArea { background: $panel; }
    NoteEditor TextArea:focus { border: none; }
    NoteEditor Static { color: $text-muted; background: $panel; }
    """

    def __init__(self, note: str) -> None:
        super().__init__()
        self._note = note
        self._warned = False

    def compose(self) -> ComposeResult:
        """The note and what the keys do."""
        with Vertical():
            yield TextArea(self._note, soft_wrap=True, show_line_numbers=False, compact=True)
            yield Static(HINT, markup=False)

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self._area.move_cursor(self._area.document.end)
        self._area.focus()

    @property
    def _area(self) -> TextArea:
        return self.query_one(TextArea)

    def action_keep(self) -> None:
        """Give the note as it stands."""
        self.dismiss(self._area.text)

    def action_new_line(self) -> None:
        """Begin a new line."""
        self._area.insert("\n")

    def action_leave(self) -> None:
        """Leave; a note that was changed is not thrown away without asking."""
        if self._warned or self._area.text == self._note:
            self.dismiss(None)
        self._warned = True
        self.query_one(Static).update(WARNING)
