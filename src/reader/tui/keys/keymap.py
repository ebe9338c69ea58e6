"""Which key does what: the defaults of the tables, or the user's own keys; and how keys are shown."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Final

from rich.style import Style
from rich.text import Text

from reader.tui.keys.footer import fit_keys
from reader.tui.keys.names import key_label
from reader.tui.keys.reading_keys import DIGITS, MOVEMENT, READING, binding_named
from reader.tui.widgets.clickable_line import key_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.binding import Binding

    from reader.tui.keys.page_keys import PageKeyTable

BOLD: Final = Style(bold=True)


class Keymap:
    """The keys of every command, on the reading screen and on the pages.

    A command is given by the id of its binding: `next` on the reading screen, `in-codebook.next` on a page.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        """Take the user's own keys by command, in Textual's names, separated by commas."""
        self._own = own or {}

    def keys_for(self, name: str) -> list[str]:
        """Return the keys of a command in Textual's names."""
        if name in self._own:
            return self._own[name].split(",")
        if "." not in name:
            return binding_named(name).key.split(",")
        from reader.tui.keys.page_keys import PAGE_BINDINGS  # noqa: PLC0415 - not needed for the first frame

        return PAGE_BINDINGS[name].key.split(",")

    def labels(self, name: str) -> str:
        """Return all keys of a command as they are printed: `j ↓`."""
        return " ".join(map(key_label, self.keys_for(name)))

    def label(self, name: str) -> str:
        """Return the first key of a command as the user knows it: `j`."""
        return key_label(self.keys_for(name)[0])

    def digit_labels(self) -> str:
        """Return the keys of the nine pinned tags: `1 … 9`."""
        return _digit_range([self.label(f"tag-{digit}") for digit in DIGITS])

    def other_movement_labels(self) -> str:
        """Return the second and further keys of the commands that move: `↓ ↑ …`."""
        moves = (str(binding.id) for binding in READING if binding.group is MOVEMENT)
        return " ".join(key_label(key) for name in moves for key in self.keys_for(name)[1:])

    def help_groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the rows of the help about the reading screen, by group."""
        groups = groupby(READING, key=lambda binding: binding.group)
        return [(group.description if group else "", self.help_rows(same)) for group, same in groups]

    def help_rows(self, bindings: Iterable[Binding]) -> list[tuple[str, str]]:
        """Return keys and what they do; bindings of one action share a row."""
        return [self._help_row(same) for same in group_by_action(bindings)]

    def _help_row(self, bindings: Sequence[Binding]) -> tuple[str, str]:
        keys = [self.label(str(binding.id)) for binding in bindings]
        if len(bindings) == len(DIGITS):
            return _digit_range(keys), bindings[0].tooltip.replace(f" {DIGITS[0]}", "")
        return " ".join(keys), merge_phrases([binding.tooltip for binding in bindings])

    def on_page(self, page: str) -> PageKeymap:
        """Return the keys of a page, a dialog or a prompt, by the name of its table."""
        from reader.tui.keys.page_keys import TABLES  # noqa: PLC0415 - not needed for the first frame

        return PageKeymap(TABLES[page], self)


class PageKeymap:
    """The keys of one page, dialog or prompt. Commands are given by their names in its table: `close`."""

    def __init__(self, table: PageKeyTable, keymap: Keymap) -> None:
        self.table = table
        self._keymap = keymap
        self._actions = {key: row.action for row in table.rows for key in keymap.keys_for(str(row.id))}

    def label(self, name: str) -> str:
        """Return the first key of a command as the user knows it."""
        return self._keymap.label(f"{self.table.name}.{name}")

    def action_for(self, key: str) -> str | None:
        """Return the action of a key in Textual's name; None when the key means nothing there."""
        return self._actions.get(key)

    def digit_for(self, key: str) -> int | None:
        """Return the digit that a key stands for there; None when it is not the key of a pinned tag."""
        names = ((digit, f"{self.table.name}.tag-{digit}") for digit in DIGITS)
        return next((digit for digit, name in names if key in self._keymap.keys_for(name)), None)

    def help_rows(self) -> list[tuple[str, str]]:
        """Return all keys and what they do; commands of one action share a row."""
        return self._keymap.help_rows(self.table.rows)

    def commands(self) -> list[tuple[str, str, str]]:
        """Return for each action what it does, the action, and the keys as the user knows them."""
        rows: dict[str, list[Binding]] = {}
        for row in self.table.rows:
            rows.setdefault(row.action, []).append(row)
        return [
            (same[0].tooltip, action, " ".join(self._keymap.labels(str(row.id)) for row in same))
            for action, same in rows.items()
        ]

    def footer(self, width: int, words: Mapping[str, str] | None = None, *, only: Iterable[str] = ()) -> Text:
        """Return a line of keys as in `links`: as many as fit, among them one that leads out of the page."""
        rows, keys = self._footer_rows(only), self.links(words, only=only)
        ways_out = [n for n, same in enumerate(rows) if {"close", "back"}.intersection(map(self._name, same))]
        return Text(" ", no_wrap=True).append_text(fit_keys(keys, width - 1, ways_out))

    def links(self, words: Mapping[str, str] | None = None, *, only: Iterable[str] = ()) -> list[Text]:
        """Return keys with what they do; a click on one presses it.

        :param words: what to say of commands in place of the words of the table.
        :param only: the commands to show; without any, those that the table shows.
        """
        return [self._link(same, words or {}) for same in self._footer_rows(only)]

    def _footer_rows(self, only: Iterable[str]) -> list[list[Binding]]:
        names = set(only) or {self._name(row) for row in self.table.rows if row.show}
        return group_by_action(row for row in self.table.rows if self._name(row) in names)

    def _name(self, row: Binding) -> str:
        return str(row.id).partition(".")[2]

    def _link(self, rows: Sequence[Binding], words: Mapping[str, str]) -> Text:
        does = merge_phrases([words.get(self._name(row), row.description) for row in rows])
        if len(rows) == len(DIGITS):
            return Text.assemble((self._keymap.help_rows(rows)[0][0], "bold"), f" {does}".rstrip())
        keys = [self._keymap.keys_for(str(row.id))[0] for row in rows]
        text = Text(" ").join(Text(key_label(key), style=BOLD + key_link(key)) for key in keys)
        return text.append(f" {does}", style=key_link(keys[0]))


def group_by_action(bindings: Iterable[Binding]) -> list[list[Binding]]:
    """Return neighbouring bindings together that have one action, whatever its parameters."""
    return [list(same) for _, same in groupby(bindings, key=_without_parameters)]


def _without_parameters(binding: Binding) -> str:
    """Return `tags.put_pinned` for the action `perform('tags.put_pinned(1)')`."""
    return binding.action.removeprefix("perform('").split("(")[0].removesuffix("')")


def _digit_range(labels: Sequence[str]) -> str:
    """Return `1 … 9` or `F1 … F9`, or all labels where they do not end in their digits."""
    prefixes = {label.removesuffix(str(digit)) for digit, label in zip(DIGITS, labels, strict=True)}
    return f"{labels[0]} … {labels[-1]}" if len(prefixes) == 1 else " ".join(labels)


def merge_phrases(phrases: Iterable[str]) -> str:
    """Return phrases as one that says the words they share at either end once: `Next, previous sentence`."""
    all_words = [phrase.split() for phrase in dict.fromkeys(phrases)]
    start = _shared_start(all_words)
    end = _shared_start([words[::-1] for words in all_words])
    end = max(0, min(end, min(map(len, all_words)) - start - 1))
    first, *others = [words[: len(words) - end] for words in all_words]
    differing = [[words[start].lower(), *words[start + 1 :]] for words in others]
    shared_end = all_words[0][len(first) :]
    return " ".join([", ".join(map(" ".join, [first, *differing])), *shared_end])


def _shared_start(phrases: Iterable[Sequence[str]]) -> int:
    return len(list(takewhile(lambda words: len(set(words)) == 1, zip(*phrases, strict=False))))
