"""A sitting at the screen: from the files that were asked for to what is remembered of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook import Notebook
from reader.opening import Opened, Request, absolute, open_found, open_named, request
from reader.settings import State, notebook_path, read_state, samples, write_state
from reader.terminal import take_terminal
from reader.tui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class UnsavedError(Exception):
    """The notebook could not be written to the end; `str()` is the sentence."""


def read(paths: Sequence[str], *, notes: str | None, encoding: str | None) -> int:
    """Open the app on these files, or on what was open last; gives the exit code.

    Raises ArticleError, NotebookError, NoTerminalError, UnsavedError.
    """
    state = read_state()
    asked = request(paths) if paths else _last(state)
    opened = None if asked.choose else _open(asked, encoding, named=bool(paths))
    take_terminal()
    lay = partial(_lay, notes=notes, state=State(theme=state.theme) if paths else state)
    desk = lay(opened) if opened else None
    folder = paths[0] if asked.choose and len(paths) == 1 else None

    def choose(files: Sequence[str]) -> Desk:
        return lay(open_found(files, encoding))

    return _run(desk, asked.files, choose, state.theme, folder=folder, encoding=encoding)


def _run(
    desk: Desk | None,
    choices: Sequence[str],
    choose: Callable[[Sequence[str]], Desk],
    theme: str,
    *,
    folder: str | None,
    encoding: str | None,
) -> int:
    from reader.tui.app import ReaderApp  # noqa: PLC0415 - what is wrong with the files is said without Textual

    app = ReaderApp(desk, choices, choose, theme, folder=folder, encoding=encoding)
    try:
        wrong = app.run()
    finally:
        if app.desk is not None:
            _leave(app.desk, app.theme)
    if wrong is not None:
        raise wrong
    return app.return_code or 0


def _lay(opened: Opened, *, notes: str | None, state: State) -> Desk:
    """Put articles and notebook on a desk, with the cursors where they were."""
    notebook = Notebook.open(notebook_path(notes, [article.path for article in opened.articles]))
    desk = Desk(opened.articles, notebook, opened.left_out)
    desk.put_cursors(state.column, state.sentences)
    return desk


def _last(state: State) -> Request:
    """What was open last, as far as it is still there; the samples otherwise."""
    files = tuple(path for path in state.articles if Path(path).exists())
    return Request(files) if files else request([str(samples())])


def _open(asked: Request, encoding: str | None, *, named: bool) -> Opened:
    return open_named(asked.files, encoding) if named else open_found(asked.files, encoding)


def _leave(desk: Desk, theme: str) -> None:
    """Finish writing, and remember what lay on the desk."""
    desk.notebook.close()
    paths = [article.path for article in desk.articles if article.path != "-"]
    if paths:
        write_state(
            State(tuple(map(absolute, dict.fromkeys(paths))), desk.column, tuple(desk.cursors), theme)
        )
    if not desk.notebook.saved:
        raise UnsavedError(f"the last changes are not saved: {desk.notebook.last_error}")
