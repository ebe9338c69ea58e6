"""The command line, run in this process: what it prints and how it exits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader import __version__
from reader.cli.command_table import COMMANDS
from reader.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str) -> int:
    """The exit code, also where argparse leaves by itself."""
    try:
        return main(arguments)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 1


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-V") == run("--version") == 0
    assert capsys.readouterr().out == f"reader {__version__}\n" * 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such file"),
        (b"", "is empty"),
        (b"\x00\x01\x02" * 50, "is not text"),
        (b"%PDF-1.7\n\x00", "PDF"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    content: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad\x1b]0;x\x07.txt"
    if content is not None:
        path.write_bytes(content)
    for command in (["compare", str(path), str(path)], [str(path)]):
        assert run(*command) == 2
        error = capsys.readouterr().err
        assert said in error
        assert error.startswith("reader: ")
        assert error.count("\n") == 1
        assert "\x1b" not in error


def test_an_unknown_encoding(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *samples, "--encoding", "klingon") == 2
    assert "klingon" in capsys.readouterr().err


def test_an_unknown_option_is_one_clean_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--colour\x1b]0;x\x07") == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "\x1b" not in error


def test_no_terminal(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*samples) == 2
    assert "there is no terminal" in capsys.readouterr().err


def test_a_folder_without_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run(str(tmp_path / "empty")) == 2
    assert "no articles" in capsys.readouterr().err


def test_a_foreign_file_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "shopping.json"
    path.write_text('["eggs"]')
    assert run("notes", "--notes", str(path)) == 2
    assert "not a reader notebook" in capsys.readouterr().err
    assert path.read_text() == '["eggs"]'


@pytest.mark.parametrize(
    ("typed", "meant"), [("comapre", "compare"), ("note", "notes"), ("Storys", "stories"), ("halp", "help")]
)
def test_a_mistyped_command_is_told(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(typed, "a.txt", "--format", "json") == 2
    assert capsys.readouterr().err == f"reader: {typed} is no command and no file; did you mean {meant}?\n"


def test_a_file_called_nearly_as_a_command_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note").write_text("The old ferry sank off Lennet on Tuesday morning.")
    assert run("note", "--plain") == 0
    assert "The old ferry sank" in capsys.readouterr().out


def test_help_is_that_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        assert run("help", name) == 0
        helped = capsys.readouterr().out
        assert run(name, "--help") == 0
        assert capsys.readouterr().out == helped
    assert run("help") == 0
    helped = capsys.readouterr().out
    assert run("-h") == 0
    assert capsys.readouterr().out == helped
    assert all(f"    {name} " in helped for name in COMMANDS)
    assert run("help", "comapre") == 2
