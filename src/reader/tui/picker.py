"""The tag picker: type to find a tag, Enter to take it.

A new tag has a row of its own. It is chosen for the reader only when no tag may have been meant by what was
typed, so that a slip of the finger never makes a tag.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.containers import Vertical
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.articles import clean_line
from reader.tui.dialog import Dialog, taken
from reader.tui.themes import ink

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from textual import events
    from textual.app import ComposeResult

    from reader.notebook import Tag
    from reader.tui.keys import Keys

EXACT, SLIP, NO_FIT = 0, 4, 5
"""Ranks: the very name, one that may have been meant, one that was not."""
LONG = 4
"""Letters from which on a word may have been mistyped."""


class Choice(NamedTuple):
    """A row of the picker: a tag that exists, or the name of a new one."""

    tag: Tag | None
    name: str


class Offer(NamedTuple):
    """What a tag can be taken from, and for what."""

    tags: Sequence[Tag]
    worn: Collection[Tag] = ()
    """Those that are there already."""
    recent: Tag | None = None
    """The one that was taken last."""
    suggested: Sequence[str] = ()
    """Names that suit what is tagged."""
    subject: str = ""
    """What is tagged, in words."""


class TagField(Input):
    """Where the name is typed."""

    KEYS: ClassVar = {"enter": "take", "down": "highlight(1)", "up": "highlight(-1)", "escape": "dismiss"}

    def __init__(self, dialog: Dialog, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True)
        self.dialog = dialog

    async def _on_key(self, event: events.Key) -> None:
        if not await taken(self, event, self.KEYS):
            await super()._on_key(event)
        self.dialog.dealt_with(self)


class TagPicker(Dialog):
    """Asks for a tag and does something with the choice, before any other key is done."""

    DEFAULT_CSS: ClassVar[str] = """
    TagPicker { align: center bottom; background: transparent; }
    TagPicker > Vertical { height: auto; max-height: 60%; background: $panel; padding: 0 1; }
    TagPicker > Vertical { border-top: solid $primary; }
    TagPicker Input { border: none; height: 1; padding: 0; background: $panel; }
    TagPicker Input:focus { border: none; }
    TagPicker OptionList { height: auto; max-height: 12; border: none; padding: 0; background: $panel; }
    """

    def __init__(self, offer: Offer, take: Callable[[Choice], None], keys: Keys) -> None:
        super().__init__()
        self._offer = offer
        self._take = take
        self._keys = {tag: keys.first(f"tag-{tag.digit}") for tag in offer.tags if tag.digit}
        self._margin = max(map(cell_len, self._keys.values()), default=1)
        self._typed: str | None = None
        self._rows: list[Choice] = []

    def compose(self) -> ComposeResult:
        """What was typed, and the rows for it."""
        with Vertical():
            yield TagField(self, self._question())
            options = OptionList()
            options.can_focus = False
            yield options

    def on_mount(self) -> None:
        """Show all tags."""
        self._fill("")
        self.begin(self.query_one(TagField))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the tags for what was typed."""
        self._fill(event.value)

    def action_take(self) -> None:
        """Take the row that is highlighted, for what is typed by now."""
        self._fill(self.query_one(TagField).value)
        row = self.query_one(OptionList).highlighted
        if row is not None:
            self._choose(row)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the row that was pointed at."""
        self._choose(event.option_index)

    def _choose(self, row: int) -> None:
        if self.is_current:
            self._take(self._rows[row])
            self.dismiss()

    def action_highlight(self, by: int) -> None:
        """Move among the rows."""
        self._fill(self.query_one(TagField).value)
        options = self.query_one(OptionList)
        if self._rows:
            options.highlighted = min(max((options.highlighted or 0) + by, 0), len(self._rows) - 1)

    def _fill(self, typed: str) -> None:
        if typed == self._typed:
            return
        self._typed = typed
        self._rows = self._offered(typed)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(self._prompt(choice)) for choice in self._rows)
        options.highlighted = 0 if self._rows else None

    def _question(self) -> str:
        return f"tag for {self._offer.subject}: type to find or to make one"

    def _offered(self, typed: str) -> list[Choice]:
        return rows(self._offer, typed)

    def _prompt(self, choice: Choice) -> Text:
        if choice.tag is None:
            return Text.assemble(" " * self._margin, " + new tag ", (f" {choice.name} ", "bold reverse"))
        tag = choice.tag
        key = set_cell_size(self._keys.get(tag, ""), self._margin)
        text = Text.assemble(f"{key} ", (f" {tag.name} ", f"{ink(tag.colour)} on {tag.colour}"))
        return text.append("  ✓ Enter takes it off" if tag in self._offer.worn else "")


class TagFinder(TagPicker):
    """Asks for a tag that there is."""

    def _question(self) -> str:
        return "tag: type to find one"

    def _offered(self, typed: str) -> list[Choice]:
        return [choice for choice in super()._offered(typed) if choice.tag is not None]


def rows(offer: Offer, typed: str) -> list[Choice]:
    """The rows for what was typed, best first; the row for a new tag comes last.

    Names that begin with it come first, then those with a word that does, then those that contain it, then
    those that it may be a slip of the finger for. Tags that the sentence wears come behind the others, and
    never for a slip: Enter would take them off. Names that suit what is tagged come before all others as long
    as nothing is typed, as tags or, where there is no such tag, as new ones.
    """
    typed = clean_line(typed).strip()
    worn = offer.worn
    ranks = {tag: _rank(tag.name.casefold(), typed.casefold()) for tag in offer.tags}
    found = [tag for tag, rank in ranks.items() if rank < (SLIP if tag in worn else NO_FIT)]
    found.sort(
        key=lambda tag: (bool(typed) and tag in worn, ranks[tag], tag != offer.recent, tag.name.casefold())
    )
    choices = [Choice(tag, tag.name) for tag in found]
    if not typed:
        return [*_suggestions(choices, offer), *(one for one in choices if one.name not in offer.suggested)]
    return choices if EXACT in ranks.values() else [*choices, Choice(None, typed)]


def _suggestions(choices: Sequence[Choice], offer: Offer) -> list[Choice]:
    there = {choice.name: choice for choice in choices}
    return [there.get(name, Choice(None, name)) for name in offer.suggested]


def _rank(name: str, typed: str) -> int:
    """How well a name fits, `EXACT` to `NO_FIT`."""
    if name == typed:
        return EXACT
    if name.startswith(typed):
        return 1
    if any(word.startswith(typed) for word in name.replace("/", " ").split()):
        return 2
    if typed in name:
        return 3
    return SLIP if _is_slip(name, typed) else NO_FIT


def _is_slip(name: str, typed: str) -> bool:
    """Whether one word of what was typed is one letter wrong, missing or too many, or has two changed about.

    Short words and figures tell tags apart ("source 1", "quote A"): they are meant as they are typed.
    """
    words, others = name.split(), typed.split()
    if len(words) != len(others):
        return False
    wrong = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    if len(wrong) != 1 or min(map(len, wrong[0])) < LONG or not all(word.isalpha() for word in wrong[0]):
        return False
    a, b = _without_common_start(*wrong[0])
    a, b = _without_common_start(a[::-1], b[::-1])
    return max(len(a), len(b)) == 1 or (len(a) == len(b) == 2 and a == b[::-1])


def _without_common_start(a: str, b: str) -> tuple[str, str]:
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return a[start:], b[start:]
