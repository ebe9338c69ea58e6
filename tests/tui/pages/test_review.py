"""The review list, on files that have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conftest import FERRY
from tests.tui.helpers import press, screen_text, wait_until
from textual.containers import VerticalScroll
from textual.widgets._toast import Toast

from reader.articles import load
from reader.notebook import Notebook, Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.pages.review import ReviewScreen
from reader.tui.reading.screen import ReadingScreen
from reader.workspace.queues import QUEUES
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SIZE = (120, 40)
OLD = FERRY[0]
NEW = OLD.replace("three hours", "five hours").replace(" The harbour office", "")
NEW = "Oats grew well. Rye did not.\n\n" + NEW.replace(
    "“Nobody told us anything,” said Ada Brill, a baker.", "Gulls watched."
).replace("will publish a report in June", "will publish a long report in June")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{letter}.txt" for letter in "ab"]
    for path, text in zip(paths, (OLD, FERRY[1]), strict=True):
        path.write_text(text)
    return paths


@pytest.fixture
def open_workspace(files: list[Path], tmp_path: Path) -> Iterator[Callable[..., Workspace]]:
    """The articles, by number, the first with another text than when all its sentences were tagged."""
    path = tmp_path / "reader.json"
    books = []

    def lay(*numbers: int, new: str = NEW) -> Workspace:
        book = Notebook.open(path, coder="ann")
        workspace = Workspace([article for file in files for article in load(file)], book)
        book.put_tag(
            [Target.span(*span) for span in [workspace.annotations.span(Place(0, n)) for n in range(4)]],
            book.codebook.create("claim").id,
        )
        book.close()
        files[0].write_text(new)
        book = Notebook.open(path, coder="ann")
        Workspace(load(files[0]), book)
        book.save()
        books.append(book)
        return Workspace([article for n in numbers for article in load(files[n])], book)

    yield lay
    for book in books:
        book.close()


def verdicts_to_review(workspace: Workspace) -> list[str]:
    return [item.verdict for item in workspace.notebook.review.items()]


async def test_the_old_words_and_the_new_ones(open_workspace: Callable[..., Workspace]) -> None:
    workspace = open_workspace(0, 1)
    assert verdicts_to_review(workspace) == ["changed", "lost", "changed"]
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await wait_until(pilot, lambda: "3 places are to be reviewed: R" in screen_text(app))
        await press(pilot, "R")
        text = screen_text(app)
        assert "3 places to review  2 changed · 1 lost" in text
        assert "A 4            changed   claim  Forty passengers" in text
        assert "was  …" in text
        assert "Forty passengers waited three five hours for a tug." in text
        await press(pilot, "j")
        assert "nowhere in the text of now" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_accepting_undoing_and_keeping_as_lost(open_workspace: Callable[..., Workspace]) -> None:
    workspace = open_workspace(0, 1)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R a")
        assert verdicts_to_review(workspace) == ["lost", "changed"]
        assert "Accepted; u takes it back" in screen_text(app)
        await press(pilot, "enter")
        assert "It is lost, there is no place to accept" in screen_text(app)
        await press(pilot, "l")
        assert verdicts_to_review(workspace) == ["changed"]
        await press(pilot, "u")
        assert verdicts_to_review(workspace) == ["lost", "changed"]
        assert "Undone: " in screen_text(app)
        await press(pilot, "u")
        assert verdicts_to_review(workspace) == ["changed", "lost", "changed"]
        await press(pilot, "U u U")
        assert verdicts_to_review(workspace) == ["lost", "changed"]
        await press(pilot, "G A g A")
        assert verdicts_to_review(workspace) == []
        assert "Nothing waits to be reviewed any more." in screen_text(app)
        await press(pilot, "R R")
        assert isinstance(app.screen, ReadingScreen)
        assert "Nothing waits to be reviewed" in screen_text(app)
        assert not workspace.mark(Place(0, 3)).changed


async def test_all_of_a_kind_at_once(open_workspace: Callable[..., Workspace]) -> None:
    workspace = open_workspace(0, 1)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R A")
        assert verdicts_to_review(workspace) == ["lost"]
        assert "Accepted: 2 changed" in screen_text(app)
        await press(pilot, "A u u")
        assert verdicts_to_review(workspace) == ["changed", "lost", "changed"]


async def test_something_lost_is_put_on_other_words(open_workspace: Callable[..., Workspace]) -> None:
    workspace = open_workspace(0, 1)
    claim = workspace.notebook.codebook.named("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R j m")
        assert isinstance(app.screen, ReadingScreen)
        assert "Where is “Nobody told us" in screen_text(app)
        await press(pilot, "l enter")
        assert "It can only be moved within its article: A" in screen_text(app)
        await press(pilot, "h g")
        assert "Enter puts it on A 1" in screen_text(app)
        await press(pilot, "v j")
        assert "Enter puts it on A 1–2" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert "Moved to A 1–2; u takes it back" in screen_text(app)
        assert verdicts_to_review(workspace) == ["changed", "changed"]
        assert workspace.mark(Place(0, 0)).tags == workspace.mark(Place(0, 1)).tags == (claim,)
        await press(pilot, "u")
        assert verdicts_to_review(workspace) == ["changed", "lost", "changed"]
        assert workspace.mark(Place(0, 0)).tags == ()


async def test_escape_leaves_it_where_it_was(open_workspace: Callable[..., Workspace]) -> None:
    workspace = open_workspace(0, 1)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R j m v j escape")
        assert isinstance(app.screen, ReadingScreen), "only the range is left"
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewScreen)
        assert "It stays where it was" in screen_text(app)
        assert verdicts_to_review(workspace) == ["changed", "lost", "changed"]


async def test_another_place_is_only_in_its_article_and_waits_for_it(
    open_workspace: Callable[..., Workspace],
) -> None:
    app = ReaderApp(open_workspace(0, 1))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R j m ctrl+w enter")
        assert "It can only be moved within its article: (Oats" in screen_text(app)
        assert isinstance(app.screen, ReadingScreen)
        await press(pilot, "R m G")
        await pilot.pause()
        assert app.workspace is not None
        assert app.workspace.column == 1, "its article is open again"
        await press(pilot, "R escape enter")
        assert "No session runs" in screen_text(app), "the list put away what was begun"
        assert verdicts_to_review(app.workspace) == ["changed", "lost", "changed"]


async def test_articles_that_are_not_open_are_reviewed_too(open_workspace: Callable[..., Workspace]) -> None:
    workspace = open_workspace(1)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R")
        assert "changed   claim  Forty passengers" in screen_text(app)
        await press(pilot, "a")
        assert verdicts_to_review(workspace) == ["lost", "changed"]
        await press(pilot, "m")
        await pilot.pause()
        assert app.workspace is not None
        assert app.workspace.column == 1
        assert app.workspace.article.text == NEW
        await press(pilot, "g enter")
        assert "Moved to B 1" in screen_text(app)
        assert verdicts_to_review(app.workspace) == ["changed"]


async def test_nothing_can_be_decided_in_a_notebook_that_is_only_read(
    open_workspace: Callable[..., Workspace], files: list[Path]
) -> None:
    book = open_workspace(0).notebook
    book.close()
    workspace = Workspace(load(files[0]), Notebook.open(book.path, read_only=True))
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R j a")
        for key in ("k", "j j"):
            await press(pilot, f"{key} a")
            assert len(verdicts_to_review(workspace)) == 3
        await press(pilot, "m")
        assert "This notebook is open read-only" in screen_text(app)


async def test_the_queue_of_what_has_changed_agrees(open_workspace: Callable[..., Workspace]) -> None:
    workspace = open_workspace(0, 1)
    items = workspace.notebook.review.items()
    placed = [(item.article, item.new.start, item.new.end) for item in items if item.new]
    assert QUEUES["c"].find(workspace) == workspace.annotations.places(placed)
    workspace.notebook.review.accept(items)
    assert QUEUES["c"].find(workspace) == []


async def test_messages_do_not_cover_the_old_words_and_the_new_ones(
    open_workspace: Callable[..., Workspace],
) -> None:
    app = ReaderApp(open_workspace(0, 1))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await wait_until(pilot, lambda: "3 places are to be reviewed: R" in screen_text(app))
        await press(pilot, "R")
        await wait_until(pilot, lambda: not app.screen.query(Toast))
        app.notify("Something else.")
        await wait_until(pilot, lambda: "Something else." in screen_text(app))
        shows = app.screen.query_one(VerticalScroll).region
        assert [toast.region.overlaps(shows) for toast in app.screen.query(Toast)] == [False]
