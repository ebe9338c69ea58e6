"""Articles in a workspace, with a notebook of their own."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from threading import get_native_id
from typing import TYPE_CHECKING

import pytest
from textual._wait import wait_for_idle

from reader.articles import load, load_bytes
from reader.notebook import Notebook
from reader.overlap import compare
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FERRY = (
    """The ferry to Inner Skell ran aground at 6.15am on Friday.

Forty passengers waited three hours for a tug. “Nobody told us anything,” said Ada Brill, a baker.

The harbour office will publish a report in June.""",
    """A tug reached the boat after 3 hours. The ferry to Inner Skell ran aground at 6.15am on Friday.

Gulls watched from the pier.

The ferry to Inner Skell ran aground at 6.15 on Friday, its owner admitted.""",
    """Bakers on the island are short of flour.

“Nobody told us anything,” said Ada Brill, a baker.""",
)


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


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    book = Notebook.open(tmp_path / "reader.json")
    yield book
    book.close()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three short accounts of a ferry, as files."""
    paths = [tmp_path / f"{letter}.txt" for letter in "abc"]
    for path, text in zip(paths, FERRY, strict=True):
        path.write_text(text)
    return paths


@pytest.fixture
def workspace(notebook: Notebook) -> Workspace:
    """Three short accounts of a ferry."""
    return laid(notebook, *FERRY)


@pytest.fixture
def sample_workspace(notebook: Notebook, samples: list[str]) -> Workspace:
    """The sample articles."""
    return Workspace([article for path in samples for article in load(path)], notebook)


@pytest.fixture
def lay(notebook: Notebook) -> Callable[..., Workspace]:
    """Put texts in a workspace."""
    return lambda *texts: laid(notebook, *texts)


def laid(notebook: Notebook, *texts: str) -> Workspace:
    articles = [load_bytes(text.encode(), f"{number}.txt")[0] for number, text in enumerate(texts)]
    workspace = Workspace(articles, notebook)
    workspace.set_overlap(compare(articles))
    return workspace
