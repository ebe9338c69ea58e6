"""What to read, chosen on a page: at the start, and beside what is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.articles import ArticleError
from reader.tui.pages.choose import ArticleChoice, ChooseScreen
from reader.workspace.labels import MAX_ARTICLES
from reader.workspace.opening_articles import OpenRequest, open_articles
from reader.workspace.story_suggestions import more_of, stories_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.tui.keys.keymap import Keymap
    from reader.tui.reading.screen import ReadingScreen


def choose_first(
    files: Sequence[str], folder: str | None, encoding: str | None, keys: Keymap
) -> ChooseScreen:
    """Return the page that asks what to read: one of these files, or of the stories of a folder."""
    find = partial(stories_in, folder, encoding) if folder else None
    return ChooseScreen(files, MAX_ARTICLES, find, keys)


def choose_more(reading: ReadingScreen, encoding: str | None) -> None:
    """Ask which articles of the same story to open beside the article at hand."""
    if reading.controllers.layout.refuses():
        return
    workspace = reading.workspace
    find = partial(more_of, workspace.article, [article.path for article in workspace.articles], encoding)
    page = ChooseScreen((), MAX_ARTICLES - len(workspace.articles), find, reading.keys)
    reading.app.push_screen(page, partial(open_beside, reading, encoding))


async def open_beside(reading: ReadingScreen, encoding: str | None, chosen: ArticleChoice | None) -> None:
    """Open what was chosen beside the open articles."""
    if chosen is None:
        return
    if not chosen.paths:
        reading.say(" · ".join(chosen.notes))
        return
    try:
        opened = open_articles(OpenRequest(tuple(chosen.paths)), encoding)
    except ArticleError as error:
        reading.notify(str(error), severity="error", markup=False)
    else:
        reading.say(await reading.controllers.go_to.open_beside(opened.articles, opened.left_out))
