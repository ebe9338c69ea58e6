"""One text shown as an edit of another: dropped words struck through, new ones underlined."""

from __future__ import annotations

from rich.text import Text

from reader.overlap.differences.redline import redline_pieces

EDIT_STYLES = {"same": "", "dropped": "strike #FF8A80", "added": "bold underline #9CCC9C"}
EDIT_STYLES_LIGHT = {"same": "", "dropped": "strike #A3121B", "added": "bold underline #1E6B2E"}
SIGNS = {"same": ("", ""), "dropped": ("[-", "-]"), "added": ("{+", "+}")}  # as wdiff has them


def as_edit(a: str, b: str, *, dark: bool, colour: bool) -> Text:
    """Return the words of `a` and `b` in one line, each marked as dropped, added or the same."""
    styles = EDIT_STYLES if dark else EDIT_STYLES_LIGHT
    text = Text()
    for number, piece in enumerate(redline_pieces(a, b)):
        before, after = ("", "") if colour else SIGNS[piece.kind]
        text.append(" " if number else "").append(f"{before}{piece.text}{after}", style=styles[piece.kind])
    return text
