"""The note editor: opens at the bottom; Enter keeps the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.widgets import Static, TextArea

from reader.tui.dialogs.dialog import Dialog, taken

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

HINT = "Enter keeps the {} · Ctrl+J a new line · Esc leaves it as it was"
WARNING = "The {} has changed: Enter keeps it, Esc once more throws the change away"


class NoteArea(TextArea):
    """Where the note is written."""

    KEYS: ClassVar = {
        "enter": "keep",
        "ctrl+j": "new_line",
        "shift+enter": "new_line",
        "alt+enter": "new_line",
        "escape": "leave",
    }

    def __init__(self, dialog: Dialog, note: str, *, read_only: bool) -> None:
        super().__init__(note, soft_wrap=True, compact=True, read_only=read_only)
        self.dialog = dialog

    async def _on_key(self, event: events.Key) -> None:
        if not await taken(self, event, self.KEYS):
            await super()._on_key(event)
        self.dialog.dealt_with(self)


class NoteEditor(Dialog):
    """Asks for a note and does something with its text, before any other key is done."""

    DEFAULT_CSS: ClassVar[str] = """
    NoteEditor { align: center bottom; background: transparent; }
    NoteEditor > Vertical { height: auto; background: $panel; border-top: solid $primary; padding: 0 1; }
    NoteEditor TextArea { height: auto; min-height: 2; max-height: 10; border: none; padding: 0; }
    NoteEditor TextArea { background: $panel; }
    NoteEditor TextArea:focus { border: none; }
    NoteEditor Static { color: $text-muted; background: $panel; }
    """

    def __init__(self, note: str, keep: Callable[[str], None] | None, what: str = "note") -> None:
        """Begin with a text; `what` is what it is called."""
        super().__init__()
        self._note = note
        self._what = what
        self._keep = keep
        """None: the note is only shown."""
        self._warned = False

    def compose(self) -> ComposeResult:
        """The note and what the keys do."""
        with Vertical():
            yield NoteArea(self, self._note, read_only=self._keep is None)
            yield Static(
                HINT.format(self._what) if self._keep else f"Esc closes the {self._what}", markup=False
            )

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self._area.move_cursor(self._area.document.end)
        self.begin(self._area)

    @property
    def _area(self) -> NoteArea:
        return self.query_one(NoteArea)

    def action_keep(self) -> None:
        """Keep the note as it stands."""
        if self._keep:
            self._keep(self._area.text)
        self.dismiss()

    def action_new_line(self) -> None:
        """Begin a new line."""
        if self._keep:
            self._area.insert("\n")

    def action_leave(self) -> None:
        """Leave; a note that was changed is not thrown away without asking."""
        if self._warned or self._area.text == self._note:
            self.dismiss()
        else:
            self._warned = True
            self.query_one(Static).update(WARNING.format(self._what))
