"""The mouse: focus, cursor, scrolling and picking, on every page and in every dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import click_on, position_of, press, screen_text, wait_until
from textual import events
from textual.widgets import OptionList

from reader.articles import load
from reader.notebook import Notebook, Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.article.article_view import ArticleView
from reader.tui.pages.annotations import AnnotationsScreen
from reader.tui.pages.choose import ChooseScreen
from reader.tui.pages.codebook import CodebookScreen
from reader.tui.pages.review import ReviewScreen
from reader.tui.pages.tags_by_story import TagsByStoryScreen
from reader.tui.reading.screen import ReadingScreen
from reader.tui.widgets.row_list import RowList
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.widget import Widget

SIZE = (100, 24)


async def wheel(app: ReaderApp, pilot: Pilot[Exception], widget: Widget, *, down: bool = True) -> None:
    """Turn the wheel over the middle of a widget."""
    region = widget.region
    x, y = region.x + region.width // 2, region.y + region.height // 2
    kind = events.MouseScrollDown if down else events.MouseScrollUp
    app.post_message(kind(None, x, y, 0, 1 if down else -1, 0, False, False, False, x, y))
    await pilot.pause()
    await pilot.pause()


@pytest.fixture
def long(lay: Callable[..., Workspace]) -> Workspace:
    """Three long articles that share every second sentence."""
    numbers = [f"n{number}{'abcdefghij'[number % 10]}" for number in range(60)]
    texts = [
        "\n\n".join(
            f"The {number} barge carried {number} crates of salt to Lennet."
            if n % 2
            else f"Account {who} tells of {who}{number}."
            for n, number in enumerate(numbers)
        )
        for who in ("one", "two", "three")
    ]
    return lay(*texts)


async def test_a_click_takes_focus_and_cursor_the_gutter_and_the_edge_too(long: Workspace) -> None:
    app = ReaderApp(long)
    async with app.run_test(size=(130, 24)) as pilot:
        views = list(app.screen.query(ArticleView))
        await pilot.click(views[1], offset=(8, 2))
        assert long.place.article == 1
        await pilot.click(views[2], offset=(0, 4))
        assert long.place.article == 2
        assert long.place.sentence > 0
        top = views[0].top_line
        await pilot.click(views[0], offset=(views[0].size.width - 1, views[0].size.height - 1))
        assert views[0].top_line > top + 20
        await wheel(app, pilot, views[0], down=False)
        assert long.place.article == 2, "scrolling leaves the cursor"
        await pilot.click(offset=(10, 1))
        assert long.column == 0


async def test_the_questions_are_answered_by_a_click(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f")
        await click_on(app, pilot, "shared")
        assert "filter: shared" in screen_text(app)
        await press(pilot, "f")
        await click_on(app, pilot, "a all")
        assert "filter:" not in screen_text(app)
        await press(pilot, "s")
        await click_on(app, pilot, "all")
        assert "0/9" in screen_text(app) or "▱" in screen_text(app)
        await press(pilot, "s")
        await click_on(app, pilot, "end it")
        assert "The session has ended" in screen_text(app)
        await click_on(app, pilot, "closes")
        assert isinstance(app.screen, ReadingScreen)
        await press(pilot, "slash t u g")
        await click_on(app, pilot, "next")
        await click_on(app, pilot, "stay")
        assert workspace.search.query == "tug"
        await click_on(app, pilot, "clear")
        assert not workspace.search.query


async def test_the_footer_of_the_articles_is_pointed_at(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await click_on(app, pilot, "note")
        await press(pilot, "h i")
        await click_on(app, pilot, "keeps the note")
        assert workspace.mark(Place(0, 0)).note == "hi"
        await click_on(app, pilot, "tag")
        await press(pilot, "q")
        await click_on(app, pilot, "takes it")
        assert [tag.name for tag in workspace.mark(Place(0, 0)).tags] == ["q"]
        await click_on(app, pilot, "differences")
        assert app.screen.query("DifferencesPane")
        await click_on(app, pilot, "? keys")
        assert "Moving" in screen_text(app)


async def test_the_picker_is_pointed_at(workspace: Workspace) -> None:
    for number in range(30):
        workspace.notebook.codebook.create(f"tag{number:02}")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t")
        options = app.screen.query_one(OptionList)
        before = options.scroll_offset.y
        await wheel(app, pilot, options)
        await wait_until(pilot, lambda: options.scroll_offset.y > before)
        await press(pilot, "t a g 1")
        await click_on(app, pilot, "tag12")
        assert [tag.name for tag in workspace.mark(Place(0, 0)).tags] == ["tag12"]
        await press(pilot, "t down")
        await click_on(app, pilot, "leaves")
        assert isinstance(app.screen, ReadingScreen)


async def test_the_codebook_and_its_dialogs_are_pointed_at(workspace: Workspace) -> None:
    for name in ("claim", "quote", "tone"):
        workspace.notebook.codebook.create(name)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C")
        screen = app.screen
        assert isinstance(screen, CodebookScreen)
        await wheel(app, pilot, screen.query_one("#tags"))
        assert screen.tag
        assert screen.tag.name == "quote"
        await click_on(app, pilot, "rename")
        await press(pilot, "s")
        await click_on(app, pilot, "renames it")
        assert [tag.name for tag in workspace.notebook.tags] == ["claim", "quotes", "tone"]
        await click_on(app, pilot, "delete")
        await click_on(app, pilot, "Esc no")
        assert len(workspace.notebook.tags) == 3
        await click_on(app, pilot, "delete")
        await click_on(app, pilot, "yes")
        assert [tag.name for tag in workspace.notebook.tags] == ["claim", "tone"]
        await click_on(app, pilot, "undo")
        assert len(workspace.notebook.tags) == 3
        await click_on(app, pilot, "back")
        assert isinstance(app.screen, ReadingScreen)


async def test_which_article_lacks_it_is_pointed_at(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G A")
        await click_on(app, pilot, "C  2.txt")
        assert "Tag for" in screen_text(app)


async def test_the_lists_of_the_notebook_are_pointed_at(long: Workspace) -> None:
    tag = long.notebook.codebook.create("claim")
    for number in range(40):
        long.notebook.put_tag([Target.span(*long.annotations.span(Place(0, number)))], tag.id)
    app = ReaderApp(long)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "E")
        assert isinstance(app.screen, AnnotationsScreen)
        rows = app.screen.query_one(RowList)
        first = screen_text(app).splitlines()[rows.region.y]
        await wheel(app, pilot, rows)
        assert screen_text(app).splitlines()[rows.region.y] != first
        assert rows.highlighted == 0
        await click_on(app, pilot, "stories × tags")
        assert isinstance(app.screen, TagsByStoryScreen)
        await pilot.click(RowList, offset=(3, 0))
        await click_on(app, pilot, "back to the list")
        assert isinstance(app.screen, AnnotationsScreen)
        await pilot.click(RowList, offset=(6, 4))
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert long.place == Place(0, 4)


async def test_who_says_what_is_pointed_at(long: Workspace) -> None:
    app = ReaderApp(long)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        await pilot.pause()
        options = app.screen.query_one(OptionList)
        await click_on(app, pilot, "next group")
        moved = options.scroll_offset.y
        await wheel(app, pilot, options, down=False)
        await wait_until(pilot, lambda: options.scroll_offset.y < moved)
        options.scroll_home(animate=False)
        await pilot.pause()
        await click_on(app, pilot, "All 3 say")
        assert not isinstance(app.screen, ReadingScreen), "a heading goes nowhere"
        await click_on(app, pilot, "barge carried")
        assert isinstance(app.screen, ReadingScreen)
        assert "barge carried" in long.text(long.place)


async def test_the_heat_map_and_the_help_are_pointed_at(lay: Callable[..., Workspace]) -> None:
    workspace = lay(*(f"The ferry sank off Lennet at dawn.\n\nIt cost {n} crowns." for n in range(20)))
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "H")
        await pilot.pause()
        band = app.screen.query_one("ClickableLine")
        before = screen_text(app)
        await wheel(app, pilot, band)
        assert screen_text(app) != before
        await click_on(app, pilot, "words")
        assert "w sentences" in screen_text(app)
        await click_on(app, pilot, "closes")
        assert isinstance(app.screen, ReadingScreen)
        await press(pilot, "question_mark")
        before = screen_text(app)
        await wheel(app, pilot, app.screen.query_one("VerticalScroll"))
        await wait_until(pilot, lambda: screen_text(app) != before)


@pytest.mark.parametrize(
    ("page", "words"),
    [("S", "Ada Brill"), ("S", "tug reached"), ("S", "Esc"), ("H", "closes"), ("C", "Esc")],
)
async def test_what_closes_a_page_is_clicked_twice(workspace: Workspace, page: str, words: str) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, page)
        await pilot.pause()
        x, y = position_of(app, words)
        for _ in range(2):
            for kind in (events.MouseDown, events.MouseUp):
                app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert app.is_running


async def test_the_list_of_articles_is_pointed_at() -> None:
    app = ReaderApp(None, [f"/a/{number}.txt" for number in range(100)])
    async with app.run_test(size=SIZE) as pilot:
        assert isinstance(app.screen, ChooseScreen)
        options = app.screen.query_one(OptionList)
        await click_on(app, pilot, "3.txt")
        assert "1 of at most" in screen_text(app)
        await wheel(app, pilot, options)
        await wait_until(pilot, lambda: options.scroll_offset.y > 0)
        await click_on(app, pilot, "leaves")
    assert not app.is_running


@pytest.fixture
def changed(tmp_path: Path) -> Iterator[Workspace]:
    """An article that has changed since it was tagged."""
    file = tmp_path / "a.txt"
    lines = [f"The barge number {n} left Lennet at {n} in the morning." for n in range(1, 13)]
    file.write_text("\n\n".join(lines))
    path = tmp_path / "reader.json"
    book = Notebook.open(path)
    workspace = Workspace(load(file), book)
    book.put_tag(
        [Target.span(*span) for span in [workspace.annotations.span(Place(0, n)) for n in range(12)]],
        book.codebook.create("claim").id,
    )
    book.close()
    file.write_text("\n\n".join(line.replace("left", "quietly left") for line in lines))
    book = Notebook.open(path)
    yield Workspace(load(file), book)
    book.close()


async def test_the_review_list_is_pointed_at(changed: Workspace) -> None:
    app = ReaderApp(changed)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R")
        assert isinstance(app.screen, ReviewScreen)
        rows = app.screen.query_one(RowList)
        await pilot.click(rows, offset=(5, 3))
        assert rows.highlighted == 3
        assert isinstance(app.screen, ReviewScreen)
        waiting = len(changed.notebook.review.items())
        await click_on(app, pilot, "accept")
        assert len(changed.notebook.review.items()) == waiting - 1
        await wheel(app, pilot, rows)
        await click_on(app, pilot, "Esc")
        assert isinstance(app.screen, ReadingScreen)


async def test_the_wheel_scrolls_the_differences_and_what_is_at_hand_in_a_list(long: Workspace) -> None:
    tag = long.notebook.codebook.create("claim")
    long.notebook.put_tag([Target.span(*long.annotations.span(Place(0, 1)))], tag.id)
    long.notebook.put_note(Target.span(*long.annotations.span(Place(0, 1))), "one more line\n" * 40)
    app = ReaderApp(long)
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "j d")
        for keys, pane in (("", "DifferencesPane"), ("E", "VerticalScroll")):
            await press(pilot, keys)
            await pilot.pause()
            scroll = app.screen.query(pane).first()
            assert scroll.scroll_offset.y == 0
            await wheel(app, pilot, scroll)
            await wait_until(pilot, lambda scroll=scroll: scroll.scroll_offset.y > 0)  # type: ignore[misc]
