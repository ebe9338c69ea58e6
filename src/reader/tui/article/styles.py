"""The styles of the words of a sentence, of its chips, and of the signs in its gutter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

from reader.tui.theme.themes import style, text_colour_on

if TYPE_CHECKING:
    from rich.style import Style

    from reader.tui.article.layout import Line, Run
    from reader.tui.theme.themes import Palette
    from reader.workspace.marks import SentenceMark

MORE_SIGN = "+"  # stands for the letters of articles for which a sentence has no line


def run_style(palette: Palette, mark: SentenceMark, run: Run, *, current: bool, dimmed: bool) -> Style:
    """Return the style of the words of a sentence, of the blank after them, or of one of its chips."""
    if run.chip is not None:
        if colour := mark.chip(run.chip).colour:
            return style(text_colour_on(colour), colour)
        return style(palette.dimmed, palette.background, italic=True)
    if run.blank:
        return style(palette.text, palette.background)
    if mark.boilerplate or dimmed:
        return style(palette.dimmed, palette.background, bold=current)
    if mark.kind is None:
        return style(palette.text, palette.background, bold=current)
    tint = palette.tint(mark.kind, possible=mark.possible).text or palette.background
    underline = palette.is_underlined(mark.kind, possible=mark.possible)
    return style(palette.text, tint, bold=current, underline=underline)


def tagged_words_style(palette: Palette, colour: str | None, *, current: bool) -> Style:
    """Return the style of words with a tag or a note of their own: on the colour of the tag, underlined."""
    # A hit has no underline, and a match no such background, so that all are told apart without colour.
    background = colour or palette.dimmed
    return style(text_colour_on(background), background, bold=current, underline=True)


def selection_style(palette: Palette) -> Style:
    """Return the style of words in the range that is selected."""
    return style(palette.text, palette.background, bold=True, reverse=True)


def hit_style(palette: Palette, *, current: bool) -> Style:
    """Return the style of hits: black or white on the colour of the cursor bar, to be seen on any theme."""
    return style(text_colour_on(palette.cursor), palette.cursor, bold=current)


def gutter_sign(palette: Palette, mark: SentenceMark, line: Line) -> Segment:
    """Return the sign in one line of a sentence's gutter, on the colour of its first tag."""
    # The lines take the signs in turn: letters of the articles that share it, digits of its tags, its note.
    signs = mark.letters + "".join(str(tag.digit) if tag.digit else "•" for tag in mark.tags)
    signs += "✎" if mark.note else ""
    sign = signs[line.row] if line.row < len(signs) else " "
    if line.last and line.row + 1 < len(mark.letters):
        sign = MORE_SIGN
    if mark.tags:
        colour = mark.tags[0].colour
        return Segment(sign, style(text_colour_on(colour), colour, bold=True))
    return Segment(sign, style(palette.text, palette.background, bold=sign != " "))
