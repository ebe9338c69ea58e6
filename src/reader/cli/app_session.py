"""A sitting at the screen: from the files that were asked for to what is remembered of it."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from reader.cli.terminal import take_terminal
from reader.notebook import Notebook
from reader.notebook.storage.emergency_copy import find_emergency_copies
from reader.text.cleaning import clean_line
from reader.tui.config import read_config
from reader.workspace.opening_articles import (
    OpenedArticles,
    OpenRequest,
    find_articles,
    open_articles,
    with_notebook_articles,
)
from reader.workspace.paths import fallback_folders, notebook_path, samples_folder
from reader.workspace.saved_state import SavedState, read_state, write_state
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from reader.tui.config import Config


SAMPLES = (
    "These articles are samples, about an invented event. `reader FILE FILE…` opens yours; ? shows the keys."
)


class UnsavedError(Exception):
    """The notebook could not be written to the end; `str()` is the sentence."""


def read(paths: Sequence[str], *, notes: str | None, coder: str | None, encoding: str | None) -> int:
    """Open the app on these files, or on what was open last; gives the exit code.

    Raises ArticleError, NotebookError, NoTerminalError, UnsavedError.
    """
    state, file = read_state(), read_config()
    if paths and _absolute(paths) != state.articles:
        state = SavedState(theme=state.theme, view=state.view.for_other_articles())
    asked = find_articles(paths) if paths else last(state)
    opened = None if asked.choose else open_articles(asked, encoding)
    take_terminal()
    if not paths:
        notes = notes or os.environ.get("READER_NOTES") or state.notebook or None
    coder = coder or os.environ.get("READER_CODER") or file.config.coder or None
    unasked = not paths and not asked.kept and set(asked.files).isdisjoint(state.articles)
    notices = (SAMPLES, *file.mistakes) if unasked else file.mistakes
    lay = partial(_lay, notes=notes, coder=coder, state=state, notices=notices)
    workspace = lay(opened, asked) if opened else None
    folder = paths[0] if asked.choose and len(paths) == 1 else None

    def choose(files: Sequence[str]) -> Workspace:
        chosen = OpenRequest(tuple(files))
        return lay(open_articles(chosen, encoding), chosen)

    theme = file.config.theme or state.theme
    return _run(workspace, asked.files, choose, theme, file.config, folder=folder, encoding=encoding)


def _run(
    workspace: Workspace | None,
    choices: Sequence[str],
    choose: Callable[[Sequence[str]], Workspace],
    theme: str,
    config: Config,
    *,
    folder: str | None,
    encoding: str | None,
) -> int:
    from reader.tui.app import ReaderApp  # noqa: PLC0415 - what is wrong with the files is said without Textual

    app = ReaderApp(workspace, choices, choose, theme, config, folder=folder, encoding=encoding)
    try:
        wrong = app.run()
    finally:
        if app.workspace is not None:
            _leave(app.workspace, app.theme)
    if wrong is not None:
        raise wrong
    return app.return_code or 0


def _lay(
    opened: OpenedArticles,
    asked: OpenRequest,
    *,
    notes: str | None,
    coder: str | None,
    state: SavedState,
    notices: Sequence[str],
) -> Workspace:
    """Put articles and notebook in a workspace, with the cursors where they were."""
    path = notebook_path(notes, [article.path for article in opened.articles])
    notebook = Notebook.open(path, coder=coder, texts=[article.text for article in opened.articles])
    opened = with_notebook_articles(opened, asked, notebook)
    unsaved = (
        _taken_in(copy, notebook.path) for copy in find_emergency_copies(notebook.path, fallback_folders())
    )
    workspace = Workspace(opened.articles, notebook, (*notices, *opened.left_out, *unsaved))
    workspace.put_cursors(state.column, state.sentences)
    workspace.cursor_rows[: len(state.rows)] = state.rows[: len(workspace.cursor_rows)]
    workspace.view = state.view
    return workspace


def _absolute(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths from anywhere; none when the working folder is gone, and so what lay in it."""
    try:
        return tuple(os.path.abspath(path) for path in paths)  # noqa: PTH100 - keeps links
    except FileNotFoundError:
        return ()


def last(state: SavedState) -> OpenRequest:
    """What was open last, to be opened again; the samples when nothing of it is there any more."""
    kept = tuple((number, name) for number, name in enumerate(state.kept) if name)
    places = {number for number, _ in kept}
    files = tuple(path for number, path in enumerate(state.articles) if number not in places)
    there = kept or any(os.path.exists(path) for path in files)  # noqa: PTH110 - raises nothing
    return OpenRequest(files, kept=kept) if there else find_articles([str(samples_folder())])


def _leave(workspace: Workspace, theme: str) -> None:
    """Finish writing, and remember what lay in the workspace; what cannot be written is kept elsewhere."""
    notebook = workspace.notebook
    copy = None if notebook.save() else notebook.file.keep_copy(fallback_folders())
    notebook.close()
    _remember(workspace, theme)
    if not notebook.file.saved:
        where = "" if copy is None else f" {_taken_in(copy, notebook.path)}"
        raise UnsavedError(f"the last changes are not saved: {notebook.file.last_error}{where}")


def _taken_in(copy: Path, path: Path) -> str:
    """Say where everything is, and how it gets into the notebook."""
    from shlex import quote  # noqa: PLC0415 - hardly ever needed

    there, here = (quote(clean_line(str(each))) for each in (path, copy))
    how = (
        f"`reader merge {there} {here} -o {there}` takes it in; then delete it"
        if path.exists()
        else f"move it to {there}"
    )
    return f"All that could not be saved is in {here}. When there is room again, {how}."


def _remember(workspace: Workspace, theme: str) -> None:
    """Remember the articles that can be opened again, and the place in each."""
    there = [
        number for number, article in enumerate(workspace.articles) if article.kept or article.path != "-"
    ]
    paths = _absolute(workspace.articles[number].path for number in there)
    if not paths:
        return
    state = SavedState(
        articles=paths,
        kept=tuple(
            workspace.annotations.ids[number] if workspace.articles[number].kept else "" for number in there
        ),
        column=there.index(workspace.column) if workspace.column in there else 0,
        sentences=tuple(workspace.cursors[number] for number in there),
        rows=tuple(workspace.cursor_rows[number] or 0 for number in there),
        theme=theme,
        view=workspace.view,
        notebook=str(workspace.notebook.path.absolute()),
    )
    write_state(state)
