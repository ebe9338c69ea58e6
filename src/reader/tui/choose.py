"""The list to choose articles from: type to filter, Space to pick, Enter to open."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.articles import clean_line
from reader.tui.band import Band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

ROWS = 500
"""More rows are not shown: typing finds the rest."""


class Filter(Input):
    """An input that leaves the blank to the screen."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is text that is typed here."""
        return key != "space" and super().check_consume_key(key, character)


class ChooseScreen(Screen[list[str] | None]):
    """Asks which of many articles to open; gives their paths in the order they were picked."""

    BINDINGS: ClassVar = [
        Binding("space", "pick", "pick", priority=True),
        Binding("down", "highlight(1)", "next", priority=True),
        Binding("up", "highlight(-1)", "back", priority=True),
        Binding("pagedown", "highlight(10)", "page", priority=True),
        Binding("pageup", "highlight(-10)", "page", priority=True),
        Binding("escape,ctrl+q", "dismiss", "leave", priority=True),
    ]
    DEFAULT_CSS: ClassVar[str] = """
    ChooseScreen { background: $background; }
    ChooseScreen Input { border: none; height: 1; padding: 0 1; margin: 1 0; background: $panel; }
    ChooseScreen Input:focus { border: none; }
    ChooseScreen OptionList { height: 1fr; border: none; padding: 0 1; background: $background; }
    ChooseScreen Band { height: 1; }
    """

    def __init__(self, paths: Sequence[str], most: int) -> None:
        super().__init__()
        self._paths = tuple(paths)
        self._most = most
        self._names = dict(zip(paths, names(paths), strict=True))
        self._rows: list[str] = []
        self._picked: list[str] = []

    def compose(self) -> ComposeResult:
        """What was typed, the rows for it, and what is picked."""
        yield Filter(placeholder="type to filter", compact=True)
        options = OptionList()
        options.can_focus = False
        yield options
        yield Band(self._status)

    def on_mount(self) -> None:
        """Show all."""
        self.query_one(Input).focus()
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what contains all that was typed."""
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        """Open what is picked, or else the row that is highlighted."""
        row = self.query_one(OptionList).highlighted
        if self._picked or row is not None:
            self.dismiss(self._picked or [self._rows[row or 0]])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pick the row that was pointed at."""
        self._toggle(event.option_index)

    def action_pick(self) -> None:
        """Pick the row that is highlighted, or put it back, and go to the next."""
        row = self.query_one(OptionList).highlighted
        if row is not None:
            self._toggle(row)
            self.action_highlight(1)

    def action_highlight(self, by: int) -> None:
        """Move among the rows."""
        options = self.query_one(OptionList)
        if self._rows:
            options.highlighted = min(max((options.highlighted or 0) + by, 0), len(self._rows) - 1)

    def _toggle(self, row: int) -> None:
        path = self._rows[row]
        if path in self._picked:
            self._picked.remove(path)
        elif len(self._picked) < self._most:
            self._picked.append(path)
        self.query_one(OptionList).replace_option_prompt_at_index(row, self._prompt(path))
        self.query_one(Band).refresh()

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [path for path in self._paths if all(word in self._names[path].casefold() for word in words)]
        self._rows = found[:ROWS]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(self._prompt(path)) for path in self._rows)
        options.highlighted = 0 if self._rows else None
        self.query_one(Band).refresh()

    def _prompt(self, path: str) -> Text:
        picked = path in self._picked
        return Text(f"{'✓' if picked else ' '} {self._names[path]}", style="bold" if picked else "")

    def _status(self, _width: int) -> Text:
        text = Text(" ")
        text.append(f"{len(self._picked)} of at most {self._most} picked", style="bold")
        text.append(f" · {len(self._paths):,} articles · ")
        return text.append("Space picks, Enter opens, Esc leaves", style="dim")


def names(paths: Sequence[str]) -> list[str]:
    """What to call files on the screen: their paths without the folder that all share."""
    pure = [PurePath(path) for path in paths]
    parents = [path.parent.parts for path in pure]
    shared = 0
    while all(len(parts) > shared for parts in parents) and len({parts[shared] for parts in parents}) == 1:
        shared += 1
    return [clean_line("/".join(path.parts[shared:])) for path in pure]
