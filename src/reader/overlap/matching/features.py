"""A sentence as the engine sees it: its words in order, and as sets what it says, counts and numbers."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.overlap.extraction.quotes import attribution_words
from reader.overlap.matching.copied_text import Wordings
from reader.overlap.pacing import with_pauses
from reader.overlap.results.model import pack_place
from reader.text.content_words import keep_content_words
from reader.text.en.number_words import ORDINALS
from reader.text.meanings import contrary, meanings
from reader.text.ngrams import word_ngrams
from reader.text.stemming import stem, stems
from reader.text.tokens import normal_form, tokenize

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
class SentenceFeatures:
    """What a sentence is that takes part in comparing, wherever it stands and whatever it is compared with.

    Two are equal only if they are one object, so that what was found out about a pair is soon found again.
    There may be a hundred thousand: they hold tuples, since sets take ten times the memory, and no text.
    """

    stems: tuple[str, ...]
    """What it says, without who says so; each once."""
    content_word_count: int
    """How many of them can carry a match: the first ones, which are in alphabetical order."""
    figures: frozenset[str]
    """The terms that are numbers."""
    numbered: Mapping[str, str]
    """What is told apart by number: "the second ferry" gives {ferry: second}."""
    opposites: frozenset[str]
    """Terms that would say the opposite of one of its own."""
    article: str
    sentence: Sentence
    """Where it stands."""

    @property
    def text(self) -> str:
        """As it is printed."""
        return self.article[self.sentence.start : self.sentence.end]

    @property
    def words(self) -> tuple[str, ...]:
        """In normal form, in order; read again, since most sentences are not looked at so closely."""
        return _words(self)

    @property
    def content_words(self) -> tuple[str, ...]:
        """The terms that can carry a match."""
        return self.stems[: self.content_word_count]


@lru_cache(maxsize=1 << 10)
def _words(statement: SentenceFeatures) -> tuple[str, ...]:
    return tuple(map(normal_form, tokenize(statement.text)))


class Read(NamedTuple):
    """A sentence that was read."""

    number: int
    """In its article."""
    statement: SentenceFeatures
    words: int
    """Its words in normal form, in order, by hash: those that have the same words have the same."""
    runs: array[int]
    """Its runs of words, by hash, since most are never seen again."""


def extract_features(articles: Sequence[Article]) -> tuple[array[int], list[SentenceFeatures], Wordings]:
    """Give the places, as numbers, and the statements, in order, and how they are worded.

    Boilerplate is left out, and so is what has no word. An article is read once, if it is not `LONG`, as
    long as it is among the last `MOST_READ`.
    """
    places = array("Q")
    statements: list[SentenceFeatures] = []
    wordings = Wordings(sum(len(article.sentences) for article in articles))
    for number, article in enumerate(articles):
        for one in with_pauses(_read(article.text, article.sentences)):
            wordings.add(one.words, one.runs)
            places.append(pack_place(number, one.number))
            statements.append(one.statement)
    return places, statements, wordings


def sentence_features(article: Article, index: int) -> SentenceFeatures:
    """Give one sentence of an article, which has a word."""
    [one] = _statements(article.text, article.sentences[index : index + 1])
    return one.statement


def _read(text: str, sentences: tuple[Sentence, ...]) -> Iterable[Read]:
    return (_statements if len(sentences) > LONG else _remembered)(text, sentences)


@lru_cache(maxsize=MOST_READ)
def _remembered(text: str, sentences: tuple[Sentence, ...]) -> tuple[Read, ...]:
    return tuple(_statements(text, sentences))


def _statements(text: str, sentences: Iterable[Sentence]) -> Iterator[Read]:
    for index, sentence in enumerate(sentences):
        if not sentence.boilerplate and (printed := tokenize(text[sentence.start : sentence.end])):
            words = tuple(map(normal_form, printed))
            statement = _statement(text, sentence, printed, words)
            yield Read(index, statement, hash(words), array("q", set(map(hash, word_ngrams(words)))))


def _statement(
    article: str, sentence: Sentence, printed: Sequence[str], words: tuple[str, ...]
) -> SentenceFeatures:
    speaker = attribution_words(article[sentence.start : sentence.end], printed, words)
    said = [word for index, word in enumerate(words) if index not in speaker] if speaker else words
    what = meanings(list(stems(said)))
    tell = sorted(keep_content_words(what))
    figures = what & ORDINALS | {term for term in what if term[0].isdecimal()}
    return SentenceFeatures(
        (*tell, *what.difference(tell)),
        len(tell),
        figures or _NO_FIGURES,
        _numbered(words) if figures else _NOT_NUMBERED,
        contrary(what),
        article,
        sentence,
    )


def _numbered(words: Sequence[str]) -> dict[str, str]:
    return {stem(word): before for before, word in pairwise(words) if before in ORDINALS}
