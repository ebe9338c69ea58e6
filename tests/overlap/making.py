"""Articles from sentences that are split already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.model import Article, Sentence
from reader.overlap import Match, Overlap, Place, compare

if TYPE_CHECKING:
    from collections.abc import Sequence


def article(*sentences: str, boilerplate: Sequence[int] = ()) -> Article:
    text, found = "", []
    for index, words in enumerate(sentences):
        text += "\n" if index else ""
        found.append(Sentence(len(text), len(text) + len(words), index, boilerplate=index in boilerplate))
        text += words
    return Article(text, tuple(found), "", "first words", "-")


def match(overlap: Overlap, a: tuple[int, int], b: tuple[int, int]) -> Match | None:
    """The match of two places, given as (article, sentence)."""
    return next((m for m in overlap.matches if (m.a, m.b) == (Place(*a), Place(*b))), None)


def the_match(a: Article, b: Article) -> Match:
    """The best match of two articles."""
    return compare([a, b]).matches[0]
