"""The note editor: opens at the bottom; Enter keeps the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import Vertical
from textual.widgets import TextArea

from reader.tui.band import Band
from reader.tui.dialogs.dialog import Dialog, taken

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from reader.tui.keyboard.keys import Keys
    from reader.tui.keyboard.on_page import PageKeys

WARNING = "The {} has changed: {} keeps it, {} once more throws the change away"


class NoteArea(TextArea):
    """Where the note is written."""

    def __init__(self, dialog: Dialog, note: str, keys: PageKeys, *, read_only: bool) -> None:
        super().__init__(note, soft_wrap=True, compact=True, read_only=read_only)
        self.dialog = dialog
        self.page_keys = keys

    async def _on_key(self, event: events.Key) -> None:
        if not await taken(self, event, self.page_keys):
            await super()._on_key(event)
        self.dialog.dealt_with(self)


class NoteEditor(Dialog):
    """Asks for a note and does something with its text, before any other key is done."""

    DEFAULT_CSS: ClassVar[str] = """
    NoteEditor { align: center bottom; background: transparent; }
    NoteEditor > Vertical { height: auto; background: $panel; border-top: solid $primary; padding: 0 1; }
    NoteEditor TextArea { height: auto; min-height: 2; max-height: 10; padding: 0; }
    NoteEditor TextArea { background: $panel; }
    NoteEditor Band { height: 1; color: $text-muted; background: $panel; }
    """

    def __init__(self, note: str, keep: Callable[[str], None] | None, keys: Keys, what: str = "note") -> None:
        """Begin with a text; `what` is what it is called."""
        super().__init__()
        self._here = keys.on("in-note")
        self._note = note
        self._what = what
        self._keep = keep
        """None: the note is only shown."""
        self._warned = False

    def compose(self) -> ComposeResult:
        """The note and what the keys do."""
        with Vertical():
            yield NoteArea(self, self._note, self._here, read_only=self._keep is None)
            yield Band(self._hint)

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
            self.query_one(Band).refresh()

    def _hint(self, width: int) -> Text:
        """What the keys do, or that something would be lost."""
        if self._warned:
            keep, leave = self._here.first("keep"), self._here.first("close")
            text = Text(WARNING.format(self._what, keep, leave))
        elif self._keep is None:
            text = Text().join(self._here.pieces({"close": f"closes the {self._what}"}, only=["close"]))
        else:
            words = {"keep": f"keeps the {self._what}", "close": "leaves it as it was"}
            text = Text(" · ").join(self._here.pieces(words))
        text.truncate(width, overflow="ellipsis")
        return text
