"""A few hundred articles at hand, grouped into stories without an index on disk."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.overlap.corpus.article_similarity import Postings
from reader.overlap.corpus.fingerprints import sketch_article
from reader.overlap.corpus.grouping import group_articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles import Article


def group_in_memory(articles: Sequence[Article]) -> list[list[int]]:
    """Group articles, by number, that tell one story; largest group first.

    Each begins with the article that has most in common with the others; what stands alone is a group too.
    """
    prints: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    subjects: dict[int, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        made = sketch_article(article)
        for found, sentence in made.prints.items():
            standing, sentences = prints[found]
            standing.append(number)
            sentences.append(sentence)
        for subject in made.subjects:
            subjects[subject].append(number)
    pairs = Postings(prints.values(), subjects.values(), len(articles)).pairs(_quiet)
    groups = group_articles(pairs)
    known = {number for group in groups for number in group}
    return [*groups, *([number] for number in range(len(articles)) if number not in known)]


def _quiet(_done: int, _of: int) -> None:
    """Tell nobody."""
