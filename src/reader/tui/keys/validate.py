"""The keys in the configuration file: what of them can be used, and tables of all to begin with."""

from __future__ import annotations

from itertools import groupby
from json import dumps
from typing import TYPE_CHECKING

from reader.tui.keys.inherit import resolve_page_keys
from reader.tui.keys.keymap import Keymap
from reader.tui.keys.names import character_named, key_label
from reader.tui.keys.page_keys import TABLES
from reader.tui.keys.parse import NAMED, UNSURE, config_name, parse_key, parse_usable_key
from reader.tui.keys.reading_keys import NAMES, QUIT_ANYWHERE, READING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from reader.tui.keys.page_keys import PageKeyTable

ERASES = "backspace"
"""No key of a page on which one types."""
LINE = 38
"""Characters of a line of the table before it says what the keys do."""
EXPLAINED = (
    '# What you set here takes the place of all the keys of its line; "n,down" are two of them.',
    "# A sign stands for itself, a capital is with Shift. The others are space tab enter escape backspace",
    "# insert delete home end pageup pagedown up down left right f1 to f24. Before them: ctrl+ alt+ shift+",
)
OF_PAGES = (
    "# The pages have tables of their own. What does the same there as while reading has the keys that you",
    "# have set above, unless the page has something of its own on them or you set others for the page.",
    "# Where something is asked, the letters of articles and of rows are their names: no keys to be set.",
)


def validate_keys(wanted: Mapping[str, object]) -> tuple[dict[str, str], list[str]]:
    """Give the keys that can be used, in Textual's names with commas, and what is wrong with the others.

    Those of pages are by `page.name`, and what they take over from the reading screen is among them.
    """
    own, wrong = _understood({name: keys for name, keys in wanted.items() if name not in TABLES}, NAMES)
    wrong += _resolved(own)
    quits = Keymap(own).keys_for(QUIT_ANYWHERE)
    for table in TABLES.values():
        asked = wanted.get(table.name, {})
        if isinstance(asked, dict):
            there = [str(row.id) for row in table.rows]
            of_it = {f"{table.name}.{name}": keys for name, keys in asked.items()}
            ours, complaints = _understood(of_it, there, quits)
            wrong += complaints + _resolved_on(table, own, ours)
            own |= _changed(table, own, ours)
        else:
            wrong.append(f"{table.name} is not a table")
    return own, wrong


def _understood(
    wanted: Mapping[str, object], names: Collection[str], quits: Collection[str] = ()
) -> tuple[dict[str, str], list[str]]:
    """Each by itself: the keys for these names, and what is wrong.

    :param quits: keys that do so wherever one is.
    """
    own: dict[str, str] = {}
    wrong = []
    for name, keys in wanted.items():
        if complaint := _complaint(name, keys, names, quits):
            wrong.append(complaint)
            continue
        known = list(dict.fromkeys(parse_usable_key(key) or "" for key in _listed(str(keys))))
        if "." in name or known != Keymap().keys_for(name):
            own[name] = ",".join(known)
    return own, wrong


def _complaint(name: str, keys: object, names: Collection[str], quits: Collection[str]) -> str:
    """What is wrong with the keys of one name; nothing when all can be used."""
    if name not in names:
        return f"there are no keys called “{name}”"
    if isinstance(keys, dict) and f"in-{name}" in TABLES:
        return f"{name} is no table: the keys of that page are in [keys.in-{name}]"
    if not isinstance(keys, str):
        return f"{name} is not text in quotes; {_stays(name)}"
    if not keys.strip():
        return f"{name} would have no key; {_stays(name)}"
    found = (_why_not(name, key, quits) for key in _listed(keys))
    return next((f"{why}; {_stays(name)}" for why in found if why), "")


def _why_not(name: str, key: str, quits: Collection[str]) -> str:
    """Why a key cannot do this; nothing when it can."""
    known, page = parse_usable_key(key), TABLES.get(name.partition(".")[0])
    if known is None:
        instead = UNSURE.get(parse_key(key) or "")
        sent = f": most send {key_label(instead)} for it" if instead else ""
        return f"{name}: “{key}” is not a key that every terminal sends{sent}"
    if known in quits:
        return f"{name}: {key_label(known)} always quits"
    if name == QUIT_ANYWHERE and not _is_free(known):
        return f"{name}: one types where it quits, too, and {key_label(known)} may be part of that"
    if name == QUIT_ANYWHERE and (there := _on_pages(known)):
        return f"{name}: {key_label(known)} is {there}"
    if page and page.typed and (_is_sign(known) or known == ERASES):
        return f"{name}: one types there, and {key_label(known)} is part of that"
    return ""


def _is_free(key: str) -> bool:
    """Whether a key is none of those with which one types and moves in what is typed."""
    *modifiers, base = key.split("+")
    return not {"ctrl", "alt"}.isdisjoint(modifiers) or (base[:1] == "f" and base[1:].isdigit())


def _on_pages(key: str) -> str:
    """What has a key on a page, whatever the reader has chosen for reading; nothing if nothing has."""
    rows = (row for table in TABLES.values() for row in table.rows if row.id not in table.follows)
    return next((str(row.id) for row in rows if key in row.key.split(",")), "")


def _is_sign(key: str) -> bool:
    return key == "space" or (len(character_named(key)) == 1 and key not in NAMED)


def _listed(keys: str) -> list[str]:
    return [","] if keys.strip() == "," else [key.strip() for key in keys.split(",")]


def _stays(name: str) -> str:
    return f"{name} stays {_default(name)}"


def _default(name: str) -> str:
    """The keys of a name as the file has them, quoted."""
    return dumps(",".join(map(config_name, Keymap().keys_for(name))), ensure_ascii=False)


def _resolved(own: dict[str, str]) -> list[str]:
    """Take out what would put two actions on one key, until nothing does; gives what was wrong with it."""
    wrong = []
    while clash := _clash(_of_reading(own)):
        key, names = clash
        wrong.append(_at_once(key, names, [name for name in names if own.pop(name, None)]))
    return wrong


def _of_reading(own: Mapping[str, str]) -> dict[str, list[str]]:
    """The keys by what they do; what quits anywhere may stand among those that quit as well."""
    keys = {name: Keymap(own).keys_for(name) for name in NAMES}
    keys["quit"] = [key for key in keys["quit"] if key not in keys[QUIT_ANYWHERE]]
    return keys


def _resolved_on(table: PageKeyTable, reading: Mapping[str, str], ours: dict[str, str]) -> list[str]:
    """The same on a page, `ours` being what is asked for it."""
    wrong = []
    while clash := _clash(resolve_page_keys(table, reading, ours)):
        key, names = clash
        wrong.append(_at_once(key, names, [name for name in names if ours.pop(name, None)]))
    full = resolve_page_keys(table, reading, ours)
    reached = {row.action for row in table.rows if full[str(row.id)]}
    lost = [str(row.id) for row in table.rows if row.action not in reached]
    return wrong + [f"{name} has no key left: other commands there have all of its keys" for name in lost]


def _clash(keys: Mapping[str, Iterable[str]]) -> tuple[str, list[str]] | None:
    """The first key with more than one action, and those."""
    actions: dict[str, list[str]] = {}
    for name, of_it in keys.items():
        for key in of_it:
            actions.setdefault(key, []).append(name)
    return next(((key, names) for key, names in actions.items() if len(names) > 1), None)


def _at_once(key: str, names: list[str], stay: list[str]) -> str:
    return f"{key_label(key)} would be {' and '.join(names)} at once; {', '.join(map(_stays, stay))}"


def _changed(table: PageKeyTable, reading: Mapping[str, str], ours: Mapping[str, str]) -> dict[str, str]:
    """What of a page has other keys than by default."""
    full = resolve_page_keys(table, reading, ours)
    return {name: ",".join(keys) for name, keys in full.items() if keys and keys != Keymap().keys_for(name)}


def keys_as_toml() -> list[str]:
    """Lines of TOML: the tables of the keys, every one with its default in a comment, by group."""
    lines = ["[keys]", *EXPLAINED]
    for group, bindings in groupby(READING, key=lambda binding: binding.group):
        lines += ["", f"# {group.description if group else ''}"]
        lines += [_line(str(binding.id), str(binding.id), binding.tooltip) for binding in bindings]
    lines += ["", *OF_PAGES]
    for table in TABLES.values():
        lines += ["", f"# {table.title}", f"[keys.{table.name}]"]
        lines += [_line(str(row.id).partition(".")[2], str(row.id), row.tooltip) for row in table.rows]
    return lines


def _line(name: str, of: str, does: str) -> str:
    line = f"# {name} = {_default(of)}"
    return f"{line:<{LINE}}# {does}"
