"""Find annotations of a notebook by what is asked for, and count them by tag, article, coder and story."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from reader.notebook.model import Annotation, Span, Tag, TargetKind, Verdict
    from reader.notebook.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Query:
    """What annotations are asked for; a field that is left out asks for nothing."""

    tags: Collection[str] | None = None
    """Ids of tags, of which it has one, or one below."""
    articles: Collection[str] | None = None
    """Ids of articles, of which it is in one; pairs and absences are in two."""
    among: Collection[str] | None = None
    """Ids of annotations, of which it is one."""
    text: str = ""
    """Words that it has all, in upper or lower case: in the words it is on, of both sides, now or before the
    text changed; in the note; or in the names of its tags."""
    quoted: tuple[str, ...] = ()
    """Pieces of text that the words it is on have all, in upper or lower case."""
    coders: Collection[str] | None = None
    """Names of coders, of whom one made it."""
    since: str = ""
    """The first day or time of its last change, ISO 8601 in UTC: `2031-10-14`, or only `2031-10`."""
    until: str = ""
    """The last day or time of its last change, likewise; that day, or month, is included."""
    verdicts: tuple[Verdict, ...] = ()
    """Verdicts, of which it has one; of two sides the worse one counts."""
    kinds: tuple[TargetKind, ...] = ()
    """Kinds of target, of which it has one."""
    noted: bool = False
    """Whether it must have a note."""


@dataclass(frozen=True, slots=True)
class TagsByStory:
    """How often each tag is in each story."""

    tags: tuple[Tag, ...]
    """The columns: the tags that are used at all, by name."""
    rows: tuple[StoryCounts, ...]


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """The annotations of one story, counted."""

    story: str
    annotations: int
    """With any number of tags, or none; a pair belongs to the story of its first side."""
    counts: tuple[int, ...]
    """How many of them carry each tag."""


class Finder:
    """Searches the same annotations again and again, as somebody types.

    It keeps the texts it has searched, and when only words are added it searches what it found last.
    """

    def __init__(self, notebook: Notebook, annotations: Iterable[Annotation]) -> None:
        self._notebook = notebook
        self._annotations = tuple(annotations)
        self._last = Query(), self._annotations
        self._texts: dict[str, str] = {}
        """The text of each annotation that is searched for words."""

    def find(self, query: Query) -> tuple[Annotation, ...]:
        """Return the annotations asked for, in their order; the very same tuple if all still fit."""
        last, found = self._last
        known = last.text.casefold().split()
        if not query.text.startswith(last.text) or replace(query, text=last.text) != last:
            found, known = self._annotations, []
            for test in _tests(self._notebook, query):
                found = _keep(found, test)
        new = [word for word in query.text.casefold().split() if word not in known]
        if new:
            self.read_ahead(len(self._annotations))
        texts = self._texts
        for word in new:
            fitting = tuple([each for each in found if word in texts[each.id]])
            found = found if len(fitting) == len(found) else fitting
        self._last = query, found
        return found

    def read_ahead(self, count: int) -> bool:
        """Read so many more texts, for the first word typed not to wait; return whether there were any."""
        read = len(self._texts)
        for annotation in self._annotations[read : read + count]:
            self._texts[annotation.id] = "\n".join(_texts(self._notebook, annotation)).casefold()
        return len(self._texts) > read


def find_annotations(notebook: Notebook, query: Query) -> tuple[Annotation, ...]:
    """Return the annotations asked for, article by article and by place."""
    return Finder(notebook, notebook.annotations()).find(query)


def count_by_article(annotations: Iterable[Annotation]) -> Counter[str]:
    """Count annotations by the ids of their articles; pairs and absences are in two."""
    return Counter(article for annotation in annotations for article in _articles(annotation))


def count_by_coder(annotations: Iterable[Annotation]) -> Counter[str]:
    """Count annotations by who made them; "" stands for a coder who is not known."""
    return Counter(annotation.coder for annotation in annotations)


def count_tags_by_story(
    notebook: Notebook, stories: Mapping[str, Collection[str]], query: Query | None = None
) -> TagsByStory:
    """Count the tags of all annotations, or of those asked for, by story.

    :param stories: article ids by the name of their story, in the order of the rows. Annotations in none of
        them make a last row without a name.
    """
    found = find_annotations(notebook, query or Query())
    story_of = {article: story for story, articles in stories.items() for article in articles}
    every = Counter(story_of.get(each.article, "") for each in found)
    cells = Counter((story_of.get(each.article, ""), tag) for each in found for tag in each.tags)
    used = {tag for _, tag in cells}
    tags = tuple(tag for tag in notebook.tags if tag.id in used)
    names = [*stories, ""] if "" in every and "" not in stories else stories
    rows = (StoryCounts(name, every[name], tuple(cells[name, tag.id] for tag in tags)) for name in names)
    return TagsByStory(tags, tuple(rows))


def changed_spans(before: Notebook, after: Notebook) -> Iterator[Span]:
    """Yield the spans of the annotations that differ between two states of a notebook."""
    old, new = ({one.id: one for one in each.annotations()} for each in (before, after))
    renamed = before.tags != after.tags
    for name in old | new:
        if renamed or old.get(name) != new.get(name):
            for side in (old, new):
                yield from side[name].spans if name in side else ()


def _keep(found: tuple[Annotation, ...], test: Callable[[Annotation], bool]) -> tuple[Annotation, ...]:
    """Return those that pass; the very same tuple when all do, so that nothing is drawn anew for it."""
    passing = tuple(filter(test, found))
    return found if len(passing) == len(found) else passing


def _tests(notebook: Notebook, query: Query) -> Iterator[Callable[[Annotation], bool]]:
    """Yield the tests that an annotation must pass, but for the words of `text`."""
    articles, among, coders, until = query.articles, query.among, query.coders, query.until
    if query.tags is not None:
        known = (tag for tag in query.tags if tag in notebook.codebook)
        tags = {*query.tags}.union(*map(notebook.codebook.family, known))
        yield lambda each: not tags.isdisjoint(each.tags)
    if articles is not None:
        yield lambda each: not _articles(each).isdisjoint(articles)
    if among is not None:
        yield lambda each: each.id in among
    if coders is not None:
        yield lambda each: each.coder in coders
    if query.since or until:
        yield lambda each: query.since <= each.modified and each.modified[: len(until)] <= until
    if query.verdicts:
        yield lambda each: each.worst in query.verdicts
    if query.kinds:
        yield lambda each: each.kind in query.kinds
    if query.quoted:
        parts = tuple(map(str.casefold, query.quoted))
        yield lambda each: all(part in _words(each) for part in parts)
    if query.noted:
        yield lambda each: bool(each.note)


def _articles(annotation: Annotation) -> set[str]:
    return {side.article for side in annotation.sides}


def _words(annotation: Annotation) -> str:
    """Return the words it is on, of both sides, in lower case."""
    return "\n".join(side.selector.exact for side in annotation.sides).casefold()


def _texts(notebook: Notebook, annotation: Annotation) -> Iterator[str]:
    yield annotation.note
    yield from (notebook.tag(tag).name for tag in annotation.tags)
    for side in annotation.sides:
        yield side.selector.exact
        yield "" if side.was is None else side.was.exact
