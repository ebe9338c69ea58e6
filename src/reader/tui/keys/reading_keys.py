"""Every key of the reading screen, once (those of the pages stand in `tables`).

Help, footer, palette and the README's table are made from this.

`id` names keys in the configuration file, `description` is what the footer has room for, `tooltip` what the
help has room for (two columns in 80 cells), `group` where the help lists it.
"""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Final

from textual.binding import Binding

from reader.tui.keys.names import key_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.tui.keys.page_keymap import PageKeymap

_MOVE = Binding.Group("Moving")
_SHARED = Binding.Group("What is shared")
_FIND = Binding.Group("Finding")
_LOOK = Binding.Group("The articles")
_TAG = Binding.Group("Tags and notes")
_BOOK = Binding.Group("The notebook")
_SESSION = Binding.Group("A session of tagging")
_PROGRAM = Binding.Group("The program")


def _key(keys: str, action: str, name: str, short: str, does: str, group: Binding.Group) -> Binding:  # noqa: PLR0917 - a row
    # Priority: a key is done before the next is looked at, so that what is typed ahead finds its dialog.
    return Binding(keys, action, short, id=name, tooltip=does, group=group, priority=True)


DIGITS: Final = range(1, 10)
QUIT_ANYWHERE: Final = "quit-anywhere"
"""The name of the key that quits on every screen, also where one types; nothing else can be on it."""

READING: Final[tuple[Binding, ...]] = (
    _key("j,down", "move(1)", "next", "next", "Next sentence", _MOVE),
    _key("k,up", "move(-1)", "previous", "back", "Previous sentence", _MOVE),
    _key("J,shift+down", "paragraph(1)", "next-paragraph", "paragraph", "Next paragraph", _MOVE),
    _key("K,shift+up", "paragraph(-1)", "previous-paragraph", "paragraph", "Previous paragraph", _MOVE),
    _key("h,left", "column(-1)", "left", "column", "Column to the left", _MOVE),
    _key("l,right", "column(1)", "right", "column", "Column to the right", _MOVE),
    _key("tab", "next_column(1)", "next-column", "column", "Next column", _MOVE),
    _key("shift+tab", "next_column(-1)", "previous-column", "column", "Previous column", _MOVE),
    _key("space,pagedown", "page(1)", "page-down", "page", "A page on", _MOVE),
    _key("b,pageup", "page(-1)", "page-up", "page", "A page back", _MOVE),
    _key("g,home", "edge(-1)", "top", "top", "First sentence", _MOVE),
    _key("G,end", "edge(1)", "end", "end", "Last sentence", _MOVE),
    _key("o", "overlap(1)", "next-overlap", "overlap", "Next overlap", _SHARED),
    _key("O", "overlap(-1)", "previous-overlap", "overlap", "Previous overlap", _SHARED),
    _key("c", "counterpart", "counterpart", "counterpart", "Its counterparts, in turn", _SHARED),
    _key("equals_sign", "align", "align", "align", "Others follow, on/off", _SHARED),
    _key("m", "app.more", "more", "more", "More of this story", _SHARED),
    _key("d", "differences", "differences", "differences", "What differs, on/off", _SHARED),
    _key("ctrl+d", "scroll_differences(1)", "differences-down", "down", "Scroll differences down", _SHARED),
    _key("ctrl+u", "scroll_differences(-1)", "differences-up", "up", "Scroll differences up", _SHARED),
    _key("left_parenthesis,ctrl+down", "height(-1)", "pane-lower", "height", "Differences lower", _SHARED),
    _key("right_parenthesis,ctrl+up", "height(1)", "pane-higher", "height", "Differences higher", _SHARED),
    _key("H", "heat_map", "heat-map", "heat map", "How much each shares", _SHARED),
    _key("S", "said", "said", "who says what", "What all, most, one say", _SHARED),
    _key("minus", "threshold(-1)", "more-matches", "more", "More matches", _SHARED),
    _key("plus", "threshold(1)", "fewer-matches", "fewer", "Fewer matches", _SHARED),
    _key("f", "filter", "filter", "filter", "Filter: fold the others", _FIND),
    _key("slash", "search", "search", "search", "Search, or go to “B 12”", _FIND),
    _key("greater_than_sign", "hit(1)", "next-hit", "next hit", "Next hit", _FIND),
    _key("less_than_sign", "hit(-1)", "previous-hit", "hit", "Previous hit", _FIND),
    _key("right_square_bracket", "untagged(1)", "next-untagged", "untagged", "Next untagged", _FIND),
    _key("left_square_bracket", "untagged(-1)", "previous-untagged", "untagged", "Previous untagged", _FIND),
    _key("z", "alone", "alone", "alone", "This one alone, and back", _LOOK),
    _key("left_curly_bracket", "move_article(-1)", "article-left", "move", "Move article left", _LOOK),
    _key("right_curly_bracket", "move_article(1)", "article-right", "move", "Move article right", _LOOK),
    _key("ctrl+w", "close_article", "close", "close", "Close this article", _LOOK),
    _key("ctrl+t", "reopen_article", "reopen", "reopen", "Open the closed one again", _LOOK),
    _key("number_sign", "numbers", "numbers", "numbers", "Numbers, on/off", _LOOK),
    _key("F", "dim_others", "focus", "focus", "Dim the rest, on/off", _LOOK),
    _key("W", "line_width", "line-width", "width", "Longer lines, in turn", _LOOK),
    _key("L", "theme", "theme", "light", "Light or dark", _LOOK),
    _key("t", "pick_tag", "tag", "tag", "Tag: find one, or make one", _TAG),
    *(
        _key(str(n), f"digit({n})", f"tag-{n}", f"tag {n}", f"Pinned tag {n}, then the next", _TAG)
        for n in DIGITS
    ),
    _key("full_stop", "repeat", "repeat", "again", "The last tag, then the next", _TAG),
    _key("a", "same", "same", "everywhere", "Next tag: counterparts too", _TAG),
    _key("v", "range", "range", "range", "Begin a range, leave it", _TAG),
    _key("w", "words", "words", "words", "Words: the first, the last", _TAG),
    _key("p", "tag_pair", "tag-pair", "pair", "Tag it with its counterpart", _TAG),
    _key("A", "tag_absence", "tag-absence", "absence", "Tag: another lacks this", _TAG),
    _key("T", "tag_article", "tag-article", "article", "Tag the whole article", _TAG),
    _key("N", "note_article", "note-article", "article", "Note on the whole article", _TAG),
    _key("n", "note", "note", "note", "Note: write, read, change", _TAG),
    _key("C", "codebook", "codebook", "codebook", "Codebook: all the tags", _TAG),
    _key("x", "remove", "remove", "remove", "Take tags and note off", _TAG),
    _key("y", "copy", "copy", "copy", "Copy it with its source", _TAG),
    _key("u", "undo", "undo", "undo", "Undo", _TAG),
    _key("U", "redo", "redo", "redo", "Redo", _TAG),
    _key("E", "everything", "everything", "all notes", "List all tags and notes", _BOOK),
    _key("R", "review", "review", "review", "Review what changed", _BOOK),
    _key("s", "session", "session", "session", "Begin, pause, go on, end", _SESSION),
    _key("enter", "session_next", "session-next", "next", "Done or skipped: the next", _SESSION),
    _key("semicolon", "session_later", "session-later", "later", "Later: behind the others", _SESSION),
    _key("backspace", "session_back", "session-back", "back", "Back to the one before", _SESSION),
    _key("M", "merge_notebook", "merge-notebook", "merge", "Take in a changed notebook", _PROGRAM),
    _key("question_mark", "help", "help", "keys", "These keys", _PROGRAM),
    _key("escape", "quiet", "quiet", "clear", "Messages, hits, filter off", _PROGRAM),
    _key("ctrl+p", "app.command_palette", "palette", "commands", "Every command by name", _PROGRAM),
    _key("ctrl+q", "app.quit", QUIT_ANYWHERE, "quit", "Quit, also where one types", _PROGRAM),
    _key("ctrl+z", "app.suspend_process", "suspend", "suspend", "To the shell; fg comes back", _PROGRAM),
    _key("q", "app.quit", "quit", "quit", "Quit; everything is kept", _PROGRAM),
)


class Keymap:
    """Which key does what: those of `READING`, or the reader's own in their place. Says how to show it."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        """Take the keys that the reader has chosen, in Textual's names with commas, by what they do."""
        self._own = own or {}

    def keys_for(self, name: str) -> list[str]:
        """The keys of a binding, in Textual's names."""
        return self._own.get(name, binding_named(name).key).split(",")

    def labels(self, name: str) -> str:
        """The keys of a binding as a reader knows them: `j ↓`."""
        return " ".join(map(key_label, self.keys_for(name)))

    def label(self, name: str) -> str:
        """The first of them: `j`."""
        return key_label(self.keys_for(name)[0])

    def digit_labels(self) -> str:
        """The keys of the pinned tags in a row: `1 … 9`."""
        return _row_of([self.label(f"tag-{digit}") for digit in DIGITS])

    def other_movement_labels(self) -> str:
        """The keys that move and are not the first to do so: `↓ ↑ …`."""
        return " ".join(
            key_label(key) for row in READING if row.group is _MOVE for key in self.keys_for(_name(row))[1:]
        )

    def help_groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The help: by group, first keys and what they do; bindings of one action in one row."""
        groups: list[tuple[str, list[tuple[str, str]]]] = []
        for group, bindings in groupby(READING, key=lambda binding: binding.group):
            groups.append((group.description if group else "", self.help_rows(bindings)))
        return groups

    def help_rows(self, bindings: Iterable[Binding]) -> list[tuple[str, str]]:
        """First keys and what they do; bindings of one action in one row."""
        return [self._row(same) for same in group_by_action(bindings)]

    def _row(self, bindings: list[Binding]) -> tuple[str, str]:
        keys = [self.label(_name(binding)) for binding in bindings]
        if len(bindings) == len(DIGITS):
            return _row_of(keys), bindings[0].tooltip.replace(f" {DIGITS[0]}", "")
        return " ".join(keys), merge_phrases([binding.tooltip for binding in bindings])

    def on_page(self, page: str) -> PageKeymap:
        """The keys of a page, a dialog or a question, by the name of its table."""
        from reader.tui.keys.page_keymap import PageKeymap  # noqa: PLC0415 - not needed for the first frame

        return PageKeymap(page, self)


def group_by_action(bindings: Iterable[Binding]) -> list[list[Binding]]:
    """Those of one action together, as they stand."""
    return [list(same) for _, same in groupby(bindings, key=lambda binding: binding.action.split("(")[0])]


def _row_of(keys: list[str]) -> str:
    """The keys of the digits: `1 … 9`, also `F1 … F9`, or one by one where they are no such row."""
    before = {key.removesuffix(str(digit)) for digit, key in zip(DIGITS, keys, strict=True)}
    return f"{keys[0]} … {keys[-1]}" if len(before) == 1 else " ".join(keys)


def merge_phrases(phrases: list[str]) -> str:
    """Phrases as one, what they share said once: `Next, previous sentence`."""
    first, *others = [phrase.split() for phrase in dict.fromkeys(phrases)]
    if not others:
        return phrases[0]
    start = min(_same(first, other) for other in others)
    end = min(
        min(_same(first[::-1], other[::-1]), len(first) - start - 1, len(other) - start - 1)
        for other in others
    )
    tail = first[len(first) - end :]
    middles = [words[start : len(words) - end] for words in others]
    for middle in middles:
        middle[0] = middle[0].lower()
    head = [*first[: len(first) - end]]
    return " ".join([", ".join(map(" ".join, [head, *middles])), *tail])


def _same(words: list[str], others: list[str]) -> int:
    """How many words at the start are the same."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False))))


def binding_named(name: str) -> Binding:
    """The binding with this id, also one of a page; KeyError when there is none."""
    if "." in name:
        from reader.tui.keys.page_keys import page_binding_named  # noqa: PLC0415 - not needed for the first frame

        return page_binding_named(name)
    return _BY_NAME[name]


def _name(binding: Binding) -> str:
    return str(binding.id)


_BY_NAME: Final = {_name(binding): binding for binding in READING}
NAMES: Final = tuple(_BY_NAME)
"""Of the bindings of the reading screen, as they stand in the configuration file."""
