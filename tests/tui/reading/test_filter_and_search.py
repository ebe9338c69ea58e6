"""Filters and search on the reading screen, driven by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.helpers import article_view, wait_until, wait_until_done
from textual import events

from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.reading.screen import ReadingScreen
from reader.tui.theme.themes import DARK
from reader.workspace.filters import ALL, DIFFERING, ONLY_HERE, SHARED, UNTAGGED
from reader.workspace.rearrange import without_article

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from textual.pilot import Pilot

    from reader.workspace.workspace import Workspace

SIZE = (120, 40)


def shown(app: ReaderApp) -> str:
    """All the text on the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def press(pilot: Pilot[Exception], keys: str) -> None:
    for key in keys.split():
        await pilot.press(key)
    await pilot.pause()


async def test_a_filter_takes_two_keys_and_says_what_it_folds(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f")
        text = shown(app)
        assert "Show only …  now: all" in text
        assert "o only here" in text
        await press(pilot, "o")
        text = shown(app)
        assert "⋯ 3 sentences folded" in text
        assert "Only here: 3 of 10 sentences" in text
        assert "filter: only here · saved" in text
        assert "ran aground" not in text.splitlines()[2]
        await press(pilot, "j")
        assert "A 4/4" in shown(app)
        assert workspace.place == Place(0, 3)
        await press(pilot, "f f")
        assert "folded" not in shown(app)
        assert workspace.filter_state.filter is ALL


async def test_shared_says_how_many_are_so_only_possibly(lay: Callable[..., Workspace]) -> None:
    sunk = "The ferry Halcyon sank off Lennet Point with forty people aboard."
    workspace = lay(
        f"{sunk} The harbour office promised a full report on the ferry by June.", f"{sunk} Oats grew."
    )
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f s")
        assert "Shared: 2 of 4 sentences  " in shown(app)
        workspace.move_threshold(-100)
        await press(pilot, "f s")
        assert "Shared: 3 of 4 sentences, 1 of them possibly" in shown(app)
        assert "50% shared" in shown(app), "the headers count what is sure"


async def test_every_filter_by_its_letter_and_escape_takes_it_off(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        for letter, one in (("s", SHARED), ("o", ONLY_HERE), ("d", DIFFERING), ("u", UNTAGGED), ("a", ALL)):
            await press(pilot, f"f {letter}")
            assert workspace.filter_state.filter is one
        await press(pilot, "f t")
        assert "No sentence is tagged" in shown(app)
        await press(pilot, "f s f escape")
        assert workspace.filter_state.filter is SHARED, "Escape leaves the question, not the filter"
        await press(pilot, "f y")
        assert "No filter has the letter y" in shown(app)
        await press(pilot, "f down")
        assert workspace.place != Place(0, 0), "a key that is no answer does what it always does"
        await press(pilot, "escape")
        assert workspace.filter_state.filter is ALL


async def test_a_tag_by_its_digit_or_its_name(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f p")
        assert "No tag yet" in shown(app)
        await press(pilot, "f 1")
        assert "No tag is pinned to 1" in shown(app)
        await press(pilot, "t c l a i m enter j t f i g enter f 1")
        assert [list(each.sentences) for each in workspace.filter_state.shown] == [[0], [], []]
        assert "filter: “claim”" in shown(app)
        await press(pilot, "f p f i g enter")
        assert [list(each.sentences) for each in workspace.filter_state.shown] == [[1], [], []]
        await press(pilot, "f p n e w enter escape")
        assert [tag.name for tag in workspace.notebook.tags] == ["claim", "fig"], "none is made here"


async def test_a_tagged_sentence_does_not_vanish_under_the_eyes(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t a enter f u")
        assert workspace.place == Place(0, 1)
        await press(pilot, "1")
        assert workspace.place == Place(0, 2)
        assert shown(app).count("[a]") == 1
        await press(pilot, "u u")
        assert "Undone" in shown(app)
        await press(pilot, "f u")
        assert workspace.filter_state.holds(Place(0, 0))


async def test_the_place_on_the_screen_is_kept(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 12)) as pilot:
        await press(pilot, "equals_sign G")
        for keys in ("f s", "f o", "f a"):
            await press(pilot, keys)
            assert workspace.filter_state.holds(workspace.place)
            assert 0 <= article_view(app, 0).cursor_row() < article_view(app, 0).size.height
        assert workspace.place == Place(0, 3)


async def test_a_counterpart_in_a_fold_is_gone_to(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t a enter f t c")
        assert workspace.place == Place(1, 1)
        assert "Counterpart 1 of 2" in shown(app)
        assert "A tug reached the boat" in shown(app), "its paragraph is unfolded"


async def test_a_click_on_a_fold_opens_it(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f o")
        assert article_view(app, 0).cursor_row() == 2
        await pilot.click(article_view(app, 0), offset=(8, 0))
        assert workspace.place == Place(0, 0)
        assert "ran aground" in shown(app)


async def test_filters_of_what_is_shared_wait_for_the_comparison(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.reading.comparison.SENTENCES_AT_ONCE", 0)
    workspace.comparison.complete = False
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        workspace.comparison.complete = False
        await press(pilot, "f s")
        assert "Comparing" in shown(app)
        assert workspace.filter_state.filter is ALL


async def test_many_differences_are_looked_for_behind_the_screen(
    lay: Callable[..., Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.workspace.comparison.FEW", 0)
    workspace = lay(
        "The ferry Halcyon sank off Lennet Point with forty people aboard. Gulls watched.",
        "Off Lennet Point the Halcyon, a ferry, went down; thirty people were aboard. Oats grew.",
    )
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f d")
        await wait_until(pilot, lambda: "Differing: 2 of 4 sentences  " in shown(app))
        assert workspace.filter_state.filter is DIFFERING


async def test_untagged_sentences_in_turn(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j t a enter k right_square_bracket")
        assert workspace.place == Place(0, 2)
        await press(pilot, "left_square_bracket")
        assert workspace.place == Place(0, 0)
        await press(pilot, "left_square_bracket")
        assert "Nothing untagged further back" in shown(app)


async def test_search_goes_along_while_it_is_typed(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash b r i l l")
        assert workspace.place == Place(0, 2)
        lines = shown(app).splitlines()
        assert lines[-2].startswith(" /brill")
        assert lines[-2].endswith("1 of 2 ")
        assert "Esc go back" in lines[-1]
        await press(pilot, "backspace backspace backspace backspace")
        assert workspace.place == Place(0, 2), "the first b is in the same sentence: baker"
        await press(pilot, "escape")
        assert workspace.place == Place(0, 0)
        await press(pilot, "slash g u l l enter")
        assert workspace.place == Place(1, 2)
        assert "“gull” 1 of 1" in shown(app)


async def test_keys_typed_ahead_are_all_taken_in_their_order(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        for key in ("slash", *"Brill", "enter", "greater_than_sign", "k", "f", "s", "slash", "x", "escape"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await wait_until_done(app)
        await pilot.pause()
        assert workspace.search.query == "Brill"
        assert workspace.filter_state.filter is SHARED
        assert workspace.place == Place(2, 1)


async def test_hits_in_turn_through_all_articles_and_around(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "greater_than_sign")
        assert "/ searches" in shown(app)
        await press(pilot, "equals_sign slash f e r r y enter")
        assert "“ferry” 1 of 3" in shown(app)
        await press(pilot, "greater_than_sign greater_than_sign")
        assert workspace.place == Place(1, 3)
        await press(pilot, "greater_than_sign")
        assert workspace.place == Place(0, 0)
        assert "On from the first article" in shown(app)
        await press(pilot, "less_than_sign")
        assert workspace.place == Place(1, 3)
        assert "On from the end of the last article" in shown(app)
        await press(pilot, "k")
        assert "“ferry” 3 hits" in shown(app)
        await press(pilot, "escape")
        assert "ferry”" not in shown(app)


async def test_all_hits_are_marked_and_no_others(workspace: Workspace) -> None:
    app = ReaderApp(workspace)

    def marked() -> list[str]:
        strips = app.screen._compositor.render_strips()
        return [
            s.text
            for strip in strips[:-2]
            for s in strip
            if s.style and s.style.bgcolor and s.style.bgcolor.name == DARK.cursor.lower()
        ]

    async with app.run_test(size=SIZE) as pilot:
        before = marked()
        await press(pilot, "slash f e r")
        assert sorted(set(marked()) - set(before)) == ["fer"]
        await press(pilot, "r y enter")
        assert marked().count("ferry") == 3
        await press(pilot, "slash t u g")
        assert "ferry" not in marked()
        assert marked().count("tug") == 2
        await press(pilot, "escape")
        assert marked().count("ferry") == 3, "back at the search before"
        await press(pilot, "slash enter")
        assert marked().count("ferry") == 3, "Enter alone looks for the same again"
        await press(pilot, "escape")
        assert marked() == before


async def test_what_is_nowhere_leaves_everything_where_it_is(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j slash z e b r a")
        assert "not found" in shown(app)
        await press(pilot, "enter")
        assert "“zebra” is in none of the articles" in shown(app)
        assert workspace.place == Place(0, 1)
        await press(pilot, "slash z ctrl+u f e r ctrl+w t u g down up enter")
        assert "tug" in workspace.text(workspace.place)


async def test_a_hit_in_a_fold_is_unfolded_and_folded_again_by_escape(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f o slash b r i l l")
        assert workspace.place == Place(2, 1)
        assert "Brill" in shown(app)
        await press(pilot, "escape")
        assert workspace.place == Place(0, 3)
        assert "Brill" not in shown(app)
        await press(pilot, "slash b r i l l enter less_than_sign")
        assert workspace.place == Place(0, 2)
        assert "Unfolded" in shown(app)


async def test_other_articles_on_the_workspace_end_what_is_being_typed(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f o slash f e r r y")
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await screen.show_workspace(without_article(screen.workspace, 1))
        await press(pilot, "j")
        assert [len(each.sentences) for each in screen.workspace.filter_state.shown] == [3, 1]
        assert "filter: only here" in shown(app)
        assert "“ferry” 1 hit " in shown(app)


async def test_notes_are_searched_and_markup_is_only_text(lay: Callable[..., Workspace]) -> None:
    workspace = lay("[@click=app.quit]Geese[/] slept. Oats grew.", "Rain fell. It was [b]wet[/b].")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j n a s k space h i m enter g slash a s k enter")
        assert workspace.place == Place(0, 1)
        await press(pilot, "slash left_square_bracket slash enter")
        assert "“[/” 2 of 2" in shown(app)
        app.screen.post_message(events.Paste("ignored when nothing is asked"))
        await press(pilot, "slash")
        app.post_message(events.Paste("rain\x1b[31m\nfell"))
        await press(pilot, "enter")
        assert "is in none of the articles" in shown(app)
        assert isinstance(app.screen, ReadingScreen)


async def test_only_what_has_other_hits_is_painted_again(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash g u")
        kept = dict(article_view(app, 0)._painted)
        await press(pilot, "l l")
        assert article_view(app, 0)._painted.items() >= kept.items() or article_view(app, 0)._painted == kept
        await press(pilot, "escape")


async def test_wide_and_joined_characters_do_not_break_the_frame(lay: Callable[..., Workspace]) -> None:
    workspace = lay("漢字 are wide. 👩‍👩‍👧 are joined. Cafe\u0301s too.", "漢字 are wide, they say.")
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 12)) as pilot:
        for query in ("漢", "👩", "cafe", "字 are"):
            await press(pilot, f"slash {' '.join('space' if c == ' ' else c for c in query)}")
            assert workspace.search.count
            assert all(strip.cell_length == 80 for strip in app.screen._compositor.render_strips())
            await press(pilot, "escape")
        for size in ((1, 1), (6, 3), (20, 5)):
            await pilot.resize_terminal(*size)
            await press(pilot, "f f slash a enter f s j f a")
        assert app.is_running


async def test_a_filter_taken_off_leaves_every_column_where_it_was(lay: Callable[..., Workspace]) -> None:
    shared = [f"Barge number {n} left Wendhaven with {n * 13} sacks of oats." for n in range(60)]
    own = [["Ada likes gulls."] * 60, ["Candles are dear."] * 60]
    workspace = lay(
        *("\n\n".join(f"{a}\n\n{b}" for a, b in zip(own[n], shared, strict=True)) for n in range(2))
    )
    app = ReaderApp(workspace)

    def where() -> tuple[Place, list[int], list[int]]:
        return workspace.place, list(workspace.cursors), [article_view(app, n).cursor_row() for n in range(2)]

    async with app.run_test(size=SIZE) as pilot:
        for keys in ("j", "space space k", "G", "equals_sign l g j j h"):
            await press(pilot, keys)
            before = where()
            await press(pilot, "f o f s escape")
            assert where() == before
        await press(pilot, "g f s j j escape")
        assert workspace.place == Place(0, 5), "who has gone on stays there"


async def test_a_filter_that_shows_nothing_of_the_article_at_hand_gives_it_back(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j t x enter l l j")
        before = workspace.place
        assert before.article == 2
        await press(pilot, "f t")
        assert workspace.place == Place(0, 1)
        await press(pilot, "f u escape")
        assert workspace.place == before
        await press(pilot, "f t")
        await pilot.resize_terminal(90, 30)
        await press(pilot, "escape")
        assert workspace.place == before


async def test_a_hit_in_a_note_is_one_on_another_workspace_too(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n z e b r a space c r o s s i n g enter slash z e b r a enter")
        assert "“zebra” 1 of 1" in shown(app)
        for keys in ("right_curly_bracket", "left_curly_bracket", "l ctrl+w", "ctrl+t h"):
            await press(pilot, keys)
            assert "“zebra” 1 " in shown(app)
            assert "not found" not in shown(app)


async def test_the_only_hit_is_called_so(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash g u l l s enter greater_than_sign")
        assert "This is the only hit" in shown(app)
        await press(pilot, "G less_than_sign")
        assert workspace.place == Place(1, 2)
        assert "This is the only hit" not in shown(app)
