"""What all articles say, what most of them say, and what only one says; and how much each two have in common.

After clustering, as in the summaries of several documents (Radev, Jing, Styś and Tam, "Centroid-based
summarization of multiple documents", 2004), where a statement in most accounts is the core of the story.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING, Final

from reader.overlap.results.model import SURE, Place
from reader.text.content_words import is_content_word
from reader.text.meanings import meaning
from reader.text.stemming import stems
from reader.text.tokens import normal_form, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from reader.articles.model import Article
    from reader.overlap.results.matches import Overlap
    from reader.overlap.results.model import Match


FIGURE: Final = 2
"""Words that a figure counts as where the others do not give it."""
_Said = dict[Place, set[str]]
"""Sentences that have a match, each with the words of those that match it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that at least two articles say."""

    places: tuple[Place, ...]
    """The sentences that say it, in reading order."""
    articles: tuple[int, ...]
    """The articles they stand in, in order."""
    representative: Place
    """The sentence that surely says what each of the others says, and claims least besides."""


@dataclass(frozen=True, slots=True)
class Consensus:
    """The statements of some articles by how many of them say them."""

    by_all: tuple[Statement, ...]
    """What every article says."""
    by_most: tuple[Statement, ...]
    """What more than half of them say, but not all."""
    by_some: tuple[Statement, ...]
    """What two or more say, but no more than half."""
    by_one: tuple[tuple[Place, ...], ...]
    """Of each article the sentences that no other has, boilerplate left out."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of an article is said elsewhere too, from 0 to 1; boilerplate is left out."""

    sentences: float
    """Part of the sentences that have a match."""
    words: float
    """Part of the words that a matching sentence has as well."""


def find_consensus(articles: Sequence[Article], overlap: Overlap, threshold: float = SURE) -> Consensus:
    """Give what all, most, some and only one of the articles say.

    What one alone says has no match that reaches the threshold; a match does not yet make a cluster, so that
    some sentences are in no group.
    """
    found = [_statement(articles, places, overlap, threshold) for places in overlap.clusters(threshold)]
    count = len(articles)
    matched = {place for match in _reaching(overlap, threshold) for place in (match.a, match.b)}
    return Consensus(
        by_all=tuple(one for one in found if len(one.articles) == count),
        by_most=tuple(one for one in found if count / 2 < len(one.articles) < count),
        by_some=tuple(one for one in found if len(one.articles) <= count / 2),
        by_one=tuple(
            tuple(place for place in _sentences(articles, number) if place not in matched)
            for number in range(count)
        ),
    )


def article_shares(articles: Sequence[Article], overlap: Overlap, threshold: float = SURE) -> list[Share]:
    """Give of each article how much any other one says too."""
    said: list[_Said] = [defaultdict(set) for _ in articles]
    words = _Words(articles)
    for match in _reaching(overlap, threshold):
        for place in (match.a, match.b):
            said[place.article][place].update(words[match.other(place)])
    return [_share(articles, number, said[number], words) for number in range(len(articles))]


def share_matrix(
    articles: Sequence[Article], overlap: Overlap, threshold: float = SURE
) -> dict[tuple[int, int], Share]:
    """Give how much of the first article the second says too, for every two articles in both orders."""
    said: dict[tuple[int, int], _Said] = {
        pair: defaultdict(set) for pair in permutations(range(len(articles)), 2)
    }
    words = _Words(articles)
    for match in _reaching(overlap, threshold):
        for place in (match.a, match.b):
            other = match.other(place)
            said[place.article, other.article][place].update(words[other])
    return {pair: _share(articles, pair[0], places, words) for pair, places in said.items()}


def _statement(
    articles: Sequence[Article], places: tuple[Place, ...], overlap: Overlap, threshold: float
) -> Statement:
    """Give what a cluster says: of its sentences those that the representative surely says too.

    In a cluster two sentences may be together because of a third: then only the one says what the other says.
    """
    said = {place: _telling(articles, place) for place in places}
    reached = {place: _reached(place, places, overlap, threshold) for place in places}

    def worth(place: Place) -> tuple[int, int, int]:
        others = [other for other in reached[place] if other != place]
        unsaid = sum(_claims(said[place] - said[other]) for other in others)
        return len({other.article for other in others}), -unsaid, -len(said[place])

    chosen = max(places, key=worth)
    return Statement(reached[chosen], tuple(sorted({place.article for place in reached[chosen]})), chosen)


def _reached(
    place: Place, places: tuple[Place, ...], overlap: Overlap, threshold: float
) -> tuple[Place, ...]:
    """A sentence with the others of a cluster that it surely matches; those of its article are copies."""
    sure = {match.other(place) for match in overlap.matches_of(place, threshold)}
    return tuple(other for other in places if other in sure or other.article == place.article)


def _claims(words: AbstractSet[str]) -> int:
    """How much words claim that another sentence does not have: a figure most of all."""
    return sum(FIGURE if word[0].isdecimal() else 1 for word in words)


def _telling(articles: Sequence[Article], place: Place) -> set[str]:
    """What a sentence says that others may not say."""
    return {meaning(word) for word in stems(_words(articles, place)) if is_content_word(word)}


def _sentences(articles: Sequence[Article], number: int) -> list[Place]:
    return [
        Place(number, index)
        for index, sentence in enumerate(articles[number].sentences)
        if not sentence.boilerplate
    ]


def _share(articles: Sequence[Article], number: int, said: _Said, words: _Words) -> Share:
    common = sum(sum(map(others.__contains__, words[place])) for place, others in said.items())
    return Share(_part(len(said), len(_sentences(articles, number))), _part(common, words.count(number)))


def _reaching(overlap: Overlap, threshold: float) -> list[Match]:
    """Give the matches that score so much; most do not, and are not made."""
    return overlap.matches[: overlap.matches.reaching(threshold)]


class _Words(dict[Place, list[str]]):
    """The words of sentences, found once for each."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__()
        self._articles = articles
        self.count = cache(self._count)
        """How many words an article has, without boilerplate."""

    def _count(self, number: int) -> int:
        return sum(len(self[place]) for place in _sentences(self._articles, number))

    def __missing__(self, place: Place) -> list[str]:
        words = self[place] = _words(self._articles, place)
        return words


def _words(articles: Sequence[Article], place: Place) -> list[str]:
    return [normal_form(token) for token in tokenize(articles[place.article].sentence_text(place.sentence))]


def _part(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
