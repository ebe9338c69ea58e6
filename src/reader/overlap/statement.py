"""A sentence as the engine sees it: its words in order, and its terms as a set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.articles.model import Article
from reader.overlap.model import Place
from reader.overlap.words import normal, term, tokens


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence that takes part in the comparison."""

    place: Place
    text: str
    forms: tuple[str, ...]
    """Its words in normal form."""
    terms: frozenset[str]


def read(articles: Sequence[Article]) -> list[Statement]:
    """Give the sentences of the articles in order, without furniture and without those that have no word."""
    return [
        statement
        for number, article in enumerate(articles)
        for index, sentence in enumerate(article.sentences)
        if not sentence.furniture
        and (statement := _statement(Place(number, index), article.sentence_text(index))).forms
    ]


def _statement(place: Place, text: str) -> Statement:
    forms = tuple(map(normal, tokens(text)))
    return Statement(place, text, forms, frozenset(map(term, forms)))
