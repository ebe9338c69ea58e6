"""Colours: what is read on them is legible, and kinds stay apart for colour-blind readers."""

from __future__ import annotations

from itertools import combinations
from math import dist, hypot
from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from reader.notebook import Target
from reader.notebook.colours import PALETTE
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.theme.themes import (
    DARK,
    LIGHT,
    READER_DARK,
    READER_LIGHT,
    Palette,
    heat_colour,
    text_colour_on,
)

if TYPE_CHECKING:
    from textual.theme import Theme

    from reader.workspace.workspace import Workspace

LEGIBLE, WELL_LEGIBLE = 4.5, 7.0
"""Contrasts of WCAG 2.1: level AA and level AAA."""
SEEN = {
    "by all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanope": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranope": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritanope": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}
"""Machado, Oliveira and Fernandes (2009), full deficiency, for linear RGB."""


def linear(colour: str) -> list[float]:
    channels = [channel / 255 for channel in Color.parse(colour).rgb]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def contrast(one: str, other: str) -> float:
    lights = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def oklab(colour: str, seen: str) -> list[float]:
    rgb = linear(colour)
    r, g, b = (max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True))) for row in SEEN[seen])
    x = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    y = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    z = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return [
        0.2104542553 * x + 0.7936177850 * y - 0.0040720468 * z,
        1.9779984951 * x - 2.4285922050 * y + 0.4505937099 * z,
        0.0259040371 * x + 0.7827717662 * y - 0.8086757660 * z,
    ]


def colour_distance(one: str, other: str, seen: str) -> float:
    """Distance in Oklab (Ottosson 2020), as somebody sees it."""
    return dist(oklab(one, seen), oklab(other, seen))


@pytest.fixture(params=[DARK, LIGHT], ids=["dark", "light"])
def palette(request: pytest.FixtureRequest) -> Palette:
    chosen: Palette = request.param
    return chosen


def tints(palette: Palette) -> list[str]:
    kinds = (palette.verbatim, palette.edited, palette.paraphrase, palette.possible)
    return [palette.background, *(kind.text for kind in kinds if kind.text)]


def test_text_is_well_legible_on_every_tint(palette: Palette) -> None:
    assert len(tints(palette)) == 5
    for tint in tints(palette):
        assert contrast(palette.text, tint) >= WELL_LEGIBLE - 0.05


def test_the_blocks_of_the_gutter_are_seen(palette: Palette) -> None:
    for kind in (palette.verbatim, palette.edited, palette.paraphrase, palette.possible):
        assert contrast(kind.gutter, palette.background) >= 3


@pytest.mark.parametrize("seen", SEEN)
def test_tints_stay_apart(palette: Palette, seen: str) -> None:
    for one, other in combinations(tints(palette), 2):
        assert colour_distance(one, other, seen) >= 0.06, (one, other)


def test_the_weakest_kind_is_the_calmest(palette: Palette) -> None:
    background, *sure, possible = tints(palette)
    steps = [colour_distance(tint, background, "by all") for tint in sure]
    assert colour_distance(possible, background, "by all") < min(steps)
    colourful = [hypot(*oklab(tint, "by all")[1:]) for tint in (*sure[:2], possible)]
    assert colourful[2] < 0.7 * min(colourful[:2])


def test_what_is_written_on_a_tag_is_legible() -> None:
    for colour in PALETTE:
        assert contrast(text_colour_on(colour), colour) >= LEGIBLE


async def test_without_colour_it_is_too(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for number, _ in enumerate(PALETTE):
        tag = workspace.notebook.codebook.create(f"tag{number}")
        workspace.notebook.put_tag([Target.span(*workspace.annotations.span(Place(0, 0)))], tag.id)
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 40)):
        segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
        chips = [style for text, style, _ in segments if text.startswith("[tag") and style]
        assert len(chips) >= len(PALETTE)
        for filtered in chips:
            assert filtered.color
            assert filtered.bgcolor
            assert (
                contrast(filtered.color.get_truecolor().hex, filtered.bgcolor.get_truecolor().hex) >= LEGIBLE
            )


@pytest.mark.parametrize("theme", [READER_DARK, READER_LIGHT], ids=lambda theme: theme.name)
def test_numbers_are_legible_on_every_colour_of_the_heat_map(theme: Theme) -> None:
    for percent in range(101):
        colour = heat_colour(theme, percent / 100, colour=True)
        assert colour is not None
        assert contrast(text_colour_on(colour), colour) >= LEGIBLE
    assert heat_colour(theme, 1, colour=False) is None
