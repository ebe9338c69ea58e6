"""What a key is called: by Textual, on the screen, and by people who write a configuration file."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from itertools import chain, product, zip_longest
from typing import TYPE_CHECKING, Final
from unicodedata import lookup

from textual.binding import Binding
from textual.keys import Keys as AllKeys
from textual.keys import format_key

if TYPE_CHECKING:
    from collections.abc import Collection

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
NAMED: Final = frozenset(key.value for key in AllKeys if key.value.isalnum() and key.value != "return")
UNSURE: Final = frozenset(("ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+space", "ctrl+at"))
"""Most terminals send them as another key: Tab, Enter, Backspace, Esc."""
LONGEST: Final = 8
"""Words in the name of a sign that is on any keyboard."""
_FAMILIAR: Final = {
    **{name.lower(): key for key, name in SHOWN.items() if "+" not in key},
    "return": "enter",
    "ins": "insert",
    "comma": ",",
}
_KEY: Final = re.compile(r"((?:[a-z]+\+)*)(.[^+]*)", re.IGNORECASE)
"""Modifiers, and the key; a plus can be one."""


def shown(key: str) -> str:
    """Textual's name of a key as a reader knows it: `?`, `↓`, `⇧Tab`, `Ctrl+Q`, `F5`."""
    if key in SHOWN:
        return SHOWN[key]
    *modifiers, base = key.split("+")
    name = SHOWN.get(base) or _sign(base)
    if base not in SHOWN and name.isascii() and (modifiers or base in NAMED):
        name = name.upper()
    return "".join(MODIFIERS[modifier] for modifier in modifiers) + name


def written(key: str) -> str:
    """Textual's name of a key as it is written in a file: `?`, `down`, `shift+tab`, `ctrl+q`, `f5`."""
    *modifiers, base = key.split("+")
    return "+".join([*modifiers, base if base in SHOWN or base == "comma" else _sign(base)])


def understood(text: str) -> str | None:
    """Textual's name of a key that somebody has written, in the way of `shown` or of `written`.

    None when terminals do not send such a key, or send it as another one.
    """
    text = "".join(text.split()).replace("⇧", "shift+")
    if text.startswith("^") and len(text) > 1:
        text = f"ctrl+{text[1:]}"
    parts = _KEY.fullmatch(text)
    if parts is None:
        return None
    modifiers = sorted({part.lower() for part in parts[1].split("+") if part})
    base = _FAMILIAR.get(parts[2].lower(), parts[2])
    name = base.lower() if base.lower() in NAMED else _name_of_sign(base, modifiers)
    if name is None or not MODIFIERS.keys() >= set(modifiers):
        return None
    key = name if modifiers == ["shift"] and name not in NAMED else "+".join([*modifiers, name])
    return None if key in UNSURE else key


def _name_of_sign(sign: str, modifiers: Collection[str]) -> str | None:
    """Textual's name of a sign, which may be given by that name; with Shift there are only letters."""
    sign = sign if len(sign) == 1 else _sign(sign.lower())
    if "shift" in modifiers and not sign.isalpha():
        return None
    if modifiers:
        sign = sign.upper() if modifiers == ["shift"] else sign.lower()
    if len(sign) != 1 or not sign.isprintable() or sign == " ":
        return None
    name = "comma" if sign == "," else next(iter(Binding.make_bindings([Binding(sign, "")]))).key
    return name if _sign(name) == sign else None


@lru_cache(maxsize=256)
def _sign(name: str) -> str:
    """The sign that Textual calls so, else the name: blanks and hyphens of Unicode's name are `_` in it."""
    if len(sign := format_key(name)) == 1:
        return sign
    words = name.upper().split("_")[:LONGEST]
    for joints in product(" -", repeat=len(words) - 1):
        with suppress(KeyError):
            return lookup("".join(chain(*zip_longest(words, joints, fillvalue=""))))
    return name
