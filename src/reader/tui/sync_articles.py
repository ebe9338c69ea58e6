"""Showing articles as their files have become, when they change on disk while they are read.

What has changed waits while a dialog is open, a note is written, there is a prompt or a range is chosen: the
reader sees it happen. A notice says that it waits.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from reader.text.phrases import counted, listed
from reader.tui.reading.screen import ReadingScreen
from reader.tui.threads import in_background
from reader.tui.widgets.notice import show_notice
from reader.workspace.file_watcher import FileWatcher
from reader.workspace.labels import article_letter
from reader.workspace.rearrange import with_replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from textual.app import App

    from reader.articles import Article
    from reader.tui.keys.keymap import Keymap
    from reader.workspace.reload import ReloadedFile, UpdatedArticle
    from reader.workspace.workspace import Workspace


class ArticleSync:
    """Takes what the watcher of the files has read again to the reading screen."""

    def __init__(
        self, app: App[Any], workspace: Callable[[], Workspace | None], encoding: str | None
    ) -> None:
        self._app, self._workspace = app, workspace
        self._waiting: dict[str, ReloadedFile] = {}
        """What is not shown yet, by file."""
        self._told: set[str] = set()
        """Files of which the reader was told that their change waits."""
        self._gone: set[str] = set()
        """Files that do not hold any more what was read from them, as the reader was told."""
        self._message = ""
        """What was said of files last."""
        self.watcher = FileWatcher(self._open_articles, partial(app.call_later, self._take), encoding)
        app.screen_change_signal.subscribe(app, self.settle)
        in_background(app, "watching", self.watcher.run)

    def _open_articles(self) -> Sequence[Article]:
        return workspace.articles if (workspace := self._workspace()) is not None else ()

    async def _take(self, news: ReloadedFile) -> None:
        self._waiting[news.path] = news  # in place of what was read of the file before
        await self.settle()
        workspace = self._workspace()
        if news.path in self._waiting and workspace is not None:
            self._tell_that_it_waits(workspace, news)

    def _tell_that_it_waits(self, workspace: Workspace, news: ReloadedFile) -> None:
        """Show a notice, once for a file, that it has changed though the screen does not show it yet."""
        numbers = _numbers(workspace, [one.old for one in news.updated])
        if numbers and news.path not in self._told:
            self._told.add(news.path)
            have, are = ("has", "it is") if len(numbers) == 1 else ("have", "they are")
            letters = _letters(numbers)
            waits = f"{letters} {have} changed on disk; {are} read again when you are done here"
            show_notice(self._app, waits)

    async def settle(self, _screen: object = None) -> None:
        """Show what has changed, if nothing lies over the articles and there is no prompt."""
        screen = self._app.screen
        if not self._waiting or not isinstance(screen, ReadingScreen) or screen.prompts:
            return
        waiting, self._waiting = list(self._waiting.values()), {}
        if self._told:
            self._told.clear()
            self._app.clear_notifications()  # it waits no more
        kept = [words for news in waiting if (words := _kept(screen.workspace, news))]
        found: dict[int, UpdatedArticle] = {}
        for news in waiting:
            there = {number: one for one in news.updated for number in _numbers(screen.workspace, [one.old])}
            found |= there
            if len(there) < len(news.updated):  # closed, or renewed already while the file was looked at
                self.watcher.read_again(news.path)
        if found:
            await self._show(screen, found, kept)
        elif kept:
            screen.say("; ".join(kept))
        elif healed := self._gone.intersection(news.path for news in waiting if not news.gone):
            screen.say(_as_before(screen.workspace, healed))
        self._gone.difference_update(news.path for news in waiting)
        self._gone.update(news.path for news in waiting if news.gone)

    async def _show(
        self, screen: ReadingScreen, found: dict[int, UpdatedArticle], kept: Sequence[str]
    ) -> None:
        """Lay the new articles in the places of the old ones, and say what has become of the annotations."""
        screen.status.remove_message(self._message)
        screen.note_places()
        workspace = screen.workspace
        articles = {n: (one.new, one.new_sentence(workspace.cursors[n])) for n, one in found.items()}
        new = with_replaced(workspace, articles, [one.anchoring for one in found.values()])
        new.notices = tuple(one for one in new.notices if one not in new.notebook.notices)  # said here
        have, were = ("has", "was") if len(found) == 1 else ("have", "were")
        read_again = f"{_letters(found)} {have} changed on disk and {were} read again"
        read_again += _to_review(new, screen.keys.label("review"))
        self._message = "; ".join([*_left_behind(workspace, new, screen.keys), read_again, *kept])
        await screen.show_workspace(new, self._message)


def _numbers(workspace: Workspace, articles: Sequence[Article]) -> list[int]:
    """The numbers of those of these articles that are open; equal ones are told apart."""
    return [number for number, one in enumerate(workspace.articles) if any(one is each for each in articles)]


def _kept(workspace: Workspace, news: ReloadedFile) -> str:
    """Which articles stay as they were read; empty when there are none."""
    numbers = _numbers(workspace, news.gone)
    if not numbers:
        return ""
    stay = "stays as it was read" if len(numbers) == 1 else "stay as they were read"
    return f"{_letters(numbers)} {stay}: {news.trouble or 'no longer in the file.'}".rstrip(".")


def _left_behind(workspace: Workspace, new: Workspace, keys: Keymap) -> Iterator[str]:
    """Of which articles the annotations have left the screen, since the file holds another text now."""
    unknown = [task.article.id for task in workspace.notebook.articles.reanchor_tasks]
    for number, (old, now) in enumerate(zip(workspace.annotations.ids, new.annotations.ids, strict=True)):
        count = 0 if now in (old, *unknown) else len(workspace.notebook.annotations(old))
        if count:
            its, it = (f"its {count:,} annotations are", "them") if count > 1 else ("its annotation is", "it")
            letter = article_letter(number)
            yield f"{letter} holds another text now; {its} kept: {keys.label('everything')} lists {it}"


def _as_before(workspace: Workspace, paths: Collection[str]) -> str:
    numbers = [number for number, article in enumerate(workspace.articles) if article.path in paths]
    again = "is in its file again, as it was" if len(numbers) == 1 else "are in their files as they were"
    return f"{_letters(numbers)} {again}" if numbers else ""


def _to_review(workspace: Workspace, key: str) -> str:
    """How many places wait now to be reviewed; empty when as many as before."""
    known, workspace.reviews_shown = workspace.reviews_shown, len(workspace.notebook.review.items())
    if workspace.reviews_shown == known:
        return ""
    new = f" ({workspace.reviews_shown - known:,} new)" if 0 < known < workspace.reviews_shown else ""
    places = counted(workspace.reviews_shown, "place") if workspace.reviews_shown else "nothing any more"
    return f": {key} reviews {places}{new}"


def _letters(numbers: Iterable[int]) -> str:
    return listed(map(article_letter, sorted(numbers)))
