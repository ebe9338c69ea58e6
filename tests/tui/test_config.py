"""The configuration file: what it sets, what is wrong with it, and what `reader config` prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.main import main
from reader.tui.config import Config, read_config
from reader.tui.keys.keymap import Keymap
from reader.tui.keys.page_keys import TABLES
from reader.tui.keys.parse import parse_usable_key
from reader.tui.keys.reading_keys import NAMES, binding_named
from reader.tui.keys.validate import validate_keys

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def file(home: Path) -> Path:
    """Where the configuration file is; there is none yet."""
    (home / "reader").mkdir()
    return home / "reader" / "config.toml"


def while_reading(config: Config) -> dict[str, str]:
    """The keys of the reading screen that are set."""
    return {name: keys for name, keys in config.keys.items() if "." not in name}


def test_without_a_file_there_are_the_defaults_and_one_to_begin_with(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read_config().config == Config()
    assert main(["config"]) == 0
    printed, complaints = capsys.readouterr()
    assert printed.startswith(f"# {file}\n")
    assert tomllib.loads(printed) == {"keys": {name: {} for name in TABLES}}
    assert complaints == ""


def test_the_file_to_begin_with_is_right_in_every_line(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["config"])
    everything = re.sub(r"(?m)^# ([a-z0-9-]+ = )", r"\1", capsys.readouterr().out)
    keys = tomllib.loads(everything)["keys"]
    assert list(keys) == [*NAMES, *TABLES]
    for name, table in TABLES.items():
        assert [f"{name}.{command}" for command in keys[name]] == [row.id for row in table.rows]
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
    assert while_reading(config) == {"next": "n,ctrl+n", "note": "question_mark", "help": "f1"}
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
        ('keys.align = ""', 'align would have no key; align stays "="'),
        ("keys.align = 1", 'align is not text in quotes; align stays "="'),
        ('keys.align = "1"', '1 would be align and tag-1 at once; align stays "="'),
        (
            'keys.next = "ctrl+i"',
            "next: “ctrl+i” is not a key that every terminal sends: most send Tab for it; next stays",
        ),
        *(
            (
                f'keys.next = "{key}"',
                f"next: “{key}” is not a key that every terminal sends: most send {sent}",
            )
            for key, sent in (("Ctrl+M", "Enter"), ("^h", "Backspace"), ("ctrl+[", "Esc"))
        ),
        ('keys.next = "n,ctrl+1"', "next: “ctrl+1” is not a key that every terminal sends; next stays"),
        ('keys.undo = "Ctrl+Q"', 'Ctrl+Q would be undo and quit-anywhere at once; undo stays "u"'),
        ('keys.quit = "F2,Ctrl+Q"\nkeys.undo = "F2"', 'F2 would be undo and quit at once; undo stays "u"'),
        (
            'keys.quit-anywhere = "ctrl+p"',
            'Ctrl+P would be palette and quit-anywhere at once; quit-anywhere stays "ctrl+q"',
        ),
        ('keys.quit-anywhere = "ctrl+j"', "quit-anywhere: Ctrl+J is in-note.new-line; quit-anywhere stays"),
        (
            'keys.quit-anywhere = "Q"',
            "quit-anywhere: one types where it quits, too, and Q may be",
        ),
        (
            'keys.quit-anywhere = "Esc"',
            "quit-anywhere: one types where it quits, too, and Esc may be",
        ),
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
    config = read_config().config
    assert config.theme == "nord"
    assert while_reading(config) == {"note": "e", "redo": "Z"}


def test_the_example_of_the_page_is_right(file: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    found = re.search(r"```toml\n(.+?)```", page, re.DOTALL)
    assert found
    file.write_text(found[1])
    assert read_config().mistakes == ()
    config = read_config().config
    asked = tomllib.loads(found[1])["keys"]
    assert [name for name in asked if name not in TABLES] == list(while_reading(config))
    assert config.keys["in-codebook.rename"] == asked["in-codebook"]["rename"].lower()


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


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_not_read(
    make: Callable[[Path], object], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(file)
    assert main(["config"]) == 2
    assert capsys.readouterr() == (
        f"# {file}\n",
        f"reader: {file} is not a file; the defaults are used.\n",
    )


def test_a_file_that_cannot_be_read(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.symlink_to(file)
    assert main(["config"]) == 2
    assert capsys.readouterr().err.startswith(f"reader: {file} cannot be read: Too many levels")


@given(
    st.dictionaries(
        st.sampled_from(NAMES),
        st.lists(st.sampled_from([*"unxj?Fß", "F1", "ctrl+q", "no key"])).map(",".join),
    )
)
def test_whatever_keys_are_asked_for_none_does_two_things(wanted: dict[str, str]) -> None:
    own, mistakes = validate_keys(wanted)
    does = {(key, binding_named(name).action) for name in NAMES for key in Keymap(own).keys_for(name)}
    assert len(does) == len({key for key, _ in does})
    assert {name for name in own if "." not in name} <= wanted.keys()
    if not mistakes:
        assert all(
            set(Keymap(own).keys_for(name)) == set(map(parse_usable_key, asked.split(",")))
            for name, asked in wanted.items()
        )


def test_without_a_file_nothing_is_imported_for_it(home: Path) -> None:
    check = (
        "import sys\nfrom reader.tui.config import read_config\nread_config()\n"
        "sys.exit(any(name in sys.modules for name in ('tomllib', 'textual', 'json')))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


# The pages


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[keys.in-codebok]", "there are no keys called “in-codebok”"),
        ('keys."in-codebook.new" = "F2"', "there are no keys called “in-codebook.new”"),
        ("keys.in-codebook = 3", "in-codebook is not a table"),
        (
            '[keys.codebook]\nnew = "F2"',
            "codebook is no table: the keys of that page are in [keys.in-codebook]",
        ),
        ('[keys.in-codebook]\nnw = "F2"', "there are no keys called “in-codebook.nw”"),
        ("[keys.in-codebook]\nnew = 2", 'in-codebook.new is not text in quotes; in-codebook.new stays "n"'),
        (
            '[keys.in-codebook]\nnew = "r"',
            'r would be in-codebook.new and in-codebook.rename at once; in-codebook.new stays "n"',
        ),
        (
            '[keys.in-codebook]\nnew = "x"',
            'x would be in-codebook.new and in-codebook.remove at once; in-codebook.new stays "n"',
        ),
        (
            '[keys.in-codebook]\nnew = "Ctrl+Q"',
            'in-codebook.new: Ctrl+Q always quits; in-codebook.new stays "n"',
        ),
        ('[keys.in-review]\nclose = ""', 'in-review.close would have no key; in-review.close stays "escape"'),
        (
            '[keys.in-note]\nkeep = "k"',
            'in-note.keep: one types there, and k is part of that; in-note.keep stays "enter"',
        ),
        (
            '[keys.in-picker]\nclose = "F2,Backspace"',
            "in-picker.close: one types there, and Backspace is part of that; in-picker.close stays",
        ),
        (
            '[keys.in-search]\nstay = "Space"',
            "in-search.stay: one types there, and Space is part of that; in-search.stay stays",
        ),
    ],
)
def test_a_mistake_in_the_keys_of_a_page(file: Path, text: str, sentence: str) -> None:
    file.write_text(text, encoding="utf-8")
    found = read_config()
    assert len(found.mistakes) == 1
    assert found.mistakes[0].startswith(f"config.toml: {sentence}")
    assert found.config == Config()


def test_what_quits_anywhere_is_no_key_of_a_page(file: Path) -> None:
    file.write_text('[keys]\nquit-anywhere = "F10"\n[keys.in-codebook]\nnew = "F10"\nrename = "ctrl+q"')
    found = read_config()
    assert found.config.keys == {"quit-anywhere": "f10", "in-codebook.rename": "ctrl+q"}
    [mistake] = found.mistakes
    assert mistake == 'config.toml: in-codebook.new: F10 always quits; in-codebook.new stays "n".'


def test_all_mistakes_are_printed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text('x = 1\ntheme = 2\n[keys]\nnext = ""\nnote = "u"\n[keys.in-note]\nkeep = "k"\n')
    assert main(["config"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 5
    assert all(line.startswith("reader: config.toml: ") for line in said)


@pytest.mark.parametrize(
    ("own", "keys"),
    [
        ('next = "é,down"', "é,down"),
        ('next = "e,n,down"\nnote = "E"\neverything = "F2"', "down"),
        ('next = "e"', "j,down"),
        ('next = "e"\nredo = "j"', "down"),
        ('next = "e"\n[keys.in-codebook]\nnext = "F3"', "f3"),
    ],
)
def test_a_page_has_the_keys_of_the_reading_screen_where_it_has_none_of_its_own_on_them(
    file: Path, own: str, keys: str
) -> None:
    file.write_text(f"[keys]\n{own}", encoding="utf-8")
    found = read_config()
    assert found.mistakes == ()
    assert Keymap(found.config.keys).keys_for("in-codebook.next") == keys.split(",")
    assert Keymap(found.config.keys).keys_for("in-codebook.describe") == ["e"]


def test_a_command_of_a_page_that_is_left_without_a_key_is_told(file: Path) -> None:
    file.write_text('[keys]\nnext = "e"\nredo = "j"\nundo = "down"\n')
    assert read_config().mistakes == (
        "config.toml: in-codebook.next has no key left: other commands there have all of its keys.",
    )


COMMANDS = [str(row.id) for table in TABLES.values() for row in table.rows]


@given(
    st.dictionaries(
        st.sampled_from([*NAMES, *COMMANDS]),
        st.lists(st.sampled_from(["n", "u", "x", "j", "e", "down", "F1", "F2", "enter", "escape"])).map(
            ",".join
        ),
        max_size=12,
    )
)
def test_whatever_is_asked_for_no_key_of_a_page_does_two_things(wanted: dict[str, str]) -> None:
    asked: dict[str, object] = {name: keys for name, keys in wanted.items() if "." not in name}
    for name, keys in wanted.items():
        page, _, command = name.partition(".")
        if command:
            table = asked.setdefault(page, {})
            assert isinstance(table, dict)
            table[command] = keys
    own, mistakes = validate_keys(asked)
    for table in TABLES.values():
        keys_there = [key for row in table.rows for key in Keymap(own).keys_for(str(row.id))]
        if not any("has no key left" in mistake for mistake in mistakes):
            assert len(keys_there) == len(set(keys_there)), table.name


@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf"])
def test_windows_files_are_read(file: Path, begin: bytes) -> None:
    file.write_bytes(begin + b'theme = "nord"\r\n[keys]\r\nnote = "e"\r\n')
    found = read_config()
    assert found.mistakes == ()
    assert found.config.theme == "nord"
    assert found.config.keys["note"] == "e"


def test_a_file_in_utf_16_is_told(file: Path) -> None:
    file.write_bytes('theme = "nord"'.encode("utf-16"))
    assert read_config().mistakes == (f"{file} is not UTF-8 (at byte 1); the defaults are used.",)
