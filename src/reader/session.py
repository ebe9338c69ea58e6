"""A sitting at the screen: from the files that were asked for to what is remembered of it."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from reader.config import read_config
from reader.notebook import Notebook
from reader.opening import Opened, Request, open_articles, request
from reader.settings import State, notebook_path, read_state, samples, write_state
from reader.terminal import take_terminal
from reader.tui.state.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.config import Config


class UnsavedError(Exception):
    """The notebook could not be written to the end; `str()` is the sentence."""


def read(paths: Sequence[str], *, notes: str | None, coder: str | None, encoding: str | None) -> int:
    """Open the app on these files, or on what was open last; gives the exit code.

    Raises ArticleError, NotebookError, NoTerminalError, UnsavedError.
    """
    state, file = read_state(), read_config()
    if paths and _absolute(paths) != state.articles:
        state = State(theme=state.theme, view=state.view.elsewhere())
    asked = request(paths) if paths else last(state)
    opened = None if asked.choose else open_articles(asked, encoding)
    take_terminal()
    if not paths:
        notes = notes or os.environ.get("READER_NOTES") or state.notebook or None
    coder = coder or os.environ.get("READER_CODER") or file.config.coder or None
    lay = partial(_lay, notes=notes, coder=coder, state=state, notices=file.mistakes)
    desk = lay(opened) if opened else None
    folder = paths[0] if asked.choose and len(paths) == 1 else None

    def choose(files: Sequence[str]) -> Desk:
        return lay(open_articles(Request(tuple(files)), encoding))

    theme = file.config.theme or state.theme
    return _run(desk, asked.files, choose, theme, file.config, folder=folder, encoding=encoding)


def _run(
    desk: Desk | None,
    choices: Sequence[str],
    choose: Callable[[Sequence[str]], Desk],
    theme: str,
    config: Config,
    *,
    folder: str | None,
    encoding: str | None,
) -> int:
    from reader.tui.app import ReaderApp  # noqa: PLC0415 - what is wrong with the files is said without Textual

    app = ReaderApp(desk, choices, choose, theme, config, folder=folder, encoding=encoding)
    try:
        wrong = app.run()
    finally:
        if app.desk is not None:
            _leave(app.desk, app.theme)
    if wrong is not None:
        raise wrong
    return app.return_code or 0


def _lay(
    opened: Opened, *, notes: str | None, coder: str | None, state: State, notices: Sequence[str]
) -> Desk:
    """Put articles and notebook on a desk, with the cursors where they were."""
    path = notebook_path(notes, [article.path for article in opened.articles])
    notebook = Notebook.open(path, coder=coder)
    desk = Desk(opened.articles, notebook, (*notices, *opened.left_out))
    desk.put_cursors(state.column, state.sentences)
    desk.rows[: len(state.rows)] = state.rows[: len(desk.rows)]
    desk.view = state.view
    return desk


def _absolute(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths from anywhere; none when the working folder is gone, and so what lay in it."""
    try:
        return tuple(os.path.abspath(path) for path in paths)  # noqa: PTH100 - keeps links
    except FileNotFoundError:
        return ()


def last(state: State) -> Request:
    """What was open last, to be opened again; the samples when nothing of it is there any more."""
    there = any(os.path.exists(path) for path in state.articles)  # noqa: PTH110 - raises nothing
    return Request(state.articles) if there else request([str(samples())])


def _leave(desk: Desk, theme: str) -> None:
    """Finish writing, and remember what lay on the desk."""
    desk.notebook.close()
    _remember(desk, theme)
    if not desk.notebook.saved:
        raise UnsavedError(f"the last changes are not saved: {desk.notebook.last_error}")


def _remember(desk: Desk, theme: str) -> None:
    """Remember the articles that can be opened again, and the place in each."""
    kept = [number for number, article in enumerate(desk.articles) if article.path != "-"]
    paths = _absolute(desk.articles[number].path for number in kept)
    if paths:
        column = kept.index(desk.column) if desk.column in kept else 0
        sentences = tuple(desk.cursors[number] for number in kept)
        rows = tuple(desk.rows[number] or 0 for number in kept)
        write_state(
            State(paths, column, sentences, rows, theme, desk.view, str(desk.notebook.path.absolute()))
        )
