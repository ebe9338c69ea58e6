"""The two themes of reader's own, and the colours in which sentences are painted on any theme.

The tints were computed so that text on them keeps a contrast of 4.5 or more, and so that protanopes,
deuteranopes and tritanopes can tell them apart. A tint never carries a meaning alone: the gutter says it too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color, blend_rgb
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

if TYPE_CHECKING:
    from reader.overlap import MatchKind

READER_DARK = Theme(
    name="reader-dark",
    primary="#7FB3E6",
    secondary="#F2C285",
    accent="#F2C285",
    warning="#F2C285",
    error="#FF8A80",
    success="#9CCC9C",
    foreground="#FFFFFF",
    background="#121212",
    surface="#1A1A1A",
    panel="#262626",
    dark=True,
)
READER_LIGHT = Theme(
    name="reader-light",
    primary="#1D4F91",
    secondary="#8A4B00",
    accent="#8A4B00",
    warning="#8A4B00",
    error="#A3121B",
    success="#1E6B2E",
    foreground="#111111",
    background="#FFFFFF",
    surface="#F4F4F4",
    panel="#E4E4E4",
    dark=False,
)


def theme_names() -> frozenset[str]:
    """Return the names of all themes but those in the terminal's own colours, whose contrast is not known."""
    builtin = (name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)
    return frozenset((READER_DARK.name, READER_LIGHT.name, *builtin))


BLOCKS: dict[MatchKind, str] = {"verbatim": "█", "edited": "▓", "paraphrase": "▒"}
"""The kind of a match in the gutter; a match that is only possible has `POSSIBLE_BLOCK`."""
POSSIBLE_BLOCK = "░"
RANK_BLOCKS = " ▏▎▍▌"  # the ranks of the minimap in the left half of a cell: the wider, the more is shared


class Tint(NamedTuple):
    """The colours of a kind of match: behind the text (None: the plain background), and in the gutter."""

    text: str | None
    gutter: str


class Palette(NamedTuple):
    """The colours that sentences are painted with. It is hashable: styles are made once for each palette."""

    background: str
    text: str
    dimmed: str
    cursor: str  # the bar beside the sentence at hand
    thumb: str  # the part of the minimap that is in sight
    verbatim: Tint
    edited: Tint
    paraphrase: Tint
    possible: Tint
    underline: bool  # of verbatim and edited matches: there is no tint, or it cannot be seen

    def is_underlined(self, kind: MatchKind, *, possible: bool) -> bool:
        """Whether a match is underlined; paraphrases never are, or most of the page would be."""
        return self.underline and kind != "paraphrase" and not possible

    def tint(self, kind: MatchKind, *, possible: bool) -> Tint:
        """Return the colours of a match."""
        if possible:
            return self.possible
        return {"verbatim": self.verbatim, "edited": self.edited, "paraphrase": self.paraphrase}[kind]

    def tint_of_rank(self, rank: int) -> Tint:
        """Return the colours of a rank of the minimap, 1 to 4."""
        return (self.possible, self.paraphrase, self.edited, self.verbatim)[rank - 1]


DARK = Palette(
    background="#121212",
    text="#FFFFFF",
    dimmed="#8A8A8A",
    cursor="#7FB3E6",
    thumb="#555555",
    verbatim=Tint("#6C5533", "#FFFFFF"),
    edited=Tint("#314B6A", "#F2C285"),
    paraphrase=Tint("#393741", "#9E9E9E"),
    possible=Tint("#1A2436", "#5A7FA8"),
    underline=False,
)
LIGHT = Palette(
    background="#FFFFFF",
    text="#111111",
    dimmed="#6B6B6B",
    cursor="#1D4F91",
    thumb="#B4B4B4",
    verbatim=Tint("#F9BB62", "#A85400"),
    edited=Tint("#8FD3F5", "#08608C"),
    paraphrase=Tint("#D6D8B6", "#62642E"),
    possible=Tint("#DCECFC", "#5A7CA6"),
    underline=False,
)


def palette_for(theme: Theme, variables: dict[str, str], *, colour: bool) -> Palette:
    """Return the palette of a theme: on other themes, and without colour, underlines replace the tints."""
    if colour and theme.name == READER_DARK.name:
        return DARK
    if colour and theme.name == READER_LIGHT.name:
        return LIGHT
    text = variables["foreground"]
    tint = Tint(None, text)
    return (DARK if theme.dark else LIGHT)._replace(
        background=variables["background"],
        text=text,
        cursor=variables["accent"],
        verbatim=tint,
        edited=tint,
        paraphrase=tint,
        possible=tint,
        underline=True,
    )


HEAT = {READER_DARK.name: ("#262626", "#FFC86B"), READER_LIGHT.name: ("#FBF3E8", "#8F3A00")}
"""The colours of the shares 0 and 1, on the themes of our own."""


def heat_colour(theme: Theme, share: float, *, colour: bool) -> str | None:
    """Return the colour of a share from 0 to 1; None on other themes and without colour."""
    if not colour or theme.name not in HEAT:
        return None
    cold, hot = (Color.parse(colour).get_truecolor() for colour in HEAT[theme.name])
    return blend_rgb(cold, hot, share).hex


@lru_cache(maxsize=512)
def style(
    colour: str,
    background: str,
    *,
    bold: bool = False,
    underline: bool = False,
    reverse: bool = False,
    italic: bool = False,
    dim: bool = False,
) -> Style:
    """Return a style; each is made only once."""
    return Style(
        color=Color.parse(colour),
        bgcolor=Color.parse(background),
        bold=bold,
        underline=underline,
        reverse=reverse,
        italic=italic,
        dim=dim,
    )


@lru_cache(maxsize=64)
def text_colour_on(background: str) -> str:
    """Return black or white, whichever is easier to read on a colour (WCAG 2.1, relative luminance)."""
    channels = (channel / 255 for channel in Color.parse(background).get_truecolor())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if luminance > 0.179 else "#FFFFFF"


def on_colour(colour: str) -> str:
    """Return the style, as text, of words on a colour: black or white, whichever is easier to read."""
    return f"{text_colour_on(colour)} on {colour}"
