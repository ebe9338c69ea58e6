"""What a shell is told that asks what a word may become, and the code with which it asks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.main import main

READER = Path(sys.executable).with_name("reader")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "city.txt").touch()
    (tmp_path / "big news.txt").touch()
    (tmp_path / ".hidden.txt").touch()
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def completions(line: str, folder: Path) -> list[str]:
    """What the program offers for the last word of a line, without the descriptions."""
    answer = folder / "home" / "answer"
    asked = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_DFS": "\t",
        "_ARGCOMPLETE_SHELL": "fish",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
    }
    subprocess.run([sys.executable, "-m", "reader"], env=os.environ | asked, check=False, capture_output=True)
    return sorted(each.partition("\t")[0] for each in answer.read_text().split("\n"))


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("reader comp", ["compare", "completion"]),
        ("reader ci", ["city.txt"]),
        ("reader s", ["stories", "sub/"]),
        ("reader city.txt c", ["city.txt"]),
        ("reader --pl", ["--plain"]),
        ("reader --plain c", ["city.txt"]),
        ("reader compare --format ", ["json", "text"]),
        ("reader compare c", ["city.txt"]),
        ("reader help no", ["notes"]),
        ("reader completion ", ["bash", "fish", "zsh"]),
        ("reader check --", ["--help", "--repair"]),
        ("reader --coder c", [""]),
    ],
)
def test_commands_options_and_files_are_offered(line: str, offered: list[str], folder: Path) -> None:
    assert completions(line, folder) == offered


def test_the_first_word_may_be_anything_but_what_is_hidden(folder: Path) -> None:
    offered = completions("reader ", folder)
    assert {"compare", "help", "city.txt", "sub/"} <= set(offered)
    assert not any("hidden" in each for each in offered)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_code_for_a_shell_is_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "reader" in capsys.readouterr().out


@pytest.mark.skipif(
    not shutil.which("bash") or not READER.exists(), reason="needs bash and an installed reader"
)
def test_bash_completes_a_word(folder: Path) -> None:
    script = """
        eval "$(reader completion bash)"
        COMP_LINE="reader compare ci" COMP_POINT=17 COMP_WORDS=(reader compare ci) COMP_CWORD=2 COMP_TYPE=9
        _python_argcomplete reader ci compare
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    path = f"{READER.parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["bash", "--norc", "-c", script],
        env=os.environ | {"PATH": path},
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout.strip() == "city.txt"
