"""The note editor: opens at the bottom; Enter keeps the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text
from textual.widgets import TextArea

from reader.tui.dialogs.dialog import BottomDialog, Dialog, handle_dialog_key
from reader.tui.dialogs.panel import DialogPanel
from reader.tui.widgets.clickable_line import ClickableLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult

    from reader.tui.keys.keymap import Keymap, PageKeymap

WARNING = "The {} has changed: {} keeps it, {} once more throws the change away"
MOST_BESIDE = 4
"""Other notes that are shown above the one that is written."""


class OtherNotes(NamedTuple):
    """What else is noted where a note is written."""

    notes: Sequence[str]
    """The others, a line each."""
    to_next: Callable[[], None] | None = None
    """Opens the next of them that can be changed."""
    next_name: str = ""
    """What that is on."""


class NoteArea(TextArea):
    """Where the note is written."""

    def __init__(self, dialog: Dialog, note: str, keys: PageKeymap, *, read_only: bool) -> None:
        super().__init__(note, soft_wrap=True, compact=True, read_only=read_only)
        self.dialog = dialog
        self.page_keys = keys

    async def _on_key(self, event: events.Key) -> None:
        if not await handle_dialog_key(self, event, self.page_keys):
            await super()._on_key(event)
        self.dialog.key_handled(self)


class NoteEditor(BottomDialog):
    """Asks for a note and does something with its text, before any other key is done."""

    DEFAULT_CSS: ClassVar[str] = """
    NoteEditor TextArea { height: auto; min-height: 2; max-height: 40vh; padding: 0; }
    NoteEditor ClickableLine { color: $text-muted; }
    NoteEditor #beside { height: auto; max-height: 6; }
    """

    def __init__(
        self,
        note: str,
        keep: Callable[[str], None] | None,
        keys: Keymap,
        *,
        title: str,
        what: str = "note",
        beside: OtherNotes | None = None,
    ) -> None:
        """Begin with a text; the title says what it is on, `what` is what it is called."""
        super().__init__()
        self._here = keys.on_page("in-note")
        self._note = note
        self._title = title
        self._what = what
        self._beside = beside
        self._keep = keep
        """None: the note is only shown."""
        self._warned = False

    def compose(self) -> ComposeResult:
        """The note and what the keys do; above it what else is noted there."""
        with DialogPanel(self._title):
            if self._beside is not None and self._beside.notes:
                band = ClickableLine(self._others, name="beside")
                band.styles.height = min(MOST_BESIDE, len(self._beside.notes))
                yield band
            yield NoteArea(self, self._note, self._here, read_only=self._keep is None)
            yield ClickableLine(self._hint, name="hint")

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self._area.move_cursor(self._area.document.end)
        self.focus_field(self._area)

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
            self.query_one("#hint").refresh()

    def action_next(self) -> None:
        """Keep the note as it stands; then to the next that lies over it."""
        to_next = self._beside.to_next if self._beside else None
        if to_next is not None:
            self.action_keep()
            to_next()

    def _others(self, width: int) -> Text:
        """The other notes, a line each."""
        notes = self._beside.notes if self._beside else ()
        more = len(notes) - MOST_BESIDE
        shown = [*notes[: MOST_BESIDE - 1], f"and {more + 1} more"] if more > 0 else notes
        lines = [Text(f"✎ {note}") for note in shown]
        for line in lines:
            line.truncate(width, overflow="ellipsis")
        return Text("\n").join(lines)

    @property
    def _next(self) -> dict[str, str]:
        """What the key to the next note does, where there is one."""
        beside = self._beside
        return {"next": f"to the note on {beside.next_name}"} if beside and beside.to_next else {}

    def _hint(self, width: int) -> Text:
        """What the keys do, or that something would be lost."""
        if self._warned:
            keep, leave = self._here.label("keep"), self._here.label("close")
            text = Text(WARNING.format(self._what, keep, leave))
        elif self._keep is None:
            words = {"close": f"closes the {self._what}", **self._next}
            text = Text(" · ").join(self._here.links(words, only=["close", *self._next]))
        else:
            words = {"keep": f"keeps the {self._what}", "close": "leaves it as it was", **self._next}
            text = Text(" · ").join(self._here.links(words, only=["keep", "new-line", *self._next, "close"]))
        text.truncate(width, overflow="ellipsis")
        return text
