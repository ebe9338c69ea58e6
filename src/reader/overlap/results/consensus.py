"""What all articles say, what most of them say, and what only one says; and how much each two have in common.

Sentences are clustered first, as for summaries of several documents (Radev, Jing, Styś and Tam,
"Centroid-based summarization of multiple documents", 2004): a statement in most accounts is the core of the
story.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from reader.articles.model import Article
from reader.overlap.results.matches import Overlap
from reader.overlap.results.model import SURE, Match, Place
from reader.text.content_words import is_content_word
from reader.text.meanings import meaning
from reader.text.stemming import stems
from reader.text.tokens import normal_form, tokenize

FIGURE_CLAIMS: Final = 2  # words that a figure counts as where the other sentences do not give it
_MatchedWords = dict[Place, set[str]]
"""Sentences that have a match, each with the words of all sentences that match it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that at least two articles say."""

    places: tuple[Place, ...]  # the sentences that say it, in reading order
    articles: tuple[int, ...]  # the articles that these sentences are in, in order
    representative: Place  # the sentence that surely says what each other says, and claims least besides


@dataclass(frozen=True, slots=True)
class Consensus:
    """The statements of some articles by how many articles make them."""

    by_all: tuple[Statement, ...]  # what every article says
    by_most: tuple[Statement, ...]  # what more than half of them say, but not all
    by_some: tuple[Statement, ...]  # what two or more say, but no more than half
    by_one: tuple[tuple[Place, ...], ...]  # the sentences of each article without a match


@dataclass(frozen=True, slots=True)
class Share:
    """How much of an article is said elsewhere too, from 0 to 1; boilerplate is left out."""

    sentences: float  # part of the sentences that have a match
    words: float  # part of the words that a matching sentence has as well


def find_consensus(articles: Sequence[Article], overlap: Overlap, threshold: float = SURE) -> Consensus:
    """Return what all, most, some and only one of the articles say.

    What only one says has no match that reaches the threshold. A sentence with a match is not always in a
    cluster, so that some sentences are in no group.
    """
    found = [_statement(articles, places, overlap, threshold) for places in overlap.clusters(threshold)]
    count = len(articles)
    matched = {place for match in _matches_reaching(overlap, threshold) for place in (match.a, match.b)}
    return Consensus(
        by_all=tuple(one for one in found if len(one.articles) == count),
        by_most=tuple(one for one in found if count / 2 < len(one.articles) < count),
        by_some=tuple(one for one in found if len(one.articles) <= count / 2),
        by_one=tuple(
            tuple(place for place in _places(articles, number) if place not in matched)
            for number in range(count)
        ),
    )


def article_shares(articles: Sequence[Article], overlap: Overlap, threshold: float = SURE) -> list[Share]:
    """Return for each article how much of it any other one says too."""
    matched: list[_MatchedWords] = [defaultdict(set) for _ in articles]
    words = _words_by_place(articles)
    for match in _matches_reaching(overlap, threshold):
        for place in (match.a, match.b):
            matched[place.article][place].update(words[match.other(place)])
    return [_share(_places(articles, number), one, words) for number, one in enumerate(matched)]


def share_matrix(
    articles: Sequence[Article], overlap: Overlap, threshold: float = SURE
) -> dict[tuple[int, int], Share]:
    """Return for each two articles, in both orders, how much of the first one the second one says too."""
    numbers = range(len(articles))
    pairs = permutations(numbers, 2)
    matched: dict[tuple[int, int], _MatchedWords] = {pair: defaultdict(set) for pair in pairs}
    words = _words_by_place(articles)
    for match in _matches_reaching(overlap, threshold):
        for place in (match.a, match.b):
            other = match.other(place)
            matched[place.article, other.article][place].update(words[other])
    places = [_places(articles, number) for number in numbers]
    return {pair: _share(places[pair[0]], one, words) for pair, one in matched.items()}


def _statement(
    articles: Sequence[Article], places: tuple[Place, ...], overlap: Overlap, threshold: float
) -> Statement:
    """Return what a cluster says: its representative, and the sentences which that surely matches.

    Two sentences may be in one cluster because of a third: then only the third says what each of them says.
    """
    content = {
        place: {meaning(stem) for stem in stems(_words(articles, place)) if is_content_word(stem)}
        for place in places
    }
    reached: dict[Place, tuple[Place, ...]] = {}  # in the article of the place, copies
    for place in places:
        sure = {match.other(place) for match in overlap.matches_of(place, threshold)}
        reached[place] = tuple(one for one in places if one in sure or one.article == place.article)

    def worth(place: Place) -> tuple[int, int, int]:
        others = [other for other in reached[place] if other != place]
        claims = (word for other in others for word in content[place] - content[other])
        unshared = sum(FIGURE_CLAIMS if word[0].isdecimal() else 1 for word in claims)
        return len({other.article for other in others}), -unshared, -len(content[place])

    best = max(places, key=worth)
    return Statement(reached[best], tuple(sorted({place.article for place in reached[best]})), best)


def _places(articles: Sequence[Article], number: int) -> list[Place]:
    """Return the places of the sentences of an article, boilerplate left out."""
    sentences = enumerate(articles[number].sentences)
    return [Place(number, index) for index, sentence in sentences if not sentence.boilerplate]


def _share(places: Sequence[Place], matched: _MatchedWords, words: Mapping[Place, Sequence[str]]) -> Share:
    common = sum(sum(map(others.__contains__, words[place])) for place, others in matched.items())
    total = sum(len(words[place]) for place in places)
    return Share(len(matched) / len(places) if places else 0.0, common / total if total else 0.0)


def _matches_reaching(overlap: Overlap, threshold: float) -> list[Match]:
    return overlap.matches[: overlap.matches.count_reaching(threshold)]


def _words_by_place(articles: Sequence[Article]) -> dict[Place, list[str]]:
    counts = enumerate(len(article.sentences) for article in articles)
    places = [Place(number, index) for number, count in counts for index in range(count)]
    return {place: _words(articles, place) for place in places}


def _words(articles: Sequence[Article], place: Place) -> list[str]:
    return list(map(normal_form, tokenize(articles[place.article].sentence_text(place.sentence))))
