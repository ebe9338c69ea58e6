"""A sentence as the engine sees it: its words in order, and its terms as a set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.articles.model import Article
from reader.overlap.model import Place
from reader.overlap.words import normal, terms, tokens


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence that takes part in the comparison."""

    place: Place
    text: str
    words: list[str]
    """In normal form, in order."""
    terms: frozenset[str]


def read(articles: Sequence[Article]) -> list[Statement]:
    """Give the sentences of the articles in order, without furniture and without those that have no word."""
    return [
        _statement(Place(number, index), article.text[sentence.start : sentence.end])
        for number, article in enumerate(articles)
        for index, sentence in enumerate(article.sentences)
        if not sentence.furniture
    ]


def _statement(place: Place, text: str) -> Statement:
    words = [normal(token) for token in tokens(text)]
    return Statement(place, text, words, frozenset(terms(words)))
