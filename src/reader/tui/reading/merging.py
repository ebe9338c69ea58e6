"""What becomes of a notebook that another program has changed: both are taken in, or this one is put back."""

from __future__ import annotations

from reader.articles import clean_line
from reader.notebook import NotebookError, StrangeFileError
from reader.tui.reading.stage import Stage


class Merging(Stage):
    """Two notebooks of one."""

    def action_merge_notebook(self) -> None:
        """Take in what another program has put in the file, and keep what is here."""
        notebook, before = self.desk.notebook, self.desk.added.annotated()
        if self._refused():
            return
        if notebook.conflict is None:
            self.say("No other program has changed the notebook")
            return
        try:
            notebook.merge()
            notebook.save()
        except StrangeFileError:
            self._ask_to_keep_mine()
        except NotebookError as error:
            self.say(str(error))
        else:
            self._show_annotated(before)
            self.say(f"Both are in the notebook now; {self.keys.first('undo')} takes it back")

    def _ask_to_keep_mine(self) -> None:
        from reader.tui.dialogs.letters import QuestionDialog  # noqa: PLC0415 - hardly ever needed

        name = clean_line(self.desk.notebook.path.name)
        question = f"{name} is no notebook any more. Put yours back, keep that beside it?"
        self.app.push_screen(QuestionDialog(question, self._keep_mine, self.keys))

    def _keep_mine(self) -> None:
        notebook = self.desk.notebook
        try:
            aside = notebook.keep_mine()
        except NotebookError as error:
            self.say(str(error))
        else:
            self.say(f"Your notebook is back; the other file is kept as {clean_line(aside.name)}")
