"""Going to a place of the notebook: when its article is not open, it is opened beside the others.

It is read from its file, if that still holds the text that the notebook knows; else the text of the notebook
is shown, and said to be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.overlap import Place
from reader.workspace.labels import article_letter
from reader.workspace.opening_articles import reopen_article
from reader.workspace.rearrange import with_articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles import Article
    from reader.notebook import Span
    from reader.tui.reading.layout import LayoutController
    from reader.tui.reading.navigation import NavigationController
    from reader.tui.reading.view import ReadingView


class Destination(NamedTuple):
    """A span of an article that the notebook knows, to go to."""

    span: Span
    message: str = ""
    """What the status line says there."""
    beside: tuple[str, ...] = ()
    """Ids of other articles to be open as well."""


class GoToController:
    """Goes to a span of any article that the notebook knows."""

    def __init__(self, view: ReadingView, navigation: NavigationController, layout: LayoutController) -> None:
        self._view, self._navigation, self._layout = view, navigation, layout
        self._destination: Destination | None = None
        """Where to go as soon as its article is open."""

    def go(self, destination: Destination) -> None:
        """Go to a span. If its article must be opened first, that is done before the next key."""
        if self._missing(destination):
            self._destination = destination
            self._view.app.call_later(self.open_and_go)
        else:
            self._go_now(destination, destination.message)

    async def open_and_go(self) -> None:
        """Open the articles that `go` waits for, if it does, and go there."""
        destination, self._destination = self._destination, None
        if destination is None:
            return
        workspace, message = self._view.workspace, destination.message or self._view.status.message
        missing, before = self._missing(destination), len(workspace.articles)
        if self._layout.refuses(len(missing)):
            return
        found = [reopen_article(workspace.notebook, name) for name in missing]
        notices = [f"{article_letter(number)}: {why}" for number, (_, why) in enumerate(found, before) if why]
        opened = await self.open_beside([article for article, _ in found], notices)
        self._go_now(destination, " · ".join(filter(None, [opened, message])))

    async def open_beside(self, articles: Sequence[Article], notices: Sequence[str]) -> str:
        """Open articles beside the others; return which they are, in words."""
        workspace = self._view.workspace
        before = len(workspace.articles)
        self._view.note_places()
        new = with_articles(workspace, (*workspace.articles, *articles), notices)
        await self._view.show_workspace(new)
        return f"Opened beside: {', '.join(map(article_letter, range(before, len(new.articles))))}"

    def _missing(self, destination: Destination) -> list[str]:
        wanted = dict.fromkeys((destination.span[0], *destination.beside))
        return [name for name in wanted if name not in self._view.workspace.annotations.ids]

    def _go_now(self, destination: Destination, message: str) -> None:
        """Go to the sentence in which the span begins, else the next one; of a whole article the first."""
        name, start, _ = destination.span
        ids = self._view.workspace.annotations.ids
        if name in ids:
            number = ids.index(name)
            article = self._view.workspace.articles[number]
            sentence = min(article.sentence_at(start), len(article.sentences) - 1)
            self._navigation.go(Place(number, sentence))
        self._view.say(message)
