"""What takes long is done on a thread of its own, while keys are answered."""

from __future__ import annotations

from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

_Found = TypeVar("_Found")


def in_background(app: App[Any], name: str, work: Callable[[], object]) -> None:
    """Do this behind the screen, on a thread of this name; the app does not wait for it, not even to end.

    What it tells meanwhile it gives back by `app.call_later`. A fault in it ends the app as any other fault
    does: else nobody would hear of it, and what was begun would seem to go on for ever.
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
    """Find something behind the screen, on a thread of this name, then do this with it in the app's own."""
    in_background(app, name, lambda: app.call_later(then, find()))


def _raise(fault: Exception) -> None:
    raise fault
