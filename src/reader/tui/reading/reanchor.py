"""Annotations of articles whose text has changed: for long articles they are found behind the screen.

Until they are found nothing can be tagged or noted: what is tagged now could be tagged already.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.threads import find_in_background
from reader.tui.widgets.notice import show_notice

if TYPE_CHECKING:
    from reader.notebook import Notebook
    from reader.notebook.anchoring.background import ReanchorTask
    from reader.tui.reading.review import ReviewController
    from reader.tui.reading.view import ReadingView


class ReanchorController:
    """Finds the annotations that were made on earlier texts of the open articles."""

    def __init__(self, view: ReadingView, review: ReviewController) -> None:
        self._view, self._review = view, review
        self._started: tuple[ReanchorTask, ...] = ()

    def begin(self) -> None:
        """Say what waits to be reviewed in the articles on the screen, and start the searches."""
        if waits := self._review.what_waits():
            show_notice(self._view.app, waits)
        self.start()

    def replace_notebook(self, notebook: Notebook, message: str) -> None:
        """Show the notebook as it was read again from its file."""
        view, message = self._view, message or self._view.status.message
        view.columns.refresh_chips(view.workspace.use_notebook(notebook))
        view.columns.refresh_headers()
        view.show_move(lambda: None)
        view.say(message)
        self.start()

    def start(self) -> None:
        """Start the searches that were not started yet."""
        notebook = self._view.workspace.notebook
        new = [task for task in notebook.articles.reanchor_tasks if task not in self._started]
        self._started = notebook.articles.reanchor_tasks
        for task in new:
            take = partial(self._take, notebook, task)
            find_in_background(self._view.app, "finding annotations", task.run, take)

    def _take(self, notebook: Notebook, task: ReanchorTask, _: None) -> None:
        """Show the annotations that were found; the cursor stays where it is."""
        view = self._view
        if notebook is not view.workspace.notebook:
            return  # it was opened again
        notices = view.workspace.finish_reanchoring(task)
        view.notices_told += tuple(notices)
        view.show_changed(view.workspace.annotations.annotated_places())
        view.columns.refresh_headers()
        if waits := self._review.what_waits():
            view.status.add_message(waits)
            return
        for notice in notices:
            show_notice(view.app, notice)
