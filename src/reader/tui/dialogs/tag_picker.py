"""The tag picker: type to find a tag, Enter to take it.

A new tag has a row of its own. That row is highlighted at first only when what was typed cannot mean another
tag, so that a slip of the finger never makes a tag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.tui.dialogs.dialog import BottomDialog
from reader.tui.dialogs.line_dialog import LineField
from reader.tui.dialogs.panel import DialogPanel
from reader.tui.keys.reading_keys import DIGITS
from reader.tui.theme.themes import on_colour
from reader.tui.widgets.clickable_line import ClickableLine, fit_line
from reader.workspace.tag_suggestions import TOP, TagChoice, suggest_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.app import ComposeResult

    from reader.notebook import Tag
    from reader.tui.keys.keymap import Keymap
    from reader.workspace.tag_suggestions import TagOptions


class TagNameField(LineField):
    """The field in which the name is typed; the picker may take a key as something else."""

    def __init__(self, picker: TagPicker, placeholder: str) -> None:
        super().__init__(picker, placeholder=placeholder)
        self._picker = picker

    async def _on_key(self, event: events.Key) -> None:
        if self._picker.asks_digit:
            self._picker.pin(event.key)
        elif self.value or (event.character or "").isalpha() or not self._picker.take_by_key(event.key):
            await super()._on_key(event)
            return
        event.stop().prevent_default()
        self._picker.key_handled(self)


class TagPicker(BottomDialog):
    """Asks for a tag and gives the choice to a function before any other key is done."""

    DEFAULT_CSS: ClassVar[str] = "TagPicker OptionList { height: auto; max-height: 40vh; }"

    def __init__(
        self,
        options: TagOptions,
        take: Callable[[TagChoice], None],
        keys: Keymap,
        pin: Callable[[Tag, int | None], TagOptions] | None = None,
        take_pinned: Callable[[Tag], object] | None = None,
        *,
        question: str = "",
        makes: bool = True,
        top: bool = False,
    ) -> None:
        """Offer tags.

        :param pin: pins a tag to a digit, or to none, and returns what is offered then.
        :param take_pinned: takes the tag of a digit, or the last one, whose key was pressed.
        :param question: what to ask; without it, a tag for the subject of the options.
        :param makes: offer to make a new tag.
        :param top: offer no tag at all, too.
        """
        super().__init__()
        self.page_keys = keys.on_page("in-picker")
        self._options = options
        self._take = take
        self._keys = keys
        self._pin = pin
        self._take_pinned = take_pinned
        self._question = question or f"Tag for {options.subject}"
        self._makes = makes
        self._top = top
        self._typed: str | None = None
        self._choices: list[TagChoice] = []
        self.asks_digit = False  # whether the next key says to which digit the tag is pinned

    def compose(self) -> ComposeResult:
        """Yield the field, the rows, the description of the highlighted tag, and what the keys do."""
        with DialogPanel(self._question):
            yield TagNameField(self, f"type to find one{', or to make one' if self._makes else ''}")
            rows = OptionList(compact=True)
            rows.can_focus = False
            yield rows
            yield ClickableLine(self._description)
            yield ClickableLine(self._hint)

    def on_mount(self) -> None:
        """Show all tags."""
        self._update_rows()
        self.focus_field(self.query_one(TagNameField))

    def on_input_changed(self) -> None:
        """Show the tags for what is typed."""
        self._update_rows()

    def action_take(self) -> None:
        """Take the highlighted row, for what is typed by now."""
        self._update_rows()
        row = self.query_one(OptionList).highlighted
        if row is not None:
            self._choose(row)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the row that was clicked."""
        self._choose(event.option_index)

    def _choose(self, row: int) -> None:
        if self.is_active:
            self._take(self._choices[row])
            self.dismiss()

    def action_highlight(self, by: int) -> None:
        """Highlight another row."""
        self._update_rows()
        rows = self.query_one(OptionList)
        if self._choices:
            rows.highlighted = min(max((rows.highlighted or 0) + by, 0), len(self._choices) - 1)
            self._refresh_lines()

    # Digits

    def take_by_key(self, key: str) -> bool:
        """Take the tag that a key takes while reading; return False when it is no such key."""
        if self._take_pinned is None or not self.is_active:
            return False
        digit = next((digit for digit in DIGITS if key in self._keys.keys_for(f"tag-{digit}")), None)
        tag = next((tag for tag in self._options.tags if digit and tag.digit == digit), None)
        if tag is None and self._options.recent and key in self._keys.keys_for("repeat"):
            tag = self._options.recent[0]
        if tag is None:
            return False
        self.dismiss()
        self._take_pinned(tag)
        return True

    def action_ask_digit(self) -> None:
        """Ask to which digit the highlighted tag is pinned."""
        self._update_rows()
        self.asks_digit = self._pin is not None and self._highlighted.tag is not None
        self._refresh_lines()

    def pin(self, key: str) -> None:
        """Take a key as the answer: a digit, or 0 for none; any other key leaves the tag as it is."""
        self.asks_digit = False
        tag, digit_keys = self._highlighted.tag, self._keys.on_page("in-digit")
        digit = digit_keys.digit_for(key)
        if self._pin and tag and (digit or digit_keys.action_for(key) == "none"):
            self._options = self._pin(tag, digit)
            self._show_rows(self.query_one(OptionList).highlighted)
        self._refresh_lines()

    @property
    def _highlighted(self) -> TagChoice:
        row = self.query_one(OptionList).highlighted
        return TOP if row is None else self._choices[row]

    # What is shown

    def _update_rows(self) -> None:
        """Show the rows for what is typed, unless they are shown already."""
        typed = self.query_one(TagNameField).value
        if typed != self._typed:
            self._typed = typed
            self._show_rows(0)

    def _show_rows(self, highlighted: int | None) -> None:
        typed = self._typed or ""
        choices = [one for one in suggest_tags(self._options, typed) if one.tag is not None or self._makes]
        self._choices = [TOP, *choices] if self._top and not typed.strip() else choices
        keys = {tag: self._keys.label(f"tag-{tag.digit}") for tag in self._options.tags if tag.digit}
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(Option(self._row(choice, keys)) for choice in self._choices)
        rows.highlighted = highlighted if self._choices else None
        self._refresh_lines()

    def _refresh_lines(self) -> None:
        for line in self.query(ClickableLine):
            line.refresh()

    def _row(self, choice: TagChoice, keys: Mapping[Tag, str]) -> Text:
        key_width = max(map(cell_len, keys.values()), default=1)
        if choice == TOP:
            return Text(" " * key_width + " at the top, below no other tag")
        if choice.tag is None:
            return Text.assemble(" " * key_width, " + new tag ", _name(choice.name, "bold reverse"))
        tag = choice.tag
        key = set_cell_size(keys.get(tag, ""), key_width)
        row = Text.assemble(f"{key} ", _name(tag.name, on_colour(tag.colour)))
        over = self._options.over.get(tag)
        if tag in self._options.present:
            stays = f", {over} keeps it" if over else ""
            return row.append(f"  ✓ {self.page_keys.label('take')} takes it off{stays}")
        return row.append(f"  on {over}" if over else "")

    def _description(self, width: int) -> Text:
        tag = self._highlighted.tag
        return fit_line(Text(" ".join(tag.description.split()) if tag else "", style="italic"), width)

    def _hint(self, width: int) -> Text:
        tag = self._highlighted.tag
        if self.asks_digit and tag:
            digits = Text("  ").join(self._keys.on_page("in-digit").links())
            return fit_line(Text(f"Pin “{tag.name}”:  ", style="bold").append_text(digits), width)
        digit_keys = self._keys.digit_labels()
        has_pinned = any(tag.digit for tag in self._options.tags) and self._take_pinned and not self._typed
        pinned = [Text.assemble((digit_keys, "bold"), " a pinned one")] if has_pinned else []
        pin = ("pin",) if self._pin and tag else ()
        words = {"pin": f"then {digit_keys} pins it"}
        take, *others = self.page_keys.links(words, only=("take", *pin, "close"))
        hint = Text(" · ").join([take, *pinned, *others])
        hint.stylize_before("dim")
        return fit_line(hint, width)


def _name(name: str, style: str) -> Text:
    """Return the name of a tag, with the style on its last part only."""
    parent, slash, leaf = name.rpartition("/")
    return Text.assemble(parent + slash, (f" {leaf} ", style))
