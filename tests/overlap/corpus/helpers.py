"""Sentences of words that mean nothing, and files of them."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WORDS = [
    first + vowel + last
    for first in ("bar", "del", "fen", "gul", "hov", "jas", "mor", "nid", "quo", "tas")
    for vowel in "aeiou"
    for last in ("bb", "ck", "ff", "gon", "lin", "mph", "rop", "rsk", "sten", "xt")
]
"""Enough of them that two sentences have hardly anything in common by chance."""


def sentences(seed: int, count: int = 10) -> list[str]:
    """Sentences of words that mean nothing, always the same for a seed."""
    draw = Random(seed)
    return [" ".join(draw.choices(WORDS, k=12)).capitalize() + "." for _ in range(count)]


def write(folder: Path, name: str, *texts: list[str]) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("\n\n".join(" ".join(text) for text in texts), encoding="utf-8")
    return path


def edited(sentence: str) -> str:
    """Two words of it changed, one put in, one left out."""
    words = sentence.rstrip(".").split(" ")
    words[3], words[9] = "another", "things"
    return " ".join([*words[:6], "quickly", *words[6:11]]) + "."
