"""The keys of a page, where some commands take theirs from the reading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.keys.keymap import Keymap
from reader.tui.keys.reading_keys import QUIT_ANYWHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.tui.keys.page_keys import PageKeyTable


def resolve_page_keys(
    table: PageKeyTable, reading: Mapping[str, str], own: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return the keys of every command of a page, in Textual's names.

    The keys that the user has set for the page and the keys of commands that only the page has come first. A
    command that follows the reading screen takes from its keys there what is left; when nothing is left, its
    default keys that nothing else has; when there are none of these either, its list is empty.

    :param reading: the user's own keys on the reading screen.
    :param own: the user's own keys on this page.
    """
    on_reading = Keymap(reading)
    following = [str(row.id) for row in table.rows if row.id in table.follows and row.id not in own]
    keys = {
        name: own[name].split(",") if name in own else Keymap().keys_for(name)
        for name in (str(row.id) for row in table.rows)
    }
    only_here = {key for name in keys if name not in table.follows and name not in own for key in keys[name]}
    for name in following:
        followed = name.partition(".")[2]
        keys[name] = [key for key in on_reading.keys_for(followed) if key not in only_here]
    for name in following:
        if not keys[name]:
            taken = {key for same in (*keys.values(), on_reading.keys_for(QUIT_ANYWHERE)) for key in same}
            default = Keymap().keys_for(name.partition(".")[2])
            keys[name] = [key for key in default if key not in taken]
    return keys
