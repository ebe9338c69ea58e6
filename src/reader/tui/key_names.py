"""What a key is called: by Textual, on the screen, and by people who write a configuration file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

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
_FAMILIAR: Final = {
    **{name.lower(): key for key, name in SHOWN.items() if "+" not in key},
    "return": "enter",
    "ins": "insert",
    "comma": ",",
}
_KEY: Final = re.compile(r"((?:[a-z]+ *\+ *)*)(.[^+]*)", re.IGNORECASE)
"""Modifiers, and the key; a plus can be one."""


def shown(key: str) -> str:
    """Textual's name of a key as a reader knows it: `?`, `↓`, `⇧Tab`, `Ctrl+Q`, `F5`."""
    if key in SHOWN:
        return SHOWN[key]
    *modifiers, base = key.split("+")
    name = SHOWN.get(base) or format_key(base)
    if base not in SHOWN and (modifiers or base in NAMED):
        name = name.upper()
    return "".join(MODIFIERS[modifier] for modifier in modifiers) + name


def written(key: str) -> str:
    """Textual's name of a key as it is written in a file: `?`, `down`, `shift+tab`, `ctrl+q`, `f5`."""
    *modifiers, base = key.split("+")
    return "+".join([*modifiers, base if base in SHOWN or base == "comma" else format_key(base)])


def understood(text: str) -> str | None:
    """Textual's name of a key that somebody has written, in the way of `shown` or of `written`.

    None when terminals do not send such a key, or send it as another one.
    """
    text = text.strip().replace("⇧", "shift+")
    if text.startswith("^") and len(text) > 1:
        text = f"ctrl+{text[1:]}"
    parts = _KEY.fullmatch(text)
    if parts is None:
        return None
    modifiers = sorted({part.strip().lower() for part in parts[1].split("+") if part})
    base = _FAMILIAR.get(parts[2].lower(), parts[2])
    name = base.lower() if base.lower() in NAMED else _name_of_sign(base, modifiers)
    if name is None or not MODIFIERS.keys() >= set(modifiers):
        return None
    key = name if modifiers == ["shift"] and name not in NAMED else "+".join([*modifiers, name])
    return None if key in UNSURE else key


def _name_of_sign(sign: str, modifiers: Collection[str]) -> str | None:
    """Textual's name of a sign, which may be given by that name; with Shift there are only letters."""
    sign = sign if len(sign) == 1 else format_key(sign.lower())
    if "shift" in modifiers and not sign.isalpha():
        return None
    if modifiers:
        sign = sign.upper() if modifiers == ["shift"] else sign.lower()
    if len(sign) != 1 or not sign.isprintable() or sign == " ":
        return None
    return "comma" if sign == "," else next(iter(Binding.make_bindings([Binding(sign, "")]))).key
