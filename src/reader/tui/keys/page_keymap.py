"""The keys of one page, dialog or question: what a key does there, and how they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from reader.tui.keys.page_keys import TABLES
from reader.tui.keys.reading_keys import DIGITS, group_by_action, merge_phrases
from reader.tui.widgets.clickable_line import key_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import Binding

    from reader.tui.keys.reading_keys import Keymap

BOLD = Style(bold=True)


class PageKeymap:
    """Which key does what there. Commands are given by their names in the table of the page."""

    def __init__(self, page: str, keys: Keymap) -> None:
        self.table = TABLES[page]
        self.reading = keys
        """Those of the reading screen."""
        self._actions = {key: row.action for row in self.table.rows for key in keys.keys_for(str(row.id))}

    def label(self, name: str) -> str:
        """The first key of a command, as a reader knows it."""
        return self.reading.label(f"{self.table.name}.{name}")

    def action_for(self, key: str) -> str | None:
        """What a key does, in Textual's name; None when it means nothing there."""
        return self._actions.get(key)

    def digit_for(self, key: str) -> int | None:
        """The digit that a key stands for there; None when it is no key of a pinned tag."""
        names = {f"{self.table.name}.tag-{digit}": digit for digit in DIGITS}
        return next((digit for name, digit in names.items() if key in self.reading.keys_for(name)), None)

    def help_rows(self) -> list[tuple[str, str]]:
        """All of them with what they do, those of one action in one row."""
        return self.reading.help_rows(self.table.rows)

    def commands(self) -> list[tuple[str, str, str]]:
        """What can be done there: in words, as an action, and the keys that do it."""
        names: dict[str, list[str]] = {}
        for row in self.table.rows:
            names.setdefault(row.action, []).append(str(row.id))
        words = {row.action: row.tooltip for row in reversed(self.table.rows)}
        return [
            (words[action], action, " ".join(map(self.reading.labels, of))) for action, of in names.items()
        ]

    def footer(self, width: int, words: Mapping[str, str] | None = None, *, only: Iterable[str] = ()) -> Text:
        """Those that are shown, as many as fit; `words` stand in the place of those of the table."""
        line = Text(" ", no_wrap=True)
        for piece in self.links(words, only=only):
            if len(line) == 1 or line.cell_len + piece.cell_len <= width:
                line.append_text(piece).append("  ")
        line.rstrip()
        line.truncate(width, overflow="ellipsis")
        return line

    def links(self, words: Mapping[str, str] | None = None, *, only: Iterable[str] = ()) -> list[Text]:
        """The same, one by one. Each is done by a click on it.

        :param only: the commands to show; all that the table shows when there are none.
        """
        names = {f"{self.table.name}.{name}" for name in only}
        rows = [row for row in self.table.rows if (row.id in names if names else row.show)]
        given = {f"{self.table.name}.{name}": told for name, told in (words or {}).items()}
        return [self._piece(same, given) for same in group_by_action(rows)]

    def _piece(self, rows: list[Binding], given: Mapping[str, str]) -> Text:
        told = merge_phrases([given.get(str(row.id), row.description) for row in rows])
        if len(rows) == len(DIGITS):
            keys, _ = self.reading.help_rows(rows)[0]
            return Text.assemble((keys, "bold"), f" {told}".rstrip())
        text = Text()
        for number, row in enumerate(rows):
            key = self.reading.keys_for(str(row.id))[0]
            text.append(" " if number else "")
            text.append(self.reading.label(str(row.id)), style=BOLD + key_link(key))
        return text.append(f" {told}", style=key_link(self.reading.keys_for(str(rows[0].id))[0]))
