"""Work that takes long is done on a thread, while keys are answered.

These are plain daemon threads and no workers of Textual: a thread worker runs on asyncio's executor, which is
waited for when the app ends, so that a long comparison would keep the terminal for seconds after `q`; and the
executor has few threads, of which the watcher of the files would hold one for ever.
"""

from __future__ import annotations

from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

_Found = TypeVar("_Found")


def in_background(app: App[Any], name: str, work: Callable[[], object]) -> None:
    """Do some work on a thread of this name; the app does not wait for it, not even to end.

    The work hands over what it finds by `app.call_later`. An exception in it ends the app as any other
    does: else nobody would hear of it, and the work would seem to go on for ever.
    """

    def run() -> None:
        try:
            work()
        except Exception as fault:  # noqa: BLE001 - it is raised again, where it is seen
            app.call_later(partial(_raise, fault))

    Thread(target=run, name=name, daemon=True).start()


def find_in_background(
    app: App[Any], name: str, find: Callable[[], _Found], then: Callable[[_Found], object]
) -> None:
    """Find something on a thread of this name, then call `then` with it on the app's own."""
    in_background(app, name, lambda: app.call_later(then, find()))


def _raise(fault: Exception) -> None:
    raise fault
