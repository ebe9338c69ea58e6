"""The codebook: all tags on a page, what can be done to them there, and how the articles show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import press, screen_text, type_ahead

from reader.notebook import Notebook, Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.config import Config
from reader.tui.keys.validate import validate_keys
from reader.tui.pages.codebook import CodebookScreen
from reader.tui.reading.screen import ReadingScreen
from reader.workspace.rearrange import with_articles
from reader.workspace.tag_tree import rows_in_view, tag_rows

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace.workspace import Workspace

SIZE = (80, 24)
NAMES = ("claim", "claim/figure", "claim/figure/money", "source/named", "tone")


@pytest.fixture
def coded(workspace: Workspace) -> Workspace:
    """The workspace with five tags; the first two are on its first sentence, the second on one more."""
    tags = [workspace.notebook.codebook.create(name) for name in NAMES]
    for place, tag in ((Place(0, 0), tags[0]), (Place(0, 0), tags[1]), (Place(1, 1), tags[1])):
        workspace.notebook.put_tag([Target.span(*workspace.annotations.span(place))], tag.id)
    return workspace


def names(workspace: Workspace) -> list[str]:
    return [tag.name for tag in workspace.notebook.tags]


def message(app: ReaderApp) -> str:
    """What the page says of the last key."""
    return screen_text(app).splitlines()[-3].strip()


def keys_typing(text: str) -> str:
    signs = {" ": "space", "/": "slash", ".": "full_stop", "~": "tilde"}
    return " ".join(signs.get(sign, sign) for sign in text)


# The tree


def test_tags_stand_below_their_parents_with_what_they_are_on(coded: Workspace) -> None:
    rows = [(row.depth, row.above, row.leaf, row.annotations) for row in tag_rows(coded.notebook)]
    assert rows == [
        (0, "", "claim", 1),
        (1, "", "figure", 2),
        (2, "", "money", 0),
        (0, "source/", "named", 0),
        (0, "", "tone", 0),
    ]


@pytest.mark.parametrize(
    ("count", "at", "top", "height", "sees"),
    [
        (30, 0, 0, 10, range(10)),
        (30, 10, 0, 10, range(1, 11)),
        (30, 4, 8, 10, range(4, 14)),
        (30, 29, 0, 10, range(20, 30)),
        (5, 4, 3, 10, range(5)),
        (3, 2, 0, 1, range(2, 3)),
    ],
)
def test_the_row_at_hand_is_in_sight(count: int, at: int, top: int, height: int, sees: range) -> None:
    assert rows_in_view(count, at, top, height) == sees


async def test_the_page_shows_tree_counts_and_meaning(coded: Workspace) -> None:
    coded.notebook.codebook.describe(coded.notebook.tags[1].id, "A number that\ncould be checked.")
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C j")
        lines = screen_text(app).splitlines()
        assert lines[0].split() == ["Codebook", "5", "tags"]
        assert lines[2].split() == ["2", "figure", "2", "A", "number", "that", "could", "be", "checked."]
        assert lines[4].split() == ["4", "source/", "named", "–"]
        assert "claim/figure   2 tags on 2 annotations" in screen_text(app)
        await press(pilot, "G")
        assert "no description yet" in screen_text(app)
        await press(pilot, "space j g k")
        assert screen_text(app).splitlines()[1].startswith("  1  claim")
        assert "\n  claim   " in screen_text(app), "not past the ends"


async def test_a_tag_is_found_by_a_part_of_its_name(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C slash t")
        text = screen_text(app)
        assert "type to find one" not in text, "what is typed stands there"
        assert "tone" in text
        await press(pilot, "o enter")
        assert "tone   1 tag on 0 annotations" in screen_text(app)
        await type_ahead(app, pilot, "slash c f m enter")
        assert "claim/figure/money   1 tag on 0 annotations" in screen_text(app)
        await press(pilot, "slash x y z enter escape")
        assert "claim/figure/money   1 tag on 0 annotations" in screen_text(app)


async def test_an_empty_codebook_says_what_to_do(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C")
        assert "n makes one here, o loads those of a file" in screen_text(app)
        await press(pilot, "r e c m M x 1 0 enter j k G b u")
        assert "Nothing to undo" in message(app)
        await press(pilot, f"n {keys_typing('claim')} enter")
        assert names(workspace) == ["claim"]


# What can be done to a tag


async def test_a_new_tag_beside_or_below_the_one_at_hand(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"C j n {keys_typing('promise')} enter")
        assert "“claim/promise” is new" in message(app)
        assert "claim/promise   1 tag on 0 annotations" in screen_text(app), "it is at hand"
        await press(pilot, f"N {keys_typing('broken')} enter")
        assert "claim/promise/broken" in names(coded)
        await press(pilot, "u u")
        assert names(coded) == list(NAMES)


async def test_a_name_that_is_taken_is_asked_for_again(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C r ctrl+u t o n e enter")
        assert "There is a tag “tone” already." in screen_text(app)
        await press(pilot, "s enter")
        assert coded.notebook.codebook.named("tones/figure/money")
        assert "“claim” is “tones” now: 3 tags on 2 annotations" in message(app)
        await press(pilot, "n escape r escape")
        assert len(names(coded)) == 5


@pytest.mark.parametrize("away", ["x y", "M t o n e enter"])
async def test_what_undo_brings_back_is_at_hand(away: str, coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"C {away} G u")
        assert isinstance(app.screen, CodebookScreen)
        assert app.screen.tag is not None
        assert app.screen.tag.name == "claim"


async def test_renaming_says_beforehand_what_it_touches_and_is_one_step(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C r")
        assert "Another name for “claim”" in screen_text(app)
        assert "Enter renames it: 3 tags on 2 annotations" in screen_text(app)
        await press(pilot, "s enter u")
        assert names(coded) == list(NAMES)
        assert "Undone: tag “claim” renamed to “claims”" in message(app)
        await press(pilot, "U")
        assert coded.notebook.codebook.named("claims/figure")


async def test_a_description_has_several_lines(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C e w h o ctrl+j s o")
        assert "Enter keeps the description" in screen_text(app)
        await press(pilot, "enter")
        assert coded.notebook.tags[0].description == "who\nso"
        assert "“claim” is described" in message(app)


async def test_colours_and_digits(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        before = coded.notebook.tags[0].colour
        await press(pilot, "C c")
        assert coded.notebook.tags[0].colour != before
        await press(pilot, "4")
        assert [tag.digit for tag in coded.notebook.tags] == [4, 2, 3, None, 5]
        assert "“claim” is pinned to 4, “source/named” to none any more" in message(app)
        await press(pilot, "0")
        assert coded.notebook.codebook.pinned_to(4) is None
        await press(pilot, "u u")
        assert [tag.digit for tag in coded.notebook.tags] == [1, 2, 3, 4, 5]


async def test_moving_below_another_and_to_the_top(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C j m")
        assert "Move “claim/figure” (2 tags on 2 annotations) below" in screen_text(app)
        rows = [line.split() for line in screen_text(app).splitlines()[-9:-2]]
        assert ["at", "the", "top,", "below", "no", "other", "tag"] in rows
        await press(pilot, "t o n enter")
        assert names(coded)[-2:] == ["tone/figure", "tone/figure/money"]
        assert "“claim/figure” is “tone/figure” now" in message(app)
        await press(pilot, "m enter")
        assert coded.notebook.codebook.named("figure/money")
        await press(pilot, "m c l a i m slash enter")
        assert coded.notebook.codebook.named("claim/figure"), "the slash is no other name"


async def test_merging_asks_into_which(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C M")
        assert "Merge “claim” (3 tags on 2 annotations) into" in screen_text(app)
        assert "figure" not in "".join(screen_text(app).splitlines()[-5:]), "not into one below itself"
        await press(pilot, "t o n enter")
        assert names(coded) == ["source/named", "tone", "tone/figure", "tone/figure/money"]
        assert "“claim” is merged into “tone”: 3 tags on 2 annotations" in message(app)
        assert "tone   3 tags on 2 annotations" in screen_text(app), "it is at hand"
        await press(pilot, "u")
        assert names(coded) == list(NAMES)


async def test_deleting_asks_and_is_one_step(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C x")
        assert "Delete “claim”: 3 tags on 2 annotations?  y yes  Esc no" in screen_text(app)
        await press(pilot, "n")
        assert len(names(coded)) == 5, "any other key leaves it"
        await press(pilot, "x y")
        assert names(coded) == ["source/named", "tone"]
        assert coded.notebook.annotations() == ()
        assert "“claim” is deleted: 3 tags on 2 annotations; u brings it back" in message(app)
        await press(pilot, "u")
        assert len(coded.notebook.annotations()) == 2


async def test_the_only_tag_has_none_to_be_merged_with(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C M")
        assert "There is no other tag" in message(app)
        await press(pilot, "m")
        assert "There is no other tag" in message(app)


# Files


async def test_a_codebook_goes_to_a_file_and_back(
    coded: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C w enter")
        assert "5 tags saved to codebook.toml" in message(app)
        await press(pilot, "x y o enter")
        assert "Loaded: 3 tags added, 0 brought up to date" in message(app)
        assert names(coded) == list(NAMES)
        await press(pilot, f"w ctrl+u {keys_typing('~/team.toml')} enter")
        assert (tmp_path / "home" / "team.toml").exists()
        await press(pilot, "o")
        assert "~/team.toml" in screen_text(app), "the file of the last time"


async def test_a_codebook_with_other_tags_is_replaced_only_after_asking(
    coded: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "codebook.toml"
    file.write_text("# ours\n[[tag]]\nname = 'tone'\n")
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C w enter")
        assert "Replace 1 tag and comments in codebook.toml?" in screen_text(app)
        await press(pilot, "n")
        assert "codebook.toml stays as it was" in message(app)
        assert file.read_text().startswith("# ours")
        await type_ahead(app, pilot, "w enter y j")
        assert "claim/figure" in file.read_text()
        await press(pilot, "w enter")
        assert "5 tags saved to codebook.toml" in message(app), "as it is already"
        await press(pilot, "n x enter w enter")
        assert "6 tags saved to codebook.toml" in message(app), "it is what was saved before"
        file.write_text(f"{file.read_text()}\n# by hand")
        await press(pilot, "w enter")
        assert "Replace 6 tags and comments in codebook.toml?" in screen_text(app)


async def test_what_is_wrong_with_a_file_is_said_where_it_is_asked_for(
    coded: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "codebook.toml").write_text("[[tag]]\ncolour = 'x'\n")
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        for key in "ow":
            await press(pilot, f"C {key} enter")
            assert "codebook.toml is not a codebook: tag 1 has no name." in screen_text(app)
            await press(pilot, "escape escape")
        assert names(coded) == list(NAMES)


# Coming and going


async def test_the_articles_show_what_has_become_of_the_tags(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=(132, 40)) as pilot:
        await press(pilot, "T s e e n enter")
        await press(pilot, "C r ctrl+u a enter G k k r ctrl+u r e a d enter escape")
        text = screen_text(app)
        assert (text.count("[a/figure]"), text.count("[a]"), text.count("[claim")) == (2, 1, 0)
        assert " read " in text.splitlines()[2], "of the whole article, in its header"
        await press(pilot, "u u")
        text = screen_text(app)
        assert (text.count("[claim/figure]"), text.count("[claim]"), text.count("[a")) == (2, 1, 0)
        assert " seen " in screen_text(app).splitlines()[2]
        await press(pilot, "C x y escape")
        assert "[claim" not in screen_text(app)
        await press(pilot, "u")
        assert screen_text(app).count("[claim/figure]") == 2
        await press(pilot, "C 9 escape")
        assert screen_text(app).splitlines()[4].startswith("█9")
        await press(pilot, "u")
        assert screen_text(app).splitlines()[4].startswith("█1")


async def test_other_articles_may_lie_on_the_workspace_when_the_page_is_left(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=(120, 40)) as pilot:
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        await press(pilot, "C x y")
        await reading.show_workspace(with_articles(coded, [coded.articles[2]]))
        await press(pilot, "escape")
        assert "Bakers on the island" in screen_text(app)
        await press(pilot, "u")
        assert "Undone: tag “claim” deleted" in screen_text(app)


async def test_a_filter_by_a_tag_follows_what_becomes_of_it(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "f 1 C r s enter escape")
        assert "“claims”" in screen_text(app).splitlines()[-2]
        assert "folded" in screen_text(app)
        await press(pilot, "u")
        assert "“claim”" in screen_text(app).splitlines()[-2]
        await press(pilot, "C x y escape")
        assert "folded" not in screen_text(app)
        assert coded.filter_state.filter.name == "all"


async def test_the_place_stays_when_chips_above_it_grow(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=(44, 12)) as pilot:
        await press(pilot, "G")
        row = next(n for n, line in enumerate(screen_text(app).splitlines()) if "▌The harbour" in line)
        await press(pilot, f"C r {keys_typing(' that is a great deal longer')} enter escape")
        assert "▌The harbour" in screen_text(app).splitlines()[row]


async def test_enter_goes_where_the_tag_is(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "C j enter")
        assert coded.place == Place(1, 1)
        await press(pilot, "C j enter")
        assert coded.place == Place(0, 0), "around the end"
        await press(pilot, "C G enter")
        assert "“tone” is on no sentence of the open articles" in screen_text(app)


async def test_keys_typed_ahead_find_their_dialogs(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await type_ahead(
            app, pilot, "C j r ctrl+u s h a r e enter c 7 x n G M s h enter e o h enter n z enter escape j"
        )
        assert names(coded) == ["claim", "share", "share/money", "source/named", "z"]
        tag = coded.notebook.codebook.named("share")
        assert tag
        assert (tag.digit, tag.description) == (7, "oh")
        assert coded.place == Place(0, 1)


async def test_the_mouse_points_at_tags_and_keys(coded: Workspace) -> None:
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C")
        await pilot.click(offset=(20, 5))
        assert "tone   1 tag on 0 annotations" in screen_text(app)
        line, column = next(
            (n, text.index("r rename"))
            for n, text in enumerate(screen_text(app).splitlines())
            if "r rename" in text
        )
        await pilot.click(offset=(column, line))
        assert "Another name for “tone”" in screen_text(app)


async def test_nothing_can_be_changed_in_a_notebook_that_is_only_read(
    coded: Workspace, tmp_path: Path
) -> None:
    coded.notebook.save()
    looking = Notebook.open(tmp_path / "reader.json", read_only=True)
    coded.annotations.notebook, writable = looking, coded.notebook
    app = ReaderApp(coded)
    async with app.run_test(size=SIZE) as pilot:
        for key in "nNrecmMx10ouU":
            await press(pilot, f"C {key}")
            assert "read-only" in message(app), key
            assert isinstance(app.screen, CodebookScreen)
            await press(pilot, "escape")
    assert looking.tags == writable.tags


async def test_the_reader_s_own_keys_are_followed(coded: Workspace) -> None:
    keys, _ = validate_keys({"codebook": "F8", "next": "é", "remove": "F2", "undo": "F3", "tag-1": "F1"})
    config = Config(keys=keys)
    app = ReaderApp(coded, config=config)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f8 é é é é f1")
        assert "“tone” is pinned to F1" in message(app)
        assert "F2 delete" in screen_text(app)
        await press(pilot, "f3 f2 y")
        assert "F3 brings it back" in message(app)
        await press(pilot, "f8")
        assert isinstance(app.screen, ReadingScreen)
