"""Articles in a workspace, with a notebook of their own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from textual._wait import wait_for_idle

from reader.articles import load, load_bytes
from reader.notebook import Notebook
from reader.overlap import compare
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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


async def wait_until_at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait as Textual's Pilot does, then until the event loop has nothing left to do.

    Textual takes a process that uses no time for an idle one; on a busy machine it may just have had no turn.
    """
    await wait_for_idle(min_sleep, max_sleep)
    loop = asyncio.get_running_loop()
    until = loop.time() + max_sleep
    while _has_work(loop) and loop.time() < until:  # noqa: ASYNC110 - nothing tells of it
        await asyncio.sleep(0.001)


def _has_work(loop: asyncio.AbstractEventLoop) -> bool:
    ready, scheduled = vars(loop)["_ready"], vars(loop)["_scheduled"]
    soon = loop.time() + SOON
    return bool(ready) or any(timer.when() < soon and not timer.cancelled() for timer in scheduled)


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
