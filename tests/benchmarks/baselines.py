"""Scores of pairs of sentences by libraries, each with its usual settings, for `quality.py --baselines`.

They need the extra `bench`: rapidfuzz, scikit-learn and datasketch, which reader itself never uses.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from reader.overlap import Place
from reader.text.tokens import normal_form, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.articles.model import Article

Scored = dict[tuple[Place, Place], float]
PERMUTATIONS: Final = 256
THRESHOLD: Final = 0.1
"""Likeness above which MinHash LSH is to find a pair; with less it finds nearly all."""


def token_set_ratio(articles: Sequence[Article]) -> Scored:
    """Score with rapidfuzz: likeness of characters after sorting the words, common ones set apart."""
    from rapidfuzz.fuzz import token_set_ratio as ratio
    from rapidfuzz.utils import default_process

    text = {place: default_process(words) for place, words in _sentences(articles)}
    return {(a, b): ratio(text[a], text[b]) / 100 for a, b in _pairs(text)}


def tfidf_cosine(articles: Sequence[Article]) -> Scored:
    """Score with scikit-learn: words without English stop words, weighed over the sentences compared."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    text = dict(_sentences(articles))
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(text.values())
    cosine = (vectors @ vectors.T).toarray()
    row = {place: number for number, place in enumerate(text)}
    return {(a, b): float(cosine[row[a], row[b]]) for a, b in _pairs(text)}


def minhash_lsh(articles: Sequence[Article]) -> Scored:
    """Score with datasketch: estimated likeness of the sets of words, for pairs found by hashing in bands."""
    from datasketch import MinHash, MinHashLSH

    index, hashes = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS), dict[Place, Any]()
    for place, text in _sentences(articles):
        hashes[place] = MinHash(num_perm=PERMUTATIONS)
        hashes[place].update_batch({normal_form(token).encode() for token in tokenize(text)})
        index.insert(place, hashes[place])
    found = {place: set(index.query(hashed)) for place, hashed in hashes.items()}
    return {(a, b): hashes[a].jaccard(hashes[b]) for a, b in _pairs(hashes) if b in found[a]}


BASELINES: Final[dict[str, Callable[[Sequence[Article]], Scored]]] = {
    "rapidfuzz token_set": token_set_ratio,
    "TF-IDF cosine": tfidf_cosine,
    "MinHash LSH": minhash_lsh,
}


def _sentences(articles: Sequence[Article]) -> Iterator[tuple[Place, str]]:
    for number, article in enumerate(articles):
        for index in range(len(article.sentences)):
            yield Place(number, index), article.sentence_text(index)


def _pairs(places: dict[Place, Any]) -> Iterator[tuple[Place, Place]]:
    return ((a, b) for a, b in combinations(places, 2) if a.article != b.article)
