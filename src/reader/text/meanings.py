"""What the words of a sentence mean: synonyms are one meaning, and some words deny each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.text.en.antonyms import ANTONYMS
from reader.text.en.synonyms import SYNONYMS
from reader.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

_MEANINGS: Final = {stem(other): stem(word) for word, *others in SYNONYMS for other in others}

_NOTHING: Final[frozenset[str]] = frozenset()
"""One for all: each empty set takes as much memory as a sentence."""


def meaning(word: str) -> str:
    """Give the one term that stands for all that mean what this one means."""
    return _MEANINGS.get(word, word)


def meanings(words: Sequence[str]) -> frozenset[str]:
    """Give what a sentence of these terms says."""
    return frozenset(map(_MEANINGS.get, words, words))


def contrary(said: frozenset[str]) -> frozenset[str]:
    """Give what would contradict a sentence that says this."""
    if said.isdisjoint(_CONTRARY):
        return _NOTHING
    return frozenset(
        opposite for word in said for opposite in _CONTRARY.get(word, ()) if opposite not in said
    )


def _opposites() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for pair in ANTONYMS:
        one, other = map(meaning, map(stem, pair))
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


_CONTRARY: Final = _opposites()
