"""What a key is called: by Textual, and on the screen."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from itertools import chain, product, zip_longest
from typing import Final
from unicodedata import lookup

from textual.keys import format_key

LABELS: Final = {
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
    "ctrl+d": "^D",  # short: these two share a row of the help
    "ctrl+u": "^U",
}
MODIFIERS: Final = {"ctrl": "Ctrl+", "alt": "Alt+", "shift": "⇧"}


def key_label(key: str) -> str:
    """Return how the screen shows a key of Textual's name: `?`, `↓`, `⇧Tab`, `Ctrl+Q`, `F5`."""
    if key in LABELS:
        return LABELS[key]
    *modifiers, base = key.split("+")
    name = LABELS.get(base) or character_named(base)
    if name.isascii() and base not in LABELS and (modifiers or base[1:].isdigit()):
        name = name.upper()
    return "".join(MODIFIERS[modifier] for modifier in modifiers) + name


@lru_cache(maxsize=256)
def character_named(name: str) -> str:
    """Return the character that Textual calls so: `question_mark` is `?`; the name itself when it is none."""
    # Textual writes `_` for both blanks and hyphens of the Unicode name, so all ways to read it are tried.
    if len(friendly := format_key(name)) == 1:
        return friendly
    words = name.upper().split("_")[:8]  # no character on a keyboard has a longer name
    for joints in product(" -", repeat=len(words) - 1):
        with suppress(KeyError):
            return lookup("".join(chain(*zip_longest(words, joints, fillvalue=""))))
    return name
