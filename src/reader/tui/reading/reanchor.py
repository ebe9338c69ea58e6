"""Having the annotations of long articles whose text has changed: they are found behind the screen.

Until then nothing can be put on anything: what is tagged could be tagged already.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.reading.base import NOTICE
from reader.tui.reading.lists import Listing
from reader.tui.threads import find_in_background

if TYPE_CHECKING:
    from reader.notebook import Notebook
    from reader.notebook.anchoring.background import ReanchorTask
    from reader.workspace.subjects import Subject

FINDING = "finding annotations …"


class Recovering(Listing):
    """What the notebook has of the open articles under their earlier texts."""

    _sought: tuple[ReanchorTask, ...] = ()
    """What is being looked for."""

    def _begin(self) -> None:
        super()._begin()
        if self.workspace.notebook.articles.reanchor_tasks:
            self.call_after_refresh(self._recover)

    def take_notebook(self, notebook: Notebook, message: str) -> None:
        """Show the notebook as its file is now."""
        super().take_notebook(notebook, message)
        self._recover()

    def _recover(self) -> None:
        notebook = self.workspace.notebook
        new = [task for task in notebook.articles.reanchor_tasks if task not in self._sought]
        self._sought = notebook.articles.reanchor_tasks
        for task in new:
            find = partial(_found_again, task)
            find_in_background(self.app, "finding annotations", find, partial(self._have, notebook))

    def _have(self, notebook: Notebook, task: ReanchorTask) -> None:
        """Show what was found under the eyes of the reader."""
        if notebook is not self.workspace.notebook:
            return  # it was opened again
        notices = self.workspace.finish_reanchoring(task)
        self.told += tuple(notices)
        self._show_changed(self.workspace.annotations.annotated_places())
        self._columns.refresh_headers()
        if waits := self._what_waits():
            self.say(" · ".join(filter(None, [self._message, waits])))
            return
        for notice in notices:
            self.notify(notice, timeout=NOTICE, markup=False)

    def _about(self) -> list[str]:
        return [*super()._about(), *([FINDING] if self.workspace.notebook.articles.reanchor_tasks else [])]

    def _ask_for_note(self, subject: Subject) -> None:
        if not (self.workspace.notebook.articles.reanchor_tasks and self._refused()):
            super()._ask_for_note(subject)

    def _refused(self) -> bool:
        if self.workspace.notebook.articles.reanchor_tasks and not self.workspace.notebook.read_only:
            self.say("What is on these articles is being found again in their new texts: one moment")
            return True
        return super()._refused()


def _found_again(task: ReanchorTask) -> ReanchorTask:
    """Give it when it has looked: that takes long, on a thread of its own."""
    task.run()
    return task
