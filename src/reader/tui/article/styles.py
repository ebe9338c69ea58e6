"""How the words, the chips and the margin of a sentence look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

from reader.tui.theme.themes import ink, style

if TYPE_CHECKING:
    from rich.style import Style

    from reader.tui.article.layout import Line, Run
    from reader.tui.theme.themes import Palette
    from reader.workspace.marks import Mark

MORE = "+"
"""More articles share a sentence than it has lines."""


def run_look(palette: Palette, mark: Mark, run: Run, *, current: bool, dimmed: bool) -> Style:
    """The words of a sentence, the blank after them, or one of its chips."""
    if run.chip is not None:
        return _chip_look(palette, mark, run.chip)
    if run.blank:
        return style(palette.text, palette.background)
    if mark.boilerplate or dimmed:
        return style(palette.dimmed, palette.background, bold=current)
    if mark.kind is None:
        return style(palette.text, palette.background, bold=current)
    return style(
        palette.text,
        palette.tint(mark.kind, possible=mark.possible).text or palette.background,
        bold=current,
        underline=palette.underlined(mark.kind, possible=mark.possible),
    )


def words_look(palette: Palette, colour: str | None, *, current: bool) -> Style:
    """Words that carry a tag or a note of their own: on the colour of their chip, and underlined.

    A hit has no line, a sentence that is shared no such background: so all are told apart without colour.
    """
    background = colour or palette.dimmed
    return style(ink(background), background, bold=current, underline=True)


def _chip_look(palette: Palette, mark: Mark, chip: int) -> Style:
    colour = mark.chip(chip).colour
    if colour:
        return style(ink(colour), colour)
    return style(palette.dimmed, palette.background, italic=True)


def chosen_look(palette: Palette) -> Style:
    """What is in the range that is being chosen."""
    return style(palette.text, palette.background, bold=True, reverse=True)


def hit_look(palette: Palette, *, current: bool) -> Style:
    """What was looked for: black or white on the colour of the cursor bar, to be seen on any theme."""
    return style(ink(palette.cursor), palette.cursor, bold=current)


def margin_note(palette: Palette, mark: Mark, line: Line) -> Segment:
    """One cell a line: letters that share the sentence, then tags' digits; on the first tag's colour.

    In the last line a plus stands for the letters that there is no line for.
    """
    signs = mark.letters + "".join(str(tag.digit) if tag.digit else "•" for tag in mark.tags)
    signs += "✎" if mark.note else ""
    sign = signs[line.row] if line.row < len(signs) else " "
    sign = MORE if line.last and line.row + 1 < len(mark.letters) else sign
    if mark.tags:
        colour = mark.tags[0].colour
        return Segment(sign, style(ink(colour), colour, bold=True))
    return Segment(sign, style(palette.text, palette.background, bold=sign != " "))
