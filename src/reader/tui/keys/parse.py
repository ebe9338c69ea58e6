"""Keys as people write them in a configuration file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textual.binding import Binding
from textual.keys import Keys as AllKeys

from reader.tui.keys.names import MODIFIERS, SHOWN, character_named

if TYPE_CHECKING:
    from collections.abc import Collection

NAMED: Final = frozenset(key.value for key in AllKeys if key.value.isalnum() and key.value != "return")
_PLAIN: Final = frozenset(("space", "tab", "enter", "escape", "backspace"))
"""They come without Ctrl."""
UNSURE: Final = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
"""What most terminals send another key for, and which."""
_WITH_CTRL: Final = frozenset(("backslash", "right_square_bracket", "circumflex_accent", "underscore"))
"""The signs that terminals send with Ctrl; the others come without it."""
_FAMILIAR: Final = {
    **{name.lower(): key for key, name in SHOWN.items() if "+" not in key},
    "return": "enter",
    "ins": "insert",
    "comma": ",",
}
_KEY: Final = re.compile(r"((?:[a-z]+\+)*)(.[^+]*)", re.IGNORECASE)
"""Modifiers, and the key; a plus can be one."""


def config_name(key: str) -> str:
    """Textual's name of a key as it is written in a file: `?`, `down`, `shift+tab`, `ctrl+q`, `f5`."""
    *modifiers, base = key.split("+")
    return "+".join([*modifiers, base if base in SHOWN or base == "comma" else character_named(base)])


def parse_usable_key(text: str) -> str | None:
    """Textual's name of a key that somebody has written, in the way of `shown` or of `written`.

    None when terminals do not send such a key, or send it as another one.
    """
    key = parse_key(text)
    return None if key is None or key in UNSURE or _is_lost(key) else key


def _is_lost(key: str) -> bool:
    """Whether terminals drop the Ctrl or the Shift."""
    *modifiers, base = key.split("+")
    if modifiers == ["shift"]:
        return base in {"space", "escape", "backspace"}
    if "ctrl" not in modifiers or base in NAMED - _PLAIN:
        return False
    is_letter = len(base) == 1 and base.isascii() and base.isalpha()
    return "shift" in modifiers or not (is_letter or base in _WITH_CTRL)


def parse_key(text: str) -> str | None:
    """Textual's name of a key, whether or not terminals send it; None when there is no such key."""
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
    return name if modifiers == ["shift"] and name not in NAMED else "+".join([*modifiers, name])


def _name_of_sign(text: str, modifiers: Collection[str]) -> str | None:
    """Textual's name of a sign, which may be given by that name; with Shift there are only letters."""
    one = text if len(text) == 1 else character_named(text.lower())
    if "shift" in modifiers and not one.isalpha():
        return None
    if modifiers:
        one = one.upper() if modifiers == ["shift"] else one.lower()
    if len(one) != 1 or not one.isprintable() or one == " ":
        return None
    name = "comma" if one == "," else next(iter(Binding.make_bindings([Binding(one, "")]))).key
    return name if character_named(name) == one else None
