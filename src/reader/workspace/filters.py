"""Filters: which sentences are shown, the rest being folded.

A filter looks once, when it is chosen (and again when other matches are shown): a sentence that is tagged
under the filter “untagged” stays where it is, under the eyes of whoever tags it, until the filter is chosen
anew. So nothing moves while one works, and a tag put on by mistake is still there to be taken off.

Whoever goes to a folded sentence (a counterpart, a hit, a click on the fold) has it unfolded.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.overlap import Place
from reader.workspace.visible import VisibleSentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.articles import Article
    from reader.notebook import Notebook, Tag
    from reader.overlap import MatchKind
    from reader.workspace.workspace import Workspace

SentenceSets = list[set[int]]
"""Sentences, by article."""


class SentenceFilter(NamedTuple):
    """Some sentences that a reader may want to see alone."""

    key: str
    """The letter that chooses it, or # and the id of a tag."""
    name: str
    """As it is told: “No sentence is …”."""
    find: Callable[[Workspace], SentenceSets]
    of_matches: bool = False
    """It needs the overlap, and other sentences are meant when the threshold is moved."""


def _all(workspace: Workspace) -> SentenceSets:
    return [set(range(len(article.sentences))) for article in workspace.articles]


def _shared(workspace: Workspace) -> SentenceSets:
    return _ends(workspace)


def _only_here(workspace: Workspace) -> SentenceSets:
    return _without(_own(workspace), _shared(workspace))


def _differing(workspace: Workspace) -> SentenceSets:
    found = _ends(workspace, "edited")
    workspace.key_differences.look_among_few(workspace.overlap)
    for match in workspace.key_differences.found(workspace.overlap):
        if match.score >= workspace.threshold:
            for place in (match.a, match.b):
                found[place.article].add(place.sentence)
    return found


def _tagged(workspace: Workspace, tag: str | None = None) -> SentenceSets:
    """The sentences with a tag, alone or with others, whoever put it there; or with this one or one below."""
    family = workspace.notebook.family(tag) if tag else frozenset()

    def wanted(place: Place) -> bool:
        found = workspace.annotations.on(place)
        return any(not family.isdisjoint(one.tags) if tag else one.tags for one in found)

    return _where(workspace, wanted)


def _untagged(workspace: Workspace) -> SentenceSets:
    return _where(workspace, workspace.annotations.is_untagged)


def _where(workspace: Workspace, wanted: Callable[[Place], bool]) -> SentenceSets:
    return [
        {number for number in range(len(article.sentences)) if wanted(Place(column, number))}
        for column, article in enumerate(workspace.articles)
    ]


def _ends(workspace: Workspace, only: MatchKind | None = None) -> SentenceSets:
    """The sentences with a match that is shown, of any kind or of one."""
    found: SentenceSets = [set() for _ in workspace.articles]
    for (article, sentence), kind, _ in workspace.overlap.matches.ends(workspace.threshold):
        if only is None or kind == only:
            found[article].add(sentence)
    return found


def _own(workspace: Workspace) -> SentenceSets:
    """All but what is not of the article."""
    return [
        {n for n, s in enumerate(article.sentences) if not s.boilerplate} for article in workspace.articles
    ]


def _with_unknown(found: SentenceSets, workspace: Workspace) -> SentenceSets:
    """The same, and all of the articles of which it is not known yet what they share."""
    whole = _all(workspace)
    return [sentences if n in workspace.known else whole[n] for n, sentences in enumerate(found)]


def _without(some: SentenceSets, others: SentenceSets) -> SentenceSets:
    return [one - other for one, other in zip(some, others, strict=True)]


ALL = SentenceFilter("a", "all", _all)
SHARED = SentenceFilter("s", "shared", _shared, of_matches=True)
ONLY_HERE = SentenceFilter("o", "only here", _only_here, of_matches=True)
DIFFERING = SentenceFilter("d", "differing", _differing, of_matches=True)
"""Edited, or a sure paraphrase in which figures disagree, only one side hedges, or another one speaks."""
TAGGED = SentenceFilter("t", "tagged", _tagged)
UNTAGGED = SentenceFilter("u", "untagged", _untagged)
FILTERS = {one.key: one for one in (ALL, SHARED, ONLY_HERE, DIFFERING, TAGGED, UNTAGGED)}
TAG = "#"


def tag_filter(tag: Tag) -> SentenceFilter:
    """The sentences with this tag."""
    return SentenceFilter(f"{TAG}{tag.id}", f"“{tag.name}”", partial(_tagged, tag=tag.id))


def filter_for_key(key: str, notebook: Notebook) -> SentenceFilter:
    """The filter with this key; all when there is none, or the tag is gone."""
    if key.startswith(TAG) and notebook.has_tag(key.removeprefix(TAG)):
        return tag_filter(notebook.tag(key.removeprefix(TAG)))
    return FILTERS.get(key, ALL)


class FilterState:
    """What is shown of each article, and where the cursors stood before they had to leave a fold."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.filter = ALL
        self.shown = [VisibleSentences.whole(len(article.sentences)) for article in articles]
        self._left: dict[int, tuple[int, int]] = {}
        self._stood: tuple[Place, Place] | None = None
        """What was at hand before the one at hand had to leave a fold, and what it was put on."""

    def choose(self, workspace: Workspace, chosen: SentenceFilter) -> bool:
        """Show what a filter finds; False, and nothing changes, when it finds nothing.

        The cursors go to the nearest sentence that is shown, and back when it is shown again if they have not
        been moved since; and so goes what is at hand. An article of which nothing is shown keeps its
        cursor in the fold, and is never the one at hand.
        """
        found = chosen.find(workspace)
        if chosen.of_matches:
            found = _with_unknown(found, workspace)
        if not any(found):
            return False
        self.filter = chosen
        workspace.view = replace(workspace.view, filter=chosen.key)
        self.shown = [
            VisibleSentences(sentences, len(article.sentences))
            if chosen is not ALL
            else VisibleSentences.whole(len(sentences))
            for sentences, article in zip(found, workspace.articles, strict=True)
        ]
        self._put_at_hand(workspace)
        return True

    def again(self, workspace: Workspace) -> None:
        """Filter what the workspace asks for, after other matches are shown; when nothing is left, show all.

        Also after tags have changed: the filter may be one that is called otherwise now, or is gone.
        """
        wanted = filter_for_key(workspace.view.filter, workspace.notebook)
        if wanted.key == self.filter.key and not wanted.of_matches:
            self.filter = wanted
        elif not self.choose(workspace, wanted):
            self.choose(workspace, ALL)

    def unfold(self, article: int, sentences: Iterable[int]) -> None:
        """Show these as well."""
        self.shown[article] = self.shown[article].also(sentences)

    def unfold_around(self, articles: Sequence[Article], place: Place) -> None:
        """Show the paragraph of this sentence as well."""
        sentences = articles[place.article].sentences
        number = sentences[place.sentence].paragraph
        first = bisect_left(sentences, number, key=lambda sentence: sentence.paragraph)
        last = bisect_left(sentences, number + 1, key=lambda sentence: sentence.paragraph)
        self.unfold(place.article, range(first, last))

    def holds(self, place: Place) -> bool:
        """Whether the sentence is shown."""
        return place.sentence in self.shown[place.article]

    def _put_at_hand(self, workspace: Workspace) -> None:
        """Put all cursors on what is shown; a reader who has gone on stays where that is, if it is shown."""
        was, put = self._stood or (workspace.place, workspace.place)
        if workspace.place != put:
            was = workspace.place
            self._left.pop(was.article, None)
        self._put_cursors(workspace.cursors)
        columns = [column for column, shown in enumerate(self.shown) if shown]
        workspace.column = min(columns, key=lambda column: abs(column - was.article))
        self._stood = (was, workspace.place) if workspace.place != was else None

    def _put_cursors(self, cursors: list[int]) -> None:
        for article, shown in enumerate(self.shown):
            was, put = self._left.pop(article, (cursors[article], cursors[article]))
            wanted = was if cursors[article] == put else cursors[article]
            if shown:
                cursors[article] = shown.nearest(wanted)
            if cursors[article] != wanted:
                self._left[article] = wanted, cursors[article]
