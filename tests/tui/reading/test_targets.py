"""Tags and notes on more than a sentence: ranges, words, pairs, absences, articles, all counterparts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import annotations_by_age, press, screen_text, type_ahead, wait_until
from tinydb import TinyDB

from reader.cli.commands.notes import notes_text
from reader.overlap import Place, format_score
from reader.tui.app import ReaderApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace.workspace import Workspace

SIZE = (120, 40)
NEW_TAG = "c l a i m enter"


async def test_the_same_on_all_counterparts_is_two_keys_and_one_undo(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"j t {NEW_TAG} k a 1")
        tagged = [Place(0, 0), Place(1, 1), Place(1, 3)]
        assert all(workspace.mark(place).tags for place in tagged)
        assert "“claim” on A 1 and its 2 counterparts" in screen_text(app)
        assert workspace.place == Place(0, 1), "and on to the next"
        origins = {
            annotation.selector.start: annotation.origin for annotation in annotations_by_age(workspace)
        }
        came_from = [one.origin.span for one in annotations_by_age(workspace) if one.origin]
        assert came_from == [workspace.annotations.span(Place(0, 0))] * 2, origins
        await press(pilot, "u")
        assert not any(workspace.mark(place).tags for place in tagged)
        await press(pilot, "U")
        assert all(workspace.mark(place).tags for place in tagged)


async def test_the_same_with_a_tag_from_the_picker(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"a t {NEW_TAG}")
        assert len(annotations_by_age(workspace)) == 3
        await press(pilot, "a j full_stop")
        assert len(annotations_by_age(workspace)) == 4, "moving on forgets it"


async def test_without_counterparts_there_is_nothing_to_repeat(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G a")
        assert "No other article says this" in screen_text(app)


async def test_a_range_over_paragraphs(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v j j")
        assert "Range A 1–3 · v leaves it" in screen_text(app).splitlines()[-2]
        await press(pilot, f"t {NEW_TAG}")
        (annotation,) = annotations_by_age(workspace)
        text = workspace.articles[0].text
        assert annotation.selector.exact == text[: text.index("The harbour")].rstrip()
        assert [bool(workspace.mark(Place(0, n)).tags) for n in range(4)] == [True, True, True, False]
        assert screen_text(app).count("[claim …]") == 1, "the tag is written behind the last of them"
        await press(pilot, "k")
        assert workspace.selection is None, "the range is done with"


async def test_a_digit_on_a_range_goes_on_behind_it(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"G t {NEW_TAG} j g v j 1")
        assert workspace.place == Place(0, 2)
        assert "“claim” on A 1–2" in screen_text(app)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("v h", "The ferry to Inner Skell ran aground at 6.15am on"),
        ("v h h h l o l l l", "Inner Skell ran aground at 6.15am"),
        ("v o l h", "The ferry to Inner Skell ran aground at 6.15am on Friday."),
        ("v o " + "l " * 30, "Friday."),
        ("v " + "h " * 30, "The"),
    ],
)
async def test_a_range_down_to_words(keys: str, words: str, workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{keys} n x enter")
        (annotation,) = annotations_by_age(workspace)
        assert annotation.selector.exact == words
        assert annotation.note == "x"


async def test_leaving_a_range_and_another_column(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v j v")
        assert workspace.selection is None
        await press(pilot, "v j escape")
        assert workspace.selection is None
        await press(pilot, "v tab")
        assert workspace.selection is None


async def test_a_pair_keeps_what_differs(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "c c p")
        assert "Tag for A 1 with B 4" in screen_text(app)
        await press(pilot, "enter")
        (annotation,) = annotations_by_age(workspace)
        assert annotation.kind == "pair"
        assert annotation.spans == (
            workspace.annotations.span(Place(0, 0)),
            workspace.annotations.span(Place(1, 3)),
        )
        assert annotation.relation == "edited"
        assert annotation.differences
        name = workspace.notebook.tag(annotation.tags[0]).name
        text = screen_text(app)
        assert f"[{name} ⇄ B 4]" in text
        assert f"[{name} ⇄ A 1]" in text
        await press(pilot, "u")
        assert "⇄" not in screen_text(app)


async def test_a_pair_that_was_only_possible_stays_so(lay: Callable[..., Workspace]) -> None:
    workspace = lay(
        "The harbour master closed the pier after the storm. Bread is dear.",
        "After the gale nobody could use the pier. Gulls swim.",
    )
    (match,) = workspace.comparison.overlap.matches_of(Place(0, 0))
    assert not match.sure
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p enter E")
        (annotation,) = annotations_by_age(workspace)
        assert annotation.relation == "possibly paraphrase"
        assert "a pair · possibly paraphrase · exact" in screen_text(app)
    assert "    possibly paraphrase, with" in notes_text(workspace.notebook)


async def test_a_pair_by_its_digit_goes_on_from_where_it_began(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s o c c p 1")
        (annotation,) = annotations_by_age(workspace)
        assert annotation.spans == (
            workspace.annotations.span(Place(0, 0)),
            workspace.annotations.span(Place(1, 3)),
        )
        assert workspace.place == Place(0, 1)
        assert "1/7" in screen_text(app), "a session goes on too"


async def test_what_another_article_does_not_say(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "A c enter")
        (annotation,) = annotations_by_age(workspace)
        assert annotation.kind == "absence"
        assert annotation.other
        assert annotation.other.article == workspace.annotations.ids[2]
        assert "[not said · C]" in screen_text(app)
        await press(pilot, "G A")
        lines = screen_text(app).splitlines()
        start = next(n for n, line in enumerate(lines) if "Which does not say A 4?" in line)
        assert [line.strip() for line in lines[start + 1 : start + 3]] == ["B  1.txt", "C  2.txt"]
        await press(pilot, "c enter")
        assert len(annotations_by_age(workspace)) == 2
        await press(pilot, "A 1 j")
        assert "Its letter, or Esc. Which does not say A 4?" in screen_text(app), "no other key does anything"
        await press(pilot, "escape j")
        assert len(annotations_by_age(workspace)) == 2


async def test_the_letter_comes_first_also_where_but_one_lacks_it(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "A")
        assert "C does not say A 1: its letter, Enter or 1 … 9 for a tag" in screen_text(app)
        await press(pilot, "c")
        assert "Tag for A 1, not in C" in screen_text(app)
        await press(pilot, "1")
        assert "“claim” on A 1, not in C" in screen_text(app)
        await press(pilot, "g A enter")
        assert "Tag for A 1, not in C" in screen_text(app)


async def test_that_an_article_lacks_what_it_was_matched_with_is_for_the_reader_to_say(
    workspace: Workspace,
) -> None:
    app = ReaderApp(workspace)
    (best, *_) = (match for match in workspace.matches(Place(0, 0)) if match.b.article == 1)
    assert best.sure
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "A")
        lines = screen_text(app).splitlines()
        start = next(n for n, line in enumerate(lines) if "C does not say A 1:" in line)
        assert lines[start + 1].split() == ["C", "2.txt"], "those without a match come first"
        assert lines[start + 2].strip() == f"B  1.txt (matched at {format_score(best.score)})"
        await press(pilot, "b")
        assert f"A 1, not in B (matched at {format_score(best.score)})" in screen_text(app)
        await press(pilot, "enter")
        assert "[not said · B]" in screen_text(app)


async def test_an_answer_typed_ahead_does_not_hold_up_what_comes_after_it(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await type_ahead(app, pilot, "G A c enter A z escape k n x enter")
        assert sorted(one.kind for one in annotations_by_age(workspace)) == ["absence", "span"]


async def test_a_whole_article(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(160, 40)) as pilot:
        await press(pilot, "T b i a s enter N f i n e enter")
        (annotation,) = annotations_by_age(workspace)
        assert (annotation.kind, annotation.note) == ("article", "fine")
        assert "bias" in screen_text(app).splitlines()[2]
        assert "✎ fine" in screen_text(app).splitlines()[2]
        await press(pilot, "u u")
        assert "bias" not in screen_text(app).splitlines()[2]


async def test_everything_is_taken_off_at_once(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"t {NEW_TAG} p enter v j n w enter g x")
        assert "“claim” off A 1 and A 1 with B 2 · what is on A 1–2 stays · u brings it back" in screen_text(
            app
        )
        assert [one.note for one in annotations_by_age(workspace)] == ["w"], (
            "the range reaches further: it is asked"
        )
        await press(pilot, "x y")
        assert not annotations_by_age(workspace)
        assert "[" not in "".join(line[3:40] for line in screen_text(app).splitlines())
        await press(pilot, "u u")
        assert len(annotations_by_age(workspace)) == 3


async def test_the_budget_of_keys(lay: Callable[..., Workspace]) -> None:
    workspace = lay("The ferry sank. Nobody swam. Bread is dear.", "The ferry sank.")
    app = ReaderApp(workspace)
    budget = {
        "t f i g u r e enter": "a new tag: its letters and two",
        "j t c l enter": "another existing tag: four, after a move",
    }
    workspace.notebook.codebook.create("claim")
    async with app.run_test(size=SIZE) as pilot:
        for keys in budget:
            await press(pilot, keys)
        assert [tag.name for tag in workspace.mark(Place(0, 0)).tags] == ["figure"]
        assert [tag.name for tag in workspace.mark(Place(0, 1)).tags] == ["claim"]
        await press(pilot, "j 1")
        assert [tag.name for tag in workspace.mark(Place(0, 2)).tags] == ["claim"], "a pinned tag: one"
        await press(pilot, "u")
        assert not workspace.mark(Place(0, 2)).tags, "undo: one"
        await press(pilot, "full_stop")
        assert workspace.mark(Place(0, 2)).tags, "repeat: one"
        await press(pilot, "n s o enter")
        assert workspace.mark(Place(0, 2)).note == "so", "a note: its letters and two"
        await press(pilot, "g a 1")
        assert workspace.mark(Place(1, 0)).tags, "a sentence and all its counterparts: two"
        await press(pilot, "g p 1")
        assert [one.kind for one in annotations_by_age(workspace)].count("pair") == 1, "a pair: two"
        await press(pilot, "A 1")
        assert [one.kind for one in annotations_by_age(workspace)].count("absence") == 1, "an absence: two"
        assert workspace.place == Place(0, 2), "each goes on"


async def test_a_notebook_that_another_program_has_changed_is_merged(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    assert workspace.notebook.save()
    path = workspace.notebook.path
    theirs = json.loads(path.read_text(encoding="utf-8"))
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1")
        assert workspace.notebook.save()
        theirs["tags"]["77"] = {
            "id": "77",
            "name": "theirs",
            "colour": "#2083DF",
            "digit": 2,
            "description": "",
        }
        path.write_text(json.dumps(theirs), encoding="utf-8")
        await press(pilot, "1")
        assert not workspace.notebook.save()
        await wait_until(
            pilot, lambda: "Another program has changed reader.json: M takes in both" in screen_text(app)
        )
        assert "NOT SAVED" in screen_text(app)
        await press(pilot, "M")
        await wait_until(pilot, lambda: "Both are in the notebook now; u takes it back" in screen_text(app))
        assert workspace.notebook.save()
        assert {tag.name for tag in workspace.notebook.tags} == {"claim", "theirs"}
        await press(pilot, "M")
        assert "No other program has changed the notebook" in screen_text(app)
    with TinyDB(path, access_mode="r") as file:
        assert len(file.table("annotations")) == 2
        assert len(file.table("tags")) == 2
