"""The end that nobody asked for: the terminal or the machine is going."""

from __future__ import annotations

import os
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

from reader.workspace.paths_and_state import fallback_folders

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

PATIENCE = 2
"""Seconds that the screen has to end when the terminal is gone."""


def end_soon(app: ReaderApp) -> None:
    """End the process, all saved, when the screen cannot be left: nobody takes what is drawn any more."""
    Thread(target=_end, args=[app], daemon=True).start()


def _end(app: ReaderApp) -> None:
    sleep(PATIENCE)
    if app.workspace is not None:
        if not app.workspace.notebook.save():
            app.workspace.notebook.file.keep_copy(fallback_folders())
        app.workspace.notebook.close()
    os._exit(0)
