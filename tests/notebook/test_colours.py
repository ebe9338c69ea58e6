from __future__ import annotations

from reader.notebook.colours import PALETTE


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_colours_can_be_read_on_dark_and_on_light() -> None:
    for colour in PALETTE:
        for background in ("#121212", "#FFFFFF"):
            light, dark = sorted((_luminance(colour), _luminance(background)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 3
