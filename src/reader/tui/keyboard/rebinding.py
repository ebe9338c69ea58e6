"""The keys in the configuration file: what of them can be used, and a table of all to begin with."""

from __future__ import annotations

from itertools import groupby
from json import dumps
from typing import TYPE_CHECKING

from reader.tui.keyboard.key_names import shown
from reader.tui.keyboard.keys import NAMES, READING, Keys
from reader.tui.keyboard.spelling import understood, written

if TYPE_CHECKING:
    from collections.abc import Mapping

WAY_OUT = "ctrl+q"
"""Textual's own key to quit, on every screen; nothing else can be put on it."""
LINE = 38
"""Characters of a line of the table before it says what the keys do."""
EXPLAINED = (
    '# What you set here takes the place of all the keys of its line; "n,down" are two of them.',
    "# A sign stands for itself, a capital is with Shift. The others are space tab enter escape backspace",
    "# insert delete home end pageup pagedown up down left right f1 to f24. Before them: ctrl+ alt+ shift+",
)


def checked(wanted: Mapping[str, object]) -> tuple[dict[str, str], list[str]]:
    """Give the keys that can be used, in Textual's names with commas, and what is wrong with the others."""
    own: dict[str, str] = {}
    wrong = []
    for name, keys in wanted.items():
        if complaint := _complaint(name, keys):
            wrong.append(complaint)
            continue
        known = list(dict.fromkeys(understood(key) or "" for key in _listed(str(keys))))
        if known != Keys().of(name):
            own[name] = ",".join(known)
    return own, wrong + _resolved(own)


def _complaint(name: str, keys: object) -> str:
    """What is wrong with the keys of one name; nothing when all can be used."""
    if name not in NAMES:
        return f"there are no keys called “{name}”"
    if not isinstance(keys, str):
        return f"{name} is not text in quotes; {_stays(name)}"
    for key in _listed(keys):
        known = understood(key)
        if known is None:
            return f"{name}: “{key}” is not a key that every terminal sends; {_stays(name)}"
        if known == WAY_OUT and name != "quit":
            return f"{name}: {shown(WAY_OUT)} always quits; {_stays(name)}"
    return ""


def _listed(keys: str) -> list[str]:
    return [","] if keys.strip() == "," else [key.strip() for key in keys.split(",")]


def _stays(name: str) -> str:
    return f"{name} stays {_default(name)}"


def _default(name: str) -> str:
    """The keys of a name as the file has them, quoted."""
    return dumps(",".join(map(written, Keys().of(name))), ensure_ascii=False)


def _resolved(own: dict[str, str]) -> list[str]:
    """Take out what would put two actions on one key, until nothing does; gives what was wrong with it."""
    wrong = []
    while clash := _clash(own):
        key, names = clash
        stay = [name for name in names if own.pop(name, None)]
        wrong.append(f"{shown(key)} would be {' and '.join(names)} at once; {', '.join(map(_stays, stay))}")
    return wrong


def _clash(own: dict[str, str]) -> tuple[str, list[str]] | None:
    """The first key with more than one action, and those."""
    actions: dict[str, list[str]] = {}
    for name in NAMES:
        for key in Keys(own).of(name):
            actions.setdefault(key, []).append(name)
    return next(((key, names) for key, names in actions.items() if len(names) > 1), None)


def table() -> list[str]:
    """Lines of TOML: the table of the keys, every one with its default in a comment, by group."""
    lines = ["[keys]", *EXPLAINED]
    for group, bindings in groupby(READING, key=lambda binding: binding.group):
        lines += ["", f"# {group.description if group else ''}"]
        for binding in bindings:
            line = f"# {binding.id} = {_default(str(binding.id))}"
            lines.append(f"{line:<{LINE}}# {binding.tooltip}")
    return lines
