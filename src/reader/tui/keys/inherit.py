"""What keys the commands of a page have when the reader has other ones for reading, or for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.keys.keymap import Keymap
from reader.tui.keys.reading_keys import QUIT_ANYWHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.tui.keys.page_keys import PageKeyTable


def resolve_page_keys(
    table: PageKeyTable, reading: Mapping[str, str], ours: Mapping[str, str]
) -> dict[str, list[str]]:
    """The keys of every command of a page, in Textual's names.

    What the reader asks for (`ours`) and what only the page has come first. A command that follows the
    reading screen has the keys of there that are left, and if none is, those of its defaults that nothing
    else has; the list is empty when there is none of these either.
    """
    own = Keymap(reading)
    full = {str(row.id): _asked(str(row.id), ours) for row in table.rows}
    only_here = {key for name, keys in full.items() if name not in {*table.follows, *ours} for key in keys}
    followers = [name for name in full if name in table.follows and name not in ours]
    for name in followers:
        full[name] = [key for key in own.keys_for(_followed(name)) if key not in only_here]
    for name in followers:
        taken = {key for keys in (*full.values(), own.keys_for(QUIT_ANYWHERE)) for key in keys}
        full[name] = full[name] or [key for key in Keymap().keys_for(_followed(name)) if key not in taken]
    return full


def _asked(name: str, ours: Mapping[str, str]) -> list[str]:
    return ours[name].split(",") if name in ours else Keymap().keys_for(name)


def _followed(name: str) -> str:
    return name.partition(".")[2]
