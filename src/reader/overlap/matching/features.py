"""A sentence as it is compared: the stems of what it says, its figures, and hashes of its words."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from reader.articles.model import Article, Sentence
from reader.overlap.extraction.quotes import attribution_words
from reader.overlap.matching.copied_text import SentenceHashes
from reader.overlap.pacing import with_pauses
from reader.overlap.results.model import pack_place
from reader.text.content_words import LIGHT_STEMS
from reader.text.en.number_words import ORDINALS
from reader.text.meanings import meanings, opposites_of
from reader.text.ngrams import word_ngrams
from reader.text.stemming import stem, stems
from reader.text.tokens import normal_form, tokenize

MOST_REMEMBERED: Final = 128  # articles whose features are remembered: 30 kB for 30 sentences
LONG_ARTICLE: Final = 300  # an article of more sentences than this is not remembered
# Empty values that all sentences share: each of them takes as much memory as a sentence.
_NO_FIGURES: Final[frozenset[str]] = frozenset()
_NO_ORDINALS: Final[Mapping[str, str]] = {}


@dataclass(slots=True, eq=False, repr=False)
class SentenceFeatures:
    """What comparing knows of one sentence, wherever it stands and whatever it is compared with.

    Two are equal only if they are one object, so that what was found out about a pair is quickly found again.
    There may be a hundred thousand: they hold tuples, since sets take ten times the memory, and no copy of
    the text.
    """

    stems: tuple[str, ...]  # what it says, each stem once; without the words that only tell who says so
    content_word_count: int  # stems of content words: these come first, in alphabetical order
    figures: frozenset[str]  # the stems that are numbers
    ordinals: Mapping[str, str]  # things told apart by number: "the second ferry" gives {ferry: second}
    opposites: frozenset[str]  # stems that would say the opposite of one of its own
    article_text: str
    sentence: Sentence

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return self.article_text[self.sentence.start : self.sentence.end]

    @property
    def words(self) -> tuple[str, ...]:
        """All its words in normal form, in order; found when asked for, since few sentences need them."""
        return _words(self)

    @property
    def content_words(self) -> tuple[str, ...]:
        """The stems of content words: those that can make a match."""
        return self.stems[: self.content_word_count]


@lru_cache(maxsize=1 << 10)
def _words(sentence: SentenceFeatures) -> tuple[str, ...]:
    return tuple(map(normal_form, tokenize(sentence.text)))


class _ReadSentence(NamedTuple):
    position: int  # in its article
    features: SentenceFeatures
    words_hash: int  # of all its words in normal form, in order
    run_hashes: Sequence[int]  # of each run of words; hashes, since most runs are never seen again


def extract_features(
    articles: Sequence[Article],
) -> tuple[Sequence[int], list[SentenceFeatures], SentenceHashes]:
    """Return the packed places of all sentences, their features, and the hashes of their words, in one order.

    Boilerplate is left out, and so is a sentence without a word. The last `MOST_REMEMBERED` articles are
    remembered, if they are not long.
    """
    places = array("Q")
    sentences: list[SentenceFeatures] = []
    hashes = SentenceHashes(sum(len(article.sentences) for article in articles))
    for number, article in enumerate(articles):
        is_long = len(article.sentences) > LONG_ARTICLE
        read: Iterable[_ReadSentence] = (_read if is_long else _remember)(article.text, article.sentences)
        for one in with_pauses(read):
            hashes.add(one.words_hash, one.run_hashes)
            places.append(pack_place(number, one.position))
            sentences.append(one.features)
    return places, sentences, hashes


def sentence_features(article: Article, index: int) -> SentenceFeatures:
    """Return the features of one sentence of an article, which must have a word."""
    [one] = _read(article.text, article.sentences[index : index + 1])
    return one.features


@lru_cache(maxsize=MOST_REMEMBERED)
def _remember(text: str, sentences: tuple[Sentence, ...]) -> tuple[_ReadSentence, ...]:
    return tuple(_read(text, sentences))


def _read(text: str, sentences: Iterable[Sentence]) -> Iterator[_ReadSentence]:
    for index, sentence in enumerate(sentences):
        if not sentence.boilerplate and (tokens := tokenize(text[sentence.start : sentence.end])):
            words = tuple(map(normal_form, tokens))
            features = _features(text, sentence, tokens, words)
            yield _ReadSentence(index, features, hash(words), array("q", set(map(hash, word_ngrams(words)))))


def _features(
    text: str, sentence: Sentence, tokens: Sequence[str], words: tuple[str, ...]
) -> SentenceFeatures:
    who = attribution_words(text[sentence.start : sentence.end], tokens, words)
    words_said = [word for index, word in enumerate(words) if index not in who] if who else words
    said = meanings(list(stems(words_said)))
    content = sorted(said - LIGHT_STEMS)
    figures = said & ORDINALS | {one for one in said if one[0].isdecimal()}
    in_a_row = pairwise(words) if figures else ()
    ordinals = {stem(word): before for before, word in in_a_row if before in ORDINALS}
    return SentenceFeatures(
        (*content, *said.difference(content)),
        len(content),
        figures or _NO_FIGURES,
        ordinals or _NO_ORDINALS,
        opposites_of(said),
        text,
        sentence,
    )
