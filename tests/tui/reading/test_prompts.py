"""What the screen asks: who has the keys, what the lines at the bottom say, how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conftest import FERRY
from tests.tui.helpers import annotations_by_age, press, screen_text, tag_names, wait_until
from tests.tui.test_sync_articles import NEW, READ_AGAIN, now, watched

from reader.articles import load
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.notebook import Notebook

SIZE = (140, 40)


@pytest.fixture
def watched_workspace(files: list[Path], notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The same in a workspace, with a pinned tag; what changes on disk is seen at once."""
    monkeypatch.setattr("reader.workspace.file_watcher.EVERY", 0.02)
    notebook.codebook.create("claim")
    return Workspace([article for path in files for article in load(path)], notebook)


async def changed(pilot: Pilot[Exception], file: Path) -> None:
    """Put a paragraph on top of the first file, and wait until the app has heard of it."""
    app = pilot.app
    assert isinstance(app, ReaderApp)
    renewer = app.housekeeping.articles
    assert renewer is not None
    file.write_bytes(f"{NEW}{FERRY[0]}".encode())  # noqa: ASYNC240 - nothing else goes on
    await wait_until(pilot, lambda: bool(renewer._waiting) or READ_AGAIN in screen_text(app))


def status(app: ReaderApp) -> str:
    return screen_text(app).splitlines()[-2]


def words(workspace: Workspace) -> list[str]:
    return sorted(one.selector.exact for one in annotations_by_age(workspace))


# The same on all counterparts


@pytest.mark.parametrize("keys", ["right_curly_bracket", "ctrl+w", "j", "tab", "escape"])
async def test_the_same_on_counterparts_is_for_the_next_tag_alone(keys: str, workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        assert "The same on A 1 and its 2 counterparts" in status(app)
        await press(pilot, keys)
        assert "The same on" not in status(app)
        at_hand = now(pilot).text(now(pilot).place)
        await press(pilot, "1")
        assert words(now(pilot)) == [at_hand]


@pytest.mark.parametrize("keys", ["W", "L", "d", "number_sign", "F"])
async def test_it_is_told_as_long_as_it_holds(keys: str, workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"a {keys}")
        assert "The same on A 1 and its 2 counterparts" in status(app)
        await press(pilot, "1")
        assert "The same on" not in status(app)
        assert len(annotations_by_age(workspace)) == 3


async def test_a_range_takes_the_place_of_the_same_on_counterparts(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a v j 1")
        assert [tag_names(workspace, Place(0, n)) for n in range(3)] == [["claim"], ["claim"], []]
        assert len(annotations_by_age(workspace)) == 1
        await press(pilot, "g v a 1")
        assert len(annotations_by_age(workspace)) == 4


# Files that change on disk meanwhile


async def test_the_same_on_counterparts_holds_off_what_has_changed(
    watched_workspace: Workspace, files: list[Path]
) -> None:
    app = ReaderApp(watched_workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        await press(pilot, "a")
        await changed(pilot, files[0])
        assert now(pilot) is watched_workspace
        await press(pilot, "1")
        await wait_until(pilot, lambda: now(pilot) is not watched_workspace)
        assert words(now(pilot)) == [
            "The ferry to Inner Skell ran aground at 6.15 on Friday, its owner admitted.",
            *["The ferry to Inner Skell ran aground at 6.15am on Friday."] * 2,
        ]
        assert tag_names(now(pilot), Place(0, 2)) == ["claim"]
        assert now(pilot).place == Place(0, 3)


async def test_what_is_being_typed_holds_off_what_has_changed(
    watched_workspace: Workspace, files: list[Path]
) -> None:
    app = ReaderApp(watched_workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        await press(pilot, "slash s")
        await changed(pilot, files[0])
        await press(pilot, "1 x")
        assert " /s1x" in status(app)
        assert annotations_by_age(watched_workspace) == []
        assert now(pilot) is watched_workspace
        await press(pilot, "escape")
        await wait_until(pilot, lambda: READ_AGAIN in screen_text(app))
        assert now(pilot).place == Place(0, 2)


@pytest.mark.parametrize("keys", ["f", "s"])
async def test_a_question_holds_off_what_has_changed(
    keys: str, watched_workspace: Workspace, files: list[Path]
) -> None:
    app = ReaderApp(watched_workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        await press(pilot, keys)
        await changed(pilot, files[0])
        assert now(pilot) is watched_workspace
        await press(pilot, "escape")
        await wait_until(pilot, lambda: READ_AGAIN in screen_text(app))


async def test_a_range_holds_off_what_has_changed(watched_workspace: Workspace, files: list[Path]) -> None:
    app = ReaderApp(watched_workspace)
    async with app.run_test(size=SIZE) as pilot:
        await watched(pilot)
        await press(pilot, "v j")
        await changed(pilot, files[0])
        await press(pilot, "j")
        assert "Range A 1–3" in status(app)
        await press(pilot, "1")
        await wait_until(pilot, lambda: READ_AGAIN in screen_text(app))
        assert f"{READ_AGAIN} · “claim” on A 1–3" in status(app)
        assert [tag_names(now(pilot), Place(0, n)) for n in range(6)] == [[], [], *[["claim"]] * 3, []]


# A range


async def test_a_range_is_told_all_the_time(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v")
        assert "Range A 1 · v leaves it" in status(app)
        await press(pilot, "j j")
        assert "Range A 1–3 · v leaves it" in status(app)
        await press(pilot, "h h")
        assert "Range “The ferry to Inner Skel…” of A 1–3 · v leaves it" in status(app)
        await press(pilot, "1")
        assert "No tag is pinned to 1 yet" in status(app)
        await press(pilot, "L")
        assert "Range “The ferry" in status(app)
        await press(pilot, "v")
        assert "Range" not in status(app)


@pytest.mark.parametrize("keys", ["tab", "g c", "right_curly_bracket"])
async def test_a_range_is_not_left_without_a_word(keys: str, workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"v j {keys}")
        assert now(pilot).selection is None
        assert "The range is left" in status(app)
        await press(pilot, "j")
        assert "The range is left" not in status(app)


# Messages


@pytest.mark.parametrize(
    ("keys", "said", "then"),
    [
        ("W", "Lines of up to 100 characters", "L"),
        ("z", "Alone; the same key brings the others back", "number_sign"),
        ("equals_sign", "The other columns stay", "d"),
    ],
)
async def test_a_message_goes_with_the_next_key(
    keys: str, said: str, then: str, workspace: Workspace
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, keys)
        assert said in status(app)
        await press(pilot, then)
        assert said not in status(app)


async def test_that_it_could_not_be_saved_is_not_said_when_it_is(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    workspace.notebook.codebook.create("claim")
    assert workspace.notebook.save()
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        with monkeypatch.context() as disk:
            disk.setattr("os.replace", full)
            await press(pilot, "1")
            await wait_until(pilot, lambda: "NOT SAVED" in status(app))
            assert "could not be saved" in status(app)
        assert workspace.notebook.save()
        await wait_until(pilot, lambda: status(app).rstrip().endswith(" saved"))
        assert "could not be saved" not in status(app)


# Answers that there are none of


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("f z", "No filter has the letter z: f asks again"),
        ("s z", "No session has the letter z: s asks again"),
        ("s s", "No session is paused: s and a letter begins one"),
        ("s p", "No session runs: s begins one"),
        ("s a s o", "all sentences of 3 articles is at hand: p pauses it, e ends it"),
    ],
)
async def test_a_key_that_is_no_answer_is_told(keys: str, said: str, workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, keys)
        assert said in status(app)


# Undo


async def test_undo_names_the_words_and_not_where_they_lay(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "l j j 1 left_curly_bracket u")
        assert "Undone: tag “claim” on “Gulls watched from the pier.”" in status(app)
        await press(pilot, "g j a 1 u")
        assert "Undone: tag “claim” on 2 passages" in status(app)


async def test_a_note_alone_leaves_a_sentence_untagged(lay: Callable[..., Workspace]) -> None:
    workspace = lay("The ferry sank. Nobody swam.", "Bread is dear.")
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n w h o enter j 1 g f u")
        assert "Untagged: 2 of 3 sentences" in status(app)
        await press(pilot, "escape s u")
        assert "0/2" in status(app)
        assert workspace.place == Place(0, 0)
        await press(pilot, "s p G left_square_bracket")
        assert workspace.place == Place(0, 0)
