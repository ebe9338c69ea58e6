"""Long articles whose text has changed: what is on them is found behind the screen."""

from __future__ import annotations

from random import Random
from threading import Event
from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import SIZE, press, screen_text, tag_names, wait_until

from reader.articles import load
from reader.notebook import Notebook, Target
from reader.notebook.anchoring.background import ReanchorTask
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.reading.status_lines import FINDING
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

WORDS = (
    *("barge", "mill", "river", "oats", "sack", "heron", "bridge", "lock"),
    *("rope", "ferryman", "lantern", "orchard", "bell", "weir", "kiln", "cart"),
)
SENTENCES = [f"No {n}: {' '.join(Random(n).sample(WORDS, 9))}." for n in range(600)]
NEW = "Nobody saw the barges leave."


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Looking waits for this."""
    go = Event()
    look = ReanchorTask.run

    def wait(task: ReanchorTask) -> None:
        go.wait(60)
        look(task)

    monkeypatch.setattr(ReanchorTask, "run", wait)
    yield go
    go.set()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "barges.txt"
    write(path, SENTENCES)
    return path


@pytest.fixture
def changed(tmp_path: Path, file: Path) -> Iterator[Workspace]:
    """A workspace with the article, which has changed since three sentences of it were tagged."""
    notes = tmp_path / "reader.json"
    book = Notebook.open(notes)
    workspace = Workspace(load(file), book)
    tag = book.codebook.create("claim")
    book.codebook.pin(tag.id, 1)
    book.put_tag([Target.span(*workspace.annotations.span(Place(0, n))) for n in (0, 1, 400)], tag.id)
    book.close()
    write(file, [NEW, SENTENCES[0].replace("No 0", "Number 0"), *SENTENCES[2:]])
    again = Notebook.open(notes)
    yield Workspace(load(file), again)
    again.close()


def write(file: Path, sentences: list[str]) -> None:
    file.write_text("\n".join(sentences))


def now(pilot: Pilot[Exception]) -> Workspace:
    app = pilot.app
    assert isinstance(app, ReaderApp)
    assert app.workspace is not None
    return app.workspace


async def test_at_the_start_keys_answer_before_the_annotations_are_there(
    changed: Workspace, held: Event
) -> None:
    app = ReaderApp(changed)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        assert NEW in screen_text(app)
        assert FINDING in screen_text(app)
        await press(pilot, "j j")
        assert now(pilot).place == Place(0, 2)
        assert "[claim]" not in screen_text(app)
        for key in ("1", "n", "t"):
            await press(pilot, key)
            assert "one moment" in screen_text(app)
        held.set()
        await wait_until(pilot, lambda: not changed.notebook.articles.reanchor_tasks)
        await pilot.pause()
        assert FINDING not in screen_text(app)
        assert now(pilot).place == Place(0, 2), "nothing moves"
        assert "[claim]" in screen_text(app)
        assert tag_names(changed, Place(0, 1)) == tag_names(changed, Place(0, 400)) == ["claim"]
        verdicts = sorted(one.verdict for one in changed.notebook.annotations(changed.annotations.ids[0]))
        assert verdicts == ["changed", "exact", "lost"]
        assert "2 places are to be reviewed: R" in screen_text(app)
        assert not app._notifications, "said once"
        await press(pilot, "1")
        assert tag_names(changed, Place(0, 2)) == ["claim"]
    assert len(changed.notebook._state.articles) == 1


async def test_on_the_disk_it_is_one_article_still(changed: Workspace, tmp_path: Path, file: Path) -> None:
    async with ReaderApp(changed).run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: not changed.notebook.articles.reanchor_tasks)
        await press(pilot, "1")
    changed.notebook.close()
    again = Notebook.open(tmp_path / "reader.json")
    name = again.attach(load(file)[0], in_background=True)
    assert not again.articles.reanchor_tasks, "the text is known by now"
    assert len({one.article for one in again.annotations()}) == 1
    assert len(again.annotations(name)) == 4
    again.close()


async def test_while_it_is_read(
    notebook: Notebook, file: Path, held: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.workspace.file_watcher.EVERY", 0.02)
    app = ReaderApp(Workspace(load(file), notebook))
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(
            pilot,
            lambda: app.housekeeping.articles is not None and bool(app.housekeeping.articles.watcher._seen),
        )
        await press(pilot, "t c l a i m enter")
        write(file, [NEW, *SENTENCES])
        await wait_until(pilot, lambda: "was read again" in screen_text(app))
        assert FINDING in screen_text(app)
        await press(pilot, "j")
        assert now(pilot).place == Place(0, 2)
        held.set()
        await wait_until(pilot, lambda: not notebook.articles.reanchor_tasks)
        assert tag_names(now(pilot), Place(0, 1)) == ["claim"]
        await press(pilot, "u")
        assert tag_names(now(pilot), Place(0, 1)) == []
