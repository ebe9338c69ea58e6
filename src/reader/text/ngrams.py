"""Runs of words that two texts have in common, in the same order. They are found in any language."""

from collections.abc import Iterator, Sequence
from typing import Final

RUN_LENGTH: Final = 4  # words in a row that two texts hardly have in common by chance


def word_ngrams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every run of `RUN_LENGTH` words, one for each word that it can begin with."""
    return zip(*(words[start:] for start in range(RUN_LENGTH)), strict=False)


def shared_runs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches of `a` made of runs that `b` has too, as (start, end) counted in words."""
    there = set(word_ngrams(b))
    found: list[tuple[int, int]] = []
    for start, gram in enumerate(word_ngrams(a)):
        if gram in there:
            if found and start < found[-1][1] - RUN_LENGTH + 2:
                found[-1] = found[-1][0], start + RUN_LENGTH
            else:
                found.append((start, start + RUN_LENGTH))
    return found
