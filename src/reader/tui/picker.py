"""The tag picker: type to find a tag, Enter to take it.

A new tag has a row of its own. It is chosen for the reader only when no tag may have been meant by what was
typed, so that a slip of the finger never makes a tag.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.containers import Vertical
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.articles import clean_line
from reader.notebook.codebook import normal
from reader.tui.ask import LineField
from reader.tui.band import Band
from reader.tui.dialog import Dialog
from reader.tui.themes import ink

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

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


TOP: Final = Choice(None, "")
"""No tag at all: what is at the top is below none."""


class Offer(NamedTuple):
    """What a tag can be taken from, and for what."""

    tags: Sequence[Tag]
    """Each followed by those below it."""
    worn: Collection[Tag] = ()
    """Those that are there already."""
    recent: Sequence[Tag] = ()
    """Those that were taken last, the last one first."""
    suggested: Sequence[str] = ()
    """Names that suit what is tagged."""
    subject: str = ""
    """What is tagged, in words."""


class TagField(LineField):
    """Where the name is typed."""

    KEYS: ClassVar = {
        "enter": "take",
        "down": "highlight(1)",
        "up": "highlight(-1)",
        "tab": "ask_digit",
        "escape": "dismiss",
    }

    def __init__(self, picker: TagPicker, placeholder: str) -> None:
        super().__init__(picker, placeholder=placeholder)
        self._picker = picker

    async def _on_key(self, event: events.Key) -> None:
        if self._picker.asks_digit:
            event.stop().prevent_default()
            self._picker.pin(event.key)
            self._picker.dealt_with(self)
        else:
            await super()._on_key(event)


class TagPicker(Dialog):
    """Asks for a tag and does something with the choice, before any other key is done."""

    DEFAULT_CSS: ClassVar[str] = """
    TagPicker { align: center bottom; background: transparent; }
    TagPicker > Vertical { height: auto; background: $panel; padding: 0 1; border-top: solid $primary; }
    TagPicker Input { border: none; height: 1; padding: 0; background: $panel; }
    TagPicker Input:focus { border: none; }
    TagPicker OptionList { height: auto; max-height: 40vh; border: none; padding: 0; background: $panel; }
    TagPicker Band { height: 1; background: $panel; }
    """

    def __init__(
        self,
        offer: Offer,
        take: Callable[[Choice], None],
        keys: Keys,
        pin: Callable[[Tag, int | None], Offer] | None = None,
    ) -> None:
        """Offer tags, and do something with the one that is taken.

        :param pin: pins a tag to a digit, or to none, and gives what is offered then.
        """
        super().__init__()
        self._offer = offer
        self._take = take
        self._keys = keys
        self._pin = pin
        self._typed: str | None = None
        self._rows: list[Choice] = []
        self.asks_digit = False
        """Whether the next key says which digit the tag is pinned to."""

    def compose(self) -> ComposeResult:
        """What was typed, the rows for it, what the highlighted tag means, and what the keys do."""
        with Vertical():
            yield TagField(self, self._question())
            options = OptionList()
            options.can_focus = False
            yield options
            yield Band(self._meaning)
            yield Band(self._hint)

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
            self._refresh_lines()

    # Digits

    def action_ask_digit(self) -> None:
        """Ask which digit the highlighted tag is pinned to."""
        self._fill(self.query_one(TagField).value)
        self.asks_digit = self._pin is not None and self._highlighted.tag is not None
        self._refresh_lines()

    def pin(self, key: str) -> None:
        """Take a key as the answer: a digit, 0 for none; any other leaves it as it was."""
        self.asks_digit = False
        tag, digit = self._highlighted.tag, self._keys.digit(key)
        if self._pin and tag and (digit or key == "0"):
            self._offer = self._pin(tag, digit)
            row = self.query_one(OptionList).highlighted
            self._show(self._typed or "", row)
        self._refresh_lines()

    @property
    def _highlighted(self) -> Choice:
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
        keys = {tag: self._keys.first(f"tag-{tag.digit}") for tag in self._offer.tags if tag.digit}
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(self._prompt(choice, keys)) for choice in self._rows)
        options.highlighted = row if self._rows else None
        self._refresh_lines()

    def _refresh_lines(self) -> None:
        for line in self.query(Band):
            line.refresh()

    def _question(self) -> str:
        return f"tag for {self._offer.subject}: type to find or to make one"

    def _offered(self, typed: str) -> list[Choice]:
        return rows(self._offer, typed)

    def _prompt(self, choice: Choice, keys: Mapping[Tag, str]) -> Text:
        margin = max(map(cell_len, keys.values()), default=1)
        if choice == TOP:
            return Text(" " * margin + " at the top, below no other tag")
        if choice.tag is None:
            return Text.assemble(" " * margin, " + new tag ", label(choice.name, "bold reverse"))
        tag = choice.tag
        key = set_cell_size(keys.get(tag, ""), margin)
        text = Text.assemble(f"{key} ", label(tag.name, f"{ink(tag.colour)} on {tag.colour}"))
        return text.append("  ✓ Enter takes it off" if tag in self._offer.worn else "")

    def _meaning(self, width: int) -> Text:
        """The description of the highlighted tag, in a line."""
        tag = self._highlighted.tag
        text = Text(" ".join(tag.description.split()) if tag else "", style="italic")
        text.truncate(width, overflow="ellipsis")
        return text

    def _hint(self, width: int) -> Text:
        tag = self._highlighted.tag
        if self.asks_digit and tag:
            text = Text(f"Pin “{tag.name}” to {self._keys.digits()}, 0 to none; Esc leaves it", style="bold")
        else:
            pins = f" · Tab, then {self._keys.digits()} pins it to that key" if self._pin and tag else ""
            text = Text(f"Enter takes it{pins} · Esc leaves", style="dim")
        text.truncate(width, overflow="ellipsis")
        return text


class TagFinder(TagPicker):
    """Asks for a tag that there is, or for none."""

    def __init__(
        self,
        offer: Offer,
        take: Callable[[Choice], None],
        keys: Keys,
        question: str = "tag: type to find one",
        *,
        top: bool = False,
    ) -> None:
        """Offer tags; with `top`, no tag at all can be taken too."""
        super().__init__(offer, take, keys)
        self._asked = question
        self._top = top

    def _question(self) -> str:
        return self._asked

    def _offered(self, typed: str) -> list[Choice]:
        found = [choice for choice in super()._offered(typed) if choice.tag is not None]
        return [TOP, *found] if self._top and not typed.strip() else found


def label(name: str, style: str) -> Text:
    """The name of a tag, that of its parents dimmed before it."""
    parent, slash, leaf = name.rpartition("/")
    return Text.assemble((parent + slash, "dim"), (f" {leaf} ", style))


def rows(offer: Offer, typed: str) -> list[Choice]:
    """The rows for what was typed, best first; the row for a new tag comes last.

    Names that begin with it come first, then those with words that do, then those that contain it, then
    those that it may be a slip of the finger for; after a slash only that tag counts and what is below it.
    Of equals those that were taken last come first. Tags that the sentence wears come behind the others, and
    never for a slip: Enter would take them off. Names that suit what is tagged come before all others as long
    as nothing is typed, as tags or, where there is no such tag, as new ones.
    """
    name = normal(typed)
    wanted = name.casefold() + ("/" if clean_line(typed).strip().endswith("/") else "")
    worn, recent = offer.worn, list(offer.recent)
    ranks = {tag: _rank(tag.name.casefold(), wanted) for tag in offer.tags}
    found = [tag for tag, rank in ranks.items() if rank < (SLIP if tag in worn else NO_FIT)]
    found.sort(
        key=lambda tag: (
            bool(wanted) and tag in worn,
            ranks[tag],
            recent.index(tag) if tag in recent else len(recent),
        )
    )
    choices = [Choice(tag, tag.name) for tag in found]
    if not wanted:
        return [*_suggestions(choices, offer), *(one for one in choices if one.name not in offer.suggested)]
    taken = not name or any(tag.name.casefold() == name.casefold() for tag in offer.tags)
    return choices if taken else [*choices, Choice(None, name)]


def _suggestions(choices: Sequence[Choice], offer: Offer) -> list[Choice]:
    there = {choice.name: choice for choice in choices}
    return [there.get(name, Choice(None, name)) for name in offer.suggested]


def _rank(name: str, typed: str) -> int:
    """How well a name fits, `EXACT` to `NO_FIT`."""
    if name == typed:
        return EXACT
    if name.startswith(typed):
        return 1
    if f"{name}/" == typed if typed.endswith("/") else _begin_words(name, typed):
        return 2
    if typed in name:
        return 3
    leaf = name.rpartition("/")[2]
    return SLIP if _is_slip(name, typed) or _is_slip(leaf, typed) else NO_FIT


def _words(name: str) -> list[str]:
    return name.replace("/", " ").split()


def _begin_words(name: str, typed: str) -> bool:
    """Whether the words that were typed begin words of the name, in their order: `cl fi`, `claim/figure`."""
    words = iter(_words(name))
    return all(any(word.startswith(start) for word in words) for start in _words(typed))


def _is_slip(name: str, typed: str) -> bool:
    """Whether one word of what was typed is one letter wrong, missing or too many, or has two changed about.

    Short words and figures tell tags apart ("source 1", "quote A"): they are meant as they are typed.
    """
    words, others = _words(name), _words(typed)
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
