"""The tag picker: type to find a tag, Enter to take it.

A new tag has a row of its own. It is chosen for the reader only when no tag is anything like what was typed,
so that a slip of the finger never makes a tag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.articles import clean_line
from reader.tui.themes import ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from reader.notebook import Tag

ALIKE = 0.7
"""From this likeness on (difflib, 0–1) a tag may be what was meant."""


class Choice(NamedTuple):
    """A row of the picker: a tag that exists, or the name of a new one."""

    tag: Tag | None
    name: str


class TagPicker(ModalScreen[Choice | None]):
    """Asks for a tag; gives the choice, or None."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss", "close"),
        Binding("down", "highlight(1)", "next", priority=True),
        Binding("up", "highlight(-1)", "back", priority=True),
    ]
    DEFAULT_CSS: ClassVar[str] = """
    TagPicker { align: center bottom; background: transparent; }
    TagPicker > Vertical { height: auto; max-height: 60%; background: $panel; padding: 0 1; }
    TagPicker > Vertical { border-top: solid $primary; }
    TagPicker Input { border: none; height: 1; padding: 0; background: $panel; }
    TagPicker Input:focus { border: none; }
    TagPicker OptionList { height: auto; max-height: 12; border: none; padding: 0; background: $panel; }
    """

    def __init__(self, tags: Sequence[Tag], worn: Sequence[Tag], recent: str | None) -> None:
        super().__init__()
        self._tags = tuple(tags)
        self._worn = {tag.id for tag in worn}
        self._recent = recent
        self._rows: list[Choice] = []

    def compose(self) -> ComposeResult:
        """What was typed, and the rows for it."""
        with Vertical():
            yield Input(placeholder="tag: type to find or to make one", compact=True)
            options = OptionList()
            options.can_focus = False
            yield options

    def on_mount(self) -> None:
        """Show all tags."""
        self.query_one(Input).focus()
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the tags for what was typed."""
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        """Take the row that is highlighted."""
        row = self.query_one(OptionList).highlighted
        if row is not None:
            self.dismiss(self._rows[row])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the row that was pointed at."""
        self.dismiss(self._rows[event.option_index])

    def action_highlight(self, by: int) -> None:
        """Move among the rows."""
        options = self.query_one(OptionList)
        if self._rows:
            options.highlighted = min(max((options.highlighted or 0) + by, 0), len(self._rows) - 1)

    def _fill(self, typed: str) -> None:
        self._rows = rows(self._tags, typed, self._recent)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(self._prompt(choice)) for choice in self._rows)
        options.highlighted = 0 if self._rows else None

    def _prompt(self, choice: Choice) -> Text:
        if choice.tag is None:
            return Text.assemble("  + new tag ", (f" {choice.name} ", "bold reverse"))
        tag = choice.tag
        digit = str(tag.digit) if tag.digit else " "
        text = Text.assemble(f"{digit} ", (f" {tag.name} ", f"{ink(tag.colour)} on {tag.colour}"))
        return text.append("  ✓ Enter takes it off" if tag.id in self._worn else "")


def rows(tags: Sequence[Tag], typed: str, recent: str | None) -> list[Choice]:
    """The rows for what was typed, best first; the row for a new tag comes last.

    Names that begin with it, then those with a word that does, then those that contain it, then those alike.
    """
    typed = clean_line(typed).strip()
    ranked = sorted(
        (rank, tag.id != recent, tag.name.casefold(), tag)
        for tag in tags
        if (rank := _rank(tag, typed)) is not None
    )
    found = [Choice(tag, tag.name) for *_, tag in ranked]
    exact = any(tag.name.casefold() == typed.casefold() for tag in tags)
    return found if exact or not typed else [*found, Choice(None, typed)]


def _rank(tag: Tag, typed: str) -> int | None:
    """How well a tag fits, 0 best; None: not at all."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - not needed before the first tag

    name, typed = tag.name.casefold(), typed.casefold()
    if name.startswith(typed):
        return 0
    if any(word.startswith(typed) for word in name.replace("/", " ").split()):
        return 1
    if typed in name:
        return 2
    return 3 if SequenceMatcher(None, name, typed).ratio() >= ALIKE else None
