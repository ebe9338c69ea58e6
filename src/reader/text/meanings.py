"""What the words of a sentence mean: synonyms are one meaning, and some words deny each other."""

from collections.abc import Sequence
from typing import Final

from reader.text.en import pair_up
from reader.text.en.antonyms import ANTONYMS
from reader.text.en.synonyms import SYNONYMS
from reader.text.stemming import stem
from reader.text.tokens import normal_form

_MEANINGS: Final = {stem(other): stem(word) for word, *others in SYNONYMS for other in others}
_NO_OPPOSITES: Final[frozenset[str]] = frozenset()
"""The empty set that all sentences share: each of them takes as much memory as a sentence."""


def token_meaning(token: str) -> str:
    """Return the meaning of a word as printed."""
    return meaning(stem(normal_form(token)))


def meaning(stem: str) -> str:
    """Return the one stem that stands for all synonyms of a stem."""
    return _MEANINGS.get(stem, stem)


def meanings(stems: Sequence[str]) -> frozenset[str]:
    """Return the meanings of all stems of a sentence."""
    return frozenset(map(_MEANINGS.get, stems, stems))


def opposites_of(said: frozenset[str]) -> frozenset[str]:
    """Return the meanings that would contradict a sentence with these meanings."""
    if said.isdisjoint(_OPPOSITES):
        return _NO_OPPOSITES
    return frozenset(other for word in said for other in _OPPOSITES.get(word, ()) if other not in said)


_OPPOSITES: Final = pair_up(map(meaning, map(stem, pair)) for pair in ANTONYMS)
