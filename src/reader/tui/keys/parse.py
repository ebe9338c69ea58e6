"""Keys as people write them in the configuration file, from and to Textual's names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textual.binding import Binding
from textual.keys import Keys

from reader.tui.keys.names import LABELS, MODIFIERS, character_named

if TYPE_CHECKING:
    from collections.abc import Collection

NAMED: Final = frozenset(key.value for key in Keys if key.value.isalnum() and key.value != "return")
"""Keys with a name of their own, which are no characters."""
_NEVER_WITH_CTRL: Final = frozenset(("space", "tab", "enter", "escape", "backspace"))
SENT_AS: Final = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
"""Keys that most terminals send as another key."""
_CHARACTERS_WITH_CTRL: Final = {"backslash", "right_square_bracket", "circumflex_accent", "underscore"}
"""The only characters besides letters that terminals send with Ctrl."""
_OTHER_NAMES: Final = {
    **{label.lower(): key for key, label in LABELS.items() if "+" not in key},
    "return": "enter",
    "ins": "insert",
    "comma": ",",
}
_MODIFIERS_AND_KEY: Final = re.compile(r"((?:[a-z]+\+)*)(.[^+]*)", re.IGNORECASE)  # the key may be a plus


def config_name(key: str) -> str:
    """Return how the configuration file writes a key of Textual's name: `?`, `down`, `shift+tab`."""
    *modifiers, base = key.split("+")
    return "+".join([*modifiers, base if base in LABELS or base == "comma" else character_named(base)])


def parse_usable_key(text: str) -> str | None:
    """Return Textual's name of a key as people write it; None when terminals do not send it as such."""
    key = parse_key(text)
    return None if key is None or key in SENT_AS or _loses_a_modifier(key) else key


def _loses_a_modifier(key: str) -> bool:
    """Whether terminals send the key without its Ctrl or its Shift."""
    *modifiers, base = key.split("+")
    if modifiers == ["shift"]:
        return base in {"space", "escape", "backspace"}
    if "ctrl" not in modifiers or base in NAMED - _NEVER_WITH_CTRL:
        return False
    is_letter = len(base) == 1 and base.isascii() and base.isalpha()
    return "shift" in modifiers or not (is_letter or base in _CHARACTERS_WITH_CTRL)


def parse_key(text: str) -> str | None:
    """Return Textual's name of a key, whether or not terminals send it; None when there is no such key."""
    text = "".join(text.split()).replace("⇧", "shift+")
    if text.startswith("^") and len(text) > 1:
        text = f"ctrl+{text[1:]}"
    parts = _MODIFIERS_AND_KEY.fullmatch(text)
    if parts is None:
        return None
    modifiers = sorted({part.lower() for part in parts[1].split("+") if part})
    base = _OTHER_NAMES.get(parts[2].lower(), parts[2])
    name = base.lower() if base.lower() in NAMED else _character_key(base, modifiers)
    if name is None or not MODIFIERS.keys() >= set(modifiers):
        return None
    return name if modifiers == ["shift"] and name not in NAMED else "+".join([*modifiers, name])


def _character_key(text: str, modifiers: Collection[str]) -> str | None:
    """Return Textual's name of the key of a character, given as itself or by that name."""
    # With Shift alone a letter is a capital, with other modifiers small; only letters go with Shift.
    one = text if len(text) == 1 else character_named(text.lower())
    if "shift" in modifiers and not one.isalpha():
        return None
    if modifiers:
        one = one.upper() if modifiers == ["shift"] else one.lower()
    if len(one) != 1 or not one.isprintable() or one == " ":
        return None
    name = "comma" if one == "," else next(iter(Binding.make_bindings([Binding(one, "")]))).key
    return name if character_named(name) == one else None
