"""From the first start to the next: what a person does, and finds again."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Protocol

import pytest
from tinydb import TinyDB

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pty.conftest import Reader

    class Start(Protocol):
        def __call__(
            self, *arguments: str, size: tuple[int, int] = ..., shell: str = ..., **environ: str
        ) -> Reader: ...


RESTORED = b"\x1b[?1049l"
"""The terminal's own screen is back (xterm control sequences, private mode 1049)."""


def test_the_first_start_shows_the_samples_and_the_next_what_was_left(start: Start, home: Path) -> None:
    reader = start()
    reader.wait_for("The Wendhaven Courier", "Northern Wire", "saved", "articles are samples")
    reader.press("jjtfigure\r")
    reader.wait_for("[figure]")
    reader.press("lnIs this so?\r")
    reader.wait_until_saved("[✎ Is this so?]")
    assert reader.leave() == 0
    assert reader.output.rstrip().endswith(b"\x1b[?25h") or RESTORED in reader.output[-400:]

    again = start()
    again.wait_for("[figure]", "[✎ Is this so?]", "B 3/")
    again.press("u")
    again.wait_for("Undone: note", gone=["[✎", "articles are samples"])
    assert b"articles are samples" in reader.output
    assert b"articles are samples" not in again.output
    assert again.leave() == 0
    with TinyDB(home / "reader" / "reader.json", access_mode="r") as file:
        assert [row["tags"] != [] for row in file.table("annotations")] == [True]


def but_for_the_status_line(shown: str) -> str:
    """The status line says what was done, and the last line which keys there are for it."""
    return "\n".join(shown.splitlines()[:-2])


@pytest.mark.parametrize(
    "steps",
    [
        ("l", "B 1/18", "jjjj", "B 5/18", " ", "B 9/18", "#", " 9 ▒A▌turns", "d", "only in B: “The council"),
        (
            " ",
            "A 5/22",
            " ",
            "A 10/22",
            "kk",
            "A 8/22",
            "F",
            "█B▌enough",
            "-",
            "matches with a score of 0.16",
        ),
        ("l", "B 1/18", "z", "Alone", " ", "B 8/18", "j", "B 9/18", "W", "Lines of up to 100"),
    ],
    ids=["numbers and differences", "no headings, more matches", "one article, wide"],
)
def test_the_screen_is_as_it_was_left(start: Start, samples: list[str], steps: tuple[str, ...]) -> None:
    reader = start(*samples, size=(80, 24))
    reader.wait_until_saved("The Wendhaven Courier", "4 more and 1 possible")
    for keys, text in zip(steps[::2], steps[1::2], strict=True):
        reader.press(keys)
        reader.wait_for(text)
    # Help covers the screen, and uncovers it in one frame: nothing is left to be painted.
    reader.press("?")
    reader.wait_for("Esc", gone=["The Wendhaven"])
    reader.press("\x1b")
    left = but_for_the_status_line(reader.wait_for("A The Wendhaven…   B Northern Wire"))
    assert reader.leave() == 0
    again = start(size=(80, 24))
    again.wait_until(lambda shown: but_for_the_status_line(shown) == left, f"this screen:\n{left}\n")
    assert again.leave() == 0


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
def test_sizes(start: Start, samples: list[str], size: tuple[int, int]) -> None:
    reader = start(*samples, size=size)
    third = "The Daily Ledger ·"
    reader.wait_for(
        "The Wendhaven Courier ·", "Northern Wire ·", "? keys", *([third] if size[0] >= 120 else [])
    )
    reader.press("j")
    shown = reader.wait_for("A 2/", "? keys")
    assert (third in shown) == (size[0] >= 120)
    assert reader.leave() == 0


def test_a_resize_keeps_the_sentence(start: Start, samples: list[str]) -> None:
    reader = start(*samples)
    reader.press("jjjjjjj")
    reader.wait_for("A 8/")
    for columns, rows in ((60, 15), (200, 50), (80, 24)):
        reader.resize(columns, rows)
        reader.wait_for("A 8/", "report.”", "? keys")
    assert reader.leave() == 0


def test_after_a_stay_in_the_shell_all_is_painted_anew(start: Start, samples: list[str]) -> None:
    reader = start(shell=f"set -m; {{reader}} '{samples[0]}' '{samples[1]}'; echo in the shell; read _; fg")
    reader.wait_for("? keys")
    reader.press("jtclaim\r")
    before = reader.wait_until_saved("[claim]", "The Wendhaven Courier", "A 2/22 · claim · ")
    reader.press("\x1a")
    reader.wait_for("in the shell")
    reader.press("\r")
    reader.wait_for(before)
    assert reader.leave() == 0


def test_an_article_from_standard_input_and_keys_from_the_terminal(start: Start, samples: list[str]) -> None:
    reader = start(shell=f"cat '{samples[0]}' | {{reader}} - '{samples[1]}'")
    reader.wait_for("The Wendhaven Courier", "A 1/")
    reader.press("j")
    reader.wait_for("A 2/")
    assert reader.leave() == 0


def test_a_folder_of_many_is_chosen_from(start: Start, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"story-{number}.txt").write_text(f"Story {number} begins here. It goes on a little.")
    reader = start(str(tmp_path))
    reader.wait_for("story-0.txt", "story-11.txt", "0 of at most 26 picked")
    reader.press("y-1\t")
    reader.wait_for("1 of at most")
    reader.press("\t\r")
    reader.wait_for("Story 1 begins", "Story 10 begins")
    assert reader.leave() == 0


def test_what_is_shown_as_saved_outlives_a_kill(start: Start, samples: list[str], tmp_path: Path) -> None:
    notes = tmp_path / "mine.json"
    reader = start("--notes", str(notes), *samples)
    reader.wait_for("? keys")
    reader.press("tclaim\r")
    reader.wait_until_saved("[claim]")
    reader.child.kill(signal.SIGKILL)
    reader.child.wait()
    with TinyDB(notes, access_mode="r") as file:
        assert len(file.table("annotations")) == 1


def test_a_second_reader_only_reads(start: Start, samples: list[str], tmp_path: Path) -> None:
    notes = str(tmp_path / "mine.json")
    first = start("--notes", notes, *samples)
    first.wait_for("? keys")
    first.press("tclaim\r")
    first.wait_until_saved("[claim]")
    second = start("--notes", notes, *samples)
    second.wait_for("read-only", f"process {first.child.pid}")
    second.press("tx\r")
    assert second.leave() == 0
    first.press("1")
    first.wait_until_saved()
    assert first.leave() == 0


def test_the_notebook_is_printed_afterwards(start: Start, samples: list[str], tmp_path: Path) -> None:
    notes = str(tmp_path / "mine.json")
    reader = start("--notes", notes, *samples)
    reader.wait_for("? keys")
    reader.press("tclaim\r")
    reader.wait_for("[claim]")
    assert reader.leave() == 0
    printed = start("notes", "--notes", notes)
    assert printed.ended() == 0
    assert b"[claim] A gravel barge struck" in printed.output


def test_keys_typed_ahead_of_the_dialogs_are_done_in_their_turn(start: Start, samples: list[str]) -> None:
    reader = start(*samples)
    reader.wait_for("? keys")
    reader.child.send("tclaim\rj.nask\njane\rk")
    reader.wait_for("[claim]", "A 2/")
    reader.child.send("jj")
    reader.wait_for("[✎ ask jane]", "A 4/")
    reader.child.send("tdbl\r\r")
    reader.wait_for("[dbl]")
    reader.child.send("qu")
    assert reader.ended() == 0
    again = start(*samples)
    again.wait_for("[claim]", "[dbl]", "[✎ ask jane]")


def test_an_undo_typed_ahead_takes_back_what_was_typed_before_it(start: Start, samples: list[str]) -> None:
    reader = start(*samples)
    reader.wait_for("? keys")
    reader.child.send("tfoo\rnxyz\rujtbaa\x7fr\r")
    reader.wait_for("[foo]", "[bar]", "A 2/", gone=["✎"])
    assert reader.leave() == 0


def test_a_terminal_closed_over_a_half_written_note(start: Start, samples: list[str]) -> None:
    reader = start(*samples)
    reader.wait_for("? keys")
    reader.press("nhalf a note")
    reader.wait_for("half a note")
    reader.lose()
    assert reader.gone(), "it stays behind, and holds the notebook"
    again = start()
    again.wait_until_saved("[✎ half a note]")


def test_what_is_pasted_is_pasted_once(start: Start, samples: list[str]) -> None:
    reader = start(*samples)
    reader.wait_for("? keys")
    reader.press("n")
    reader.wait_for("Enter keeps the note")
    reader.child.send("\x1b[200~one\ntwo\x1b[201~")
    reader.wait_for("two")
    reader.press("\r")
    reader.wait_until_saved("[✎ one two]")
    reader.press("j")
    reader.wait_for("[✎ one two]", "A 2/")
    reader.press("k")
    shown = reader.wait_for("[✎ one two]", "A 1/", gone=["A 2/"])
    assert shown.count("one two") == 2, "in the text and on the status line"


def test_what_is_pasted_presses_no_keys(start: Start, samples: list[str]) -> None:
    reader = start(*samples)
    reader.wait_for("? keys")
    reader.press("tclaim\rj")
    reader.wait_until_saved("A 2/")
    reader.child.send("\x1b[200~a\x1b1\x1b[B1\x1b\x1b[31m1\x1b[201~")
    reader.press("n")
    reader.wait_for("Enter keeps the note")
    reader.child.send("\x1b[200~c\x1b[31md\x1b[201~")
    reader.wait_for("c␛[31md")
    reader.press("\r")
    shown = reader.wait_until_saved("A 2/", "[✎ c␛[31md]")
    assert shown.count("[claim]") == 1


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_terminal_that_goes_away_takes_nothing_with_it(
    start: Start, samples: list[str], ending: int
) -> None:
    reader = start(*samples)
    reader.wait_for("? keys")
    reader.press("jnhalf a note")
    reader.wait_for("half a note")
    reader.child.kill(ending)
    reader.ended()
    assert RESTORED in reader.output[-400:]
    again = start()
    again.wait_for("[✎ half a note]", "A 2/")


HOSTILE = (
    "The first \x1b]52;c;aGVsbG8=\x07claim stands.\n"
    "A second \x1b]0;owned\x1b\\ claim \x9b31mfollows \u202eit.\n"
    "A third \x1b]8;;http://x.example\x1b\\link [@click=app.quit]here[/].\n"
)


def test_nothing_in_an_article_or_its_name_reaches_the_terminal(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;name\x07.txt"
    path.write_text(
        f'---\ntitle: "T\x1b]0;title\x07\\e]0;yaml\\a"\nsource: "\u202eS"\n---\n{HOSTILE}', encoding="utf-8"
    )
    os.link(path, tmp_path / "b.txt")
    reader = start(str(path), str(tmp_path / "b.txt"))
    reader.wait_for("? keys", "claim stands")
    reader.press("t[b]x[/b]\r")
    reader.wait_for("[[b]x[/b]]")
    reader.press("n")
    reader.wait_for("Enter keeps the note")
    reader.child.send("\x1b[200~pasted \u202ewords \x9b31m\x1b[201~")
    reader.wait_for("pasted words")
    reader.press("\r")
    reader.wait_for("[✎ pasted")
    reader.press("d")
    assert reader.leave() == 0
    for sign in (b"]52;", b"]0;", b"]8;;http", "\x9b".encode(), "\u202e".encode()):
        for place in (b"\x1b" + sign, sign) if not sign.startswith(b"]") else (b"\x1b" + sign,):
            assert place not in reader.output


def test_no_colour(start: Start, samples: list[str]) -> None:
    reader = start(*samples, NO_COLOR="1")
    reader.wait_for("█", "? keys")
    assert reader.leave() == 0


@pytest.mark.parametrize("arguments", [["missing.txt"], ["--notes", "/dev/null"], ["--encoding", "klingon"]])
def test_what_cannot_be_opened_is_said_without_the_app(
    start: Start, samples: list[str], arguments: list[str]
) -> None:
    reader = start(*samples, *arguments)
    assert reader.ended() == 2
    assert reader.output.startswith(b"reader: ")
    assert reader.output.count(b"\n") == 1


def test_no_terminal(start: Start, samples: list[str]) -> None:
    reader = start(shell=f"{{reader}} '{samples[0]}' 2>&1 | cat")
    reader.ended()
    assert b"there is no terminal" in reader.output


def test_the_configuration_file_is_used_and_its_mistakes_are_told(
    start: Start, home: Path, samples: list[str]
) -> None:
    (home / "reader").mkdir()
    (home / "reader" / "config.toml").write_text(
        'theme = "reader-light"\n[keys]\nnext = "é,F5"\nnote = "u"', encoding="utf-8"
    )
    reader = start(*samples)
    reader.wait_for("config.toml: u would be note and undo", "A 1/")
    reader.press("é")
    reader.wait_for("A 2/")
    reader.child.send("\x1b[15~")
    reader.wait_for("A 3/")
    reader.press("j")
    reader.press("u")
    reader.wait_for("Nothing to undo")
    assert reader.leave() == 0
    assert b"48;2;255;255;255" in reader.output, "white behind the text"
