"""The keys of pages, dialogs and questions: a table each, named like its table in the configuration file.

A command is `page.name`. What does something of the kind on the reading screen has the keys that the reader
has for it there, as far as the page has nothing of its own on them (see `inherited`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from textual.binding import Binding

from reader.tui.keys.reading_keys import DIGITS, binding_named

if TYPE_CHECKING:
    from collections.abc import Iterable


_READING: Final = Binding.Group("As while reading")


@dataclass(frozen=True, slots=True)
class PageKeyTable:
    """The keys of a page."""

    name: str
    title: str
    """Where the keys hold, for the help."""
    rows: tuple[Binding, ...]
    """With `show`, those of the footer."""
    follows: frozenset[str]
    """Names of commands that have the keys of their names on the reading screen."""
    typed: bool
    """One types there: no sign can be a key."""


def _table(name: str, title: str, *rows: Binding | Iterable[Binding], typed: bool = False) -> PageKeyTable:
    flat = [row for part in rows for row in ([part] if isinstance(part, Binding) else part)]
    named = tuple(replace(row, id=f"{name}.{row.id}") for row in flat)
    follows = frozenset(f"{name}.{row.id}" for row in flat if row.group is _READING)
    return PageKeyTable(name, title, named, follows, typed)


def _own(keys: str, action: str, name: str, short: str, does: str = "", *, show: bool = True) -> Binding:
    # Priority, as on the reading screen: what is typed ahead finds its dialog.
    return Binding(keys, action, short, id=name, tooltip=does or short.capitalize(), show=show, priority=True)


def _like(name: str, action: str, short: str | None = None, does: str = "", *, show: bool = False) -> Binding:
    """What has the keys of this name on the reading screen."""
    binding = binding_named(name)
    words = binding.description if short is None else short
    does = does or binding.tooltip
    return replace(binding, action=action, description=words, tooltip=does, show=show, group=_READING)


def _moves(step: str, page: str = "", edge: str = "", *, what: str, show: bool = False) -> list[Binding]:
    """The keys that move in a list."""
    rows = [
        _like("next", f"{step}(1)", "next", f"Next {what}", show=show),
        _like("previous", f"{step}(-1)", "previous", f"Previous {what}", show=show),
    ]
    if page:
        rows += [_like("page-down", f"{page}(1)"), _like("page-up", f"{page}(-1)")]
    if edge:
        rows += [
            _like("top", f"{edge}(-1)", does=f"First {what}"),
            _like("end", f"{edge}(1)", does=f"Last {what}"),
        ]
    return rows


def _closes(name: str, action: str = "dismiss", does: str = "Back to the articles") -> list[Binding]:
    """What has opened a page closes it, and so does what quits; and what shows keys and commands."""
    closing = [_like(opened, action, "close", does) for opened in (name, "quit")]
    return [*closing, _like("help", "help", show=True), _like("palette", "app.command_palette")]


def _clears(short: str = "begin anew", *, show: bool = False) -> Binding:
    """The key that clears a field, the same wherever one types a line."""
    return _own("ctrl+u", "erase_all", "begin-anew", short, "Begin the line anew", show=show)


def _typed_moves(*, edge: bool) -> list[Binding]:
    rows = [
        _own("down", "step(1)", "next", "next", "Next row", show=False),
        _own("up", "step(-1)", "previous", "previous", "Previous row", show=False),
        _own("pagedown", "page(1)", "page-down", "page", "A page on", show=False),
        _own("pageup", "page(-1)", "page-up", "page", "A page back", show=False),
    ]
    if edge:
        rows += [
            _own("ctrl+home", "edge(-1)", "top", "top", "First row", show=False),
            _own("ctrl+end", "edge(1)", "end", "end", "Last row", show=False),
        ]
    return rows


CODEBOOK_KEYS: Final = _table(
    "in-codebook",
    "In the codebook",
    _own("enter", "take", "go", "go", "Go where it is"),
    _like("search", "find", "find", "Find a tag", show=True),
    _own("n", "new", "new", "new", "New tag beside it"),
    _own("N", "new_below", "new-below", "new below", "New tag below it"),
    _own("r", "rename", "rename", "rename"),
    _own("e", "describe", "describe", "describe"),
    _own("c", "colour", "colour", "colour", "Next colour"),
    _own("m", "move", "move", "move", "Move below another tag"),
    _own("M", "merge", "merge", "merge", "Merge into another tag"),
    _like("remove", "delete", "delete", "Delete", show=True),
    *(_like(f"tag-{n}", f"pin({n})", "digit", f"Pin to digit {n}", show=True) for n in DIGITS),
    _own("0", "unpin", "no-digit", "none", "Pin to no digit"),
    _like("undo", "undo", show=True),
    _like("redo", "redo", show=True),
    _own("w", "write", "save", "save", "Save all tags to a file"),
    _own("o", "read", "load", "load", "Load the tags of a file"),
    _moves("step", "page", "edge", what="tag"),
    _own("escape", "close", "close", "back", "Back to the articles"),
    _closes("codebook", "close"),
)
ANNOTATIONS_KEYS: Final = _table(
    "in-everything",
    "In the list of all tags and notes",
    _own("enter", "take", "go", "go there", "Go to where it is"),
    _own("shift+down,ctrl+d", "scroll(1)", "scroll-down", "scroll it", "Scroll the one at hand down"),
    _own("shift+up,ctrl+y", "scroll(-1)", "scroll-up", "scroll it", "Scroll the one at hand up"),
    _own("tab", "matrix", "stories", "stories × tags", "Stories and tags"),
    _typed_moves(edge=True),
    _own("escape", "close", "close", "back", "Back to the articles"),
    _clears("clear", show=True),
    typed=True,
)
TAGS_BY_STORY_KEYS: Final = _table(
    "in-stories",
    "On the page of stories and tags",
    _own("escape,enter,tab", "back", "back", "back to the list"),
    _moves("step", "page", "edge", what="story", show=True),
    _like("left", "shift(-1)", "tags to the left", "Tags to the left", show=True),
    _like("right", "shift(1)", "tags to the right", "Tags to the right", show=True),
    _closes("everything"),
)
REVIEW_KEYS: Final = _table(
    "in-review",
    "In the review list",
    _own("enter,a", "accept", "accept", "accept", "The new place is right"),
    _own("A", "accept_kind", "accept-all", "all alike", "All of this verdict are right"),
    _own("m", "move", "move", "move", "Put it on another place"),
    _own("l", "keep_lost", "keep-lost", "keep as lost"),
    _like("undo", "turn('undo')", show=True),
    _like("redo", "turn('redo')", show=True),
    _moves("step", "page", "edge", what="place"),
    _like("differences-down", "scroll(1)", does="Scroll the place down"),
    _like("differences-up", "scroll(-1)", does="Scroll the place up"),
    _own("escape", "dismiss", "close", "back", "Back to the articles"),
    _closes("review"),
)
WHO_SAYS_WHAT_KEYS: Final = _table(
    "in-said",
    "On the page of who says what",
    _own("enter", "go", "go", "go there", "Go to the sentence"),
    _moves("step", "page", "edge", what="statement", show=True),
    _like("next-column", "group(1)", "next group", "Next group", show=True),
    _like("previous-column", "group(-1)", "previous group", "Previous group"),
    _like("next-paragraph", "group(1)", "next group", "Next group"),
    _like("previous-paragraph", "group(-1)", "previous group", "Previous group"),
    _own("escape", "dismiss", "close", "back", "Back to the articles"),
    _closes("said"),
)
HEAT_MAP_KEYS: Final = _table(
    "in-heat-map",
    "On the heat map",
    _own("w,tab", "turn", "turn", "sentences or words"),
    _like("left", "scroll(0,-1)", "scroll", "Scroll left", show=True),
    _like("next", "scroll(1,0)", "scroll", "Scroll down", show=True),
    _like("previous", "scroll(-1,0)", "scroll", "Scroll up", show=True),
    _like("right", "scroll(0,1)", "scroll", "Scroll right", show=True),
    _own("escape,enter,space", "dismiss", "close", "closes", "Back to the articles"),
    _closes("heat-map"),
)
HELP_KEYS: Final = _table(
    "in-help",
    "In this list of keys",
    _like("next", "scroll(1)", does="Scroll down"),
    _like("previous", "scroll(-1)", does="Scroll up"),
    _like("page-down", "page(1)"),
    _like("page-up", "page(-1)"),
    _own("escape,enter", "dismiss", "close", "close", "Close"),
    _like("help", "dismiss", "close", "Close"),
    _like("quit", "dismiss", "close", "Close"),
)
SESSION_SUMMARY_KEYS: Final = _table(
    "in-summary",
    "When a session has ended",
    _like("next", "scroll(1)", does="Scroll down"),
    _like("previous", "scroll(-1)", does="Scroll up"),
    _own("escape,enter,space", "dismiss", "close", "closes", "Back to the articles"),
    _closes("session"),
)
LIST_KEYS: Final = _table(
    "in-list",
    "In the list to choose articles from",
    _own("tab", "pick", "pick", "picks", "Pick it, or put it back"),
    _own("enter", "open", "open", "opens", "Open what is picked"),
    _typed_moves(edge=False),
    _clears(),
    _own("escape", "dismiss", "close", "leaves", "Leave"),
    typed=True,
)
PICKER_KEYS: Final = _table(
    "in-picker",
    "When a tag is picked",
    _own("enter", "take", "take", "takes it", "Take the tag"),
    _own("tab", "ask_digit", "pin", "pin", "Pin it to a digit"),
    _own("down", "highlight(1)", "next", "next", "Next tag", show=False),
    _own("up", "highlight(-1)", "previous", "previous", "Previous tag", show=False),
    _clears(),
    _own("escape", "dismiss", "close", "leaves", "Leave"),
    typed=True,
)
NOTE_KEYS: Final = _table(
    "in-note",
    "In a note",
    _own("enter", "keep", "keep", "keeps it", "Keep it"),
    _own("ctrl+j,shift+enter,alt+enter", "new_line", "new-line", "a new line", "A new line"),
    _own("tab", "next", "next", "next note", "Keep it, to the next note that lies over it", show=False),
    _own("escape", "leave", "close", "leaves it", "Leave it as it was"),
    typed=True,
)
LINE_KEYS: Final = _table(
    "in-line",
    "Where a line is asked for",
    _own("enter", "keep", "keep", "takes it", "Take what is typed"),
    _clears(),
    _own("escape", "dismiss", "close", "leaves", "Leave"),
    typed=True,
)
QUESTION_KEYS: Final = _table(
    "in-question",
    "Where yes is asked for",
    _own("y,Y", "yes", "yes", "yes", "Yes; any other key is no"),
)
DIGIT_KEYS: Final = _table(
    "in-digit",
    "When a digit is asked for",
    *(_like(f"tag-{n}", f"digit({n})", "to a digit", f"Pin it to digit {n}", show=True) for n in DIGITS),
    _own("0", "none", "no-digit", "to none", "Pin it to no digit"),
    _own("escape", "", "close", "leaves it", "Leave it as it was"),
)
SEARCH_KEYS: Final = _table(
    "in-search",
    "While a search is typed",
    _own("enter", "stay", "stay", "stay", "Stay there"),
    _own("escape", "go_back", "close", "go back", "Back to where it began"),
    _own("down", "hit(1)", "next", "next", "Next hit"),
    _own("up", "hit(-1)", "previous", "previous hit", "Previous hit"),
    _clears(show=True),
    _own("ctrl+w", "erase_word", "erase-word", "erase a word", show=False),
    typed=True,
)
FILTER_KEYS: Final = _table(
    "in-filter",
    "When a filter is chosen",
    _own("a", "a", "all", "all"),
    _own("s", "s", "shared", "shared"),
    _own("o", "o", "only-here", "only here"),
    _own("d", "d", "differing", "differing"),
    _own("t", "t", "tagged", "tagged"),
    _own("u", "u", "untagged", "untagged"),
    *(_like(f"tag-{n}", f"tag({n})", "", f"Pinned tag {n}", show=True) for n in DIGITS),
    _own("p", "p", "one-tag", "a tag", "One tag, by its name"),
    _like("filter", "a", "all", "All"),
    _own("escape", "", "close", "leave", "Leave it as it was", show=False),
)
SESSION_KEYS: Final = _table(
    "in-session",
    "When a session is asked for",
    _like("session", "enter", "go on", "Go on with what was paused", show=True),
    _own("enter", "enter", "go-on", "go on", "Go on with what was paused", show=False),
    _own("p", "p", "pause", "pause", "Pause the one that runs"),
    _own("e", "e", "end", "end it", "End the one that runs"),
    _own("a", "a", "all", "all", "Begin one: all sentences"),
    _own("o", "o", "overlaps", "overlaps", "Overlaps"),
    _own("u", "u", "untagged", "untagged"),
    _own("c", "c", "changed", "changed", "Changed since tagged"),
    _own("f", "f", "filtered", "filtered", "Shown by the filter"),
    _own("escape", "", "close", "go on", "Leave it as it was", show=False),
)
MOVE_KEYS: Final = _table(
    "in-move",
    "When something is put on another place",
    _own("enter", "here", "here", "here", "Put it on what is at hand"),
    _own("escape", "leave", "close", "leave it", "Leave it where it was"),
)

TABLES: Final = {
    table.name: table
    for table in (
        *(
            CODEBOOK_KEYS,
            ANNOTATIONS_KEYS,
            TAGS_BY_STORY_KEYS,
            REVIEW_KEYS,
            WHO_SAYS_WHAT_KEYS,
            HEAT_MAP_KEYS,
            HELP_KEYS,
            SESSION_SUMMARY_KEYS,
            LIST_KEYS,
        ),
        *(
            PICKER_KEYS,
            DIGIT_KEYS,
            NOTE_KEYS,
            LINE_KEYS,
            QUESTION_KEYS,
            SEARCH_KEYS,
            FILTER_KEYS,
            SESSION_KEYS,
            MOVE_KEYS,
        ),
    )
}
_BY_NAME: Final = {str(row.id): row for table in TABLES.values() for row in table.rows}


def page_binding_named(name: str) -> Binding:
    """The command `page.name`; KeyError when there is none."""
    return _BY_NAME[name]
