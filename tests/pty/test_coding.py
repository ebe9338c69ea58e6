"""A coder at work in a real terminal: by name, in sessions that are paused, killed and taken up again."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pty.conftest import Reader
    from tests.pty.test_sitting import Start

TEXTS = {
    "a.txt": "The ferry to Inner Skell sank at dawn. Gulls watched from the pier. Forty people swam ashore.",
    "b.txt": "The ferry to Inner Skell sank at dawn. Forty people swam ashore. Bread is dear on the island.",
}


@pytest.fixture
def work(start: Start, tmp_path: Path) -> Start:
    """Start on two articles and a notebook; `--coder` and the like come from the test."""
    files = []
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
        files.append(str(tmp_path / name))

    def begin(*arguments: str, size: tuple[int, int] = (140, 40), shell: str = "", **environ: str) -> Reader:
        notes = str(tmp_path / "notes.json")
        reader = start(*arguments, "--notes", notes, *files, size=size, shell=shell, **environ)
        reader.wait_until_saved("? keys")
        return reader

    return begin


def tagged(tmp_path: Path) -> list[str]:
    """Return who has put tags on something, as the file says, once for each annotation."""
    with TinyDB(tmp_path / "notes.json", access_mode="r") as file:
        return sorted(row["coder"] for row in file.table("annotations") if row["tags"])


def wait_for_the_next_second() -> None:
    """What is tagged in the second in which a session begins counts as of the session."""
    second = int(time.time())
    while int(time.time()) == second:
        time.sleep(0.01)


def test_two_coders_tag_the_same_sentence_and_each_takes_off_their_own(work: Start, tmp_path: Path) -> None:
    ann = work("--coder", "ann")
    ann.press("tclaim\r")
    ann.wait_until_saved("[claim]")
    assert ann.leave() == 0
    bob = work(READER_CODER="bob")
    bob.wait_for("[claim (ann)]")
    bob.press("1g")
    bob.wait_until_saved("[claim (ann)]", "[claim]")
    assert tagged(tmp_path) == ["ann", "bob"]
    bob.press("x")
    bob.wait_for("what is of ann stays")
    bob.press("x")
    bob.wait_for("All on A 1 is of ann")
    bob.press("z")
    assert bob.leave() == 0
    assert tagged(tmp_path) == ["ann"]


def test_a_session_over_overlaps_outlives_a_pause_and_a_kill(work: Start, tmp_path: Path) -> None:
    reader = work("--coder", "ann")
    reader.press("tclaim\r")
    reader.wait_until_saved("[claim]")
    wait_for_the_next_second()
    reader.press("so")
    reader.wait_for("0/4")
    reader.press("1")
    reader.wait_for("1/4", "“claim” was on A 1 already")
    reader.press(";")
    reader.wait_for("A 3 comes later", "1/4")
    reader.press("1")
    reader.wait_for("2/4", "“claim” on B 1")
    reader.press("\x7f")
    reader.wait_for("1/4", "B 1/3")
    reader.press("\r")
    reader.wait_until_saved("2/4", "B 2/3")
    reader.press("sp")
    reader.wait_for("Paused; s twice takes it up again")
    reader.press("ss")
    reader.wait_for("2/4", "2 sentences to go; 1 … 9 tag and go on, s p pauses")
    reader.press("1")
    reader.wait_until_saved("3/4", "“claim” on B 2")
    reader.child.kill(signal.SIGKILL)
    reader.child.wait()

    again = work("--coder", "ann")
    again.press("s")
    again.wait_for("go on with overlaps of 2 articles, 1 left")
    again.press("s")
    again.wait_for("3/4", "Enter next")
    again.press(".")
    again.wait_for("The session has ended", "4 done, 0 skipped, in 0:", "3 annotations", "claim")
    again.press("\x1b")
    again.wait_until_saved("? keys", gone=["The session has ended"])
    assert again.leave() == 0
    assert tagged(tmp_path) == ["ann"] * 4


def test_a_session_over_what_the_filter_shows(work: Start, tmp_path: Path) -> None:
    reader = work("--coder", "ann")
    reader.press("tclaim\rfosf")
    reader.wait_for("0/2", "filter: only here", "▌Gulls watched")
    reader.press("11")
    reader.wait_for("shown by the filter of 2 articles", "2 done, 0 skipped, in 0:0")
    reader.press("\r")
    assert reader.leave() == 0
    assert tagged(tmp_path) == ["ann"] * 3


def test_another_coder_has_sessions_of_their_own(work: Start) -> None:
    ann = work("--coder", "ann")
    ann.press("tclaim\rsa1sp")
    ann.wait_until_saved("Paused")
    assert ann.leave() == 0
    bob = work("--coder", "bob")
    bob.press("s")
    assert "go on with" not in bob.wait_for("Session …", "a all")
    bob.press("u")
    bob.wait_for("0/6")
    assert bob.leave() == 0
