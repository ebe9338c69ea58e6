"""A sentence as the engine sees it: its words in order, and as sets what it says, counts and numbers."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.overlap.copying import grams
from reader.overlap.lexicon import ORDINALS
from reader.overlap.model import packed
from reader.overlap.speech import attribution
from reader.overlap.weights import telling
from reader.overlap.words import normal, term, terms, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.articles.model import Article, Sentence


MOST_READ: Final = 128
"""Articles that are remembered, so that only a new one has to be read: about 30 kB for 30 sentences."""
LONG: Final = 300
"""Sentences of an article that is not remembered."""
_NO_FIGURES: Final[frozenset[str]] = frozenset()
_NOT_NUMBERED: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """What a sentence is that takes part in comparing, wherever it stands and whatever it is compared with.

    Two are equal only if they are one object, so that what was found out about a pair is soon found again.
    """

    text: str
    words: tuple[str, ...]
    """In normal form, in order."""
    terms: tuple[str, ...]
    """What it says, without who says so; each once. A tuple, since a set takes ten times the memory."""
    telling: tuple[str, ...]
    """Those of them that can carry a match, in alphabetical order."""
    figures: frozenset[str]
    """The terms that are numbers."""
    numbered: Mapping[str, str]
    """What is told apart by number: "the second ferry" gives {ferry: second}."""
    runs: array[int]
    """Its runs of words, by hash, since most are never seen again."""


def read(articles: Sequence[Article]) -> tuple[array[int], list[Statement]]:
    """Give the sentences of the articles in order, without furniture and without those that have no word.

    The places are given as numbers. An article is read once, if it is not `LONG`, as long as it is among the
    last `MOST_READ`.
    """
    places, statements = array("Q"), []
    for number, article in enumerate(articles):
        for index, statement in _read(article.text, article.sentences):
            places.append(packed(number, index))
            statements.append(statement)
    return places, statements


def read_sentence(article: Article, index: int) -> Statement:
    """Give one sentence of an article."""
    text = article.sentence_text(index)
    return _statement(text, tokens(text))


def _read(text: str, sentences: tuple[Sentence, ...]) -> Iterable[tuple[int, Statement]]:
    return (_statements if len(sentences) > LONG else _remembered)(text, sentences)


@lru_cache(maxsize=MOST_READ)
def _remembered(text: str, sentences: tuple[Sentence, ...]) -> tuple[tuple[int, Statement], ...]:
    return tuple(_statements(text, sentences))


def _statements(text: str, sentences: Iterable[Sentence]) -> Iterator[tuple[int, Statement]]:
    for index, sentence in enumerate(sentences):
        said = text[sentence.start : sentence.end]
        if not sentence.furniture and (printed := tokens(said)):
            yield index, _statement(said, printed)


def _statement(text: str, printed: Sequence[str]) -> Statement:
    words = tuple(map(normal, printed))
    speaker = attribution(text, printed, words)
    said = [word for index, word in enumerate(words) if index not in speaker] if speaker else words
    what = frozenset(terms(said))
    figures = what & ORDINALS | {term for term in what if term[0].isdecimal()}
    return Statement(
        text,
        words,
        tuple(what),
        tuple(sorted(telling(what))),
        figures or _NO_FIGURES,
        _numbered(words) if figures else _NOT_NUMBERED,
        array("q", set(map(hash, grams(words)))),
    )


def _numbered(words: Sequence[str]) -> dict[str, str]:
    return {term(word): before for before, word in pairwise(words) if before in ORDINALS}
