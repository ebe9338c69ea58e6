"""Content words: those that can make two sentences a match, unlike function words and news formulas."""

from typing import Final

from reader.text.en.stopwords import NEWS_CLICHES, NEWS_FORMULA, STOPWORDS
from reader.text.stemming import stem

LIGHT_STEMS: Final = STOPWORDS | frozenset(map(stem, NEWS_FORMULA | NEWS_CLICHES))
"""Stems of the words that cannot make two sentences a match."""


def is_content_word(stem: str) -> bool:
    """Whether a stem belongs to a content word."""
    return stem not in LIGHT_STEMS
