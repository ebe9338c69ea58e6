"""What the index keeps of an article: prints of its sentences, and the words that it is about.

A print is the hash of two content words in a row, as stems: an edit of a few words leaves most prints of a
sentence as they were (word shingles: Broder, "On the resemblance and containment of documents", 1997).

Where everybody writes the same few words (markets, weather, matches), any two in a row are in too many
articles to point at one. So there are prints of more words as well: the words of a sentence fall into five
parts, and those of any two parts make a print. When one word is changed for another, wherever it stands,
three parts stay as they were.

Hashes are the same in every process and on every machine.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from hashlib import blake2b
from heapq import nsmallest
from itertools import chain, combinations, pairwise
from typing import Final

from reader.articles.model import Article
from reader.text.content_words import is_content_word
from reader.text.stemming import stems
from reader.text.tokens import normal_form, tokenize

NEEDED: Final = 3  # prints that make two sentences shared: four words in a row, or two and two
FEWEST_WORDS: Final = 3  # content words of a sentence that is kept: "He declined to comment." is not
LONG: Final = 8
"""Content words of a sentence in which any two parts of `FEWEST_WORDS` have a print. In a shorter one they
need one more, since a name and a figure can make it another sentence."""
SUBJECTS: Final = 48  # words that tell what an article is about: those that it uses most
SAMPLE: Final = 64  # prints that stand for a text where it is compared as a whole
_PARTS: Final = 5  # parts of a sentence; that of a word depends on the word alone
_TWO_PARTS: Final = tuple(combinations(range(_PARTS), 2))
_IN_TITLE: Final = 2  # times that a word of the title counts
_BITS: Final = (1 << 62) - 1  # mask of a hash: SQLite keeps whole numbers of 63 bits
_FACTOR: Final = 0x9E3779B97F4A7C15  # makes the order of two words count


@dataclass(frozen=True, slots=True)
class ArticleSketch:
    """An article as the index keeps it."""

    prints: dict[int, int]  # print → the index of the first sentence that has it
    subjects: tuple[int, ...]  # hashes of the words it is about
    sample: list[int]  # the smallest prints of words in a row, smallest first


def sketch_article(article: Article) -> ArticleSketch:
    """Return the sketch of an article; boilerplate takes no part."""
    content = {
        index: _content_words(article.text[sentence.start : sentence.end])
        for index, sentence in enumerate(article.sentences)
        if not sentence.boilerplate
    }
    used = Counter(chain.from_iterable(content.values()))
    for stem in _content_words(article.title):
        used[stem] += _IN_TITLE
    hashes = {
        index: [*map(stable_hash, words)] for index, words in content.items() if len(words) >= FEWEST_WORDS
    }
    in_a_row = _first_sentences(hashes, _prints_in_a_row)
    return ArticleSketch(
        in_a_row | _first_sentences(hashes, _prints_of_parts),
        tuple(stable_hash(stem) for stem, _ in used.most_common(SUBJECTS)),
        nsmallest(SAMPLE, in_a_row),
    )


@lru_cache(maxsize=1 << 17)
def stable_hash(word: str) -> int:
    """Return a hash of 62 bits."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") & _BITS


def _content_words(text: str) -> list[str]:
    return [*filter(is_content_word, stems([*map(normal_form, tokenize(text))]))]


def _first_sentences(
    hashes: Mapping[int, list[int]], prints_of: Callable[[list[int]], list[int]]
) -> dict[int, int]:
    """Return the prints of all sentences, each with the index of the first sentence that has it."""
    found: dict[int, int] = {}
    for index, words in hashes.items():
        for one in prints_of(words):
            found.setdefault(one, index)
    return found


def _prints_in_a_row(words: list[int]) -> list[int]:
    """Return prints of two words in a row; of a short sentence also of all words, to find it verbatim."""
    found = [(a * _FACTOR + b) & _BITS for a, b in pairwise(words)]
    return found + _prints_of_all(words, NEEDED + 1 - len(found))


def _prints_of_parts(words: list[int]) -> list[int]:
    """Return prints of two parts of a sentence; none if it has prints of all its words already."""
    if len(words) <= NEEDED + 1:
        return []
    least = FEWEST_WORDS if len(words) >= LONG else FEWEST_WORDS + 1
    sums, sizes = [0] * _PARTS, [0] * _PARTS
    for word in words:
        part = word % _PARTS
        sums[part] += word
        sizes[part] += 1
    enough = [(a, b) for a, b in _TWO_PARTS if sizes[a] + sizes[b] >= least]
    found = {(sums[a] + sums[b]) * _FACTOR & _BITS for a, b in enough}
    return [*found, *_prints_of_all(words, NEEDED - len(found))]


def _prints_of_all(words: list[int], number: int) -> list[int]:
    """Return so many prints of the whole sentence; none if the number is less than one."""
    whole = reduce(lambda before, word: before * _FACTOR + word & _BITS, words, 0)
    return [(whole + one) & _BITS for one in range(number)]
