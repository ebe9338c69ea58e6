"""The list of everything: the annotations of a notebook by what is asked for, and how many of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from reader.notebook.model import Annotation, Span, Tag, TargetKind, Verdict
    from reader.notebook.notebook import Notebook

    Found = tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What annotations are asked for; what is left out is not asked."""

    tags: Collection[str] | None = None
    """Ids, of which it has any; those below a tag count too."""
    articles: Collection[str] | None = None
    """Ids, of which it is in any; a pair is in both its articles, an absence too."""
    among: Collection[str] | None = None
    """Ids of annotations, of which it is one."""
    text: str = ""
    """Words that must all be there, whatever their case: in the words it is on, of both sides, of before the
    text changed, in the note, or in the names of its tags."""
    quoted: tuple[str, ...] = ()
    """Parts of the text that must all be in the words it is on, whatever their case."""
    coders: Collection[str] | None = None
    """Names, of which one made it."""
    since: str = ""
    """The first and the last day or time of its last change, ISO 8601 in UTC, both included: `2031-10-14` or
    only `2031-10`."""
    until: str = ""
    verdicts: tuple[Verdict, ...] = ()
    """Of these the worse one of its sides."""
    kinds: tuple[TargetKind, ...] = ()
    """Of targets."""
    noted: bool = False
    """It has a note."""


@dataclass(frozen=True, slots=True)
class TagsByStory:
    """How often each tag is in each story."""

    tags: tuple[Tag, ...]
    """The columns: those that are used at all, by name."""
    rows: tuple[StoryCounts, ...]


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """One story."""

    story: str
    annotations: int
    """Of it, with any number of tags or with a note only; those of a pair are of its first side's story."""
    counts: tuple[int, ...]
    """How many of them carry each tag."""


class Finder:
    """Finds again and again among the same annotations, as somebody types: it keeps what it has read.

    As long as only words are added it looks among what it found last.
    """

    def __init__(self, notebook: Notebook, annotations: Iterable[Annotation]) -> None:
        self._notebook = notebook
        self._annotations = tuple(annotations)
        self._last = Query(), self._annotations
        self._texts: dict[str, str] = {}
        """What is searched for words, by annotation."""

    def find(self, query: Query) -> tuple[Annotation, ...]:
        """Give the annotations asked for, in their order."""
        last, found = self._last
        known = last.text.casefold().split()
        if not query.text.startswith(last.text) or replace(query, text=last.text) != last:
            found, known = self._annotations, []
            for fits in _tests(self._notebook, query):
                found = _only(found, fits)
        words = query.text.casefold().split()
        if words:
            self.read_ahead(len(self._annotations))
        texts = self._texts
        for word in words:
            if word not in known:
                fitting = tuple([each for each in found if word in texts[each.id]])
                found = found if len(fitting) == len(found) else fitting
        self._last = query, found
        return found

    def read_ahead(self, count: int) -> bool:
        """Read so many more, so that the first word need not wait for all; gives whether any are left."""
        read = len(self._texts)
        for annotation in self._annotations[read : read + count]:
            self._texts[annotation.id] = "\n".join(_texts(self._notebook, annotation)).casefold()
        return len(self._texts) > read


def _only(found: Found, fits: Callable[[Annotation], bool]) -> Found:
    """Those that fit; the very same tuple when all do."""
    fitting = tuple(filter(fits, found))
    return found if len(fitting) == len(found) else fitting


def find_annotations(notebook: Notebook, query: Query) -> tuple[Annotation, ...]:
    """Give the annotations asked for, article by article and by place."""
    return Finder(notebook, notebook.annotations()).find(query)


def count_by_article(annotations: Iterable[Annotation]) -> Counter[str]:
    """Count annotations by the ids of their articles; a pair is in both its articles, an absence too."""
    return Counter(article for annotation in annotations for article in _articles(annotation))


def count_by_coder(annotations: Iterable[Annotation]) -> Counter[str]:
    """Count annotations by who made them; nothing is: not known."""
    return Counter(annotation.coder for annotation in annotations)


def count_tags_by_story(
    notebook: Notebook, stories: Mapping[str, Collection[str]], query: Query | None = None
) -> TagsByStory:
    """Count tags by story.

    :param stories: article ids by the name of their story, in the order of the rows; what is in none makes
        a last row without a name, if it has any annotation.
    :param query: which annotations to count; all if None.
    """
    found = notebook.annotations() if query is None else find_annotations(notebook, query)
    story_of = {article: story for story, articles in stories.items() for article in articles}
    every = Counter(story_of.get(each.article, "") for each in found)
    cells = Counter((story_of.get(each.article, ""), tag) for each in found for tag in each.tags)
    used = {tag for _, tag in cells}
    tags = tuple(tag for tag in notebook.tags if tag.id in used)
    rest = [""] if "" in every and "" not in stories else []
    rows = (
        StoryCounts(story, every[story], tuple(cells[story, tag.id] for tag in tags))
        for story in [*stories, *rest]
    )
    return TagsByStory(tags, tuple(rows))


def _with_those_below(notebook: Notebook, tags: Collection[str]) -> set[str]:
    return {*tags}.union(*(notebook.codebook.family(tag) for tag in tags if tag in notebook.codebook))


def _tests(notebook: Notebook, query: Query) -> Iterator[Callable[[Annotation], bool]]:
    """What an annotation must pass, but for the words."""
    articles, coders, until = query.articles, query.coders, query.until
    if query.tags is not None:
        tags = _with_those_below(notebook, query.tags)
        yield lambda each: not tags.isdisjoint(each.tags)
    if articles is not None:
        yield lambda each: not _articles(each).isdisjoint(articles)
    if query.among is not None:
        among = query.among
        yield lambda each: each.id in among
    if coders is not None:
        yield lambda each: each.coder in coders
    if query.since:
        yield lambda each: query.since <= each.modified
    if until:
        yield lambda each: each.modified[: len(until)] <= until
    yield from _tests_of_form(query)


def _tests_of_form(query: Query) -> Iterator[Callable[[Annotation], bool]]:
    """Of what sort it must be, whoever made it, wherever and when."""
    if query.verdicts:
        yield lambda each: each.worst in query.verdicts
    if query.kinds:
        yield lambda each: each.kind in query.kinds
    if query.quoted:
        parts = tuple(map(str.casefold, query.quoted))
        yield lambda each: all(part in _quoted(each) for part in parts)
    if query.noted:
        yield lambda each: bool(each.note)


def _articles(annotation: Annotation) -> set[str]:
    """The ids of the articles of both sides."""
    other = annotation.other
    return {annotation.article} if other is None else {annotation.article, other.article}


def _quoted(annotation: Annotation) -> str:
    """The words it is on, of both sides."""
    other = "" if annotation.other is None else annotation.other.selector.exact
    return f"{annotation.selector.exact}\n{other}".casefold()


def _texts(notebook: Notebook, annotation: Annotation) -> Iterator[str]:
    yield annotation.note
    yield from (notebook.tag(tag).name for tag in annotation.tags)
    for side in (annotation, annotation.other):
        if side is not None:
            yield side.selector.exact
            yield "" if side.was is None else side.was.exact


def changed_spans(before: Notebook, after: Notebook) -> Iterator[Span]:
    """Give the places of the annotations that two states of a notebook have not in common."""
    old, new = ({one.id: one for one in each.annotations()} for each in (before, after))
    renamed = before.tags != after.tags
    for name in old | new:
        if renamed or old.get(name) != new.get(name):
            for side in (old, new):
                yield from side[name].spans if name in side else ()
