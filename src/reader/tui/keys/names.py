"""What a key is called: by Textual, and on the screen."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from itertools import chain, product, zip_longest
from typing import Final
from unicodedata import lookup

from textual.keys import format_key

SHOWN: Final = {
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "escape": "Esc",
    "enter": "Enter",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "ctrl+d": "^D",  # two that share a row of the help
    "ctrl+u": "^U",
}
MODIFIERS: Final = {"ctrl": "Ctrl+", "alt": "Alt+", "shift": "⇧"}

LONGEST: Final = 8
"""Words in the name of a sign that is on any keyboard."""


def key_label(key: str) -> str:
    """Textual's name of a key as a reader knows it: `?`, `↓`, `⇧Tab`, `Ctrl+Q`, `F5`."""
    if key in SHOWN:
        return SHOWN[key]
    *modifiers, base = key.split("+")
    name = SHOWN.get(base) or character_named(base)
    if name.isascii() and base not in SHOWN and (modifiers or base[1:].isdigit()):
        name = name.upper()
    return "".join(MODIFIERS[modifier] for modifier in modifiers) + name


@lru_cache(maxsize=256)
def character_named(name: str) -> str:
    """The sign that Textual calls so, else the name: blanks and hyphens of Unicode's name are `_` in it."""
    if len(friendly := format_key(name)) == 1:
        return friendly
    words = name.upper().split("_")[:LONGEST]
    for joints in product(" -", repeat=len(words) - 1):
        with suppress(KeyError):
            return lookup("".join(chain(*zip_longest(words, joints, fillvalue=""))))
    return name
