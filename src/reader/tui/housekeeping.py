"""What goes on behind the screens: files are watched, saving is tried again, garbage is collected."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from reader.tui.threads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from reader.tui.sync_articles import ArticleSync
    from reader.tui.sync_notebook import NotebookSync
    from reader.workspace.workspace import Workspace

GENERATIONS = 20_000, 50, 1_000
"""Objects made before the young are looked through for garbage, and so on (see `gc.set_threshold`)."""
TRY_AGAIN = 5
"""Seconds after which what could not be written is tried again."""
FOLLOW = 2
"""Seconds after which a notebook that somebody else holds is looked at again."""
COLLECT_ALL = 60
"""Seconds after which all objects are looked through for garbage: not in the middle of a key."""


class Housekeeping:
    """Begins after the first frame and ends with the app."""

    def __init__(
        self,
        app: App[Any],
        workspace: Callable[[], Workspace | None],
        listen: Callable[[Workspace], None],
        encoding: str | None,
    ) -> None:
        """Do nothing yet; `listen` has the screens told when a notebook is saved."""
        self._app, self._encoding = app, encoding
        self._workspace, self._listen = workspace, listen
        self.articles: ArticleSync | None = None
        self.notebook: NotebookSync | None = None

    def start(self) -> None:
        """Begin, unless the app ends already."""
        if not self._app.is_running:
            return
        from reader.tui.sync_articles import ArticleSync  # noqa: PLC0415 - not needed for the first frame

        gc.freeze()  # what start-up made is kept: it is never looked through (see `cli.main`)
        gc.set_threshold(*GENERATIONS)
        gc.enable()
        self._app.set_interval(COLLECT_ALL, _collect_all)
        self._app.set_interval(TRY_AGAIN, self._save_again)
        self._app.set_interval(FOLLOW, self.follow_notebook)
        self.articles = ArticleSync(self._app, self._workspace, self._encoding)

    def stop(self) -> None:
        """Look at no file any more."""
        if self.articles is not None:
            self.articles.watcher.stop()
        if self.notebook is not None:
            self.notebook.stop()

    def follow_notebook(self) -> None:
        """See what the reader who holds the notebook has changed, and whether it is free."""
        workspace = self._workspace()
        if workspace is None or workspace.notebook.file.holder is None:
            return
        if self.notebook is None:
            from reader.tui.sync_notebook import NotebookSync  # noqa: PLC0415 - hardly ever needed

            self.notebook = NotebookSync(self._app, self._listen)
        self.notebook.look(workspace.notebook)

    def _save_again(self) -> None:
        """Write what could not be written, on a thread: the disk may have room again."""
        workspace = self._workspace()
        notebook = workspace.notebook if workspace is not None else None
        if notebook is not None and notebook.file.last_error and notebook.conflict.path is None:
            in_background(self._app, "saving again", notebook.save)


def _collect_all() -> None:
    gc.collect()  # in a function of ours: Textual cannot call one that is built in
