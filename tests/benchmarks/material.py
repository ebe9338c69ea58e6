"""Articles and notebooks of any size, always the same ones, of words that mean nothing."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SYLLABLES = [consonant + vowel for consonant in "bdfklmnrstv" for vowel in "aeio"]
FRAME = ["the", "of", "and", "in", "to", "a", "said", "that", "for", "on", "was", "with", "by", "at", "from"]
SHARED = 0.2
"""Part of the sentences that are shared with the article before."""


def articles(count: int, sentences: int, *, seed: int = 1) -> list[str]:
    """Return so many articles of so many sentences; a fifth of each is also in the one before it."""
    draw = random.Random(seed)
    words = [
        "".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))) for _ in range(max(2_000, sentences // 2))
    ]
    texts: list[list[str]] = []
    for _ in range(count):
        own = [_sentence(draw, words) for _ in range(sentences)]
        if texts:
            for place in draw.sample(range(sentences), int(sentences * SHARED)):
                own[place] = _edited(draw, draw.choice(texts[-1]), words)
        texts.append(own)
    return ["\n".join(" ".join(text[i : i + 2]) for i in range(0, sentences, 2)) for text in texts]


def write(folder: Path, count: int, sentences: int) -> list[str]:
    """Write such articles to files; return the paths."""
    paths = [folder / f"{number}-{sentences}.txt" for number in range(count)]
    for path, text in zip(paths, articles(count, sentences), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def _sentence(draw: random.Random, words: list[str]) -> str:
    length = draw.randint(12, 24)
    picked = [draw.choice(words) if draw.random() < 0.5 else draw.choice(FRAME) for _ in range(length)]
    return " ".join(picked).capitalize() + "."


def _edited(draw: random.Random, sentence: str, words: list[str]) -> str:
    picked = sentence.rstrip(".").split(" ")
    if draw.random() < 0.5:
        picked[draw.randrange(1, len(picked))] = draw.choice(words)
    return " ".join(picked) + "."
