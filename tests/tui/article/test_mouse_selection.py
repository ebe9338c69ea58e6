"""Ranges that are drawn with the mouse: over sentences, over words, and what is no more than a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import article_view, position_of, press, screen_text
from textual import events

from reader.notebook import Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.article.layout import ArticleLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from reader.workspace.workspace import Workspace

SIZE = (120, 40)
Cell = tuple[int, int]


def status(app: ReaderApp) -> str:
    return screen_text(app).splitlines()[-2]


def mouse(app: ReaderApp, kind: type[events.MouseEvent], at: Cell, button: int = 1) -> None:
    app.post_message(kind(None, *at, 0, 0, button, False, False, False, *at))


async def drag(app: ReaderApp, pilot: Pilot[Exception], *cells: Cell, let_go: bool = True) -> None:
    """Press at the first cell, go over the others, and let go at the last one."""
    mouse(app, events.MouseDown, cells[0])
    await pilot.pause()
    for cell in cells[1:]:
        mouse(app, events.MouseMove, cell)
        await pilot.pause()
    if let_go:
        mouse(app, events.MouseUp, cells[-1])
    await pilot.pause()
    await pilot.pause()


def first_position_of(app: ReaderApp, words: str) -> Cell:
    """Where these words are shown first."""
    return next(
        (line.index(words), n)
        for n, line in enumerate(screen_text(app).splitlines())
        if words in line and n > 2
    )


async def test_from_one_sentence_to_another_is_the_range_of_both(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "l")
        await drag(
            app,
            pilot,
            first_position_of(app, "Forty"),
            first_position_of(app, "for a tug. “Nobody"),
            position_of(app, "Ada Brill"),
        )
        assert "Range A 2–3 " in status(app)
        assert workspace.place == Place(0, 2), "the cursor is where it was let go"
        await press(pilot, "t c l a i m enter")
        assert [
            one.selector.exact[:5] + one.selector.exact[-6:] for one in workspace.notebook.annotations()
        ] == ["Forty" + "baker."]


async def test_upwards_it_is_the_same(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await drag(
            app,
            pilot,
            first_position_of(app, "The harbour"),
            first_position_of(app, "Forty"),
            first_position_of(app, "at 6.15am"),
        )
        assert "Range A 1–4 " in status(app)
        assert workspace.place == Place(0, 0)
        await press(pilot, "j")
        assert "Range A 2–4 " in status(app), "it goes on with keys as any other"


async def test_within_a_sentence_it_is_words(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        x, y = first_position_of(app, "waited three hours")
        await drag(app, pilot, (x + 8, y), (x + 14, y))
        assert "“three hours”" in status(app)
        await press(pilot, "n o d d enter")
        assert [one.selector.exact for one in workspace.notebook.annotations()] == ["three hours"]


async def test_what_is_drawn_is_seen_and_said_meanwhile(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await drag(
            app, pilot, first_position_of(app, "Forty"), first_position_of(app, "The harbour"), let_go=False
        )
        assert "Range A 2–4 " in status(app)
        assert workspace.place == Place(0, 0), "nothing scrolls as long as the button is held"
        mouse(app, events.MouseMove, first_position_of(app, "Ada Brill"))
        await pilot.pause()
        assert "Range A 2–3 " in status(app)
        mouse(app, events.MouseMove, first_position_of(app, "The harbour"), button=0)
        await pilot.pause()
        assert "Range A 2–3 " in status(app), "it was let go outside the terminal"
        mouse(app, events.MouseMove, first_position_of(app, "at 6.15am"), button=0)
        await pilot.pause()
        assert "Range A 2–3 " in status(app)
        assert app.mouse_captured is None


async def test_outside_the_column_it_goes_to_the_nearest(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await drag(app, pilot, first_position_of(app, "Forty"), (100, 39))
        assert "Range A 2–4 " in status(app)
        await drag(app, pilot, first_position_of(app, "Forty"), (0, 0))
        assert "Range A 1–2 " in status(app)


async def test_escape_leaves_it(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await drag(app, pilot, first_position_of(app, "Forty"), first_position_of(app, "The harbour"))
        await press(pilot, "escape")
        assert workspace.selection is None
        assert "Range" not in status(app)


@pytest.mark.parametrize("by", [0, 1, -1])
async def test_a_click_is_a_click_though_the_hand_shakes(by: int, workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        x, y = first_position_of(app, "for a tug")
        await drag(app, pilot, (x + 2, y), (x + 2 + by, y))
        assert workspace.selection is None
        assert workspace.place == Place(0, 1)


async def test_the_edge_and_a_fold_draw_nothing(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        region = article_view(app, 0).region
        await drag(app, pilot, (region.right - 1, region.y), (region.right - 1, region.y + 5))
        assert workspace.selection is None
        await press(pilot, "f o")
        x, y = position_of(app, "⋯ 3 sentences folded")
        await drag(app, pilot, (x + 4, y), (x + 8, y))
        assert workspace.selection is None
        assert "⋯ 3 sentences folded" not in screen_text(app).split("│")[0], "it is opened as by a click"


async def test_below_a_fold_of_all_there_is_nothing_to_point_at(workspace: Workspace) -> None:
    tag = workspace.notebook.codebook.create("claim")
    workspace.notebook.put_tag([Target.span(*workspace.annotations.span(Place(0, 0)))], tag.id)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        x, y = first_position_of(app, "Gulls")
        await drag(app, pilot, (x, y), (x, y + 1), let_go=False)
        await press(pilot, "escape f t")
        mouse(app, events.MouseMove, (x, y))
        below = (x, y + 10)
        await drag(app, pilot, below, (x, y + 12))
        await pilot.click(offset=below)
        await pilot.pause()
        assert "⋯ 4 sentences folded" in screen_text(app)
        assert workspace.selection is None


async def test_a_drawn_range_replaces_the_one_before(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v j j")
        await drag(app, pilot, first_position_of(app, "Gulls"), position_of(app, "admitted"))
        assert "Range B 3–4 " in status(app)
        assert workspace.place == Place(1, 3)


async def test_a_dialog_has_the_mouse_though_the_button_is_held(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await drag(
            app, pilot, first_position_of(app, "Forty"), first_position_of(app, "The harbour"), let_go=False
        )
        await press(pilot, "t")
        assert app.mouse_captured is None
        mouse(app, events.MouseUp, first_position_of(app, "Forty"))
        await press(pilot, "c l a i m enter")
        assert [one.selector.exact[:5] for one in workspace.notebook.annotations()] == ["Forty"]
        mouse(app, events.MouseMove, first_position_of(app, "Gulls"), button=0)
        await pilot.pause()
        assert workspace.selection is None


def test_each_cell_has_its_code_point(lay: Callable[..., Workspace]) -> None:
    article = lay("漢字 and a cafe\u0301 stood. Nobody minded.\n\nRain fell.").articles[0]
    text = article.text
    layout = ArticleLayout(article, 30, lambda sentence: ("[claim]",) if sentence == 1 else ())
    line = "".join(run.text for run in layout.line(0).runs)
    assert line.startswith("漢字 and")
    assert [text[layout.offset_at(0, x)] for x in range(6)] == ["漢", "漢", "字", "字", " ", "a"]
    for y in range(layout.height + 2):
        for x in range(40):
            offset = layout.offset_at(y, x)
            sentence = article.sentences[article.sentence_at(offset)]
            assert sentence.start <= offset < sentence.end
            if layout.line(y).runs:
                assert article.sentence_at(offset) == layout.sentence_at(y, x)
    assert text[layout.offset_at(1, 29)] == ".", "of a chip the end of its sentence"
    blank = next(y for y in range(layout.height) if not layout.line(y).runs)
    assert text[: layout.offset_at(blank) + 1].endswith("minded.")


async def test_an_article_of_which_nothing_is_shown_is_pointed_at(lay: Callable[..., Workspace]) -> None:
    workspace = lay("Oats grew well.", "Rye did not.", "Barley was late.")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t h enter")
        below = (first_position_of(app, "Rye")[0], first_position_of(app, "Rye")[1] + 5)
        mouse(app, events.MouseDown, first_position_of(app, "Barley"))
        await press(pilot, "f 1")
        assert screen_text(app).count("folded") == 2
        await drag(app, pilot, (below[0] + 40, below[1]), (below[0] + 40, below[1] + 2))
        await drag(app, pilot, below)
        await drag(app, pilot, below, (below[0] + 8, below[1] - 2), (below[0] + 9, below[1]))
        assert workspace.place == Place(0, 0)
        assert "Range" not in status(app)
        await drag(app, pilot, first_position_of(app, "folded"))
        assert "Rye did not." in screen_text(app)
