"""Comparing the open articles: short ones before the first frame, long ones on a thread behind the screen."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, Any

from reader.overlap import Overlap, compare, frequent_thread_switches
from reader.tui.threads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import App

    from reader.articles import Article
    from reader.tui.reading.view import ReadingView
    from reader.workspace.workspace import Workspace

SENTENCES_AT_ONCE = 2_000
ARTICLES_AT_ONCE = 20
"""No more than these, all articles together, are compared before the first frame."""
COMPARING = "Comparing …"


class ComparisonController:
    """Has the articles compared, and does what a key asked for that had to wait for it."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._comparing: Sequence[Article] | None = None
        self._waiting: Callable[[], object] | None = None
        """What a key asked for, to be done when all is compared."""

    def compare_short(self, workspace: Workspace) -> None:
        """Compare the articles now, if they are so few and short that nobody notices."""
        short = workspace.sentence_count <= SENTENCES_AT_ONCE and len(workspace.articles) <= ARTICLES_AT_ONCE
        if short and not workspace.comparison.complete:
            workspace.set_overlap(compare(workspace.articles))

    def start(self) -> None:
        """Compare the articles on a thread, unless that is done or goes on already."""
        workspace = self._view.workspace
        if self._comparing is None and not workspace.comparison.complete:
            self._comparing = workspace.articles
            app = self._view.app
            in_background(app, "comparing", partial(self._compare, app, workspace))

    def _compare(self, app: App[Any], workspace: Workspace) -> None:
        """Run on a thread. Of many articles, what the first ones share is shown before the rest is known."""
        show = partial(app.call_later, self._take)
        first = workspace.articles[:ARTICLES_AT_ONCE]
        with frequent_thread_switches():
            if len(first) < len(workspace.articles) and not workspace.comparison.known:
                show(first, compare(first))
            show(workspace.articles, compare(workspace.articles))

    def _take(self, articles: Sequence[Article], overlap: Overlap) -> None:
        """Show what these articles share, as far as they are still open; compare again if others are."""
        if self._comparing is articles:
            self._comparing = None
        if not self._view.workspace.comparison.complete:
            gc.freeze()  # it is kept: looking through it for garbage would hold up a key
            self._show(articles, overlap)
        self.do_what_waited()
        self.start()

    def _show(self, articles: Sequence[Article], overlap: Overlap) -> None:
        """Show the matches; where some were shown before, no cursor moves under the reader's eyes."""
        view, workspace = self._view, self._view.workspace
        known, message = workspace.comparison.known, view.status.message
        workspace.set_overlap(overlap, articles)
        if known and not workspace.filter_state.filter.of_matches:
            view.columns.repaint_all()
            view.show_sentence()
        else:
            view.show_all()
        view.say(message)

    def found_nothing(self, message: str, then: Callable[[], object]) -> None:
        """Say that nothing was found; while articles are still compared, do `then` once they are."""
        if self._view.workspace.comparison.complete:
            self._view.say(message)
        else:
            self.wait(then)

    def wait(self, then: Callable[[], object]) -> None:
        """Say that the articles are still compared, and do `then` when they are, unless a key comes first."""
        self._view.say(COMPARING)
        self._waiting = then

    def do_what_waited(self) -> None:
        """Do what waited for the comparison, if that is over and the message is still there."""
        if not self._view.workspace.comparison.complete or COMPARING not in self._view.status.message:
            return
        self._view.status.remove_message(COMPARING)
        if self._waiting is not None and self._view.is_current:
            self._waiting()
