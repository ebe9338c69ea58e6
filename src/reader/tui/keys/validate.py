"""The keys in the configuration file: which of them can be used, and a file of all defaults to begin with."""

from __future__ import annotations

from itertools import groupby
from json import dumps
from typing import TYPE_CHECKING

from reader.tui.keys.inherit import resolve_page_keys
from reader.tui.keys.keymap import Keymap
from reader.tui.keys.names import character_named, key_label
from reader.tui.keys.page_keys import TABLES
from reader.tui.keys.parse import NAMED, SENT_AS, config_name, parse_key, parse_usable_key
from reader.tui.keys.reading_keys import NAMES, QUIT_ANYWHERE, READING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from reader.tui.keys.page_keys import PageKeyTable

ABOUT_KEYS = (
    '# What you set here takes the place of all the keys of its line; "n,down" are two of them.',
    "# A sign stands for itself, a capital is with Shift. The others are space tab enter escape backspace",
    "# insert delete home end pageup pagedown up down left right f1 to f24. Before them: ctrl+ alt+ shift+",
)
ABOUT_PAGES = (
    "# The pages have tables of their own. What does the same there as while reading has the keys that you",
    "# have set above, unless the page has something of its own on them or you set others for the page.",
    "# Where something is asked, the letters of articles and of rows are their names: no keys to be set.",
)


def validate_keys(wanted: Mapping[str, object]) -> tuple[dict[str, str], list[str]]:
    """Return the keys that can be used, and a sentence on each fault of the others.

    The keys are in Textual's names, separated by commas, by command. Commands of pages are named `page.name`,
    and the keys they take over from the reading screen are among them.
    """
    own, faults = _parse({name: keys for name, keys in wanted.items() if name not in TABLES}, NAMES)
    faults += _drop_clashing(own, lambda: _reading_keys(own))
    always_quit = Keymap(own).keys_for(QUIT_ANYWHERE)
    for table in TABLES.values():
        asked = wanted.get(table.name, {})
        if not isinstance(asked, dict):
            faults.append(f"{table.name} is not a table")
            continue
        commands = [str(row.id) for row in table.rows]
        named = {f"{table.name}.{name}": keys for name, keys in asked.items()}
        on_page, page_faults = _parse(named, commands, always_quit)
        faults += page_faults + _validate_page(table, own, on_page)
        resolved = resolve_page_keys(table, own, on_page)
        own |= {
            name: ",".join(keys)
            for name, keys in resolved.items()
            if keys and keys != Keymap().keys_for(name)
        }
    return own, faults


def _parse(
    wanted: Mapping[str, object], commands: Collection[str], always_quit: Collection[str] = ()
) -> tuple[dict[str, str], list[str]]:
    """Look at each command by itself: return the keys that can be used, and the faults of the others."""
    own: dict[str, str] = {}
    faults = []
    for name, keys in wanted.items():
        if fault := _fault(name, keys, commands, always_quit):
            faults.append(fault)
            continue
        parsed = list(dict.fromkeys(parse_usable_key(key) or "" for key in _split(str(keys))))
        if "." in name or parsed != Keymap().keys_for(name):
            own[name] = ",".join(parsed)
    return own, faults


def _fault(name: str, keys: object, commands: Collection[str], always_quit: Collection[str]) -> str:
    """Return why the keys of a command cannot be used; an empty text when they can."""
    if name not in commands:
        return f"there are no keys called “{name}”"
    if isinstance(keys, dict) and f"in-{name}" in TABLES:
        return f"{name} is no table: the keys of that page are in [keys.in-{name}]"
    if not isinstance(keys, str):
        return f"{name} is not text in quotes; {_stays(name)}"
    if not keys.strip():
        return f"{name} would have no key; {_stays(name)}"
    faults = (_key_fault(name, key, always_quit) for key in _split(keys))
    return next((f"{fault}; {_stays(name)}" for fault in faults if fault), "")


def _key_fault(name: str, text: str, always_quit: Collection[str]) -> str:
    key, page = parse_usable_key(text), TABLES.get(name.partition(".")[0])
    if key is None:
        instead = SENT_AS.get(parse_key(text) or "")
        sent = f": most send {key_label(instead)} for it" if instead else ""
        return f"{name}: “{text}” is not a key that every terminal sends{sent}"
    if key in always_quit:
        return f"{name}: {key_label(key)} always quits"
    if name == QUIT_ANYWHERE:
        if not _never_types_or_moves(key):
            return f"{name}: one types where it quits, too, and {key_label(key)} may be part of that"
        if command := _command_of_a_page(key):
            return f"{name}: {key_label(key)} is {command}"
    types = key in {"space", "backspace"} or (len(character_named(key)) == 1 and key not in NAMED)
    if page and page.typed and types:
        return f"{name}: one types there, and {key_label(key)} is part of that"
    return ""


def _never_types_or_moves(key: str) -> bool:
    """Whether a key is free of meaning in a field of text: a key with Ctrl or Alt, or a function key."""
    *modifiers, base = key.split("+")
    return not {"ctrl", "alt"}.isdisjoint(modifiers) or (base[:1] == "f" and base[1:].isdigit())


def _command_of_a_page(key: str) -> str:
    """Return a command that has a key on some page, whatever keys the user has for reading; else nothing."""
    rows = (row for table in TABLES.values() for row in table.rows if row.id not in table.follows)
    return next((str(row.id) for row in rows if key in row.key.split(",")), "")


def _split(keys: str) -> list[str]:
    return [","] if keys.strip() == "," else [key.strip() for key in keys.split(",")]


def _quoted_default(name: str) -> str:
    """Return the default keys of a command as the configuration file has them."""
    return dumps(",".join(map(config_name, Keymap().keys_for(name))), ensure_ascii=False)


def _stays(name: str) -> str:
    return f"{name} stays {_quoted_default(name)}"


def _reading_keys(own: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the keys of each command; the key that quits anywhere may be one of those that quit here."""
    keys = {name: Keymap(own).keys_for(name) for name in NAMES}
    keys["quit"] = [key for key in keys["quit"] if key not in keys[QUIT_ANYWHERE]]
    return keys


def _validate_page(table: PageKeyTable, reading: Mapping[str, str], own: dict[str, str]) -> list[str]:
    """Drop the keys of a page that clash, and return the faults; `own` is what the user wants there."""
    faults = _drop_clashing(own, lambda: resolve_page_keys(table, reading, own))
    keys = resolve_page_keys(table, reading, own)
    reached = {row.action for row in table.rows if keys[str(row.id)]}
    lost = [str(row.id) for row in table.rows if row.action not in reached]
    return faults + [f"{name} has no key left: other commands there have all of its keys" for name in lost]


def _drop_clashing(own: dict[str, str], all_keys: Callable[[], Mapping[str, Iterable[str]]]) -> list[str]:
    """Drop the user's keys for commands that share a key, until none do; return a sentence on each."""
    faults = []
    while clash := _clash(all_keys()):
        key, names = clash
        dropped = [_stays(name) for name in names if own.pop(name, None)]
        faults.append(f"{key_label(key)} would be {' and '.join(names)} at once; {', '.join(dropped)}")
    return faults


def _clash(keys: Mapping[str, Iterable[str]]) -> tuple[str, list[str]] | None:
    """Return the first key that more than one command has, and these commands."""
    commands: dict[str, list[str]] = {}
    for name, of_it in keys.items():
        for key in of_it:
            commands.setdefault(key, []).append(name)
    return next(((key, names) for key, names in commands.items() if len(names) > 1), None)


def keys_as_toml() -> list[str]:
    """Return lines of TOML: the tables of all keys, each command with its default keys as a comment."""
    lines = ["[keys]", *ABOUT_KEYS]
    for group, bindings in groupby(READING, key=lambda binding: binding.group):
        lines += ["", f"# {group.description if group else ''}"]
        lines += [_line(str(binding.id), str(binding.id), binding.tooltip) for binding in bindings]
    lines += ["", *ABOUT_PAGES]
    for table in TABLES.values():
        lines += ["", f"# {table.title}", f"[keys.{table.name}]"]
        lines += [_line(str(row.id).partition(".")[2], str(row.id), row.tooltip) for row in table.rows]
    return lines


def _line(name: str, command: str, does: str) -> str:
    line = f"# {name} = {_quoted_default(command)}"
    return f"{line:<38}# {does}"
