"""Running the app: from the files that were asked for to what is remembered of them at the end."""

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from reader.cli.terminal import take_terminal
from reader.notebook import Notebook
from reader.notebook.storage.emergency_copy import find_emergency_copies
from reader.text.cleaning import clean_line
from reader.tui.config import read_config
from reader.workspace.opening_articles import (
    OpenedArticles,
    OpenRequest,
    find_articles,
    last_opened,
    open_articles,
    with_notebook_articles,
)
from reader.workspace.paths import fallback_folders, notebook_path
from reader.workspace.saved_state import SavedState, read_state, write_state
from reader.workspace.workspace import Workspace

SAMPLES = (
    "These articles are samples, about an invented event. `reader FILE FILE…` opens yours; ? shows the keys."
)


class UnsavedError(Exception):
    """The notebook could not be written to the end; `str()` is the sentence."""


def run_app(paths: Sequence[str], *, notes: str | None, coder: str | None, encoding: str | None) -> int:
    """Open the app on these files, or on what was open last; return the exit code.

    Raises ArticleError, NotebookError, NoTerminalError, UnsavedError.
    """
    state, file = read_state(), read_config()
    if paths and _absolute(paths) != state.articles:
        state = SavedState(theme=state.theme, view=state.view.for_other_articles())
    asked = find_articles(paths) if paths else last_opened(state)
    opened = None if asked.choose else open_articles(asked, encoding)
    take_terminal()
    if not paths:
        notes = notes or os.environ.get("READER_NOTES") or state.notebook or None
    coder = coder or os.environ.get("READER_CODER") or file.config.coder or None
    are_samples = not paths and not asked.kept and set(asked.files).isdisjoint(state.articles)
    notices = (SAMPLES, *file.mistakes) if are_samples else file.mistakes
    make = partial(_make_workspace, notes=notes, coder=coder, state=state, notices=notices)

    def open_chosen(files: Sequence[str]) -> Workspace:
        chosen = OpenRequest(tuple(files))
        return make(open_articles(chosen, encoding), chosen)

    from reader.tui.app import ReaderApp  # noqa: PLC0415 - what is wrong with the files is told without Textual

    app = ReaderApp(
        make(opened, asked) if opened else None,
        asked.files,
        open_chosen,
        file.config.theme or state.theme,
        file.config,
        folder=paths[0] if asked.choose and len(paths) == 1 else None,
        encoding=encoding,
    )
    try:
        error = app.run()
    finally:
        if app.workspace is not None:
            finish(app.workspace, app.theme)
    if error is not None:
        raise error
    return app.return_code or 0


def _make_workspace(
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
    copies = find_emergency_copies(notebook.path, fallback_folders())
    unsaved = (_how_to_take_in(copy, notebook.path) for copy in copies)
    workspace = Workspace(opened.articles, notebook, (*notices, *opened.left_out, *unsaved))
    workspace.put_cursors(state.column, state.sentences)
    workspace.cursor_rows[: len(state.rows)] = state.rows[: len(workspace.cursor_rows)]
    workspace.view = state.view
    return workspace


def finish(workspace: Workspace, theme: str) -> None:
    """Finish writing, and remember what was open. Raises UnsavedError.

    What cannot be written in its place is written to a file elsewhere.
    """
    notebook = workspace.notebook
    copy = None if notebook.save() else notebook.file.keep_copy(fallback_folders())
    notebook.close()
    _remember(workspace, theme)
    if not notebook.file.saved:
        where = "" if copy is None else f" {_how_to_take_in(copy, notebook.path)}"
        raise UnsavedError(f"the last changes are not saved: {notebook.file.last_error}{where}")


def _how_to_take_in(copy: Path, path: Path) -> str:
    """Say where a copy with unsaved changes is, and how it gets into the notebook."""
    from shlex import quote  # noqa: PLC0415 - hardly ever needed

    there, here = (quote(clean_line(str(each))) for each in (path, copy))
    merge = f"`reader merge {there} {here} -o {there}` takes it in; then delete it"
    how = merge if path.exists() else f"move it to {there}"
    return f"All that could not be saved is in {here}. When there is room again, {how}."


def _remember(workspace: Workspace, theme: str) -> None:
    """Remember the articles that can be opened again, and the cursor in each."""
    numbers = [number for number, each in enumerate(workspace.articles) if each.kept or each.path != "-"]
    articles = [workspace.articles[number] for number in numbers]
    if not (paths := _absolute(article.path for article in articles)):
        return
    ids = workspace.annotations.ids
    state = SavedState(
        articles=paths,
        kept=tuple(ids[n] if article.kept else "" for n, article in zip(numbers, articles, strict=True)),
        column=numbers.index(workspace.column) if workspace.column in numbers else 0,
        sentences=tuple(workspace.cursors[number] for number in numbers),
        rows=tuple(workspace.cursor_rows[number] or 0 for number in numbers),
        theme=theme,
        view=workspace.view,
        notebook=str(workspace.notebook.path.absolute()),
    )
    write_state(state)


def _absolute(paths: Iterable[str]) -> tuple[str, ...]:
    """Return absolute paths; none when the working folder is gone, and so what was in it."""
    try:
        return tuple(os.path.abspath(path) for path in paths)  # noqa: PTH100 - keeps links
    except FileNotFoundError:
        return ()
