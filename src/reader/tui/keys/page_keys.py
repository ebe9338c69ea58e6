"""The keys of pages, dialogs and prompts: a table each, named as in the configuration file.

The id of a command is `page.name`. A command that does what one of the reading screen does has the keys that
the user has for that one, unless the page has something of its own on them (see `inherit`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from textual.binding import Binding

from reader.tui.keys.reading_keys import DIGITS, binding_named

if TYPE_CHECKING:
    from collections.abc import Iterable


_AS_READING: Final = Binding.Group("As while reading")


@dataclass(frozen=True, slots=True)
class PageKeyTable:
    """The keys of a page, a dialog or a prompt."""

    name: str
    title: str  # where the keys hold, for the help
    rows: tuple[Binding, ...]  # the commands; those with `show` stand in the footer
    follows: frozenset[str]  # ids of the commands that have the keys of their names on the reading screen
    typed: bool  # text is typed there, so that no character can be a key


def _table(name: str, title: str, *rows: Binding | Iterable[Binding], typed: bool = False) -> PageKeyTable:
    flat = [row for part in rows for row in ([part] if isinstance(part, Binding) else part)]
    named = tuple(replace(row, id=f"{name}.{row.id}") for row in flat)
    follows = frozenset(f"{name}.{row.id}" for row in flat if row.group is _AS_READING)
    return PageKeyTable(name, title, named, follows, typed)


def _key(keys: str, action: str, name: str, short: str, does: str = "", *, show: bool = True) -> Binding:
    # With priority, as on the reading screen: keys typed ahead reach the dialog they are meant for.
    return Binding(keys, action, short, id=name, tooltip=does or short.capitalize(), show=show, priority=True)


def _as_reading(
    name: str, action: str, short: str | None = None, does: str = "", *, show: bool = False
) -> Binding:
    """Return a command with the keys, and as far as none are given the words, of its name while reading."""
    binding = binding_named(name)
    words = binding.description if short is None else short
    does = does or binding.tooltip
    return replace(binding, action=action, description=words, tooltip=does, show=show, group=_AS_READING)


def _movement(what: str, *, show: bool = False) -> list[Binding]:
    """Return the commands that move in a list."""
    return [
        _as_reading("next", "step(1)", "next", f"Next {what}", show=show),
        _as_reading("previous", "step(-1)", "previous", f"Previous {what}", show=show),
        _as_reading("page-down", "page(1)"),
        _as_reading("page-up", "page(-1)"),
        _as_reading("top", "edge(-1)", does=f"First {what}"),
        _as_reading("end", "edge(1)", does=f"Last {what}"),
    ]


def _closing(opens: str, own: str = "escape", short: str = "back") -> list[Binding]:
    """Return what closes a page: its own keys, those that open it, those that quit; and help and palette."""
    does = "Back to the articles"
    closing = [_key(own, "dismiss", "close", short, does)] if own else []
    closing += [_as_reading(name, "dismiss", "close", does) for name in (opens, "quit")]
    return [*closing, _as_reading("help", "help", show=True), _as_reading("palette", "app.command_palette")]


def _clearing(short: str = "begin anew", *, show: bool = False) -> Binding:
    """Return the key that clears a field: the same one in all of them."""
    return _key("ctrl+u", "erase_all", "begin-anew", short, "Begin the line anew", show=show)


def _movement_while_typing() -> list[Binding]:
    return [
        _key("down", "step(1)", "next", "next", "Next row", show=False),
        _key("up", "step(-1)", "previous", "previous", "Previous row", show=False),
        _key("pagedown", "page(1)", "page-down", "page", "A page on", show=False),
        _key("pageup", "page(-1)", "page-up", "page", "A page back", show=False),
    ]


_ALL: Final = (
    _table(
        "in-codebook",
        "In the codebook",
        _key("enter", "take", "go", "go", "Go where it is"),
        _as_reading("search", "find", "find", "Find a tag", show=True),
        _key("n", "new", "new", "new", "New tag beside it"),
        _key("N", "new_below", "new-below", "new below", "New tag below it"),
        _key("r", "rename", "rename", "rename"),
        _key("e", "describe", "describe", "describe"),
        _key("c", "colour", "colour", "colour", "Next colour"),
        _key("m", "move", "move", "move", "Move below another tag"),
        _key("M", "merge", "merge", "merge", "Merge into another tag"),
        _as_reading("remove", "delete", "delete", "Delete", show=True),
        *(_as_reading(f"tag-{n}", f"pin({n})", "digit", f"Pin to digit {n}", show=True) for n in DIGITS),
        _key("0", "unpin", "no-digit", "none", "Pin to no digit"),
        _as_reading("undo", "undo", show=True),
        _as_reading("redo", "redo", show=True),
        _key("w", "write", "save", "save", "Save all tags to a file"),
        _key("o", "read", "load", "load", "Load the tags of a file"),
        _movement("tag"),
        _closing("codebook"),
    ),
    _table(
        "in-everything",
        "In the list of all tags and notes",
        _key("enter", "take", "go", "go there", "Go to where it is"),
        _key("shift+down,ctrl+d", "scroll(1)", "scroll-down", "scroll it", "Scroll the one at hand down"),
        _key("shift+up,ctrl+y", "scroll(-1)", "scroll-up", "scroll it", "Scroll the one at hand up"),
        _key("tab", "matrix", "stories", "stories × tags", "Stories and tags"),
        _movement_while_typing(),
        _key("ctrl+home", "edge(-1)", "top", "top", "First row", show=False),
        _key("ctrl+end", "edge(1)", "end", "end", "Last row", show=False),
        _key("escape", "dismiss", "close", "back", "Back to the articles"),
        _clearing("clear", show=True),
        typed=True,
    ),
    _table(
        "in-stories",
        "On the page of stories and tags",
        _key("escape,enter,tab", "back", "back", "back to the list"),
        _movement("story", show=True),
        _as_reading("left", "shift(-1)", "tags to the left", "Tags to the left", show=True),
        _as_reading("right", "shift(1)", "tags to the right", "Tags to the right", show=True),
        _closing("everything", ""),
    ),
    _table(
        "in-review",
        "In the review list",
        _key("enter,a", "accept", "accept", "accept", "The new place is right"),
        _key("A", "accept_kind", "accept-all", "all alike", "All of this verdict are right"),
        _key("m", "move", "move", "move", "Put it on another place"),
        _key("l", "keep_lost", "keep-lost", "keep as lost"),
        _as_reading("undo", "turn('undo')", show=True),
        _as_reading("redo", "turn('redo')", show=True),
        _movement("place"),
        _as_reading("differences-down", "scroll(1)", does="Scroll the place down"),
        _as_reading("differences-up", "scroll(-1)", does="Scroll the place up"),
        _closing("review"),
    ),
    _table(
        "in-said",
        "On the page of who says what",
        _key("enter", "go", "go", "go there", "Go to the sentence"),
        _movement("statement", show=True),
        _as_reading("next-column", "group(1)", "next group", "Next group", show=True),
        _as_reading("previous-column", "group(-1)", "previous group", "Previous group"),
        _as_reading("next-paragraph", "group(1)", "next group", "Next group"),
        _as_reading("previous-paragraph", "group(-1)", "previous group", "Previous group"),
        _closing("said"),
    ),
    _table(
        "in-heat-map",
        "On the heat map",
        _key("w,tab", "turn", "turn", "sentences or words"),
        _as_reading("left", "scroll(0,-1)", "scroll", "Scroll left", show=True),
        _as_reading("next", "scroll(1,0)", "scroll", "Scroll down", show=True),
        _as_reading("previous", "scroll(-1,0)", "scroll", "Scroll up", show=True),
        _as_reading("right", "scroll(0,1)", "scroll", "Scroll right", show=True),
        _closing("heat-map", "escape,enter,space", "closes"),
    ),
    _table(
        "in-help",
        "In this list of keys",
        _as_reading("next", "scroll(1)", does="Scroll down"),
        _as_reading("previous", "scroll(-1)", does="Scroll up"),
        _as_reading("page-down", "page(1)"),
        _as_reading("page-up", "page(-1)"),
        _key("escape,enter", "dismiss", "close", "close", "Close"),
        _as_reading("help", "dismiss", "close", "Close"),
        _as_reading("quit", "dismiss", "close", "Close"),
    ),
    _table(
        "in-summary",
        "When a session has ended",
        _as_reading("next", "scroll(1)", does="Scroll down"),
        _as_reading("previous", "scroll(-1)", does="Scroll up"),
        _closing("session", "escape,enter,space", "closes"),
    ),
    _table(
        "in-list",
        "In the list to choose articles from",
        _key("tab", "pick", "pick", "picks", "Pick it, or put it back"),
        _key("enter", "open", "open", "opens", "Open what is picked"),
        _movement_while_typing(),
        _clearing(),
        _key("escape", "dismiss", "close", "leaves", "Leave"),
        typed=True,
    ),
    _table(
        "in-picker",
        "When a tag is picked",
        _key("enter", "take", "take", "takes it", "Take the tag"),
        _key("tab", "ask_digit", "pin", "pin", "Pin it to a digit"),
        _key("down", "highlight(1)", "next", "next", "Next tag", show=False),
        _key("up", "highlight(-1)", "previous", "previous", "Previous tag", show=False),
        _clearing(),
        _key("escape", "dismiss", "close", "leaves", "Leave"),
        typed=True,
    ),
    _table(
        "in-digit",
        "When a digit is asked for",
        *(
            _as_reading(f"tag-{n}", f"digit({n})", "to a digit", f"Pin it to digit {n}", show=True)
            for n in DIGITS
        ),
        _key("0", "none", "no-digit", "to none", "Pin it to no digit"),
        _key("escape", "", "close", "leaves it", "Leave it as it was"),
    ),
    _table(
        "in-note",
        "In a note",
        _key("enter", "keep", "keep", "keeps it", "Keep it"),
        _key("ctrl+j,shift+enter,alt+enter", "new_line", "new-line", "a new line", "A new line"),
        _key("tab", "next", "next", "next note", "Keep it, to the next note that lies over it", show=False),
        _key("escape", "leave", "close", "leaves it", "Leave it as it was"),
        typed=True,
    ),
    _table(
        "in-line",
        "Where a line is asked for",
        _key("enter", "keep", "keep", "takes it", "Take what is typed"),
        _clearing(),
        _key("escape", "dismiss", "close", "leaves", "Leave"),
        typed=True,
    ),
    _table(
        "in-question", "Where yes is asked for", _key("y,Y", "yes", "yes", "yes", "Yes; any other key is no")
    ),
    _table(
        "in-search",
        "While a search is typed",
        _key("enter", "stay", "stay", "stay", "Stay there"),
        _key("escape", "go_back", "close", "go back", "Back to where it began"),
        _key("down", "hit(1)", "next", "next", "Next hit"),
        _key("up", "hit(-1)", "previous", "previous hit", "Previous hit"),
        _clearing(show=True),
        _key("ctrl+w", "erase_word", "erase-word", "erase a word", show=False),
        typed=True,
    ),
    _table(
        "in-filter",
        "When a filter is chosen",
        _key("a", "a", "all", "all"),
        _key("s", "s", "shared", "shared"),
        _key("o", "o", "only-here", "only here"),
        _key("d", "d", "differing", "differing"),
        _key("t", "t", "tagged", "tagged"),
        _key("u", "u", "untagged", "untagged"),
        *(_as_reading(f"tag-{n}", f"tag({n})", "", f"Pinned tag {n}", show=True) for n in DIGITS),
        _key("p", "p", "one-tag", "a tag", "One tag, by its name"),
        _as_reading("filter", "a", "all", "All"),
        _key("escape", "", "close", "leave", "Leave it as it was", show=False),
    ),
    _table(
        "in-session",
        "When a session is asked for",
        _as_reading("session", "enter", "go on", "Go on with what was paused", show=True),
        _key("enter", "enter", "go-on", "go on", "Go on with what was paused", show=False),
        _key("p", "p", "pause", "pause", "Pause the one that runs"),
        _key("e", "e", "end", "end it", "End the one that runs"),
        _key("a", "a", "all", "all", "Begin one: all sentences"),
        _key("o", "o", "overlaps", "overlaps", "Overlaps"),
        _key("u", "u", "untagged", "untagged"),
        _key("c", "c", "changed", "changed", "Changed since tagged"),
        _key("f", "f", "filtered", "filtered", "Shown by the filter"),
        _key("escape", "", "close", "go on", "Leave it as it was", show=False),
    ),
    _table(
        "in-move",
        "When something is put on another place",
        _key("enter", "here", "here", "here", "Put it on what is at hand"),
        _key("escape", "leave", "close", "leave it", "Leave it where it was"),
    ),
)
TABLES: Final = {table.name: table for table in _ALL}  # in the order of help and configuration file
PAGE_BINDINGS: Final = {str(row.id): row for table in _ALL for row in table.rows}  # by `page.name`
