"""The reader's own keys, from a configuration file to the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import press, wait_until
from tests.tui.helpers import screen_text as on_the_screen

from reader.notebook import Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.config import read_config
from reader.tui.keys.keymap import Keymap
from reader.tui.keys.names import key_label
from reader.tui.keys.reading_keys import NAMES, QUIT_ANYWHERE, READING, binding_named
from reader.tui.pages.help import HelpScreen
from reader.tui.reading.screen import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.tui.config import Config
    from reader.workspace.workspace import Workspace

SIZE = (120, 40)
LETTERS = ["f20" if name == QUIT_ANYWHERE else chr(0x4E00 + number) for number, name in enumerate(NAMES)]
"""A new key for every action, on which there was nothing; letters take two cells. Where one types they are
no keys."""
FIXED = {"ctrl+c", "super+c"}
"""Textual's own: copy."""


@pytest.fixture
def configured(home: Path) -> Callable[[str], Config]:
    """Write a configuration file without mistakes, and read it."""

    def write(text: str) -> Config:
        (home / "reader").mkdir()
        (home / "reader" / "config.toml").write_text(text, encoding="utf-8")
        file = read_config()
        assert file.mistakes == ()
        return file.config

    return write


@pytest.fixture
def all_keys_changed(configured: Callable[[str], Config]) -> Config:
    """All keys are others."""
    return configured("[keys]\n" + "\n".join(f'{n} = "{key}"' for n, key in zip(NAMES, LETTERS, strict=True)))


async def test_every_key_can_be_another_and_nothing_stays_on_the_old_ones(
    workspace: Workspace, all_keys_changed: Config
) -> None:
    app = ReaderApp(workspace, config=all_keys_changed)
    async with app.run_test(size=SIZE):
        active = {key: found.binding for key, found in app.screen.active_bindings.items() if key not in FIXED}
        assert {key: binding.action for key, binding in active.items()} == {
            key: binding_named(name).action for name, key in zip(NAMES, LETTERS, strict=True)
        }


async def test_help_footer_and_palette_show_the_keys_there_are(
    workspace: Workspace, all_keys_changed: Config
) -> None:
    app = ReaderApp(workspace, config=all_keys_changed)
    keys = Keymap(all_keys_changed.keys)
    async with app.run_test(size=(120, 80)) as pilot:
        assert f"{keys.label('differences')} differences" in on_the_screen(app)
        assert f"{keys.label('help')} keys" in on_the_screen(app)
        await pilot.press(keys.label("help"))
        text = on_the_screen(app)
        for _, rows in keys.help_groups():
            for signs, words in rows:
                assert signs in text
                assert words.split(maxsplit=1)[0] in text
        assert "move too" not in text
        await press(pilot, "escape")
        await pilot.press(keys.label("palette"))
        await press(pilot, "r e d o")
        await wait_until(pilot, lambda: f"Key: {keys.label('redo')}" in on_the_screen(app))


async def test_messages_name_the_keys_there_are(
    workspace: Workspace, configured: Callable[[str], Config]
) -> None:
    config = configured(
        '[keys]\nnext = "n"\nnote = "e"\nundo = "ж"\ntag = "F9"\ntag-2 = "é"\n'
        'differences = "F2"\ndifferences-down = "F3"\nremove = "Del"\nrepeat = "F4"'
    )
    app = ReaderApp(workspace, config=config)
    async with app.run_test(size=SIZE) as pilot:
        for keys, message in (
            ("n n f4", "No tag to repeat yet: F9 picks one"),
            ("é", "No tag is pinned to é yet: F9 makes one"),
            ("f9 a enter delete", "“a” off A 3 · ж brings it back"),
            ("ж", "Undone: "),
            ("f3", "F2 opens the pane that this scrolls"),
        ):
            await press(pilot, keys)
            assert message in on_the_screen(app)
        assert workspace.place == Place(0, 2)
        assert [tag.name for tag in workspace.mark(Place(0, 2)).tags] == ["a"]
        await press(pilot, "d u j x t")
        assert isinstance(app.screen, ReadingScreen), "the old keys do nothing"
        assert workspace.place == Place(0, 2)


async def test_the_picker_shows_the_keys_of_the_pinned_tags(
    workspace: Workspace, configured: Callable[[str], Config]
) -> None:
    workspace.notebook.codebook.create("figure")
    workspace.notebook.codebook.create("quote")
    app = ReaderApp(workspace, config=configured('[keys]\ntag-1 = "F1"'))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f1 t f")
        assert "F1  figure " in on_the_screen(app)
        await press(pilot, "backspace")
        assert "\n 2   quote " in on_the_screen(app)
        assert [tag.name for tag in workspace.mark(Place(0, 0)).tags] == ["figure"]


async def test_what_opened_a_screen_closes_it(
    workspace: Workspace, configured: Callable[[str], Config]
) -> None:
    app = ReaderApp(
        workspace,
        config=configured('[keys]\nhelp = "F1,F9"\nheat-map = "F2"\nquit = "ж"\nnext = "é"\nsaid = "F3"'),
    )
    async with app.run_test(size=SIZE) as pilot:
        for keys in ("f1 f1", "f1 f9", "f9 ж", "f2 f2", "f2 ж", "f2 é f2", "f3 f3", "f3 ж", "f1 escape"):
            opening, *closing = keys.split()
            await press(pilot, opening)
            assert not isinstance(app.screen, ReadingScreen)
            await press(pilot, " ".join(closing))
            assert isinstance(app.screen, ReadingScreen), keys
        await press(pilot, "f1 question_mark q")
        assert isinstance(app.screen, HelpScreen)


@pytest.mark.parametrize("keys", ["j", "n a", "t a", "E", "C", "H", "/ a", "f", "A", "v", "C r"])
async def test_what_quits_anywhere_can_be_another_key(
    keys: str, workspace: Workspace, configured: Callable[[str], Config]
) -> None:
    workspace.notebook.put_tag(
        [Target.span(*workspace.annotations.span(Place(0, 0)))],
        workspace.notebook.codebook.create("claim").id,
    )
    app = ReaderApp(workspace, config=configured('[keys]\nquit-anywhere = "F10"\nundo = "ctrl+q"'))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+q")
        assert not workspace.notebook.annotations(), "it undoes"
        await press(pilot, f"U {keys.replace('/', 'slash')}")
        await press(pilot, "ctrl+q")
        assert app.is_running
        await press(pilot, "f10")
        assert not app.is_running


async def test_what_quits_anywhere_leaves_the_list_of_articles(
    configured: Callable[[str], Config],
) -> None:
    app = ReaderApp(None, ["a.txt", "b.txt"], config=configured('[keys]\nquit-anywhere = "ctrl+x"'))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+q a")
        assert app.is_running
        await press(pilot, "ctrl+x")
        assert not app.is_running


async def test_a_letter_that_quits_is_a_letter_in_a_field(
    workspace: Workspace, configured: Callable[[str], Config]
) -> None:
    config = configured('[keys]\nquit = "Ж"\npalette = "ж"\nhelp = "é"\nprevious = "ctrl+p"')
    app = ReaderApp(workspace, config=config)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n Ж ж é ctrl+p enter")
        assert workspace.mark(Place(0, 0)).note == "Жжé"
        await press(pilot, "j ctrl+p")
        assert workspace.place == Place(0, 0)
        assert isinstance(app.screen, ReadingScreen)
        await press(pilot, "Ж")
        assert not app.is_running


def test_the_digits_in_a_row_of_the_help() -> None:
    def row(**own: str) -> str:
        return next(
            keys for _, rows in Keymap(own).help_groups() for keys, words in rows if "Pinned" in words
        )

    assert row() == "1 … 9"
    assert row(**{f"tag-{n}": f"f{n}" for n in range(1, 10)}) == "F1 … F9"
    assert row(**{f"tag-{n}": f"alt+{n}" for n in range(1, 10)}) == "Alt+1 … Alt+9"
    assert row(**{"tag-1": "ampersand"}) == "& 2 3 4 5 6 7 8 9"
    assert row(**{"tag-5": "f5"}) == "1 2 3 4 F5 6 7 8 9"


def test_every_binding_has_a_name_of_its_own() -> None:
    assert len(NAMES) == len(READING)
    assert all(key_label(key) for name in NAMES for key in Keymap().keys_for(name))
