"""What keys are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.keys.keymap import Keymap
from reader.tui.keys.names import key_label
from reader.tui.keys.page_keys import TABLES
from reader.tui.keys.parse import NAMED, SENT_AS, config_name, parse_usable_key
from reader.tui.keys.reading_keys import NAMES


@pytest.mark.parametrize(
    ("text", "key", "on_the_screen"),
    [
        ("j", "j", "j"),
        ("J", "J", "J"),
        ("shift+j", "J", "J"),
        ("?", "question_mark", "?"),
        ("question_mark", "question_mark", "?"),
        ("=", "equals_sign", "="),
        ("+", "plus", "+"),
        ("-", "minus", "-"),
        (",", "comma", ","),
        ("Ctrl+D", "ctrl+d", "^D"),
        ("^d", "ctrl+d", "^D"),
        ("alt++", "alt+plus", "Alt++"),
        ("Ctrl + X", "ctrl+x", "Ctrl+X"),
        ("shift+tab", "shift+tab", "⇧Tab"),
        ("⇧Tab", "shift+tab", "⇧Tab"),
        ("shift+alt+j", "alt+shift+j", "Alt+⇧J"),
        ("Space", "space", "Space"),
        ("PgDn", "pagedown", "PgDn"),
        ("return", "enter", "Enter"),
        ("Esc", "escape", "Esc"),
        ("↓", "down", "↓"),
        ("F5", "f5", "F5"),
        ("é", "é", "é"),
        ("¡", "inverted_exclamation_mark", "¡"),
        ("«", "left_pointing_double_angle_quotation_mark", "«"),
    ],
)
def test_a_key_is_understood_however_it_is_written(text: str, key: str, on_the_screen: str) -> None:
    assert parse_usable_key(text) == key
    assert key_label(key) == on_the_screen


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "foo",
            "f25",
            "jj",
            "ctrl",
            "ctrl+",
            "+j",
            "shift+1",
            "shift+?",
            "hyper+x",
            "ctrl+[",
            "ctrl+1",
            "ctrl++",
            "ctrl+é",
            "ctrl+space",
            "ctrl+enter",
            "ctrl+shift+j",
            "shift+space",
            "\x07",
        ),
        *sorted(SENT_AS),
    ],
)
def test_what_terminals_do_not_send_is_no_key(text: str) -> None:
    assert parse_usable_key(text) is None


@given(
    st.sets(st.sampled_from(["ctrl", "alt", "shift"])),
    st.one_of(st.sampled_from(sorted(NAMED)), st.characters(), st.text(max_size=4)),
)
def test_what_is_shown_and_what_is_written_is_understood(modifiers: set[str], base: str) -> None:
    key = parse_usable_key("+".join([*modifiers, base]))
    if key is not None:
        assert parse_usable_key(key_label(key)) == parse_usable_key(config_name(key)) == key


def test_the_keys_of_the_program_are_all_understood_and_do_one_thing_each() -> None:
    for names in (NAMES, *([str(row.id) for row in table.rows] for table in TABLES.values())):
        keys = [key for name in names for key in Keymap().keys_for(name)]
        assert len(keys) == len(set(keys))
        for key in keys:
            assert parse_usable_key(key_label(key)) == parse_usable_key(config_name(key)) == key
