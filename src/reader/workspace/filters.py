"""The filters: kinds of sentences that a reader may want to see alone, the rest being folded."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from reader.articles import Article
from reader.notebook import Notebook, Tag
from reader.overlap import MatchKind, Place
from reader.workspace.comparison import Comparison
from reader.workspace.open_annotations import OpenAnnotations

SentenceSets = list[set[int]]  # for each article, numbers of sentences


class FilterSource(NamedTuple):
    """What a filter looks at."""

    articles: Sequence[Article]
    annotations: OpenAnnotations
    comparison: Comparison
    threshold: float  # the lowest score of a match that is shown, 0–1


class SentenceFilter(NamedTuple):
    """A rule for which sentences are shown."""

    key: str  # the letter that chooses it, or # and the id of a tag
    name: str  # fits into “No sentence is …”
    find: Callable[[FilterSource], SentenceSets]
    of_matches: bool = False
    """Whether it needs the overlap, and finds other sentences when the threshold is moved."""


def _shared(source: FilterSource, only: MatchKind | None = None) -> SentenceSets:
    """Find the sentences with a match at the threshold, of any kind or of one."""
    found: SentenceSets = [set() for _ in source.articles]
    for (article, sentence), kind, _ in source.comparison.overlap.matches.ends(source.threshold):
        if only is None or kind == only:
            found[article].add(sentence)
    return found


def _only_here(source: FilterSource) -> SentenceSets:
    own = ({n for n, s in enumerate(a.sentences) if not s.boilerplate} for a in source.articles)
    return [one - shared for one, shared in zip(own, _shared(source), strict=True)]


def _differing(source: FilterSource) -> SentenceSets:
    found = _shared(source, "edited")
    source.comparison.find_key_differences_if_few()
    for match in source.comparison.key_differences():
        if match.score >= source.threshold:
            for place in (match.a, match.b):
                found[place.article].add(place.sentence)
    return found


def _tagged(source: FilterSource, tag: str | None = None) -> SentenceSets:
    """Find the sentences with any coder's tag; with `tag`, those with that tag or one below it."""
    family = source.annotations.notebook.codebook.family(tag) if tag else frozenset()

    def wanted(place: Place) -> bool:
        found = source.annotations.on(place)
        return any(not family.isdisjoint(one.tags) if tag else one.tags for one in found)

    return _where(source, wanted)


def _where(source: FilterSource, wanted: Callable[[Place], bool]) -> SentenceSets:
    return [
        {number for number in range(len(article.sentences)) if wanted(Place(column, number))}
        for column, article in enumerate(source.articles)
    ]


ALL = SentenceFilter("a", "all", lambda source: [set(range(len(each.sentences))) for each in source.articles])
SHARED = SentenceFilter("s", "shared", _shared, of_matches=True)
ONLY_HERE = SentenceFilter("o", "only here", _only_here, of_matches=True)
DIFFERING = SentenceFilter("d", "differing", _differing, of_matches=True)
"""Edited, or a sure paraphrase with a key difference: see `Comparison`."""
TAGGED = SentenceFilter("t", "tagged", _tagged)
UNTAGGED = SentenceFilter("u", "untagged", lambda source: _where(source, source.annotations.is_untagged))
FILTERS = {one.key: one for one in (ALL, SHARED, ONLY_HERE, DIFFERING, TAGGED, UNTAGGED)}
_TAG = "#"


def tag_filter(tag: Tag) -> SentenceFilter:
    """Return the filter for the sentences with this tag or one below it."""
    return SentenceFilter(f"{_TAG}{tag.id}", f"“{tag.name}”", partial(_tagged, tag=tag.id))


def filter_for_key(key: str, notebook: Notebook) -> SentenceFilter:
    """Return the filter with this key; `ALL` when there is none, or the tag is gone."""
    tag = key.removeprefix(_TAG)
    if tag != key and tag in notebook.codebook:
        return tag_filter(notebook.tag(tag))
    return FILTERS.get(key, ALL)
