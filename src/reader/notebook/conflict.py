"""What to do when another program has changed the file of an open notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.model import NotebookError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.file import NotebookFile
    from reader.notebook.history.undo import History
    from reader.notebook.merge.files import MergePlan
    from reader.notebook.state.state import NotebookState


class FileConflict:
    """The conflict between an open notebook and its file, which another program has changed.

    While there is one nothing is written to the file: what is here goes to a file beside it, at `path`.
    """

    def __init__(self, notebook: Path, file: NotebookFile, state: NotebookState, history: History) -> None:
        self._notebook, self._file, self._state, self._history = notebook, file, state, history

    @property
    def path(self) -> Path | None:
        """The file that holds what is here; None while there is no conflict."""
        return self._file.conflict

    def plan_merge(self) -> MergePlan:
        """Find what `merge` would do, which takes seconds in a large notebook; raises what `merge` raises.

        It may run on any thread, as long as nothing is changed until the plan is given to `merge`.
        """
        from reader.notebook.merge.files import plan_merge  # noqa: PLC0415 - hardly ever needed

        self._history.must_be_writable()
        self._file.save()
        with self._file.database_in_conflict() as database:
            return plan_merge(self._notebook, database, self._state)

    def merge(self, plan: MergePlan | None = None) -> None:
        """Take in what another program has put in the file, as one step of undo, and write both.

        The file of the other program stays as the backup. The file beside it is deleted once all is on disk.

        :param plan: made by `plan_merge`; without one it is made now.
        :raises StrangeFileError: the file is no notebook any more: offer `keep_mine`.
        :raises NotebookError: there is no conflict, or the notebook is read-only.
        """
        from reader.notebook.merge.files import apply_merge  # noqa: PLC0415 - hardly ever needed

        plan = plan or self.plan_merge()
        with self._file.database_in_conflict() as database:
            apply_merge(plan, database, self._history)

    def keep_mine(self) -> Path:
        """Put what is here in the place of a file that is no notebook any more; return where that is kept.

        :raises NotebookError: there is no conflict, or the file cannot be replaced.
        """
        from reader.notebook.merge.files import set_aside_foreign_file  # noqa: PLC0415 - hardly ever needed

        self._history.must_be_writable()
        self._file.save()
        with self._file.database_in_conflict() as database:
            aside = set_aside_foreign_file(self._notebook, database)
        if not self._file.save():
            raise NotebookError(self._file.last_error or "")
        return aside
