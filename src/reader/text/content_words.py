"""Content words: those that can make two sentences a match, unlike function words and news formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.text.en.stopwords import NEWS_CLICHES, NEWS_FORMULA, STOPWORDS
from reader.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

LIGHT_STEMS: Final = STOPWORDS | frozenset(map(stem, NEWS_FORMULA | NEWS_CLICHES))
"""Stems of the words that cannot make two sentences a match."""


def keep_content_words(stems: AbstractSet[str]) -> AbstractSet[str]:
    """Return those of the stems that belong to content words."""
    return stems - LIGHT_STEMS


def is_content_word(stem: str) -> bool:
    """Whether a stem belongs to a content word."""
    return stem not in LIGHT_STEMS
