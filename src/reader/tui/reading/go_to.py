"""Going to a place of the notebook: when its article is not open, it is opened beside the others.

It comes from its file, if that still holds the text that the notebook knows, else from the notebook, and then
this is said. Opening takes a moment; keys that are typed meanwhile wait (see `ReaderApp`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.overlap import Place
from reader.tui.reading.base import Stage
from reader.workspace.labels import MAX_ARTICLES, article_letter
from reader.workspace.opening_articles import reopen_article
from reader.workspace.rearrange import with_more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles import Article
    from reader.notebook import Span


class Goal(NamedTuple):
    """Where to go."""

    span: Span
    words: str = ""
    """What is said there."""
    beside: tuple[str, ...] = ()
    """Other articles to be open as well, by their ids."""


class Reopening(Stage):
    """What opens articles that the notebook knows."""

    _goal: Goal | None = None
    """Where to go as soon as its article is open."""

    def bring(self, goal: Goal) -> None:
        """Go there; if an article must be opened first, before the next key."""
        if self._missing(goal):
            self._goal = goal
            self.app.call_later(self.arrive)
        else:
            self._go_to_goal(goal, goal.words)

    async def arrive(self) -> None:
        """Open what must be opened for the place that was asked for, and go there."""
        goal, self._goal = self._goal, None
        if goal is None:
            return
        missing, before, said = self._missing(goal), len(self.workspace.articles), self._message
        if before + len(missing) > MAX_ARTICLES:
            self.say_full()
            return
        found = [reopen_article(self.workspace.notebook, name) for name in missing]
        notices = [f"{article_letter(number)}: {why}" for number, (_, why) in enumerate(found, before) if why]
        told = [await self.open_beside([article for article, _ in found], notices), goal.words or said]
        self._go_to_goal(goal, " · ".join(filter(None, told)))

    async def open_beside(self, articles: Sequence[Article], notices: Sequence[str]) -> str:
        """Lay these beside the open articles; gives which they are, in words."""
        before = len(self.workspace.articles)
        self.note_places()
        await self.lay(with_more(self.workspace, articles, notices))
        new = range(before, len(self.workspace.articles))
        return f"Opened beside: {', '.join(map(article_letter, new))}"

    def _missing(self, goal: Goal) -> list[str]:
        return [
            name
            for name in dict.fromkeys((goal.span[0], *goal.beside))
            if name not in self.workspace.annotations.ids
        ]

    def _go_to_goal(self, goal: Goal, words: str) -> None:
        place = self._nearest(goal.span)
        if place is not None:
            self._move(lambda: self.workspace.go_to(place))
        self.say(words)

    def _nearest(self, span: Span) -> Place | None:
        """The sentence that the span begins in, else the next one; of a whole article the first."""
        name, start, _ = span
        if name not in self.workspace.annotations.ids:
            return None
        number = self.workspace.annotations.ids.index(name)
        article = self.workspace.articles[number]
        return Place(number, min(article.sentence_at(start), len(article.sentences) - 1))
