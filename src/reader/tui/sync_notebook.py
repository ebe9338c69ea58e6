"""Showing what another reader puts in the notebook that it holds, and taking over when it has quit.

The file is looked at, and read, on a thread of its own. What it brings is shown when nothing lies over the
articles.
"""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from reader.notebook import NotebookError
from reader.tui.reading.base import Stage
from reader.tui.threads import find_in_background

if TYPE_CHECKING:
    from reader.notebook import Notebook
    from reader.tui.app import ReaderApp

SHARE = 0.1
"""Of the time at most that reading the file may take: a large one is read less often."""

FREE = "The other reader has quit: the notebook can be changed here now"


class Follower:
    """Stands between a notebook that somebody else holds and the reading screen."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._waiting: Notebook | None = None
        self._looking = False
        self._not_before = 0.0
        app.screen_change_signal.subscribe(app, self._settle)

    def look(self) -> None:
        """Look at the file now, unless that goes on already."""
        workspace = self._app.workspace
        if workspace is None or self._looking or monotonic() < self._not_before:
            return
        self._looking = True
        notebook = self._waiting or workspace.notebook
        find_in_background(self._app, "following", partial(self._look, notebook), self._take)

    def stop(self) -> None:
        """Let go of what was not shown any more."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.close()

    def _look(self, notebook: Notebook) -> Notebook | None:
        began = monotonic()
        try:
            new = notebook.reopened()
        except NotebookError:
            new = None  # not a notebook at the moment: what was read is still shown
        self._not_before = monotonic() + (monotonic() - began) / SHARE
        return new

    def _take(self, new: Notebook | None) -> None:
        self._looking = False
        if new is not None:
            self.stop()
            self._waiting = new
            self._settle()

    def _settle(self, _screen: object = None) -> None:
        screen = self._app.screen
        if self._waiting is None or not isinstance(screen, Stage):
            return
        new, self._waiting = self._waiting, None
        screen.workspace.notebook.close()
        screen.take_notebook(new, "" if new.file.holder else FREE)
        self._app.listen(screen.workspace)
