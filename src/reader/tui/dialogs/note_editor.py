"""The note editor at the bottom of the screen: Enter keeps the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text
from textual.widgets import TextArea

from reader.tui.dialogs.dialog import BottomDialog, Dialog
from reader.tui.dialogs.panel import DialogPanel
from reader.tui.widgets.clickable_line import ClickableLine, fit_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult

    from reader.tui.keys.keymap import Keymap

MOST_OTHERS = 4  # lines for the other notes above the one that is written


class OtherNotes(NamedTuple):
    """What else is noted where a note is written."""

    notes: Sequence[str]  # the other notes, a line each
    to_next: Callable[[], None] | None = None  # opens the next of them that can be changed
    next_name: str = ""  # what that note is on


class NoteArea(TextArea):
    """The field in which the note is written."""

    def __init__(self, dialog: Dialog, note: str, *, read_only: bool) -> None:
        super().__init__(note, soft_wrap=True, compact=True, read_only=read_only)
        self._dialog = dialog

    async def _on_key(self, event: events.Key) -> None:
        await self._dialog.take_key(self, event, super()._on_key)


class NoteEditor(BottomDialog):
    """Asks for a note and gives its text to a function before any other key is done."""

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
        """Begin with a note on what the title says, or another text; without `keep` it is only shown."""
        super().__init__()
        self.page_keys = keys.on_page("in-note")
        self._note = note
        self._title = title
        self._what = what
        self._others = beside or OtherNotes(())
        self._keep = keep
        self._warned = False

    def compose(self) -> ComposeResult:
        """Yield the other notes, the field, and what the keys do."""
        with DialogPanel(self._title):
            if self._others.notes:
                line = ClickableLine(self._other_lines, name="beside")
                line.styles.height = min(MOST_OTHERS, len(self._others.notes))
                yield line
            yield NoteArea(self, self._note, read_only=self._keep is None)
            yield ClickableLine(self._hint, name="hint")

    def on_mount(self) -> None:
        """Put the cursor at the end."""
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
        """Close the editor; a changed note is thrown away only when asked for twice."""
        if self._warned or self._area.text == self._note:
            self.dismiss()
        else:
            self._warned = True
            self.query_one("#hint").refresh()

    def action_next(self) -> None:
        """Keep the note as it stands, then open the next one that lies over it."""
        if self._others.to_next is not None:
            self.action_keep()
            self._others.to_next()

    def _other_lines(self, width: int) -> Text:
        notes = self._others.notes
        more = len(notes) - MOST_OTHERS
        shown = [*notes[: MOST_OTHERS - 1], f"and {more + 1} more"] if more > 0 else notes
        return Text("\n").join(fit_line(Text(f"✎ {note}"), width) for note in shown)

    def _hint(self, width: int) -> Text:
        """Return what the keys do, or that something would be lost."""
        next_note = {"next": f"to the note on {self._others.next_name}"} if self._others.to_next else {}
        if self._warned:
            keep, leave = self.page_keys.label("keep"), self.page_keys.label("close")
            lost = f"{keep} keeps it, {leave} once more throws the change away"
            return fit_line(Text(f"The {self._what} has changed: {lost}"), width)
        if self._keep is None:
            words, shown = {"close": f"closes the {self._what}"}, ["close", *next_note]
        else:
            words = {"keep": f"keeps the {self._what}", "close": "leaves it as it was"}
            shown = ["keep", "new-line", *next_note, "close"]
        return fit_line(Text(" · ").join(self.page_keys.links(words | next_note, only=shown)), width)
