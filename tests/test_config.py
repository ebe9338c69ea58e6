"""The configuration file: what it sets, what is wrong with it, and what `reader config` prints."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.config import Config, read_config
from reader.tui.keyboard.keys import NAMES, Keys
from reader.tui.keyboard.rebinding import checked
from reader.tui.keyboard.spelling import understood


@pytest.fixture
def file(home: Path) -> Path:
    """Where the configuration file is; there is none yet."""
    (home / "reader").mkdir()
    return home / "reader" / "config.toml"


def test_without_a_file_there_are_the_defaults_and_one_to_begin_with(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read_config().config == Config()
    assert main(["config"]) == 0
    printed, complaints = capsys.readouterr()
    assert printed.startswith(f"# {file}\n")
    assert tomllib.loads(printed) == {"keys": {}}
    assert complaints == ""


def test_the_file_to_begin_with_is_right_in_every_line(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["config"])
    everything = re.sub(r"(?m)^# ([a-z0-9-]+ = )", r"\1", capsys.readouterr().out)
    assert list(tomllib.loads(everything)["keys"]) == list(NAMES)
    file.write_text(everything)
    assert read_config()[2:] == (Config(theme="reader-light", coder="Ada"), ()), "the keys are the defaults"


def test_a_file_without_anything_in_it_is_none(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("\n  \n")  # as the shell leaves it before `reader config > config.toml` begins
    assert main(["config"]) == 0
    assert '# undo = "u"' in capsys.readouterr().out


def test_what_is_in_the_file_is_printed_and_used(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = '# mine\ntheme = "nord"\n[keys]\nnext = "n, Ctrl+N"\nnote = "?"\nhelp = "F1"\nundo = "u"'
    file.write_text(text, encoding="utf-8-sig")
    config = read_config().config
    assert config.theme == "nord"
    assert config.keys == {"next": "n,ctrl+n", "note": "question_mark", "help": "f1"}
    assert main(["config"]) == 0
    assert capsys.readouterr() == (f"# {file}\n{text}\n", "")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("colour = 3", "there is no setting “colour”"),
        ("theme = 3", "theme is not text in quotes"),
        ('theme = "ansi-light"', "there is no theme “ansi-light”"),
        ('keys = "j"', "keys is not a table"),
        ('keys.nxt = "j"', "there are no keys called “nxt”"),
        ("keys.page-down = 3", 'page-down is not text in quotes; page-down stays "space,pagedown"'),
        ('keys.align = "foo"', 'align: “foo” is not a key that every terminal sends; align stays "="'),
        ('keys.align = ""', 'align: “” is not a key that every terminal sends; align stays "="'),
        ('keys.next = "n,ctrl+i"', "next: “ctrl+i” is not a key that every terminal sends"),
        ('keys.undo = "Ctrl+Q"', 'undo: Ctrl+Q always quits; undo stays "u"'),
        ('keys.note = "u"', 'u would be note and undo at once; note stays "n"'),
        (
            'keys.note = "F1"\nkeys.undo = "F2,f1"',
            'F1 would be note and undo at once; note stays "n", undo stays "u"',
        ),
        (
            'keys.note = "u"\nkeys.undo = "x"',
            'x would be remove and undo at once; undo stays "u".|config.toml: u would be note and undo',
        ),
        ('"\\u001b[31m\\nx" = 1', "there is no setting “␛[31m x”"),
    ],
)
def test_a_mistake_is_told_in_a_line_and_the_default_used(
    file: Path, text: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(text)
    found = read_config()
    assert found.config == Config()
    assert main(["config"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said == [f"reader: {mistake}" for mistake in found.mistakes]
    assert "|".join(found.mistakes).startswith(f"config.toml: {sentence}")


def test_what_is_right_is_used_beside_what_is_wrong(file: Path) -> None:
    file.write_text('theme = "nord"\nx = 1\n[keys]\nnote = "e"\nundo = "e,foo"\nredo = "Z"')
    assert read_config().config == Config("nord", keys={"note": "e", "redo": "Z"})


def test_the_example_of_the_readme_is_right(file: Path) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```toml\n(.+?)```", readme, re.DOTALL)
    assert found
    file.write_text(found[1])
    assert read_config().mistakes == ()
    assert len(read_config().config.keys) == found[1].count(" = ") - 2


def test_keys_may_change_places(file: Path) -> None:
    file.write_text('[keys]\nnote = "u"\nundo = "n"\ntag-1 = "2"\ntag-2 = "1"')
    assert read_config().mistakes == ()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"keys = [", "is not TOML: Invalid value (at end of document); the defaults are used."),
        (b"theme = '\xff'", "is not UTF-8 (at byte 10); the defaults are used."),
        (b"x = " + b"[" * 20_000, "is not TOML: "),
        (b"x = " + b"9" * 5_000, "is not TOML: "),
    ],
)
def test_a_file_that_cannot_be_used(
    file: Path, data: bytes, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(data)
    assert read_config().config == Config()
    assert main(["config"]) == 2
    printed, said = capsys.readouterr()
    assert printed.startswith(f"# {file}\n")
    assert said.startswith(f"reader: {file} {why}")
    assert said.count("\n") == 1


def test_a_file_that_cannot_be_read(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.mkdir()
    assert main(["config"]) == 2
    assert capsys.readouterr() == (
        f"# {file}\n",
        f"reader: {file} cannot be read: Is a directory; the defaults are used.\n",
    )


@given(
    st.dictionaries(
        st.sampled_from(NAMES),
        st.lists(st.sampled_from([*"unxj?Fß", "F1", "ctrl+q", "no key"])).map(",".join),
    )
)
def test_whatever_keys_are_asked_for_none_does_two_things(wanted: dict[str, str]) -> None:
    own, mistakes = checked(wanted)
    keys = [key for name in NAMES for key in Keys(own).of(name)]
    assert len(keys) == len(set(keys))
    assert own.keys() <= wanted.keys()
    if not mistakes:
        assert all(
            set(Keys(own).of(name)) == set(map(understood, asked.split(",")))
            for name, asked in wanted.items()
        )


def test_without_a_file_nothing_is_imported_for_it(home: Path) -> None:
    check = (
        "import sys\nfrom reader.config import read_config\nread_config()\n"
        "sys.exit(any(name in sys.modules for name in ('tomllib', 'textual', 'json')))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
