"""Every key of every table, where a reader looks for it: help, footer, palette, configuration file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from tests.tui.helpers import press, screen_text, wait_until
from textual.command import CommandList, DiscoveryHit

from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.commands import FIRST, KeyedCommands
from reader.tui.config import Config, read_config
from reader.tui.keys.keymap import Keymap
from reader.tui.keys.page_keys import TABLES
from reader.tui.keys.reading_keys import READING, binding_named
from reader.tui.keys.validate import validate_keys
from reader.tui.pages.help import MARKS, HelpScreen, in_columns, of_page
from reader.tui.pages.page import Page
from reader.workspace.filters import FILTERS
from reader.workspace.queues import QUEUES

if TYPE_CHECKING:
    from pathlib import Path

    from rich.table import Table
    from textual.binding import Binding

    from reader.workspace.workspace import Workspace

SIZE = (120, 50)
DESIGNED = """
    j k down up J K h l left right tab g G space b o O c right_square_bracket left_square_bracket
    equals_sign d minus plus s 1 2 3 4 5 6 7 8 9 t full_stop a v n x u U f slash greater_than_sign
    less_than_sign question_mark ctrl+p
"""
"""The keys that the program has been designed with."""
OPENS = {"in-codebook": "C", "in-said": "S", "in-heat-map": "H"}
"""Pages with keys of their own on which nothing is typed, and what opens them."""


def printed_text(table: Table) -> str:
    console = Console(width=400)
    with console.capture() as captured:
        console.print(table)
    return captured.get()


async def palette_commands(app: ReaderApp) -> dict[str, str]:
    """What the palette has without anything typed: names, and the keys that it tells."""
    provider = KeyedCommands(app.screen)
    found = {}
    async for hit in provider.discover():
        assert isinstance(hit, DiscoveryHit)
        found[str(hit.display)] = str(hit.help)
    return found


def palette_row(row: Binding, keys: Keymap) -> tuple[str, str]:
    return row.tooltip, f"Key: {keys.labels(str(row.id))}"


def test_every_key_of_the_design_does_something() -> None:
    keys = {key for row in READING for key in row.key.split(",")}
    assert keys >= set(DESIGNED.split())


def test_every_command_is_in_the_help_with_its_keys() -> None:
    keys = Keymap()
    rows = [(signs, words) for _, group in keys.help_groups() for signs, words in group]
    for row in READING:
        first = keys.label(str(row.id))
        word = row.tooltip.split()[0].casefold()
        digit = str(row.id).startswith("tag-") and first.isdigit()
        assert any((first in signs.split() or digit) and word in does.casefold() for signs, does in rows), (
            row.id
        )


@pytest.mark.parametrize("page", TABLES)
def test_every_command_of_a_page_is_in_its_help_and_its_footer(page: str) -> None:
    keys = Keymap()
    help_text, footer = (
        printed_text(in_columns([of_page(keys, page)], 1)),
        keys.on_page(page).footer(1000).plain,
    )
    for row in TABLES[page].rows:
        first = keys.label(str(row.id))
        digit = ".tag-" in str(row.id)
        assert digit or first in help_text, row.id
        if row.show:
            assert digit or first in footer, row.id
            assert row.description.partition(" ")[0] in footer


def test_the_questions_offer_every_filter_and_every_queue() -> None:
    filters = {row.action: row.description for row in TABLES["in-filter"].rows if "tag-" not in str(row.id)}
    assert {one.key: one.name for one in FILTERS.values()}.items() <= filters.items()
    assert QUEUES.keys() <= {row.action for row in TABLES["in-session"].rows}


async def test_the_palette_of_the_reading_screen_has_every_command_with_its_keys(
    workspace: Workspace,
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE):
        found = await palette_commands(app)
        assert found == dict(palette_row(row, Keymap()) for row in READING)
        assert len(found) == len(READING), "no two have one name"


async def test_the_palette_begins_with_what_is_used_most(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p")
        await wait_until(pilot, lambda: app.screen.query_one(CommandList).option_count == len(READING) + 2)
        hits = [str(option.prompt).partition("\n")[0] for option in app.screen.query_one(CommandList).options]
        first = [binding_named(name).tooltip for name in FIRST]
        assert hits[: len(first)] == first
        assert hits[len(first)] == "Next sentence"
        assert hits[-2:] == ["Screenshot", "Theme"]
        assert len(hits) == len(READING) + 2


@pytest.mark.parametrize("page", OPENS)
async def test_a_page_shows_its_keys_in_help_and_palette(page: str, workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, OPENS[page])
        await pilot.pause()
        assert isinstance(app.screen, Page)
        assert isinstance(app.screen, Page)
        found = await palette_commands(app)
        assert len(found) == len({row.action for row in TABLES[page].rows}), "no two have one name"
        for row in TABLES[page].rows:
            assert any(Keymap().labels(str(row.id)) in keys for keys in found.values()), row.id
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert TABLES[page].title in screen_text(app)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, Page)
        await press(pilot, "ctrl+p")
        await wait_until(
            pilot, lambda: f"Key: {Keymap().label(str(TABLES[page].rows[0].id))}" in screen_text(app)
        )


async def test_the_footer_has_what_a_range_and_a_session_are_for(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        assert "d differences  ^D down" in screen_text(app)
        await press(pilot, "v")
        assert screen_text(app).splitlines()[-1].startswith(" w words  t tag  n note  y copy  v range")
        await press(pilot, "v")
        assert "v range" not in screen_text(app)
        await press(pilot, "s a")
        assert screen_text(app).splitlines()[-1].startswith(" Enter next  ; later  Backspace back  s session")
        await press(pilot, "f")
        assert "s shared" in screen_text(app), "also while a session runs"
        await press(pilot, "escape s e escape")
        assert "; later" not in screen_text(app)


@pytest.mark.parametrize("keys", ["", "d", "v", "f u", "slash f e enter", "s a"])
@pytest.mark.parametrize("width", [20, 60, 80, 120, 200])
async def test_the_footer_has_as_many_keys_as_fit(keys: str, width: int, workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(width, 24)) as pilot:
        await press(pilot, keys)
        line = screen_text(app).splitlines()[-1].rstrip()
        assert line.endswith("? keys")
        if 60 <= width <= 200:
            assert len(line) > width - len("  c counterpart")
        if width == 120 and not keys:
            assert line.endswith("f filter  / search  u undo  Ctrl+P commands  q quit  ? keys")
        if width >= 200:
            for key in ("/ search", "u undo", "S who says what", "H heat map", "Ctrl+P commands", "q quit"):
                assert line.count(key) == 1


async def test_the_footer_has_the_keys_of_the_reader(workspace: Workspace) -> None:
    own = config(quit="f10", palette="f2", search="ctrl+f", help="f1")
    app = ReaderApp(workspace, config=own)
    async with app.run_test(size=(200, 24)) as pilot:
        await pilot.pause()
        line = screen_text(app).splitlines()[-1].rstrip()
        assert line.endswith("F2 commands  F10 quit  F1 keys")
        assert "Ctrl+F search" in line
        await pilot.click("#footer", offset=(line.index("F1 keys"), 0))
        assert isinstance(app.screen, HelpScreen)


async def test_what_the_reader_was_told_is_in_the_help(workspace: Workspace, home: Path) -> None:
    (home / "reader").mkdir()
    wrong = "\n".join(f'x{number} = "[b]{number}[/]"' for number in range(9))
    (home / "reader" / "config.toml").write_text(wrong)
    workspace.notices = read_config().mistakes
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        notices = [notice.message for notice in app._notifications]
        assert len(notices) == 4
        assert notices[-1] == "And 6 more: ? lists them all"
        await press(pilot, "escape question_mark")
        for mistake in workspace.notices:
            assert f"· {mistake}" in screen_text(app)


# Keys of the reader's own, on the pages and in the dialogs


def config(**wanted: object) -> Config:
    keys, wrong = validate_keys({name.replace("_", "-"): keys for name, keys in wanted.items()})
    assert wrong == []
    return Config(keys=keys)


async def test_the_dialogs_take_the_keys_there_are(workspace: Workspace) -> None:
    own = config(
        in_note={"keep": "ctrl+s", "new-line": "enter", "close": "F10"},
        in_picker={"take": "F2", "next": "ctrl+n", "pin": "F3", "close": "F10"},
        in_codebook={"new": "F4", "rename": "n", "close": "F10"},
        in_line={"keep": "F5"},
        in_question={"yes": "j"},
    )
    app = ReaderApp(workspace, config=own)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n a enter b")
        assert "Ctrl+S keeps the note · Enter a new line · F10 leaves it as it was" in screen_text(app)
        await press(pilot, "f10")
        assert "The note has changed: Ctrl+S keeps it, F10 once more throws the change away" in screen_text(
            app
        )
        await press(pilot, "ctrl+s")
        assert workspace.mark(Place(0, 0)).note == "a\nb"
        await press(pilot, "t c l a i m enter escape")
        assert "F2 takes it" in screen_text(app)
        await press(pilot, "f2 t f3 7")
        assert workspace.notebook.tags[0].digit == 7
        assert "✓ F2 takes it off" in screen_text(app)
        await press(pilot, "f10 C n x f5")
        assert [tag.name for tag in workspace.notebook.tags] == ["claimx"]
        await press(pilot, "x y")
        assert len(workspace.notebook.tags) == 1, "y is no now"
        await press(pilot, "x")
        assert "j yes  Esc no" in screen_text(app)
        await press(pilot, "j")
        assert not workspace.notebook.tags
        assert "F4 makes one here, o loads those of a file" in screen_text(app)


async def test_the_questions_take_the_keys_there_are(workspace: Workspace) -> None:
    own = config(
        in_filter={"shared": "h", "all": "F2"},
        in_session={"all": "ctrl+a", "end": "F3"},
        in_search={"stay": "ctrl+x", "close": "F10", "next": "ctrl+n"},
        tag_1="F8",
        session="F9",
    )
    app = ReaderApp(workspace, config=own)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f")
        assert "F2 all  h shared  o only here" in screen_text(app)
        assert "F8 2 3" in screen_text(app)
        await press(pilot, "h")
        assert "Shared: " in screen_text(app)
        await press(pilot, "f f2")
        assert "All: " in screen_text(app)
        await press(pilot, "f f8")
        assert "No tag is pinned to F8" in screen_text(app)
        await press(pilot, "f s")
        assert "No filter has the letter s" in screen_text(app)
        await press(pilot, "f9")
        assert "Ctrl+A all  o overlaps" in screen_text(app)
        await press(pilot, "ctrl+a f9")
        assert "p pause  F3 end it" in screen_text(app)
        await press(pilot, "f3 escape slash s enter a i d")
        assert "Ctrl+X stay  F10 go back" in screen_text(app)
        assert "2 hits" in screen_text(app) or "1 of" in screen_text(app)
        await press(pilot, "ctrl+x")
        assert workspace.search.query == "said"


async def test_the_list_takes_the_keys_there_are() -> None:
    app = ReaderApp(None, ["/a/1.txt", "/a/2.txt"], config=config(in_list={"pick": "F2", "close": "F10"}))
    async with app.run_test(size=SIZE) as pilot:
        assert "F2 or Space picks, Enter opens, F10 leaves" in screen_text(app)
        await press(pilot, "f2 tab escape")
        assert "1 of at most" in screen_text(app)
        await press(pilot, "f10")
    assert not app.is_running


async def test_a_question_about_a_long_name_still_shows_its_answers(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("long " * 30)
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "C x")
        assert screen_text(app).splitlines()[-1].rstrip().endswith("…  y yes  Esc no")


@pytest.mark.parametrize("width", [10, 20, 40, 80, 300])
@pytest.mark.parametrize("page", TABLES)
def test_a_footer_fits_and_shows_the_way_out(page: str, width: int) -> None:
    shown = [str(row.id) for row in TABLES[page].rows if row.show]
    way_out = next((name for name in shown if name.endswith((".close", ".back"))), shown[0])
    long = {str(TABLES[page].rows[0].id).partition(".")[2]: "something long " * 5}
    for words in ({}, long):
        line = Keymap().on_page(page).footer(width, words)
        assert line.cell_len <= width
        assert Keymap().label(way_out) in line.plain


@pytest.mark.parametrize("size", [(40, 40), (80, 24), (120, 40), (200, 50)])
async def test_the_legend_stands_first_and_groups_stand_apart(
    size: tuple[int, int], workspace: Workspace
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "question_mark")
        lines = [line.rstrip("│ ▁▂▃▄▅▆▇█") for line in lines_in_frame(screen_text(app))]
        assert lines[0] == "The gutter"
        legend = " ".join(lines[: lines.index("")])
        assert all(f"{sign} {meaning}" in legend for sign, meaning in MARKS)
        first = lines.index("", lines.index("") + 1) + 1
        assert "Moving" in lines[first]
        (group,) = (n for n, line in enumerate(lines) if line[:40].strip() == "What is shared")
        assert not lines[group - 1][:40].strip()


def lines_in_frame(text: str) -> list[str]:
    """The lines in the frame."""
    edge = text.splitlines()[0].index("╭")
    return [line[edge + 1 :].split("│")[0] for line in text.splitlines()[1:-1]]
