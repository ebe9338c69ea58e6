"""What an index keeps of an article: prints of its sentences, and the words that it is about.

A print is the hash of two telling words in a row, in the form in which they are compared (`words.term`): an
edit of a few words leaves most prints of a sentence as they were (word shingles: Broder, "On the resemblance
and containment of documents", 1997). Hashes are the same in every process and on every machine.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.overlap.weights import is_telling
from reader.overlap.words import normal, terms, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.model import Article

NEEDED: Final = 3
"""Prints that two sentences must have in common to be called shared: four words in a row, or two and two."""
FEWEST_WORDS: Final = 3
"""Telling words of a sentence that is kept at all; "He declined to comment." is in every story."""
SUBJECTS: Final = 48
"""Words that tell what an article is about: those that it uses most."""
SAMPLE: Final = 64
"""Prints that stand for a text where it is compared as a whole."""
_TITLE: Final = 2
"""A word of the title counts as often."""
_BITS: Final = (1 << 62) - 1
"""SQLite keeps whole numbers of 63 bits."""
_FACTOR: Final = 0x9E3779B97F4A7C15
"""Makes the order of two words count."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article as the index keeps it."""

    prints: dict[int, int]
    """Print → the index of the first sentence that has it."""
    subjects: tuple[int, ...]
    """Hashes of the words it is about."""

    @property
    def sample(self) -> list[int]:
        """The smallest prints, smallest first."""
        return nsmallest(SAMPLE, self.prints)


def sketch(article: Article) -> Sketch:
    """Give the sketch of an article; furniture takes no part."""
    prints: dict[int, int] = {}
    used: Counter[str] = Counter()
    for index, sentence in enumerate(article.sentences):
        if not sentence.furniture:
            telling = _telling(article.text[sentence.start : sentence.end])
            used.update(telling)
            for found in _prints(telling):
                prints.setdefault(found, index)
    for term in _telling(article.title):
        used[term] += _TITLE
    return Sketch(prints, tuple(stable(term) for term, _ in used.most_common(SUBJECTS)))


@lru_cache(maxsize=1 << 17)
def stable(word: str) -> int:
    """Give a hash of 62 bits."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") & _BITS


def _telling(text: str) -> list[str]:
    return [term for term in terms([normal(token) for token in tokens(text)]) if is_telling(term)]


def _prints(telling: Sequence[str]) -> list[int]:
    """Of a sentence too short to have enough of them, prints of all its words: it is found when verbatim."""
    if len(telling) < FEWEST_WORDS:
        return []
    found = [(a * _FACTOR + b) & _BITS for a, b in pairwise(map(stable, telling))]
    if len(found) < NEEDED + 1:
        whole = stable(" ".join(telling))
        found += [(whole + number) & _BITS for number in range(NEEDED - len(found) + 1)]
    return found
