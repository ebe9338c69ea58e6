"""Keep the program responsive while long work runs, tell how far it is, and keep it fast."""

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from time import perf_counter, sleep
from typing import Final, TypeVar

_T = TypeVar("_T")
Progress = Callable[[int, int], None]
"""Is called with how many steps are done, and of how many."""

TURN: Final = 0.001  # seconds of work after which other threads come first; else they wait 0.005
PAUSE: Final = 0.0001  # seconds of sleep, in which the interpreter takes up whoever waits
SWITCH: Final = 0.0005  # seconds after which another thread gets the interpreter, several times for each key


def ignore_progress(_done: int, _of: int) -> None:
    """Report progress to nobody."""


@contextmanager
def frequent_thread_switches() -> Iterator[None]:
    """Switch threads often while the block runs, so that the screen need not wait for the work in it."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def with_pauses(work: Iterable[_T]) -> Iterable[_T]:
    """Return the items of `work`, with short pauses between them when this is not the main thread."""
    return work if current_thread() is main_thread() else _with_pauses(work)


def _with_pauses(work: Iterable[_T]) -> Iterator[_T]:
    until = perf_counter() + TURN
    for item in work:
        yield item
        if perf_counter() > until:
            sleep(PAUSE)
            until = perf_counter() + TURN


@contextmanager
def gc_paused() -> Iterator[None]:
    """Stop the garbage collector, which would go through many new values again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
