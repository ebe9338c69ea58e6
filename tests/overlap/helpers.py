"""Articles made of given sentences, and their matches."""

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


def find_match(overlap: Overlap, a: tuple[int, int], b: tuple[int, int]) -> Match | None:
    """Return the match of two places, given as (article, sentence), if there is one."""
    return next((m for m in overlap.matches if (m.a, m.b) == (Place(*a), Place(*b))), None)


def best_match(a: Article, b: Article) -> Match:
    """Return the best match of two articles."""
    return compare([a, b]).matches[0]
