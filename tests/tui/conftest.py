"""The app in tests: keys that are pressed are done when Pilot says so."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from threading import get_native_id

import pytest
from textual._wait import wait_for_idle

SOON = 1 / 30
"""Seconds, two frames of Textual: what is due later is not of the last key."""


PATIENCE = 20
"""Seconds to wait until all is at rest; a slow machine is no failure."""
AT_WORK = frozenset("RD")
"""States of a Linux thread that runs, wants to run, or waits for a disk."""


async def wait_until_at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait as Textual's Pilot does, then until neither the event loop nor a thread has something left to do.

    Textual takes a process that uses no time for an idle one; on a busy machine it may just have had no turn.
    """
    await wait_for_idle(min_sleep, max_sleep)
    loop = asyncio.get_running_loop()
    began = loop.time()
    while (  # noqa: ASYNC110 - nothing tells of it
        (loop.time() < began + PATIENCE and (vars(loop)["_ready"] or threads_at_work()))
        or (loop.time() < began + max_sleep and _due_soon(loop))
    ):
        await asyncio.sleep(0.001)


def threads_at_work() -> bool:
    """Whether a thread beside this one runs or would, had it a turn; not where the system does not tell."""
    for task in Path("/proc/self/task").glob("*/stat"):
        with suppress(OSError):  # it has ended
            state = task.read_text().rpartition(")")[2].split()[0]
            if state in AT_WORK and task.parent.name != str(get_native_id()):
                return True
    return False


def _due_soon(loop: asyncio.AbstractEventLoop) -> bool:
    soon = loop.time() + SOON
    return any(timer.when() < soon and not timer.cancelled() for timer in vars(loop)["_scheduled"])


@pytest.fixture(autouse=True)
def _at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys pressed by Pilot are done when it says so, however busy the machine is."""
    for module in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", wait_until_at_rest)


@pytest.fixture(autouse=True)
def _no_housekeeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is saved again or followed after some seconds unless a test asks for it: tests may be slow."""
    for name in ("FOLLOW", "TRY_AGAIN"):
        monkeypatch.setattr(f"reader.tui.housekeeping.{name}", 10_000)


@pytest.fixture(autouse=True)
def _no_blinking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cursors do not blink, so that a screen does not depend on when it is looked at."""
    monkeypatch.setattr("textual.widgets.Input._toggle_cursor", lambda _field: None)
    monkeypatch.setattr("textual.widgets.TextArea._toggle_cursor_blink_visible", lambda _field: None)
