"""How the articles lie and look: closed, moved, alone, numbered, in focus, how wide."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.text import Text
from tests.conftest import FERRY
from tests.tui.helpers import press, screen_text, wait_until
from textual.widgets import Static

from reader.overlap import Place, compare
from reader.tui.app import ReaderApp
from reader.tui.article.article_view import MARGIN, ArticleView
from reader.tui.article.columns import Columns
from reader.tui.article.minimap import minimap_cells
from reader.tui.reading import comparison
from reader.tui.reading.differences_pane import DifferencesPane
from reader.tui.reading.screen import ReadingScreen
from reader.tui.theme.themes import RANK_BLOCKS
from reader.tui.widgets.clickable_line import ClickableLine
from reader.tui.widgets.redline import EDIT_STYLES, EDIT_STYLES_LIGHT
from reader.workspace.labels import article_letter
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.pilot import Pilot

    from reader.articles import Article
    from reader.overlap import Overlap

SIZE = (120, 40)


def open_workspace(app: ReaderApp) -> Workspace:
    assert app.workspace is not None
    return app.workspace


def titles(app: ReaderApp) -> list[str]:
    return [article.title for article in open_workspace(app).articles]


async def test_an_article_is_closed_and_the_others_keep_their_place(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "equals_sign l j j l j")
        kept = [titles(app)[0], titles(app)[2]]
        await press(pilot, "h ctrl+w")
        assert titles(app) == kept
        assert open_workspace(app).cursors == [0, 1]
        assert open_workspace(app).place == Place(1, 1)
        assert "B is closed" in screen_text(app)
        assert len(app.screen.query(ArticleView)) == 2
        await press(pilot, "ctrl+w ctrl+w")
        assert titles(app) == kept[:1]
        assert "This is the only article" in screen_text(app)


async def test_what_was_tagged_stays_tagged_when_the_article_is_moved(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t c l a i m enter right_curly_bracket")
        assert open_workspace(app).column == 1
        assert "[claim]" in screen_text(app)
        assert "This is B now" in screen_text(app)
        await press(pilot, "right_curly_bracket right_curly_bracket")
        assert "This is the last column" in screen_text(app)
        await press(pilot, "j full_stop u u")
        assert not open_workspace(app).mark(Place(2, 0)).tags, (
            "the last tag is known, and undone, in the new workspace"
        )


async def test_one_article_alone_and_back(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "z")
        assert [view.display for view in app.screen.query("Column")] == [True, False, False]
        await press(pilot, "l")
        assert [view.display for view in app.screen.query("Column")] == [False, True, False]
        await press(pilot, "z")
        assert all(view.display for view in app.screen.query("Column"))


async def test_sentences_are_numbered_on_request(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(140, 40)) as pilot:
        assert "1 █B▌The ferry" not in screen_text(app)
        await press(pilot, "number_sign")
        assert "1 █B▌The ferry" in screen_text(app)
        await press(pilot, "number_sign")
        assert "1 █B▌The ferry" not in screen_text(app)


async def test_lines_get_longer_and_short_again(lay: Callable[..., Workspace]) -> None:
    workspace = lay("A gull stood on the pier all day. " * 30)
    app = ReaderApp(workspace)
    async with app.run_test(size=(200, 40)) as pilot:
        widths = []
        for _ in range(4):
            widths.append(app.screen.query_one(ArticleView).size.width)
            await press(pilot, "W")
        assert widths == [86, 106, 200, 66]


async def test_all_but_the_paragraph_at_hand_is_dimmed(lay: Callable[..., Workspace]) -> None:
    app = ReaderApp(lay("The pier fell. Gulls left.\n\nNobody was hurt."))
    async with app.run_test(size=SIZE) as pilot:
        view = app.screen.query_one(ArticleView)

        def colour(line: int) -> str:
            segment = next(segment for segment in view.render_line(line) if len(segment.text) > 8)
            assert segment.style is not None
            assert segment.style.color is not None
            return segment.style.color.name

        plain = colour(0), colour(2)
        await press(pilot, "F")
        assert (colour(0), colour(2)) == (plain[0], "#8a8a8a")
        await press(pilot, "J")
        assert (colour(0), colour(2)) == ("#8a8a8a", plain[1])


async def test_the_edge_shows_the_whole_article_and_is_pointed_at(lay: Callable[..., Workspace]) -> None:
    filler = [f"Line {n} says nothing that anyone else would say {n * 7}." for n in range(200)]
    shared = "The ferry to Inner Skell ran aground at 6.15am on Friday."
    workspace = lay("\n\n".join([*filler, shared]), shared)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        view = app.screen.query(ArticleView).first()
        height = view.size.height
        signs = [view.render_line(y).text[-1] for y in range(height)]
        verbatim = {y for y, sign in enumerate(signs) if sign == RANK_BLOCKS[-1]}
        assert verbatim == {height - 1}
        await pilot.click(view, offset=(view.size.width - 1, height - 1))
        assert "The ferry to Inner Skell" in view.render_line(height - 2).text


def test_an_overview_has_the_best_of_what_each_cell_stands_for(workspace: Workspace) -> None:
    ranked = workspace.comparison.ranks(0, 0.05)
    assert [ranked[0], ranked[3]] == [4, 0]
    assert minimap_cells([0, 1, 4, 0, 0, 2], lambda sentence: sentence * 10, 60, 3) == [1, 4, 2]
    assert minimap_cells([3], lambda _: 0, 1, 4) == [3, 0, 0, 0]


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_the_place_on_the_screen_survives_another_order(
    size: tuple[int, int], lay: Callable[..., Workspace]
) -> None:
    long = "\n\n".join(f"Sentence number {n} of a long account of the harbour." for n in range(100))
    app = ReaderApp(lay(long, "A short one."))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "space space k k k")
        view = app.screen.query(ArticleView).first()
        before = open_workspace(app).cursors[0], view.cursor_row()
        await press(pilot, "right_curly_bracket")
        await pilot.pause()
        view = app.screen.query(ArticleView).last()
        assert (open_workspace(app).cursors[1], view.cursor_row()) == before


async def test_every_sentence_at_hand_stays_in_its_line(lay: Callable[..., Workspace]) -> None:
    long = ["\n\n".join(f"Account {name} is in its line {n}." for n in range(100)) for name in "abc"]
    app = ReaderApp(lay(*long))

    def rows() -> dict[str, int]:
        views = app.screen.query(ArticleView)
        return {
            article.text: view.cursor_row()
            for article, view in zip(open_workspace(app).articles, views, strict=True)
        }

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "equals_sign j j l j j j j l space")
        app.screen.query_one(Columns).scroll_to_lines([3, 5, 20])
        before = rows()
        assert before[long[0]] < MARGIN
        for keys in ("left_curly_bracket", "right_curly_bracket", "ctrl+w", "ctrl+t"):
            await press(pilot, keys)
            await pilot.pause()
            assert rows() == {text: before[text] for text in rows()}
        assert len(rows()) == 3


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """What lies in the workspace is compared behind the screen, as long articles are; not before this
    opens."""
    opened = Event()
    opened.set()

    def held(articles: Sequence[Article]) -> Overlap:
        opened.wait(60)
        return compare(articles)

    monkeypatch.setattr(comparison, "SENTENCES_AT_ONCE", 0)
    monkeypatch.setattr(comparison, "compare", held)
    yield opened
    opened.set()


def unknown(workspace: Workspace) -> Workspace:
    """The same articles, of which it is not known yet what they share."""
    return Workspace(workspace.articles, workspace.notebook)


async def compared(app: ReaderApp, pilot: Pilot[Exception]) -> None:
    await wait_until(pilot, lambda: open_workspace(app).comparison.complete)
    await pilot.pause()


async def test_moving_an_article_compares_nothing_anew(gate: Event, lay: Callable[..., Workspace]) -> None:
    app = ReaderApp(lay(*FERRY))
    async with app.run_test(size=SIZE) as pilot:
        await compared(app, pilot)
        gate.clear()
        await press(pilot, "right_curly_bracket")
        assert open_workspace(app).comparison.complete
        assert "█A▌The ferry to Inner Skell ran" in screen_text(app)
        assert "shared" in screen_text(app).splitlines()[2]
        await press(pilot, "j j d")
        assert "verbatim with C 2" in screen_text(app)
        assert "The same, word for word: C 2" in screen_text(app)


async def test_marks_of_the_others_stay_while_all_is_compared_after_closing(
    gate: Event, lay: Callable[..., Workspace]
) -> None:
    app = ReaderApp(lay(*FERRY))
    async with app.run_test(size=SIZE) as pilot:
        await compared(app, pilot)
        await press(pilot, "J")
        gate.clear()
        await press(pilot, "tab tab ctrl+w")
        assert not open_workspace(app).comparison.complete
        assert "█B" in screen_text(app), "what A and B share is known"
        assert "▒C" not in screen_text(app)
        assert "█C" not in screen_text(app)
        await press(pilot, "h g")
        assert "verbatim with B 2 (1.00), edited with B 4" in screen_text(app)
        assert "comparing …" in screen_text(app)
        gate.set()
        await compared(app, pilot)
        assert "verbatim with B 2 (1.00)" in screen_text(app)
        assert "comparing" not in screen_text(app)
        await press(pilot, "j j")
        assert "only here" in screen_text(app)


async def test_marks_stay_while_one_more_is_compared(gate: Event, lay: Callable[..., Workspace]) -> None:
    app = ReaderApp(lay(*FERRY))
    async with app.run_test(size=SIZE) as pilot:
        await compared(app, pilot)
        await press(pilot, "tab tab ctrl+w g")
        await compared(app, pilot)
        gate.clear()
        await press(pilot, "h g ctrl+t j")
        assert not open_workspace(app).comparison.complete
        assert "█B" in screen_text(app)
        assert "C 2/2 · comparing …" in screen_text(app), "nothing is known of it yet, so nothing is said"
        await press(pilot, "f s")
        assert "Comparing …" in screen_text(app)
        await press(pilot, "left_curly_bracket")
        gate.set()
        await compared(app, pilot)
        assert "█A" in screen_text(app)
        assert open_workspace(app).place == Place(1, 1), "the place is kept when the matches come"


@pytest.mark.parametrize(
    ("keys", "then"),
    [
        ("H", "What the row's article shares"),
        ("S", "Who says what"),
        ("f s", "Shared: "),
        ("o", "A 2/4"),
        ("c", "Counterpart 1 of 2 of A 1"),
        ("p", "Tag for A 1 with B 2"),
    ],
)
async def test_what_waits_for_the_comparison_is_done_after_it(
    keys: str, then: str, gate: Event, lay: Callable[..., Workspace]
) -> None:
    gate.clear()
    app = ReaderApp(unknown(lay(*FERRY)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, keys)
        assert "Comparing …" in screen_text(app)
        gate.set()
        await compared(app, pilot)
        await pilot.pause()
        assert "Comparing …" not in screen_text(app)
        assert then in screen_text(app)


async def test_who_has_gone_on_does_not_wait_any_more(gate: Event, lay: Callable[..., Workspace]) -> None:
    gate.clear()
    app = ReaderApp(unknown(lay(*FERRY)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "H j")
        gate.set()
        await compared(app, pilot)
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert "A 2/4" in screen_text(app)
        assert "Comparing …" not in screen_text(app)


@pytest.mark.parametrize(("count", "size"), [(10, (60, 24)), (26, (80, 24)), (10, (30, 12))])
async def test_the_strip_of_tabs_has_the_article_at_hand(
    count: int, size: tuple[int, int], lay: Callable[..., Workspace]
) -> None:
    workspace = lay(
        *(f"Account {number} of the storm in the harbour of Wendhaven." for number in range(count))
    )
    app = ReaderApp(workspace)

    def strip() -> str:
        return str(app.screen.query_one("#tabs", ClickableLine).render())

    async with app.run_test(size=size) as pilot:
        assert " A " in strip()
        assert strip()[0] == " ", "nothing before the first"
        assert strip()[-1] == "›", "there is more"
        await press(pilot, "shift+tab")
        last = article_letter(count - 1)
        assert f" {last} " in strip()
        assert strip()[0] == "‹"
        assert "›" not in strip()
        assert all(cell_len(line) <= size[0] for line in strip().splitlines())
        await press(pilot, "h h h")
        await pilot.click("#tabs", offset=(0, 0))
        assert open_workspace(app).column < count - 4, "the sign leads to what is before"


async def test_what_is_put_on_an_article_leaves_its_size_in_the_header(sample_workspace: Workspace) -> None:
    app = ReaderApp(sample_workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T a space l o n g space t a g enter N w h o full_stop enter")
        words = f"{sample_workspace.article.words} words"
        row = next(line for line in screen_text(app).splitlines() if words in line)
        assert "95% shared" in row
        assert f"{sample_workspace.article.minutes} min" in row
        assert "…" in row


@pytest.mark.parametrize("size", [(30, 10), (36, 12)])
async def test_the_pane_leaves_some_text_on_a_small_screen(
    size: tuple[int, int], sample_workspace: Workspace
) -> None:
    app = ReaderApp(sample_workspace)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "d")
        assert app.screen.query(ArticleView).first().size.height >= 2
        assert app.screen.query_one(DifferencesPane).size.height >= 1


@pytest.mark.parametrize("how", ["L", "page"])
async def test_the_pane_has_the_colours_of_the_theme(how: str, sample_workspace: Workspace) -> None:
    app = ReaderApp(sample_workspace)

    def colours() -> set[str]:
        text = app.screen_stack[0].query_one(DifferencesPane).query_one(Static).content
        assert isinstance(text, Text)
        return {str(span.style) for span in text.spans}

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        assert EDIT_STYLES["added"] in colours()
        if how == "L":
            await press(pilot, "L")
        else:
            await press(pilot, "H")
            app.theme = "reader-light"
            await press(pilot, "escape")
        assert EDIT_STYLES_LIGHT["added"] in colours()
        assert EDIT_STYLES["added"] not in colours()


async def test_the_help_is_set_in_as_many_columns_as_fit_now(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "question_mark")
        assert "Tags and notes" not in screen_text(app)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "Tags and notes" in screen_text(app)


@pytest.mark.parametrize("size", [(20, 5), (40, 6), (60, 7), (20, 3)])
async def test_a_low_terminal_has_text_and_the_sentence_at_hand(
    size: tuple[int, int], workspace: Workspace
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=size) as pilot:
        for column in range(3):
            for _ in workspace.articles[column].sentences:
                lines = screen_text(app).splitlines()
                assert "▌" in "".join(line[:4] for line in lines[:-2])
                assert len(lines) == size[1]
                await press(pilot, "j")
            await press(pilot, "tab")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "0.txt" in screen_text(app)
        assert "words ·" in screen_text(app)


async def test_a_terminal_that_is_narrow_for_a_while_does_not_page(lay: Callable[..., Workspace]) -> None:
    app = ReaderApp(lay(*(f"Account {name} is here." for name in "abcdef")))
    async with app.run_test(size=(200, 40)) as pilot:
        await press(pilot, "l l l")
        before = screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.resize_terminal(200, 40)
        await pilot.pause()
        assert screen_text(app) == before
