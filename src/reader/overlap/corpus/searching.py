"""Search an index: which of its articles tell one story, and which are like another one."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import reduce
from operator import or_

from reader.overlap.corpus.article_similarity import (
    FAINT,
    MOST_ARTICLES,
    ArticleSimilarity,
    similar_articles,
    similar_pairs,
)
from reader.overlap.corpus.fingerprints import ArticleSketch
from reader.overlap.corpus.grouping import group_articles
from reader.overlap.corpus.index import GroupedArticle, Index
from reader.overlap.corpus.near_duplicates import copies_by_leader, find_near_duplicates, shared_sentences
from reader.overlap.pacing import Progress, gc_paused


def find_groups(index: Index, progress: Progress) -> list[list[GroupedArticle]]:
    """Return the articles of each story, largest story first, and store them if anything can be written."""
    if (groups := index.groups()) is not None:
        return groups
    copies = _find_copies(index)
    state = index.state()
    with gc_paused():
        leaders = index.count() - len(copies)
        pairs = similar_pairs(index.prints(MOST_ARTICLES), index.subjects(), leaders, progress)
        following = copies_by_leader(copies)
        prints = index.prints_of({*copies, *following}) if copies else {}
        of_leaders = group_articles(pairs)
        in_groups = {article for group in of_leaders for article in group}
        alone = ([leader] for leader in following if leader not in in_groups)
        found = [_with_counts(group, pairs, following, prints) for group in (*of_leaders, *alone)]
        groups = sorted(found, key=lambda group: -len(group))
    with suppress(sqlite3.OperationalError):  # read-only, or the disk is full: searched anew the next time
        index.store_groups(groups, state)
    return groups


def _find_copies(index: Index) -> dict[int, int]:
    """Return the leader of each near-duplicate, which are searched after every change."""
    copies = index.copies()
    if copies is None:
        state = index.state()
        index.store_copies(find_near_duplicates(index.samples()), state)
        copies = index.copies()  # none are stored if another process has changed something meanwhile
    return copies or {}


def _with_counts(
    group: Sequence[int],
    pairs: Mapping[tuple[int, int], ArticleSimilarity],
    following: Mapping[int, Sequence[int]],
    prints: Mapping[int, Mapping[int, int]],
) -> list[GroupedArticle]:
    """Count what each article of a group has in common with the others; near-duplicates come last."""
    leaders, copies = [], []
    for article in group:
        with_others = [pairs[article, b] for b in group if (article, b) in pairs]
        shared = reduce(or_, (similarity.shared for similarity in with_others), 0)
        strength = sum(similarity.strength for similarity in with_others)
        for copy in following.get(article, ()):
            shared |= shared_sentences(prints[article], prints[copy])
            copied = shared_sentences(prints[copy], prints[article])
            copies.append(GroupedArticle(copy, copied.bit_count(), strength))
        leaders.append(GroupedArticle(article, shared.bit_count(), strength))
    return [*leaders, *copies]


def find_similar(index: Index, sketch: ArticleSketch, most: int) -> list[GroupedArticle]:
    """Return the articles that have much in common with a sketched one, most like it first, at most so many.

    `shared` counts the sentences of the sketched article that they have too.
    """
    copies = _find_copies(index)
    leaders = index.count() - len(copies)
    if not leaders:
        return []
    similar = _similar_leaders(index, sketch, leaders)
    enough = [leader for leader, one in similar.items() if one.shared or one.strength >= FAINT]
    best = sorted(enough, key=lambda leader: (-similar[leader].strength, leader))
    following = copies_by_leader(copies)
    found = [one for leader in best for one in (leader, *following.get(leader, ()))][:most]
    counts = _count_shared(index, sketch, [one for one in found if one in copies])
    counts |= {leader: similar[leader].shared.bit_count() for leader in best}
    return [GroupedArticle(one, counts[one], similar[copies.get(one, one)].strength) for one in found]


def _similar_leaders(index: Index, sketch: ArticleSketch, count: int) -> dict[int, ArticleSimilarity]:
    most = MOST_ARTICLES + 1
    sentences: dict[int, list[list[int]]] = {}
    for one, sentence in sketch.prints.items():
        having = index.leaders_with_print(one, most)
        if len(having) < most:
            sentences.setdefault(sentence, []).append(having)
    subjects = [index.leaders_about(subject, most) for subject in sketch.subjects]
    return similar_articles(sentences, subjects, count)


def _count_shared(index: Index, sketch: ArticleSketch, articles: Sequence[int]) -> dict[int, int]:
    """Count the sentences of the sketched article that each of the articles has."""
    if not articles:
        return {}
    prints: dict[int, dict[int, int]] = {article: {} for article in articles}
    for one, sentence in sketch.prints.items():
        for article in index.articles_with_print(one, articles):
            prints[article][one] = sentence
    return {one: shared_sentences(common, sketch.prints).bit_count() for one, common in prints.items()}
