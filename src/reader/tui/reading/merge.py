"""What becomes of a notebook that another program has changed: both are taken in, or this one is put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles import clean_line
from reader.notebook import NotebookError, StrangeFileError
from reader.tui.reading.base import Stage

if TYPE_CHECKING:
    from reader.notebook.merge.files import MergePlan


class Merging(Stage):
    """Two notebooks of one."""

    def action_merge_notebook(self) -> None:
        """Take in what another program has put in the file, and keep what is here."""
        if self._refused():
            return
        if self.workspace.notebook.conflict.path is None:
            self.say("No other program has changed the notebook")
            return
        from reader.tui.dialogs.busy_dialog import BusyDialog  # noqa: PLC0415 - hardly ever needed

        self.say(f"Taking in {clean_line(self.workspace.notebook.path.name)} …")
        self.app.push_screen(BusyDialog(self._look_to_merge, self._merge))

    def _look_to_merge(self) -> MergePlan | NotebookError:
        """On a thread of its own, while all keys wait."""
        try:
            return self.workspace.notebook.conflict.plan_merge()
        except NotebookError as error:
            return error

    def _merge(self, found: MergePlan | NotebookError) -> None:
        if isinstance(found, StrangeFileError):
            self.say("")
            self._ask_to_keep_mine()
        elif isinstance(found, NotebookError):
            self.say(str(found))
        else:
            before = self.workspace.annotations.annotated_spans()
            self.workspace.notebook.conflict.merge(found)
            self._show_annotated(before)
            self.say(f"Both are in the notebook now; {self.keys.label('undo')} takes it back")

    def _ask_to_keep_mine(self) -> None:
        from reader.tui.dialogs.letter_dialogs import QuestionDialog  # noqa: PLC0415 - hardly ever needed

        name = clean_line(self.workspace.notebook.path.name)
        question = f"{name} is no notebook any more. Put yours back, keep that beside it?"
        self.app.push_screen(QuestionDialog(question, self._keep_mine, self.keys))

    def _keep_mine(self) -> None:
        notebook = self.workspace.notebook
        try:
            aside = notebook.conflict.keep_mine()
        except NotebookError as error:
            self.say(str(error))
        else:
            self.say(f"Your notebook is back; the other file is kept as {clean_line(aside.name)}")
