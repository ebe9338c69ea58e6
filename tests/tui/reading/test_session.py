"""Sessions of tagging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.helpers import press, screen_text, wait_until
from tests.tui.test_sync_articles import now

from reader.articles import load
from reader.notebook import Notebook
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.reading.session import duration
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

SIZE = (140, 40)


async def test_a_digit_is_the_end_of_a_sentence_and_the_next_comes(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s")
        assert "Session …" in screen_text(app)
        assert "o overlaps" in screen_text(app)
        await press(pilot, "o")
        assert "0/7" in screen_text(app)
        assert workspace.place == Place(0, 0)
        await press(pilot, "1 1 1")
        assert workspace.place == Place(1, 0), "on into the next article"
        assert "3/7" in screen_text(app)
        await press(pilot, "enter semicolon")
        assert workspace.place == Place(1, 3)
        assert "4/7" in screen_text(app)
        await press(pilot, "backspace")
        assert workspace.place == Place(1, 1), "back to the one that was put off"
        await press(pilot, "backspace")
        assert workspace.place == Place(1, 0), "back to the one that was skipped"
        assert "3/7" in screen_text(app)


async def test_moving_about_is_free_and_enter_comes_back(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s o l G 1")
        assert "1/7 · waits at A 1: Enter" in screen_text(app), "a tag elsewhere is not the end of this one"
        await press(pilot, "enter")
        assert workspace.place == Place(0, 0)
        await press(pilot, "t enter enter")
        assert "2/7" in screen_text(app)
        (session,) = workspace.notebook.sessions.all()
        assert (session.done, session.skipped) == (2, 0)


async def test_the_end_says_what_came_of_it(lay: Callable[..., Workspace]) -> None:
    workspace = lay("The ferry sank. Nobody swam.", "The ferry sank.")
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a 1 1 enter")
        text = screen_text(app)
        assert "The session has ended" in text
        assert "all sentences of 2 articles" in text
        assert "2 done, 1 skipped, in 0:0" in text
        assert "2 annotations made or changed" in text
        await press(pilot, "escape enter")
        assert "No session runs: s begins one" in screen_text(app)
        assert workspace.notebook.sessions.paused() == []


async def test_a_session_is_paused_and_taken_up_again_after_a_restart(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s u 1 1 s p")
        assert "Paused; s twice takes it up again" in screen_text(app)
        await press(pilot, "G 1 l")
    again = Workspace(workspace.articles, workspace.notebook)
    app = ReaderApp(again)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s")
        assert "go on with untagged of 3 articles, 8 left" in screen_text(app)
        await press(pilot, "s")
        assert again.place == Place(0, 2)
        assert "2/10" in screen_text(app)
        await press(pilot, "s e")
        assert "2 done, 0 skipped, 8 left" in screen_text(app)


async def test_leaving_keeps_a_session(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s f enter")
        await press(pilot, "q")
    (session,) = workspace.notebook.sessions.paused()
    assert len(session.left) == 9
    assert session.seconds > 0


async def test_nothing_to_go_through(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s c")
        assert "No sentence is changed since tagged" in screen_text(app)
        await press(pilot, "s z")
        assert "Session …" not in screen_text(app)


def test_times_in_words() -> None:
    assert [duration(40), duration(720), duration(3900)] == ["40 s", "12 min", "1 h 5 min"]


async def test_the_next_article_of_the_queue_is_opened_when_it_is_not(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for file, text in zip(files, ("Oats grew well.", "Rye did not.", "Hens lay. Cows moo."), strict=True):
        file.write_text(text)
    book = Notebook.open(tmp_path / "reader.json")
    book.codebook.create("claim")
    app = ReaderApp(Workspace([article for file in files for article in load(file)], book))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a 1 s p")
    files[2].unlink()
    app = ReaderApp(Workspace(load(files[0]), book))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "s s")
        await wait_until(pilot, lambda: "1/4" in screen_text(app))
        assert app.workspace is not None
        assert [article.path for article in app.workspace.articles] == [str(files[0]), str(files[1])]
        assert app.workspace.place == Place(1, 0)
        text = screen_text(app)
        assert "Opened beside: B · 3 sentences to go; 1 … 9 tag" in text
        assert "1/4" in text
        for _ in range(3):  # typed ahead: the third article is opened between two of these
            app.simulate_key("1")
        # In this order: the notice goes after some seconds.
        await wait_until(pilot, lambda: "C: from the notebook: the file is gone" in screen_text(app))
        await wait_until(pilot, lambda: "The session has ended" in screen_text(app))
    again = Workspace(
        [book.articles.restore(name) for name in dict.fromkeys(a.article for a in book.annotations())], book
    )
    assert len(book.annotations()) == 4
    assert all(again.mark(Place(*place)).tags for place in ((0, 0), (1, 0), (2, 0), (2, 1)))
    book.close()


async def test_what_is_undone_is_at_hand_again(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    workspace.notebook.codebook.create("figure")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s o 1 1 u")
        assert workspace.place == Place(0, 1)
        assert "1/7" in screen_text(app)
        assert "Undone: tag “claim”" in screen_text(app)
        await press(pilot, "2")
        assert [tag.name for tag in workspace.mark(Place(0, 1)).tags] == ["figure"]
        assert "2/7" in screen_text(app)


async def test_a_session_that_is_paused_stays_beside_a_new_one(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s u 1 s p s o enter enter s p")
        assert len(workspace.notebook.sessions.paused()) == 2
        await press(pilot, "s")
        assert "s go on: 2 paused" in screen_text(app)
        await press(pilot, "s")
        text = screen_text(app)
        assert "A  overlaps of 3 articles: 2 passed, 5 left" in text
        assert "B  untagged of 3 articles: 1 passed, 9 left" in text
        await press(pilot, "b")
        assert "1/10" in screen_text(app)
        await press(pilot, "s e escape s s")
        assert "2/7" in screen_text(app), "one is left: no question"


async def test_a_range_is_done_as_a_whole(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a v j j 1")
        assert "3/10" in screen_text(app)
        assert workspace.place == Place(0, 3)
        await press(pilot, "1 v j j t enter")
        assert "7/10" in screen_text(app), "by the picker too"
        assert "waits at B 4: Enter" in screen_text(app)
        await press(pilot, "enter")
        assert workspace.place == Place(1, 3)
        assert "7/10 ·" in screen_text(app)
        assert "waits" not in screen_text(app)


async def test_all_that_a_tag_is_repeated_on_is_done(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a a 1")
        (session,) = workspace.notebook.sessions.paused()
        assert session.passed == ((0, "done"), (5, "done"), (7, "done"))
        assert workspace.place == Place(0, 1)


async def test_what_is_undone_is_not_done(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a 1 1 enter u u")
        (session,) = workspace.notebook.sessions.paused()
        assert session.passed == ((2, "skipped"),)
        assert session.left[:3] == (0, 1, 3)
        assert workspace.place == Place(0, 0)
        assert "1/10" in screen_text(app)
        await press(pilot, "1 1")
        assert workspace.place == Place(0, 3), "what was skipped stays so"


async def test_a_session_goes_along_when_its_article_changes(
    tmp_path: Path, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.workspace.file_watcher.EVERY", 0.02)
    file = tmp_path / "a.txt"
    file.write_text("Oats grew well. Rye did not. Hens lay. Cows moo.")
    notebook.codebook.create("claim")
    app = ReaderApp(Workspace(load(file), notebook))
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(
            pilot,
            lambda: (
                app.housekeeping.articles is not None and len(app.housekeeping.articles.watcher._seen) == 1
            ),
        )
        await press(pilot, "s a 1")
        file.write_text("Barley is dear.\n\nOats grew well. Rye did not. Hens lay. Cows moo.")
        await wait_until(pilot, lambda: "A has changed on disk" in screen_text(app))
        workspace = now(pilot)
        assert workspace.text(workspace.place) == "Rye did not."
        assert "1/4 ·" in screen_text(app)
        assert "waits" not in screen_text(app)
        await press(pilot, "1")
        assert workspace.text(workspace.place) == "Hens lay."
        assert "2/4" in screen_text(app)
        assert [bool(workspace.mark(Place(0, n)).tags) for n in range(5)] == [False, True, True, False, False]


async def test_a_range_can_be_the_last_of_a_session(lay: Callable[..., Workspace]) -> None:
    workspace = lay("The ferry sank. Nobody swam.", "Bread is dear.")
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a semicolon semicolon 1 g v j t enter")
        assert "3/3 · all passed: Enter" in screen_text(app)
        await press(pilot, "enter")
        assert "3 done, 0 skipped" in screen_text(app)


async def test_what_is_done_again_is_done(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a 1 1 1 u u U")
        assert "2/10" in screen_text(app)
        assert "Done again: tag “claim”" in screen_text(app)
        assert workspace.place == Place(0, 2), "at the next, as after the digit"
        await press(pilot, "U")
        assert "3/10" in screen_text(app)
        assert workspace.place == Place(0, 3)
        await press(pilot, "U")
        assert "Nothing to redo" in screen_text(app)
        assert "3/10" in screen_text(app)


async def test_what_is_done_again_elsewhere_leaves_the_queue_where_it_waits(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a j j 1 u U")
        assert "1/10 · waits at A 1" in screen_text(app), screen_text(app).splitlines()[-2]
        assert workspace.place == Place(0, 2)


async def test_undo_elsewhere_leaves_the_queue_in_its_order(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    workspace.notebook.codebook.create("figure")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a 1 1 1 g a 2")
        (session,) = workspace.notebook.sessions.paused()
        assert session.passed == ((0, "done"), (1, "done"), (2, "done"), (5, "done"), (7, "done"))
        await press(pilot, "u")
        (session,) = workspace.notebook.sessions.paused()
        assert session.left == (3, 4, 5, 6, 7, 8, 9)
        assert workspace.place == Place(0, 0)
        assert "3/10 · waits at A 4" in screen_text(app)


async def test_what_is_put_off_is_named_and_comes_back(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a")
        status = screen_text(app).splitlines()[-2]
        assert " 10 sentences to go; 1 … 9 tag and go on, s p pauses " in status
        await press(pilot, "1 semicolon semicolon")
        assert "A 3 comes later" in screen_text(app)
        await press(pilot, "backspace")
        assert workspace.place == Place(0, 2)
        await press(pilot, "backspace")
        assert workspace.place == Place(0, 1)
        await press(pilot, "backspace")
        assert workspace.place == Place(0, 0), "then to what was passed"
        await press(pilot, "enter semicolon 1 backspace")
        assert workspace.place == Place(0, 2), "what was passed since comes first"


async def test_the_last_cannot_come_later(lay: Callable[..., Workspace]) -> None:
    workspace = lay("The ferry sank.")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s a semicolon")
        assert "A 1 is the last that is left" in screen_text(app)
