"""A sentence as the engine sees it: its words in order, and as sets what it says, counts and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.overlap.lexicon import ORDINALS
from reader.overlap.model import Place
from reader.overlap.speech import attribution
from reader.overlap.words import normal, term, terms, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.model import Article


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence that takes part in the comparison."""

    place: Place
    text: str
    words: list[str]
    """In normal form, in order."""
    terms: frozenset[str]
    """What it says, without who says so."""
    figures: frozenset[str]
    """The terms that are numbers."""
    numbered: dict[str, str]
    """What is told apart by number: "the second ferry" gives {ferry: second}."""


def read(articles: Sequence[Article]) -> list[Statement]:
    """Give the sentences of the articles in order, without furniture and without those that have no word."""
    return [
        _statement(Place(number, index), text, printed)
        for number, article in enumerate(articles)
        for index, sentence in enumerate(article.sentences)
        if not sentence.furniture and (printed := tokens(text := article.text[sentence.start : sentence.end]))
    ]


def _statement(place: Place, text: str, printed: Sequence[str]) -> Statement:
    words = [normal(token) for token in printed]
    speaker = attribution(text, printed, words)
    said = [word for index, word in enumerate(words) if index not in speaker] if speaker else words
    what = frozenset(terms(said))
    figures = frozenset(term for term in what if term[0].isdecimal() or term in ORDINALS)
    return Statement(place, text, words, what, figures, _numbered(words) if figures else {})


def _numbered(words: Sequence[str]) -> dict[str, str]:
    return {term(word): before for before, word in pairwise(words) if before in ORDINALS}
