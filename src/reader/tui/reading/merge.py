"""A notebook that another program has changed: both versions are merged, or this one is written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook import NotebookError, StrangeFileError
from reader.text.cleaning import clean_line
from reader.tui.dialogs.busy_dialog import BusyDialog
from reader.tui.dialogs.letter_dialogs import QuestionDialog

if TYPE_CHECKING:
    from reader.notebook.merge.files import MergePlan
    from reader.tui.reading.changes import ChangeController
    from reader.tui.reading.view import ReadingView


class MergeController:
    """Merges what is in the file with what is here."""

    def __init__(self, view: ReadingView, changes: ChangeController) -> None:
        self._view, self._changes = view, changes

    def merge(self) -> None:
        """Take in what another program has put in the file, and keep what is here."""
        if self._view.refuses_change():
            return
        notebook = self._view.workspace.notebook
        if notebook.conflict.path is None:
            self._view.say("No other program has changed the notebook")
            return
        self._view.say(f"Taking in {clean_line(notebook.path.name)} …")
        self._view.app.push_screen(BusyDialog(self._look_to_merge, self._take))

    def _look_to_merge(self) -> MergePlan | NotebookError:
        """Run on a thread, while all keys wait."""
        try:
            return self._view.workspace.notebook.conflict.plan_merge()
        except NotebookError as error:
            return error

    def _take(self, found: MergePlan | NotebookError) -> None:
        workspace = self._view.workspace
        if isinstance(found, StrangeFileError):
            self._view.say("")
            name = clean_line(workspace.notebook.path.name)
            question = f"{name} is no notebook any more. Put yours back, keep that beside it?"
            self._view.app.push_screen(QuestionDialog(question, self._keep_ours, self._view.keys))
        elif isinstance(found, NotebookError):
            self._view.say(str(found))
        else:
            before = workspace.annotations.annotated_spans()
            workspace.notebook.conflict.merge(found)
            self._changes.show_notebook(before)
            undo = self._view.keys.label("undo")
            self._view.say(f"Both are in the notebook now; {undo} takes it back")

    def _keep_ours(self) -> None:
        try:
            aside = self._view.workspace.notebook.conflict.keep_mine()
        except NotebookError as error:
            self._view.say(str(error))
        else:
            self._view.say(f"Your notebook is back; the other file is kept as {clean_line(aside.name)}")
