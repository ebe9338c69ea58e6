"""The tag picker: type to find a tag, Enter to take it.

A new tag has a row of its own. It is chosen for the reader only when no tag may have been meant by what was
typed, so that a slip of the finger never makes a tag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.tui.dialogs.dialog import BottomDialog
from reader.tui.dialogs.line_dialog import LineField
from reader.tui.dialogs.panel import DialogPanel
from reader.tui.keys.reading_keys import DIGITS
from reader.tui.theme.themes import on_colour
from reader.tui.widgets.clickable_line import ClickableLine
from reader.workspace.tag_suggestions import TOP, TagChoice, suggest_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.app import ComposeResult

    from reader.notebook import Tag
    from reader.tui.keys.keymap import Keymap, PageKeymap
    from reader.workspace.tag_suggestions import TagOptions


class TagNameField(LineField):
    """Where the name is typed."""

    def __init__(self, picker: TagPicker, keys: PageKeymap, placeholder: str) -> None:
        super().__init__(picker, keys, placeholder=placeholder)
        self._picker = picker

    async def _on_key(self, event: events.Key) -> None:
        if self._picker.asks_digit:
            event.stop().prevent_default()
            self._picker.pin(event.key)
            self._picker.key_handled(self)
        elif not (self.value or (event.character or "").isalpha()) and self._picker.put(event.key):
            event.stop().prevent_default()
            self._picker.key_handled(self)
        else:
            await super()._on_key(event)


class TagPicker(BottomDialog):
    """Asks for a tag and does something with the choice, before any other key is done."""

    DEFAULT_CSS: ClassVar[str] = "TagPicker OptionList { height: auto; max-height: 40vh; }"

    _placeholder = "type to find one, or to make one"

    def __init__(
        self,
        offer: TagOptions,
        take: Callable[[TagChoice], None],
        keys: Keymap,
        pin: Callable[[Tag, int | None], TagOptions] | None = None,
        put: Callable[[Tag], object] | None = None,
    ) -> None:
        """Offer tags, and do something with the one that is taken.

        :param pin: pins a tag to a digit, or to none, and gives what is offered then.
        :param put: puts the tag of a digit, or the last one, at once.
        """
        super().__init__()
        self._offer = offer
        self._take = take
        self._keys = keys
        self._here = keys.on_page("in-picker")
        self._pin = pin
        self._put = put
        self._typed: str | None = None
        self._rows: list[TagChoice] = []
        self.asks_digit = False
        """Whether the next key says which digit the tag is pinned to."""

    def compose(self) -> ComposeResult:
        """What was typed, the rows for it, what the highlighted tag means, and what the keys do."""
        with DialogPanel(self._question()):
            yield TagNameField(self, self._here, self._placeholder)
            options = OptionList(compact=True)
            options.can_focus = False
            yield options
            yield ClickableLine(self._meaning)
            yield ClickableLine(self._hint)

    def on_mount(self) -> None:
        """Show all tags."""
        self._fill("")
        self.focus_field(self.query_one(TagNameField))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the tags for what was typed."""
        self._fill(event.value)

    def action_take(self) -> None:
        """Take the row that is highlighted, for what is typed by now."""
        self._fill(self.query_one(TagNameField).value)
        row = self.query_one(OptionList).highlighted
        if row is not None:
            self._choose(row)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the row that was pointed at."""
        self._choose(event.option_index)

    def _choose(self, row: int) -> None:
        if self.is_active:
            self._take(self._rows[row])
            self.dismiss()

    def action_highlight(self, by: int) -> None:
        """Move among the rows."""
        self._fill(self.query_one(TagNameField).value)
        options = self.query_one(OptionList)
        if self._rows:
            options.highlighted = min(max((options.highlighted or 0) + by, 0), len(self._rows) - 1)
            self._refresh_lines()

    # Digits

    def put(self, key: str) -> bool:
        """Put the tag that a key puts while one reads, before anything is typed; False: it is no such key."""
        if self._put is None or not self.is_active:
            return False
        digit = next((digit for digit in DIGITS if key in self._keys.keys_for(f"tag-{digit}")), None)
        last = self._offer.recent[:1] if key in self._keys.keys_for("repeat") else ()
        tag = next((tag for tag in (*self._offer.tags, *last) if tag in last or tag.digit == digit), None)
        if tag is None or not (digit or last):
            return False
        self.dismiss()
        self._put(tag)
        return True

    def action_ask_digit(self) -> None:
        """Ask which digit the highlighted tag is pinned to."""
        self._fill(self.query_one(TagNameField).value)
        self.asks_digit = self._pin is not None and self._highlighted.tag is not None
        self._refresh_lines()

    def pin(self, key: str) -> None:
        """Take a key as the answer: a digit, 0 for none; any other leaves it as it was."""
        self.asks_digit = False
        tag, here = self._highlighted.tag, self._keys.on_page("in-digit")
        digit = here.digit_for(key)
        if self._pin and tag and (digit or here.action_for(key) == "none"):
            self._offer = self._pin(tag, digit)
            row = self.query_one(OptionList).highlighted
            self._show(self._typed or "", row)
        self._refresh_lines()

    @property
    def _highlighted(self) -> TagChoice:
        row = self.query_one(OptionList).highlighted
        return TOP if row is None else self._rows[row]

    # What is shown

    def _fill(self, typed: str) -> None:
        """Show the rows for what is typed, unless they are shown."""
        if typed != self._typed:
            self._show(typed, 0)

    def _show(self, typed: str, row: int | None) -> None:
        self._typed = typed
        self._rows = self._offered(typed)
        keys = {tag: self._keys.label(f"tag-{tag.digit}") for tag in self._offer.tags if tag.digit}
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(self._prompt(choice, keys)) for choice in self._rows)
        options.highlighted = row if self._rows else None
        self._refresh_lines()

    def _refresh_lines(self) -> None:
        for line in self.query(ClickableLine):
            line.refresh()

    def _question(self) -> str:
        return f"Tag for {self._offer.subject}"

    def _offered(self, typed: str) -> list[TagChoice]:
        return suggest_tags(self._offer, typed)

    def _prompt(self, choice: TagChoice, keys: Mapping[Tag, str]) -> Text:
        margin = max(map(cell_len, keys.values()), default=1)
        if choice == TOP:
            return Text(" " * margin + " at the top, below no other tag")
        if choice.tag is None:
            return Text.assemble(" " * margin, " + new tag ", label(choice.name, "bold reverse"))
        tag = choice.tag
        key = set_cell_size(keys.get(tag, ""), margin)
        text = Text.assemble(f"{key} ", label(tag.name, on_colour(tag.colour)))
        take, over = self._here.label("take"), self._offer.over.get(tag)
        if tag in self._offer.present:
            stays = f", {over} keeps it" if over else ""
            return text.append(f"  ✓ {take} takes it off{stays}")
        return text.append(f"  on {over}" if over else "")

    def _meaning(self, width: int) -> Text:
        """The description of the highlighted tag, in a line."""
        tag = self._highlighted.tag
        text = Text(" ".join(tag.description.split()) if tag else "", style="italic")
        text.truncate(width, overflow="ellipsis")
        return text

    def _hint(self, width: int) -> Text:
        tag = self._highlighted.tag
        if self.asks_digit and tag:
            here = self._keys.on_page("in-digit")
            text = Text(f"Pin “{tag.name}”:  ", style="bold").append_text(Text("  ").join(here.links()))
        else:
            digits = self._keys.digit_labels()
            pinned = any(tag.digit for tag in self._offer.tags) and self._put and not self._typed
            puts = [Text.assemble((digits, "bold"), " a pinned one")] if pinned else []
            pins = ("pin",) if self._pin and tag else ()
            words = {"pin": f"then {digits} pins it"}
            take, *others = self._here.links(words, only=("take", *pins, "close"))
            text = Text(" · ").join([take, *puts, *others])
            text.stylize_before("dim")
        text.truncate(width, overflow="ellipsis")
        return text


class ExistingTagPicker(TagPicker):
    """Asks for a tag that there is, or for none."""

    _placeholder = "type to find one"

    def __init__(
        self,
        offer: TagOptions,
        take: Callable[[TagChoice], None],
        keys: Keymap,
        question: str = "Tag",
        *,
        top: bool = False,
    ) -> None:
        """Offer tags; with `top`, no tag at all can be taken too."""
        super().__init__(offer, take, keys)
        self._asked = question
        self._top = top

    def _question(self) -> str:
        return self._asked

    def _offered(self, typed: str) -> list[TagChoice]:
        found = [choice for choice in super()._offered(typed) if choice.tag is not None]
        return [TOP, *found] if self._top and not typed.strip() else found


def label(name: str, style: str) -> Text:
    """The name of a tag, that of its parents before it."""
    parent, slash, leaf = name.rpartition("/")
    return Text.assemble(parent + slash, (f" {leaf} ", style))
