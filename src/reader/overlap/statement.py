"""A sentence as the engine sees it: its words in order, and as sets what it says, counts and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.overlap.copying import grams
from reader.overlap.lexicon import ORDINALS
from reader.overlap.meanings import contrary, meanings
from reader.overlap.model import Place
from reader.overlap.speech import attribution
from reader.overlap.weights import telling
from reader.overlap.words import normal, term, terms, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.model import Article, Sentence


MOST_READ: Final = 128
"""Articles that are remembered, so that only a new one has to be read: about 200 kB for 30 sentences."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """What a sentence is that takes part in comparing, wherever it stands and whatever it is compared with.

    Two are equal only if they are one object, so that what was found out about a pair is soon found again.
    """

    text: str
    words: list[str]
    """In normal form, in order."""
    terms: frozenset[str]
    """What it says, without who says so."""
    telling: frozenset[str]
    """Those of them that can carry a match."""
    figures: frozenset[str]
    """The terms that are numbers."""
    numbered: dict[str, str]
    """What is told apart by number: "the second ferry" gives {ferry: second}."""
    contrary: frozenset[str]
    """Terms that would say the opposite of one of its own."""
    runs: frozenset[int]
    """Its runs of words, by hash, since most are never seen again."""


def read(articles: Sequence[Article]) -> tuple[list[Place], list[Statement]]:
    """Give the sentences of the articles in order, without furniture and without those that have no word.

    An article is read once, as long as it is among the last `MOST_READ`.
    """
    found = [
        (Place(number, index), statement)
        for number, article in enumerate(articles)
        for index, statement in _read(article.text, article.sentences)
    ]
    return [place for place, _ in found], [statement for _, statement in found]


@lru_cache(maxsize=MOST_READ)
def _read(text: str, sentences: tuple[Sentence, ...]) -> tuple[tuple[int, Statement], ...]:
    return tuple(
        (index, _statement(said, printed))
        for index, sentence in enumerate(sentences)
        if not sentence.furniture and (printed := tokens(said := text[sentence.start : sentence.end]))
    )


def _statement(text: str, printed: Sequence[str]) -> Statement:
    words = [normal(token) for token in printed]
    speaker = attribution(text, printed, words)
    said = [word for index, word in enumerate(words) if index not in speaker] if speaker else words
    what = meanings(list(terms(said)))
    figures = what & ORDINALS | {term for term in what if term[0].isdecimal()}
    numbered = _numbered(words) if figures else {}
    runs = frozenset(map(hash, grams(words)))
    return Statement(text, words, what, telling(what), figures, numbered, contrary(what), runs)


def _numbered(words: Sequence[str]) -> dict[str, str]:
    return {term(word): before for before, word in pairwise(words) if before in ORDINALS}
