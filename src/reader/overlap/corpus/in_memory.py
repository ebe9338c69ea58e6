"""Stories among a few hundred articles at hand, without an index on disk."""

from collections import defaultdict
from collections.abc import Sequence

from reader.articles import Article
from reader.overlap.corpus.article_similarity import similar_pairs
from reader.overlap.corpus.fingerprints import sketch_article
from reader.overlap.corpus.grouping import group_articles


def group_in_memory(articles: Sequence[Article]) -> list[list[int]]:
    """Group articles, by number, that tell one story; largest group first.

    Each group begins with the article that has most in common with the others. An article that stands alone
    is a group too.
    """
    prints: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    subjects: dict[int, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        sketch = sketch_article(article)
        for one, sentence in sketch.prints.items():
            having, sentences = prints[one]
            having.append(number)
            sentences.append(sentence)
        for subject in sketch.subjects:
            subjects[subject].append(number)
    groups = group_articles(similar_pairs(prints.values(), subjects.values(), len(articles)))
    grouped = {number for group in groups for number in group}
    return [*groups, *([number] for number in range(len(articles)) if number not in grouped)]
