"""Driving the app in tests: keys, clicks, what stands on the screen."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import events

from reader.tui.article.article_view import ArticleView
from reader.tui.dialogs.dialog import TypingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from reader.notebook import Annotation
    from reader.overlap import Place
    from reader.tui.app import ReaderApp
    from reader.workspace.workspace import Workspace

SIZE = (120, 40)


def tag_names(workspace: Workspace, place: Place) -> list[str]:
    """The names of the tags of a sentence, as the gutter shows them."""
    return [tag.name for tag in workspace.mark(place).tags]


def screen_text(app: ReaderApp) -> str:
    """All the text on the screen, with plain blanks in place of blanks that do not break."""
    lines = (strip.text for strip in app.screen._compositor.render_strips())
    return "\n".join(lines).replace("\u00a0", " ")


async def press(pilot: Pilot[Exception], keys: str) -> None:
    """Press keys one after the other, given in Textual's names with blanks between them."""
    for key in keys.split():
        await pilot.press(key)


async def type_ahead(app: ReaderApp, pilot: Pilot[Exception], keys: str) -> None:
    """Press keys faster than they are done, and wait until they are."""
    for key in keys.split():
        app.post_message(events.Key(key, key if len(key) == 1 else None))
    await wait_until_done(app)
    await pilot.pause()


async def wait_until_done(app: ReaderApp) -> None:
    """Wait until all keys that were sent are done, and fail if they never are."""
    async with asyncio.timeout(PATIENCE):
        while app.is_running and not app._exit:
            through = asyncio.Event()
            app.call_later(through.set)
            await through.wait()
            if not app.key_queue and not (isinstance(app.screen, TypingScreen) and not app.screen.ready):
                return
            await asyncio.sleep(0.001)


PATIENCE = 60
"""Seconds to wait for something to become true before the test fails."""


async def wait_until(pilot: Pilot[Exception], true: Callable[[], bool]) -> None:
    """Wait until something is true; fail with the text on the screen when it stays false."""
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end, screen_text(pilot.app)  # type: ignore[arg-type]
        await pilot.pause(0.01)


def rewrite(path: str | Path, text: str) -> None:
    """Put another text in a file in one step: whoever watches it never sees a part of it."""
    new = Path(f"{path}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def position_of(app: ReaderApp, words: str) -> tuple[int, int]:
    """Column and line of the last place where these words are shown."""
    lines = screen_text(app).splitlines()
    return next((line.index(words), n) for n, line in reversed(list(enumerate(lines))) if words in line)


async def click_on(app: ReaderApp, pilot: Pilot[Exception], words: str) -> None:
    """Click on the last place where these words are shown."""
    await pilot.click(offset=position_of(app, words))
    await pilot.pause()
    await pilot.pause()


def article_view(app: ReaderApp, article: int) -> ArticleView:
    """The widget that shows an article, by its number."""
    return list(app.screen.query(ArticleView))[article]


def annotations_by_age(workspace: Workspace) -> list[Annotation]:
    """All annotations of the notebook, the oldest first."""
    return sorted(workspace.notebook.annotations(), key=lambda annotation: annotation.created)
