"""How the words, the chips and the margin of a sentence look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

from reader.tui.theme.themes import style, text_colour_on

if TYPE_CHECKING:
    from rich.style import Style

    from reader.tui.article.layout import Line, Run
    from reader.tui.theme.themes import Palette
    from reader.workspace.marks import SentenceMark

MORE_SIGN = "+"
"""More articles share a sentence than it has lines."""


def run_style(palette: Palette, mark: SentenceMark, run: Run, *, current: bool, dimmed: bool) -> Style:
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
        underline=palette.is_underlined(mark.kind, possible=mark.possible),
    )


def tagged_words_style(palette: Palette, colour: str | None, *, current: bool) -> Style:
    """Words that carry a tag or a note of their own: on the colour of their chip, and underlined.

    A hit has no line, a sentence that is shared no such background: so all are told apart without colour.
    """
    background = colour or palette.dimmed
    return style(text_colour_on(background), background, bold=current, underline=True)


def _chip_look(palette: Palette, mark: SentenceMark, chip: int) -> Style:
    colour = mark.chip(chip).colour
    if colour:
        return style(text_colour_on(colour), colour)
    return style(palette.dimmed, palette.background, italic=True)


def selection_style(palette: Palette) -> Style:
    """What is in the range that is being chosen."""
    return style(palette.text, palette.background, bold=True, reverse=True)


def hit_style(palette: Palette, *, current: bool) -> Style:
    """What was looked for: black or white on the colour of the cursor bar, to be seen on any theme."""
    return style(text_colour_on(palette.cursor), palette.cursor, bold=current)


def gutter_sign(palette: Palette, mark: SentenceMark, line: Line) -> Segment:
    """One cell a line: letters that share the sentence, then tags' digits; on the first tag's colour.

    In the last line a plus stands for the letters that there is no line for.
    """
    signs = mark.letters + "".join(str(tag.digit) if tag.digit else "•" for tag in mark.tags)
    signs += "✎" if mark.note else ""
    sign = signs[line.row] if line.row < len(signs) else " "
    sign = MORE_SIGN if line.last and line.row + 1 < len(mark.letters) else sign
    if mark.tags:
        colour = mark.tags[0].colour
        return Segment(sign, style(text_colour_on(colour), colour, bold=True))
    return Segment(sign, style(palette.text, palette.background, bold=sign != " "))
