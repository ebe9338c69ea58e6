from __future__ import annotations

import signal
import threading
from threading import Event
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, plain, python

from reader.notebook import Notebook, NotebookError, Target
from reader.notebook.storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.notebook.storage.writer import DocumentWrite

INTERRUPTED = """
import signal, sys
from pathlib import Path
from threading import Event
from reader.articles import Article
from reader.notebook import Notebook, NotebookError, Target
notebook = Notebook.open(Path(sys.argv[1]))
name = notebook.attach(Article("word " * 2_000, (), "t", "first line", "a.txt"))
signal.signal(signal.SIGALRM, lambda *_: notebook.close())
signal.setitimer(signal.ITIMER_REAL, float(sys.argv[2]))
done = 0
try:
    while True:
        notebook.put_note(Target.span(name, done % 900, 1_000), f"{done}")
        done += 1
        if done % 7 == 0:
            notebook.save()
except NotebookError as refused:
    print(refused)
notebook.close()
"""


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_listener_that_raises_costs_nothing(
    path: Path, error: type[BaseException], capfd: pytest.CaptureFixture[str]
) -> None:
    heard = Event()

    def listener() -> None:
        heard.set()
        raise error

    notebook = Notebook.open(path)
    notebook.file.listen(listener)
    for tag in ("claim", "figure"):
        heard.clear()
        notebook.codebook.create(tag)
        assert heard.wait(60)
    notebook.close()
    assert (notebook.file.saved, notebook.file.last_error) == (True, None)
    assert len(plain(path)["tags"]) == 2
    assert capfd.readouterr() == ("", "")


def test_while_it_rests_nothing_is_written_whoever_tries() -> None:
    written = Event()

    def write(_writes: Sequence[DocumentWrite]) -> None:
        written.set()

    writer = Writer(write)
    trying = threading.Thread(target=writer.finish)
    with writer.paused():
        writer.put([("tags", "1", None)])
        trying.start()
        assert not written.wait(0.2)
    trying.join(60)
    assert written.is_set()
    assert writer.saved


def test_nobody_is_told_who_has_stopped_listening(path: Path) -> None:
    heard = Event()
    notebook = Notebook.open(path)
    notebook.file.listen(heard.set)
    notebook.file.listen(None)
    notebook.codebook.create("claim")
    notebook.close()
    assert notebook.file.saved
    assert not heard.is_set()


def test_who_listens_is_told_of_failure_too(path: Path) -> None:
    heard = Event()
    notebook = Notebook.open(path)
    notebook.file.listen(heard.set)
    path.mkdir()
    notebook.codebook.create("claim")
    assert heard.wait(60)
    assert notebook.file.last_error is not None
    path.rmdir()
    notebook.close()
    assert notebook.file.saved


@pytest.mark.parametrize("after", [0.001, 0.01, 0.03, 0.05, 0.08, 0.13])
def test_a_signal_handler_may_close_in_the_middle_of_anything(path: Path, after: float) -> None:
    child = python(INTERRUPTED, str(path), str(after))
    output, _ = child.communicate(timeout=60)
    assert (child.returncode, output) == (0, "reader.json is closed.\n")
    assert [each.name for each in path.parent.iterdir()] in (["reader.json"], [])


def test_a_signal_between_call_and_start_of_the_thread_cannot_hang(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article())
    start = threading.Thread.start
    previous = signal.signal(signal.SIGUSR1, lambda *_: notebook.close())

    def interrupted(thread: threading.Thread) -> None:
        monkeypatch.setattr(threading.Thread, "start", start)
        signal.raise_signal(signal.SIGUSR1)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", interrupted)
    try:
        notebook.put_note(Target.span(name, 0, 5), "a")
    finally:
        signal.signal(signal.SIGUSR1, previous)
    assert notebook.file.saved
    with pytest.raises(NotebookError, match="is closed"):
        notebook.put_note(Target.span(name, 0, 5), "b")
    assert [each["note"] for each in plain(path)["annotations"]] == ["a"]
    assert [each.name for each in path.parent.iterdir()] == ["reader.json"]


def test_what_comes_after_closing_is_not_written_without_the_lock(path: Path) -> None:
    heard = Event()
    notebook = Notebook.open(path)
    notebook.file.listen(heard.set)
    with notebook.history.step("closed in the middle"):
        notebook.codebook.create("claim")
        notebook.close()
    assert heard.wait(60)
    assert (notebook.file.saved, notebook.file.last_error) == (False, "reader.json is closed.")
    assert list(path.parent.iterdir()) == []
