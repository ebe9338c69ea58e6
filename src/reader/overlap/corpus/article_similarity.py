"""How much two articles of a corpus have in common, as evidence that they tell one story.

Every sentence that they share counts, the less the more articles have it: what an agency or an outlet writes
under everything is in very many. The rare words that both are about count as well.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

from reader.overlap.corpus.fingerprints import NEEDED
from reader.overlap.pacing import Progress, ignore_progress

Posting = tuple[Sequence[int], Sequence[int]]
"""The articles that have a print, and the sentence in each."""

MOST_ARTICLES: Final = 200  # a print or a subject in more articles, copies counted once, points at nothing
MOST_STEPS: Final = 40_000_000  # entries of the index that may be looked at in all: a few seconds
EXPONENT: Final = 0.7  # how fast a sentence loses worth: 1 in two articles, .46 in four, .19 in twelve
BLOCK: Final = 8
"""Sentences in this many articles or more may be one block under all of them: they do not simply add up, but
four count twice as much as one."""
BACKGROUND: Final = 0.15
"""Part of the subjects' weight that articles on different events may have in common, beyond what any two
articles of the corpus are expected to have."""
SAME_SUBJECTS: Final = 4.0  # shared sentences worth as much as the same subjects, beyond the background
FAINT: Final = 0.2  # a smaller strength than this is ignored


@dataclass(slots=True)
class ArticleSimilarity:
    """What one article has in common with another."""

    strength: float = 0.0  # 1 is as good as one sentence that only these two have
    shared: int = 0  # the sentences of the one that the other has too, as bits


def similar_articles(
    sentences: Mapping[int, Sequence[Sequence[int]]], subjects: Iterable[Sequence[int]], count: int
) -> dict[int, ArticleSimilarity]:
    """Return what an article has in common with each other one.

    `sentences` has for each of its sentences the articles of each print that counts, `subjects` the articles
    of each subject; where these are more than `MOST_ARTICLES`, some may be left out. `count` is the number of
    articles in the corpus.
    """
    found: dict[int, ArticleSimilarity] = defaultdict(ArticleSimilarity)
    squares: dict[int, float] = defaultdict(float)
    for sentence, prints in sentences.items():
        for other, having in _sharing_sentence(prints):
            worth = 1 / float(max(1, having - 1) ** EXPONENT)
            found[other].shared |= 1 << sentence
            if having < BLOCK:
                found[other].strength += worth
            else:
                squares[other] += worth**2
    for other, square in squares.items():
        found[other].strength += sqrt(square)
    for other, beyond in _sharing_subjects(subjects, count):
        found[other].strength += SAME_SUBJECTS * beyond
    return found


def _sharing_sentence(prints: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the articles that have enough prints of a sentence, each with how many articles have it.

    The rarest prints come first, so that the print which makes it enough is the commonest that is needed.
    """
    if len(prints) < NEEDED:
        return
    count: dict[int, int] = defaultdict(int)
    for articles in sorted(prints, key=len):
        for article in articles:
            count[article] += 1
            if count[article] == NEEDED:
                yield article, len(articles)


def _sharing_subjects(subjects: Iterable[Sequence[int]], count: int) -> Iterator[tuple[int, float]]:
    """Yield the articles that share more of the subjects than the background, and how much more (0-1)."""
    total = expected = 0.0
    common: dict[int, float] = defaultdict(float)
    for articles in subjects:
        having = min(max(1, len(articles)), MOST_ARTICLES + 1)
        weight = (log(1 + count / having) / log(1 + count)) ** 2
        total += weight
        expected += weight * (having - 1) / max(1, count - 1)
        if len(articles) <= MOST_ARTICLES:
            for article in articles:
                common[article] += weight
    background = BACKGROUND * total + expected
    return ((a, (weight - background) / total) for a, weight in common.items() if weight > background)


def similar_pairs(
    prints: Iterable[Posting],
    subjects: Iterable[Sequence[int]],
    count: int,
    progress: Progress = ignore_progress,
) -> dict[tuple[int, int], ArticleSimilarity]:
    """Return what each pair of articles has in common, both ways round.

    The strength is the mean of both; the shared sentences are those of the first article. `count` is the
    number of articles.
    """
    prints_of: dict[int, dict[int, list[Sequence[int]]]] = defaultdict(lambda: defaultdict(list))
    subjects_of: dict[int, list[Sequence[int]]] = defaultdict(list)
    for articles, sentences in _within_steps(prints):
        for article, sentence in zip(articles, sentences, strict=True):
            prints_of[article][sentence].append(articles)
    for articles in subjects:
        for article in articles:
            subjects_of[article].append(articles)
    one_way: dict[tuple[int, int], ArticleSimilarity] = {}
    for done, article in enumerate(subjects_of, start=1):
        progress(done, len(subjects_of))
        found = similar_articles(prints_of.pop(article, {}), subjects_of[article], count)
        for other, similarity in found.items():
            if other != article and similarity.strength >= FAINT / 2:
                one_way[article, other] = similarity
    both_ways: dict[tuple[int, int], ArticleSimilarity] = {}
    for (a, b), there in one_way.items():
        back = one_way.get((b, a), ArticleSimilarity())
        strength = (there.strength + back.strength) / 2
        if strength >= FAINT and (a, b) not in both_ways:
            both_ways[a, b] = ArticleSimilarity(strength, there.shared)
            both_ways[b, a] = ArticleSimilarity(strength, back.shared)
    return both_ways


def _within_steps(prints: Iterable[Posting]) -> list[Posting]:
    """Return as many prints, rarest first, as can be looked at."""
    kept = list(prints)
    steps = Counter[int]()
    for articles, _ in kept:
        steps[len(articles)] += len(articles) ** 2
    left = MOST_STEPS
    for most in sorted(steps):
        left -= steps[most]
        if left < 0:
            return [posting for posting in kept if len(posting[0]) < most]
    return kept
