"""Showing what another reader puts in the notebook that it holds, and taking over when it has quit.

The file is looked at and read on a thread. What it brings is shown when nothing lies over the articles.
"""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

from reader.notebook import Notebook, NotebookError
from reader.tui.reading.screen import ReadingScreen
from reader.tui.threads import find_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from reader.workspace.workspace import Workspace

SHARE = 0.1
"""The most of the time that reading the file may take: a large one is read less often."""
FREE = "The other reader has quit: the notebook can be changed here now"


class NotebookSync:
    """Reads a notebook that somebody else holds, and gives it to the reading screen."""

    def __init__(self, app: App[Any], listen: Callable[[Workspace], None]) -> None:
        self._app, self._listen = app, listen
        self._waiting: Notebook | None = None
        """Read already, not shown yet."""
        self._looking = False
        self._not_before = 0.0
        """When the file may be looked at again, in seconds of `monotonic`."""
        app.screen_change_signal.subscribe(app, self._show)

    def look(self, notebook: Notebook) -> None:
        """Look at the file now, unless that goes on already."""
        if not self._looking and monotonic() >= self._not_before:
            self._looking = True
            find = partial(self._read, self._waiting or notebook)
            find_in_background(self._app, "following", find, self._take)

    def stop(self) -> None:
        """Close what was not shown."""
        if self._waiting is not None:
            self._waiting.close()
            self._waiting = None

    def _read(self, notebook: Notebook) -> Notebook | None:
        """Run on a thread: read the file again; None when it has not changed."""
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
            self._show()

    def _show(self, _screen: object = None) -> None:
        screen = self._app.screen
        if self._waiting is None or not isinstance(screen, ReadingScreen):
            return
        new, self._waiting = self._waiting, None
        screen.workspace.notebook.close()
        screen.controllers.reanchor.replace_notebook(new, "" if new.file.holder else FREE)
        self._listen(screen.workspace)
