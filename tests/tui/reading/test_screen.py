"""The reading screen, driven by keys."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import SIZE, press, screen_text, tag_names, wait_until
from textual import events
from tinydb import TinyDB

from reader.notebook import Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.article.article_view import MARGIN, ArticleView
from reader.tui.keys.keymap import Keymap
from reader.tui.reading.differences_pane import DifferencesPane
from reader.tui.reading.screen import ReadingScreen
from reader.tui.theme.themes import heat_colour
from reader.tui.threads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.workspace.workspace import Workspace


async def test_articles_are_side_by_side_with_what_they_share_in_the_gutter(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE):
        lines = screen_text(app).splitlines()
        assert [view for view in app.screen.query(ArticleView) if view.display]
        assert lines[3].startswith("█B▌The ferry to Inner Skell ran")
        assert "A 1/4 · verbatim with B 2" in lines[-2]
        assert lines[-2].endswith("saved ")
        assert "c counterpart" in lines[-1]


async def test_letters_that_there_is_no_line_for_are_not_dropped_silently(
    lay: Callable[..., Workspace],
) -> None:
    short = "The ferry to Inner Skell sank at dawn on Friday."
    app = ReaderApp(lay(short, *[f"{short} Article {n} adds this." for n in range(4)]))
    async with app.run_test(size=SIZE) as pilot:
        lines = screen_text(app).splitlines()
        assert [line[:2] for line in lines[4:6]] == ["█B", "█+"]
        assert "verbatim with B 1 (1.00), C 1 (1.00), D 1 (1.00), E 1 (1.00)" in screen_text(app)
        await press(pilot, "z")
        assert "█+▌The ferry to Inner Skell sank at dawn on Friday." in screen_text(app)
        await press(pilot, "question_mark")
        assert "+ and more" in screen_text(app)


async def test_the_keys_move(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "equals_sign j")
        assert workspace.place == Place(0, 1)
        await press(pilot, "J k G")
        assert workspace.place == Place(0, 3)
        await press(pilot, "g l")
        assert workspace.place == Place(1, 0)
        await press(pilot, "tab tab down")
        assert workspace.place == Place(0, 1)
        await press(pilot, "h right K end")
        assert workspace.place == Place(1, 3)
        await press(pilot, "home space b")
        assert workspace.place == Place(1, 0)


async def test_overlap_and_counterpart(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "c")
        assert workspace.place == Place(1, 1)
        assert "Counterpart 1 of 2 of A 1" in screen_text(app)
        assert "█B┆The ferry to Inner Skell ran" in screen_text(app), "where the round began is marked"
        await press(pilot, "c c")
        assert workspace.place == Place(0, 0)
        await press(pilot, "j o")
        assert workspace.place == Place(0, 2)
        assert workspace.cursors[2] == 1, "the third article follows"
        await press(pilot, "O O O")
        assert workspace.place.sentence < 2
        await press(pilot, "G c")
        assert "No other article says this" in screen_text(app)


async def test_differences(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        await pilot.pause()
        assert "B 4" in screen_text(app)
        assert app.screen.query(DifferencesPane)
        await press(pilot, "G")
        await pilot.pause()
        assert "No counterpart in the other articles" in screen_text(app)
        await press(pilot, "d")
        assert not app.screen.query(DifferencesPane)


async def test_a_long_note_is_read_in_the_pane(workspace: Workspace) -> None:
    words = "They may have changed the time of day in their report since the first one; twice or more."
    note = f"Ask the harbour office.\n{words}"
    workspace.notebook.put_note(Target.span(*workspace.annotations.span(Place(0, 0))), note)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        assert "twice or more" not in screen_text(app)
        await press(pilot, "d")
        assert "✎ Ask the harbour office." in screen_text(app)
        assert "twice or more" in screen_text(app)


async def test_the_pane_names_the_differences_in_words(lay: Callable[..., Workspace]) -> None:
    workspace = lay(
        "The barge had reportedly lost two masts.\n\nGeese.", "The barge had lost three masts.\n\nOats."
    )
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        await pilot.pause()
        text = screen_text(app)
        assert (
            "figures disagree: “two masts” in A, “three masts” in B · hedged only in A: “reportedly”" in text
        )


async def test_the_heat_map(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "H")
        lines = [line.strip(" │") for line in screen_text(app).splitlines()]
        top = next(number for number, line in enumerate(lines) if "sentences" in line)
        assert "A    B    C  any" in lines[top]
        assert "   50   25   75" in lines[top + 1]
        assert any("words " in line for line in lines)
        assert any("C  (Bakers on the island" in line for line in lines), "a made-up title in brackets"
        await press(pilot, "escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_the_heat_map_of_many_articles_scrolls_and_shows_markup_as_text(
    lay: Callable[..., Workspace],
) -> None:
    title = "---\ntitle: '[@click=app.quit]x[/] [/]'\n---\n"
    workspace = lay(*(f"{title}The ferry sank off Lennet at dawn.\n\nIt cost {n} crowns." for n in range(20)))
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "H")
        assert "A  [@click=app.q…" in screen_text(app)
        assert "w words · h j k l scroll · Esc closes" in screen_text(app)
        await press(pilot, "j " * 30 + "l " * 30 + "w")
        _, title, _, letters, *rows, _, _, legend, _ = (
            line.partition("│")[2].rpartition("│")[0].strip() for line in screen_text(app).splitlines()
        )
        assert title.startswith("What the row's article shares")
        assert letters.split() == ["words", *"KLMNOPQRST", "any"]
        assert [row[0] for row in rows] == [*"EFGHIJKLMNOPQRST"]
        assert "w sentences" in legend
        await press(pilot, "h k k")
        assert screen_text(app).splitlines()[3].strip(" │█▓▒░").split() == ["words", *"JKLMNOPQRST"]
        await pilot.resize_terminal(160, 50)
        await pilot.pause()
        assert "words" in screen_text(app)
        assert "sentences" in screen_text(app)
        await press(pilot, "q")
        assert isinstance(app.screen, ReadingScreen)


def _behind(app: ReaderApp, words: str) -> str:
    """The colour behind words on the screen."""
    segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
    styles = [segment.style for segment in segments if segment.text.strip() == words]
    assert styles[0] is not None
    assert styles[0].bgcolor is not None
    return styles[0].bgcolor.name


async def test_the_heat_map_has_colours_on_our_own_themes(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "H")
        for name in ("reader-dark", "reader-light"):
            app.theme = name
            await pilot.pause()
            assert _behind(app, "75") == heat_colour(app.current_theme, 0.75, colour=True)
        app.theme = "nord"
        await pilot.pause()
        assert "▃ 50 ▁ 25 ▅ 75" in screen_text(app)
        assert "▁ to 25  ▃ to 50  ▅ to 75  ▇ more" in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 24), (40, 14), (30, 12)])
async def test_the_heat_map_says_how_it_closes_on_any_screen(
    size: tuple[int, int], sample_workspace: Workspace
) -> None:
    app = ReaderApp(sample_workspace)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "H")
        assert "Esc closes" in screen_text(app)
        assert "% at 0.25 or more"[: size[0] - 14] in screen_text(app)


async def test_no_heat_map_where_nothing_is_shared(lay: Callable[..., Workspace]) -> None:
    app = ReaderApp(lay("Geese slept.", "Oats grew."))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "H")
        assert "Nothing is shared" in screen_text(app)


async def test_the_threshold(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        before = workspace.view.threshold
        await press(pilot, "plus plus minus")
        assert workspace.view.threshold == pytest.approx(before + 0.01)
        assert f"with a score of {workspace.view.threshold:.2f} or more" in screen_text(app)


async def test_a_new_tag_takes_its_letters_and_two_keys(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t c l a i m enter")
        assert tag_names(workspace, Place(0, 0)) == ["claim"]
        assert "[claim]" in screen_text(app)
        await press(pilot, "1")
        assert "“claim” was on A 1 already" in screen_text(app)
        assert workspace.place == Place(0, 1), "a digit goes on to the next sentence"
        await press(pilot, "1 full_stop")
        assert [tag_names(workspace, Place(0, n)) for n in range(4)] == [["claim"]] * 3 + [[]]


async def test_the_picker_takes_a_tag_off_again(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t a enter t b enter")
        assert tag_names(workspace, Place(0, 0)) == ["a", "b"]
        await press(pilot, "t a enter")
        assert tag_names(workspace, Place(0, 0)) == ["b"]
        await press(pilot, "t z escape")
        assert [tag.name for tag in workspace.notebook.tags] == ["a", "b"]


async def test_a_slip_of_the_finger_makes_no_tag(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t c l a i m enter j t c l i a m enter")
        assert tag_names(workspace, Place(0, 1)) == ["claim"]
        await press(pilot, "t c l i a m down enter")
        assert [tag.name for tag in workspace.notebook.tags] == ["claim", "cliam"], "asked for by its own row"


async def test_a_note_takes_its_letters_and_two_keys(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n w h o question_mark enter")
        assert workspace.mark(Place(0, 0)).note == "who?"
        assert "✎ who?" in screen_text(app)
        await press(pilot, "n ctrl+j s o enter")
        assert workspace.mark(Place(0, 0)).note == "who?\nso"


async def test_escape_does_not_throw_a_note_away_at_once(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n a escape")
        assert "Esc once more" in screen_text(app)
        await press(pilot, "enter n b escape escape")
        assert workspace.mark(Place(0, 0)).note == "a"


async def test_undo_redo_and_remove(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t a enter n x enter u")
        assert "Undone: note" in screen_text(app)
        assert (tag_names(workspace, Place(0, 0)), workspace.mark(Place(0, 0)).note) == (["a"], "")
        await press(pilot, "u")
        assert tag_names(workspace, Place(0, 0)) == []
        assert workspace.notebook.tags == (), "making the tag and putting it on was one step"
        assert "[a]" not in screen_text(app)
        await press(pilot, "u")
        assert "Nothing to undo" in screen_text(app)
        await press(pilot, "U U")
        assert (tag_names(workspace, Place(0, 0)), workspace.mark(Place(0, 0)).note) == (["a"], "x")
        await press(pilot, "x")
        assert (tag_names(workspace, Place(0, 0)), workspace.mark(Place(0, 0)).note) == ([], "")
        await press(pilot, "x")
        assert "There is nothing on A 1" in screen_text(app)


async def test_what_is_shown_as_saved_is_in_the_file(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t a enter")
        await wait_until(pilot, lambda: screen_text(app).splitlines()[-2].endswith(" saved "))
        with TinyDB(workspace.notebook.path, access_mode="r") as file:
            assert len(file.table("annotations")) == 1


async def test_help_palette_and_theme(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "question_mark")
        text = screen_text(app)
        for group, keys in Keymap().help_groups():
            assert group in text
            for key, words in keys:
                assert key in text
                assert words in text
        await press(pilot, "escape L")
        assert app.theme == "reader-light"
        await press(pilot, "ctrl+p l a s t")
        await wait_until(pilot, lambda: "Last sentence" in screen_text(app))
        await press(pilot, "enter")
        await wait_until(pilot, lambda: workspace.place == Place(0, 3))


async def test_where_the_help_does_not_fit_it_says_how_to_scroll_and_nothing_is_cut(
    workspace: Workspace,
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark")
        assert "j k Space scroll · lines 1–22 of " in screen_text(app)
        seen = screen_text(app)
        for _ in range(8):
            await press(pilot, "space j")
            seen += screen_text(app)
        for _, keys in Keymap().help_groups():
            assert all(words in seen for _, words in keys)
        height = int(seen.split("lines 1–22 of ")[1].split()[0])
        assert f"lines {height - 21}–{height} of {height} · Esc closes" in seen


async def test_the_mouse_points_and_the_wheel_scrolls(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 10)) as pilot:
        second = list(app.screen.query(ArticleView))[1]
        await pilot.click(second, offset=(5, 1))
        assert workspace.place == Place(1, 0)
        await press(pilot, "shift+tab g equals_sign")
        before = screen_text(app).splitlines()
        first = app.screen.query(ArticleView).first()
        first.post_message(events.MouseScrollDown(first, 5, 1, 0, 1, 0, False, False, False))
        await pilot.pause()
        after = screen_text(app).splitlines()
        assert after[4][:39] == before[4 + 3][:39], "below tabs and headers"
        assert after[3][40:] == before[3][40:], "the other column stays"


async def test_headers_tabs_and_keys_are_pointed_at(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#tabs", offset=(screen_text(app).splitlines()[0].index(" C "), 0))
        assert workspace.column == 2
        headers = app.screen.query(".header")
        assert await pilot.click(headers[1], offset=(6, 0))
        assert workspace.column == 1
        await pilot.click("#footer", offset=(screen_text(app).splitlines()[-1].index("overlap"), 0))
        assert workspace.place == Place(1, 1)


async def test_a_narrow_terminal_shows_fewer_columns_and_keeps_the_place(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j l j")
        place = workspace.place
        for width in (60, 200, 45, 120):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            assert workspace.place == place
            current = list(app.screen.query(ArticleView))[place.article]
            assert current.region.width > 0
            assert 0 <= current.cursor_row() < current.size.height
        await pilot.resize_terminal(40, 20)
        await press(pilot, "tab")
        await pilot.pause()
        assert sum(view.region.width > 0 for view in app.screen.query(ArticleView)) == 1


@pytest.mark.parametrize("height", [10, 11, 12])
async def test_a_sentence_that_just_fits_is_shown_whole(lay: Callable[..., Workspace], height: int) -> None:
    long = " ".join(f"Word{number}" for number in range(20)) + " ends here."
    workspace = lay(" ".join(["Oats grew well." for _ in range(20)]) + f" {long} " + "Rye did not. " * 20)
    app = ReaderApp(workspace)
    async with app.run_test(size=(41, height)) as pilot:
        view = app.screen.query_one(ArticleView)
        assert 5 <= view.size.height <= 5 + 2 * MARGIN, "room for it, but not for all lines around it"
        for keys in ("j " * 20, "j k"):
            await press(pilot, keys)
            assert "Word0" in screen_text(app)
            assert "ends here." in screen_text(app)


async def test_a_read_only_notebook_says_so(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("a")
    workspace.notebook.close()
    opened = type(workspace.notebook).open(workspace.notebook.path, read_only=True)
    workspace.annotations.notebook = opened
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        for key in ("t", "n", "x", "u", "U"):
            await pilot.press(key)
            assert "read-only" in screen_text(app)
            assert isinstance(app.screen, ReadingScreen)


async def test_markup_in_text_is_only_text(lay: object) -> None:
    workspace = lay("[@click=app.quit]Press[/] here [/] now. [b]Bold[/b] claims.", "Another [red]account[/].")  # type: ignore[operator]
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(
            pilot, "t left_square_bracket slash right_square_bracket enter n left_square_bracket enter d t"
        )
        assert "[@click=app.quit]Press[/]" in screen_text(app)
        assert app.is_running


async def test_repeating_a_tag_that_undo_has_taken(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t n e w enter u full_stop")
        assert "No tag to repeat" in screen_text(app)
        assert app.is_running


async def test_a_note_that_cannot_be_changed_can_be_read(workspace: Workspace) -> None:
    workspace.notebook.put_note(
        Target.span(*workspace.annotations.span(Place(0, 0))), "A long note\nof two lines"
    )
    workspace.notebook.close()
    workspace.annotations.notebook = type(workspace.notebook).open(workspace.notebook.path, read_only=True)
    workspace.notebook.attach(workspace.articles[0])
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        assert "of two lines" in screen_text(app)
        await press(pilot, "x enter")
        assert isinstance(app.screen, ReadingScreen)
        assert workspace.mark(Place(0, 0)).note == "A long note\nof two lines"


async def test_quitting_in_a_note_keeps_it(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n w o r d s ctrl+q")
        await pilot.pause()
    assert not app.is_running
    assert workspace.mark(Place(0, 0)).note == "words"
    assert workspace.notebook.save()
    with TinyDB(workspace.notebook.path, access_mode="r") as file:
        assert [one["note"] for one in file.table("annotations")] == ["words"]


async def test_annotations_follow_a_text_that_changed(
    workspace: Workspace, lay: Callable[..., Workspace]
) -> None:
    tag = workspace.notebook.codebook.create("claim")
    for sentence in (0, 1, 2):
        workspace.notebook.put_tag([Target.span(*workspace.annotations.span(Place(0, sentence)))], tag.id)
    text = workspace.articles[0].text
    merged = text.replace("for a tug. “Nobody", "for a tug; “nobody").replace(
        "The ferry to Inner Skell", "A ferry to Skell"
    )
    changed = lay(merged)
    assert [tag_names(changed, Place(0, n)) for n in range(2)] == [["claim"], ["claim"]]
    assert changed.mark(Place(0, 0)).changed
    assert any("has changed" in notice for notice in changed.notices)


async def test_a_terminal_of_a_few_cells_is_no_end(lay: Callable[..., Workspace]) -> None:
    app = ReaderApp(lay("漢字 are wide. So is 👩‍👩‍👧.", "漢字 are wide, they say."))
    async with app.run_test(size=(80, 24)) as pilot:
        for size in ((1, 1), (5, 3), (6, 2), (4, 9), (80, 24)):
            await pilot.resize_terminal(*size)
            await press(pilot, "j l c d k")
        assert app.is_running


async def test_what_is_done_from_time_to_time_ends_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seconds in ("COLLECT_ALL", "TRY_AGAIN"):
        monkeypatch.setattr(f"reader.tui.housekeeping.{seconds}", 0.01)
    looked: list[int] = []
    collect = gc.collect
    monkeypatch.setattr(gc, "collect", lambda *generation: looked.append(collect(*generation)))
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: len(looked) > 2)
        await press(pilot, "j")
        assert app.is_running


async def test_a_fault_of_our_own_keeps_what_is_being_written(
    workspace: Workspace, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fault() -> None:
        raise AssertionError("\x1b]52;c;no\x07")

    async def until_it() -> None:
        app = ReaderApp(workspace)
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "j n h a l f")
            app.call_later(fault)
            await pilot.pause()

    with pytest.raises(AssertionError):
        await until_it()
    assert [each.note for each in workspace.notebook.annotations()] == ["half"]
    told, file = capsys.readouterr().err, home / "reader" / "fault.txt"
    assert told.startswith("reader: ended by a fault of its own")
    assert str(file) in told.replace("\n", "")
    assert "AssertionError" in file.read_text()
    assert "\x1b" not in told + file.read_text()


async def test_a_fault_behind_the_screen_is_seen_as_well(workspace: Workspace) -> None:
    def fault() -> None:
        raise AssertionError("behind")

    async def until_it() -> None:
        app = ReaderApp(workspace)
        async with app.run_test(size=SIZE) as pilot:
            in_background(app, "faulty", fault)
            await wait_until(pilot, lambda: app._exception is not None)

    with pytest.raises(AssertionError, match="behind"):
        await until_it()


async def test_themes_of_which_nothing_is_known_are_not_offered(workspace: Workspace) -> None:
    app = ReaderApp(workspace, theme="ansi-light")
    async with app.run_test(size=SIZE) as pilot:
        assert app.theme == "reader-dark"
        for theme in app.available_themes:
            app.theme = theme
            await pilot.pause()
        assert app.is_running


def heights(app: ReaderApp) -> tuple[int, int]:
    """Lines of the articles, and of the pane with its edge."""
    return (
        app.screen.query(ArticleView).first().size.height,
        app.screen.query_one(DifferencesPane).outer_size.height,
    )


async def test_the_pane_gets_higher_and_lower(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right_parenthesis")
        assert "d opens the pane whose height this changes" in screen_text(app)
        await press(pilot, "d")
        assert heights(app) == (10, 8)
        assert "( ) height" in screen_text(app)
        await press(pilot, "right_parenthesis ctrl+up left_parenthesis")
        assert heights(app) == (9, 9)
        await press(pilot, " ".join(["right_parenthesis"] * 9))
        assert heights(app) == (6, 12)
        assert "The pane gets no higher" in screen_text(app)
        await press(pilot, "G")
        assert "▌The harbour office" in screen_text(app), "the sentence at hand is in sight"
        await press(pilot, " ".join(["ctrl+down"] * 12))
        assert heights(app) == (14, 4)
        assert "The pane gets no lower" in screen_text(app)
        await press(pilot, "d d")
        assert heights(app) == (14, 4), "it is as it was left"
        await pilot.resize_terminal(80, 40)
        assert heights(app) == (30, 4)


async def test_the_edge_of_the_pane_is_drawn_with_the_mouse(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "d")
        pane = app.screen.query_one(DifferencesPane)
        assert heights(app) == (22, 13)
        await pilot.mouse_down(pane, offset=(30, 0))
        await pilot.hover(None, offset=(30, 20))
        await pilot.mouse_up(None, offset=(30, 20))
        assert heights(app) == (17, 18)
        assert workspace.view.pane == 18
        await pilot.hover(None, offset=(30, 30))
        assert heights(app) == (17, 18), "let go, it stays"
