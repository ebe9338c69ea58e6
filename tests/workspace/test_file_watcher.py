"""Noticing that files change, on real files."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread
from threading import enumerate as enumerate_threads
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import rewrite

from reader.articles import load, load_bytes
from reader.workspace.file_watcher import FileWatcher
from reader.workspace.reload import ReloadedFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.articles import Article

PATIENCE = 60
FERRY = "The ferry ran aground. Nobody was hurt."


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[ReloadedFile]:
    monkeypatch.setattr("reader.workspace.file_watcher.EVERY", 0.01)
    return []


@pytest.fixture
def watch(told: list[ReloadedFile]) -> Iterator[Callable[[list[Article]], FileWatcher]]:
    """Watch these; the files are looked at once before this gives the watcher."""
    watchers: list[FileWatcher] = []

    def start(articles: list[Article]) -> FileWatcher:
        watcher = FileWatcher(lambda: articles, told.append)
        watchers.append(watcher)
        Thread(target=watcher.run, name="watching", daemon=True).start()
        for path in {article.path for article in articles}:
            until(lambda path=path: path == "-" or path in watcher._seen)  # type: ignore[misc]
        return watcher

    yield start
    for watcher in watchers:
        watcher.stop()


def until(true: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end, "never came"
        sleep(0.005)


def written(folder: Path, text: str = FERRY) -> list[Article]:
    path = folder / "ferry.txt"
    path.write_text(text)
    return load(path)


def test_a_change_is_told_once(
    tmp_path: Path, watch: Callable[..., FileWatcher], told: list[ReloadedFile]
) -> None:
    articles = written(tmp_path)
    watch(articles)
    rewrite(Path(articles[0].path), f"{FERRY} Gulls watched.")
    until(lambda: bool(told))
    rewrite(Path(articles[0].path), f"{FERRY} Oats grew.")
    until(lambda: len(told) > 1)
    news, later = told
    assert later.updated[0].new.text.endswith("Oats grew.")
    assert news.path == articles[0].path
    assert news.updated[0].old is articles[0]
    assert news.updated[0].new.text.endswith("Gulls watched.")


def test_a_file_that_editors_put_in_its_place(
    tmp_path: Path, watch: Callable[..., FileWatcher], told: list[ReloadedFile]
) -> None:
    articles = written(tmp_path)
    before = Path(articles[0].path).stat()
    watch(articles)
    other = tmp_path / "new"
    other.write_text(FERRY.replace("ferry", "barge"))
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(articles[0].path)
    until(lambda: bool(told))
    assert told[0].updated[0].new.text.startswith("The barge")


def test_gone_and_back_again(
    tmp_path: Path, watch: Callable[..., FileWatcher], told: list[ReloadedFile]
) -> None:
    articles = written(tmp_path)
    path = Path(articles[0].path)
    watch(articles)
    path.unlink()
    until(lambda: bool(told))
    rewrite(path, f"{FERRY} Gulls watched.")
    until(lambda: len(told) > 1)
    gone, back = told
    assert "no such file" in gone.trouble
    assert back.updated[0].new.text.endswith("Gulls watched.")


def test_what_is_not_a_file_is_left_alone(
    tmp_path: Path, watch: Callable[..., FileWatcher], told: list[ReloadedFile]
) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    [file] = written(tmp_path)
    watch([*load_bytes(FERRY.encode(), str(pipe)), *load_bytes(FERRY.encode(), "-"), file])
    os.utime(pipe)
    rewrite(Path(file.path), f"{FERRY} Gulls watched.")
    until(lambda: bool(told))
    assert [news.path for news in told] == [file.path]


def test_a_touched_file_is_nothing_new(
    tmp_path: Path, watch: Callable[..., FileWatcher], told: list[ReloadedFile]
) -> None:
    articles = written(tmp_path)
    watch(articles)
    os.utime(articles[0].path, (1, 1))
    until(lambda: bool(told))
    assert told == [ReloadedFile(articles[0].path)]


def test_what_was_told_too_late_is_told_again(
    tmp_path: Path, watch: Callable[..., FileWatcher], told: list[ReloadedFile]
) -> None:
    articles = written(tmp_path)
    watcher = watch(articles)
    rewrite(Path(articles[0].path), f"{FERRY} Gulls watched.")
    until(lambda: bool(told))
    watcher.read_again(articles[0].path)
    until(lambda: len(told) > 1)


def watching() -> bool:
    return any(thread.name == "watching" for thread in enumerate_threads())


def test_a_stopped_watcher_leaves_no_thread(tmp_path: Path, watch: Callable[..., FileWatcher]) -> None:
    watcher = watch(written(tmp_path))
    assert watching()
    watcher.stop()
    until(lambda: not watching())
