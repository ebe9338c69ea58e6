"""How much speaks for it that two articles of a corpus tell one story.

Every sentence that they share counts, the less the more articles have it: what an agency or an outlet writes
under everything is in very many. To that come the rare words that both are about.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING, Final

from reader.overlap.corpus.fingerprints import NEEDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    Standing = tuple[Sequence[int], Sequence[int]]
    """The articles that have a print, and the sentence in each."""

MOST_STANDING: Final = 200
"""A print or a subject in more articles than this, near copies counted once, points at nothing."""
MOST_STEPS: Final = 40_000_000
"""Entries of the index that may be walked for all articles together: a few seconds."""
SPREAD: Final = 0.7
"""How fast a shared sentence loses its worth with the number of articles that have it: 1 in two, .46 in four,
.19 in twelve."""
BLOCK: Final = 8
"""Sentences in as many articles as this, or in more, may be one block under all of them: so they do not
simply add up, four count twice as much as one."""
BACKGROUND: Final = 0.15
"""Part of the subjects' weight that articles on different events may have in common beyond what is to be
expected of any two articles of the corpus."""
ABOUT_THE_SAME: Final = 4.0
"""Shared sentences that it counts as when two articles are about wholly the same, beyond the background."""
FAINT: Final = 0.2
"""Less evidence than this is forgotten."""


@dataclass(slots=True)
class ArticleSimilarity:
    """What one article has in common with another."""

    strength: float = 0.0
    """1 is as good as one sentence that only these two have."""
    shared: int = 0
    """The sentences of the one that the other has too, as bits."""


def similar_articles(
    sentences: Mapping[int, Sequence[Sequence[int]]],
    subjects: Iterable[Sequence[int]],
    number: int,
) -> dict[int, ArticleSimilarity]:
    """Give the evidence for each other article.

    `sentences` has for each sentence the articles of each of its prints that count, `subjects` the articles
    of each subject; of what is in more than `MOST_STANDING` articles these need not be complete. `number` is
    how many articles there are.
    """
    found: dict[int, ArticleSimilarity] = defaultdict(ArticleSimilarity)
    common: dict[int, float] = defaultdict(float)
    for sentence, standing in sentences.items():
        for other, articles in _sharing(standing):
            found[other].shared |= 1 << sentence
            if articles < BLOCK:
                found[other].strength += _worth(articles)
            else:
                common[other] += _worth(articles) ** 2
    for other, squares in common.items():
        found[other].strength += sqrt(squares)
    for other, beyond in _about_the_same(subjects, number):
        found[other].strength += ABOUT_THE_SAME * beyond
    return found


def _sharing(standing: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Give the articles that have enough prints of a sentence, each with how many articles that are.

    The prints are gone through rarest first, so that the one which makes it enough is the commonest needed.
    """
    if len(standing) < NEEDED:
        return
    count: dict[int, int] = defaultdict(int)
    for articles in sorted(standing, key=len):
        for article in articles:
            count[article] += 1
            if count[article] == NEEDED:
                yield article, len(articles)


def _worth(articles: int) -> float:
    return 1 / float(max(1, articles - 1) ** SPREAD)


def _about_the_same(subjects: Iterable[Sequence[int]], number: int) -> Iterator[tuple[int, float]]:
    """Give other articles that are about more of the subjects than a background, and how much more."""
    total = expected = 0.0
    common: dict[int, float] = defaultdict(float)
    for articles in subjects:
        standing = min(max(1, len(articles)), MOST_STANDING + 1)
        weight = (log(1 + number / standing) / log(1 + number)) ** 2
        total += weight
        expected += weight * (standing - 1) / max(1, number - 1)
        if len(articles) <= MOST_STANDING:
            for article in articles:
                common[article] += weight
    background = BACKGROUND * total + expected
    return ((a, (weight - background) / total) for a, weight in common.items() if weight > background)


class Postings:
    """All prints and subjects of a corpus, turned round: what stands in each article."""

    def __init__(self, prints: Iterable[Standing], subjects: Iterable[Sequence[int]], number: int) -> None:
        self._number = number
        self._prints: dict[int, dict[int, list[Sequence[int]]]] = defaultdict(lambda: defaultdict(list))
        self._subjects: dict[int, list[Sequence[int]]] = defaultdict(list)
        for articles, sentences in _within_steps(prints):
            for article, sentence in zip(articles, sentences, strict=True):
                self._prints[article][sentence].append(articles)
        for articles in subjects:
            for article in articles:
                self._subjects[article].append(articles)

    def pairs(self, progress: Callable[[int, int], None]) -> dict[tuple[int, int], ArticleSimilarity]:
        """Give the evidence for each pair: of the strength the mean, the sentences are those of the first.

        Every pair is there both ways round.
        """
        found: dict[tuple[int, int], ArticleSimilarity] = {}
        for done, article in enumerate(self._subjects, start=1):
            progress(done, len(self._subjects))
            evidence = similar_articles(self._prints.pop(article, {}), self._subjects[article], self._number)
            for other, one in evidence.items():
                if other != article and one.strength >= FAINT / 2:
                    found[article, other] = one
        return _both_ways(found)


def _both_ways(found: dict[tuple[int, int], ArticleSimilarity]) -> dict[tuple[int, int], ArticleSimilarity]:
    both: dict[tuple[int, int], ArticleSimilarity] = {}
    for (a, b), there in found.items():
        back = found.get((b, a), ArticleSimilarity())
        strength = (there.strength + back.strength) / 2
        if strength >= FAINT and (a, b) not in both:
            both[a, b] = ArticleSimilarity(strength, there.shared)
            both[b, a] = ArticleSimilarity(strength, back.shared)
    return both


def _within_steps(prints: Iterable[Standing]) -> list[Standing]:
    """As many prints, rarest first, as can be walked."""
    kept = list(prints)
    steps = Counter[int]()
    for articles, _ in kept:
        steps[len(articles)] += len(articles) ** 2
    left = MOST_STEPS
    for most in sorted(steps):
        left -= steps[most]
        if left < 0:
            return [standing for standing in kept if len(standing[0]) < most]
    return kept
