"""Manners of long work on a thread of its own: the screen gets its turn before the reader notices."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import current_thread, main_thread
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_T = TypeVar("_T")

TURN: Final = 0.001
"""Seconds of work, after which others come first. The interpreter by itself makes them wait 0.005."""
PAUSE: Final = 0.0001
"""Seconds of sleep, in which the interpreter takes up whoever waits."""
SWITCH: Final = 0.0005
"""Seconds after which others get the interpreter when they ask for it, several times a key."""


@contextmanager
def others_first() -> Iterator[None]:
    """Let other threads come to their turn at once, wherever the work inside is."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def unhurried(work: Iterable[_T]) -> Iterable[_T]:
    """Give the same, with pauses when another thread than the main one goes through it."""
    return work if current_thread() is main_thread() else _with_pauses(work)


def _with_pauses(work: Iterable[_T]) -> Iterator[_T]:
    until = perf_counter() + TURN
    for item in work:
        yield item
        if perf_counter() > until:
            sleep(PAUSE)
            until = perf_counter() + TURN
