"""The end that nobody asked for: the terminal is closed, or the machine goes down."""

from __future__ import annotations

import os
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

from reader.workspace.paths import fallback_folders

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace.workspace import Workspace

PATIENCE = 2
"""Seconds that the screen has to end when the terminal is gone."""


def exit_soon(workspace: Callable[[], Workspace | None]) -> None:
    """Save and end the process in `PATIENCE` seconds, unless the screen has ended by then.

    Textual may wait for ever for a terminal that is gone to take what is drawn.
    """

    def save_and_exit() -> None:
        sleep(PATIENCE)
        if (open_ := workspace()) is not None:
            if not open_.notebook.save():
                open_.notebook.file.keep_copy(fallback_folders())
            open_.notebook.close()
        os._exit(0)

    Thread(target=save_and_exit, daemon=True).start()
