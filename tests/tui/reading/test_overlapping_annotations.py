"""Tags and notes that lie over one another: what is on exactly the sentence comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.helpers import SIZE, annotations_by_age, press, screen_text, tag_names, type_ahead
from tests.tui.reading.test_targets import NEW_TAG
from tinydb import TinyDB

from reader.notebook import Target
from reader.overlap import Place
from reader.tui.app import ReaderApp

if TYPE_CHECKING:
    from reader.workspace.workspace import Workspace

RANGE = "g j v j j"
"""Chooses A 2–4."""


def status(app: ReaderApp) -> str:
    return screen_text(app).splitlines()[-2]


def sentence(workspace: Workspace, number: int) -> Target:
    return Target.span(*workspace.annotations.span(Place(0, number)))


def on_disk(workspace: Workspace) -> list[tuple[str, list[str], str]]:
    """What plain TinyDB finds in the file: the words, how many tags, the note."""
    assert workspace.notebook.save()
    with TinyDB(workspace.notebook.path, access_mode="r") as file:
        found = file.table("annotations").all()
    names = {tag.id: tag.name for tag in workspace.notebook.tags}
    text = workspace.articles[0].text
    return sorted(
        (text[one["selector"]["start"] :][:8], [names[tag] for tag in one["tags"]], one["note"])
        for one in found
    )


# Notes


async def test_a_note_on_a_range_leaves_its_sentences_their_own(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"j j n o n e enter {RANGE} n r a n g e enter")
        assert sorted(one.note for one in annotations_by_age(workspace)) == ["one", "range"]
        await press(pilot, "k")
        assert "A 3/4 · ✎ one · ✎ range (A 2–4) · verbatim" in status(app)
        await press(pilot, "n")
        assert "Note on A 3 " in screen_text(app)
        assert "✎ A 2–4: range" in screen_text(app)
        await press(pilot, "x enter j n")
        assert "No note on A 4 itself yet" in screen_text(app)
        await press(pilot, "f o u r enter")
        assert "✎ four · ✎ range (A 2–4)" in status(app)
        assert sorted(one.note for one in annotations_by_age(workspace)) == ["four", "onex", "range"]
    assert len(on_disk(workspace)) == 3


async def test_a_note_that_lies_over_a_sentence_is_a_key_further_on(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{RANGE} n r a n g e enter n")
        assert "Tab to the note on A 2–4" in screen_text(app)
        await press(pilot, "m i n e tab")
        assert "Note on A 2–4" in screen_text(app)
        assert "✎ A 4: mine" in screen_text(app), "what was written is kept"
        await press(pilot, "x tab y enter")
        assert sorted(one.note for one in annotations_by_age(workspace)) == ["miney", "rangex"], "and around"


async def test_the_next_note_takes_what_is_typed_ahead(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await type_ahead(app, pilot, f"{RANGE} n r enter n m tab s tab t enter g k n f enter")
        assert sorted(one.note for one in annotations_by_age(workspace)) == ["f", "mt", "rs"]


async def test_a_note_alone_has_no_other_key(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n o n e tab")
        assert "Tab" not in screen_text(app)
        assert "note on" not in screen_text(app)
        await press(pilot, "enter")
        assert [one.note for one in annotations_by_age(workspace)] == ["one"], "the key does nothing"


async def test_notes_that_cannot_be_changed_can_all_be_read(workspace: Workspace) -> None:
    first, last = workspace.annotations.span(Place(0, 1)), workspace.annotations.span(Place(0, 3))
    workspace.notebook.put_note(Target.span(first[0], first[1], last[2]), "on the range")
    workspace.notebook.put_note(sentence(workspace, 2), "on the sentence")
    workspace.notebook.close()
    workspace.annotations.notebook = type(workspace.notebook).open(workspace.notebook.path, read_only=True)
    for article in workspace.articles:
        workspace.notebook.attach(article)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j n")
        assert "on the range" in screen_text(app)
        await press(pilot, "escape j n tab")
        assert "Note on A 2–4" in screen_text(app)
        await press(pilot, "escape g n")
        assert "read-only" in status(app)


async def test_a_long_note_is_shown_whole(workspace: Workspace) -> None:
    note = " ".join(f"word{number}" for number in range(12))
    workspace.notebook.put_note(sentence(workspace, 3), note)
    app = ReaderApp(workspace)
    async with app.run_test(size=(160, 40)) as pilot:
        await press(pilot, "G")
        assert f"✎ {note} · only here" in status(app)
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "G d")
        assert "…" in status(app)
        assert "only here" in status(app)
        assert note in " ".join(screen_text(app).split())


async def test_ten_tags_leave_room_for_what_is_shared(workspace: Workspace) -> None:
    for number in range(10):
        tag = workspace.notebook.codebook.create(f"a tag of some length {number}")
        workspace.notebook.put_tag([sentence(workspace, 0)], tag.id)
    workspace.notebook.put_note(sentence(workspace, 0), "noted")
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 40)):
        assert "a tag of some length 0 · 9 more · ✎ noted · verbatim with B 2 (1.00), edited" in status(app)
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 40)):
        assert "10 tags · ✎ n" in status(app)
        assert "verbatim with B 2" in status(app)


# Tags


async def test_a_tag_on_a_range_is_no_tag_on_its_sentences(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{RANGE} t {NEW_TAG} 1")
        assert "“claim” on A 4" in status(app)
        assert len(annotations_by_age(workspace)) == 2
        await press(pilot, "1")
        assert "“claim” was on A 4 already" in status(app)
        await press(pilot, "v h 1")
        assert "“claim” on words of A 4" in status(app), "words of a tagged sentence"
        assert len(annotations_by_age(workspace)) == 3
        await press(pilot, "g a 1")
        assert len(annotations_by_age(workspace)) == 6
    assert len(on_disk(workspace)) == 6


async def test_enter_in_the_picker_is_for_exactly_the_sentence(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{RANGE} t {NEW_TAG} t")
        assert "claim   on A 2–4" in screen_text(app)
        await press(pilot, "enter t")
        assert "✓ Enter takes it off, A 2–4 keeps it" in screen_text(app)
        await press(pilot, "enter")
        assert "“claim” off A 4, on A 2–4 it stays" in status(app)
        assert [one.selector.end for one in annotations_by_age(workspace)] == [
            workspace.annotations.span(Place(0, 3))[2]
        ]
        assert len(annotations_by_age(workspace)) == 1
        await press(pilot, "u")
        assert "Undone: tag “claim” off “The harbour office will…” · A 4" in status(app)


async def test_taking_off_begins_with_the_sentence_and_asks_before_it_goes_on(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{RANGE} t {NEW_TAG} 1 k n s o enter x")
        assert "the note off A 3 · what is on A 2–4 stays · u brings it back" in status(app)
        assert len(annotations_by_age(workspace)) == 2
        await press(pilot, "x")
        assert "“claim” on A 2–4 lies over A 3. Take it off there?" in screen_text(app)
        await press(pilot, "z")
        assert tag_names(workspace, Place(0, 2)) == ["claim"]
        await press(pilot, "x y")
        assert "“claim” off A 2–4 · u brings it back" in status(app)
        assert [one.span for one in annotations_by_age(workspace)] == [
            workspace.annotations.span(Place(0, 3))
        ]
        await press(pilot, "u")
        assert "Undone: tag off “Forty passengers waited three hours…” · A 2–4" in status(app)
        assert tag_names(workspace, Place(0, 1)) == ["claim"]


async def test_of_several_that_lie_over_a_sentence_one_is_taken_off(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{RANGE} t {NEW_TAG} g v j n t w o enter x")
        assert "What is to be taken off over A 2?" in screen_text(app)
        assert "A  the note on A 1–2" in screen_text(app)
        assert "B  “claim” on A 2–4" in screen_text(app)
        await press(pilot, "b")
        assert [one.note for one in annotations_by_age(workspace)] == ["two"]


async def test_words_that_are_chosen_keep_what_the_sentence_has(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"t {NEW_TAG} v h 1 g v h x")
        assert [one.span for one in annotations_by_age(workspace)] == [
            workspace.annotations.span(Place(0, 0))
        ]
        assert "what is on A 1 stays" in status(app)


async def test_undo_does_not_call_ranges_sentences(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"t {NEW_TAG} j 1 {RANGE} 1 g v j j j x u")
        assert "Undone: tags off 3 passages · A 1, A 2 and A 2–4" in status(app)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("1", "tag “claim” on “The ferry to Inner Skell…” · A 1"),
        ("t x enter", "new tag “x” · A 1"),
        ("v j n w enter", "note on “The ferry to Inner Skell…” · A 1–2"),
        ("a 1", "tag “claim” on 3 passages · A 1, B 2 and B 4"),
        ("p 1", "tag “claim” on the pair of “The ferry to Inner…” · A 1 and B 2"),
        ("A c 1", "tag “claim” on the absence of “The ferry to…” · A 1"),
        ("T 1", "tag “claim” on article “The ferry to Inner…”"),
    ],
)
async def test_undo_says_what_it_was_and_where(keys: str, said: str, workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{keys} G l u")
        assert f"Undone: {said} " in status(app)
        await press(pilot, "U")
        assert f"Done again: {said} " in status(app)


async def test_words_with_quotation_marks_get_no_others_around_them(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j j v h")
        assert "Range “Nobody told us anything…” of A 3" in screen_text(app)


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        ("j n", "Note on A 2"),
        ("v j n", "Note on A 1–2"),
        ("v h n", "Note on words of A 1"),
        ("N", "Note on the whole of A"),
    ],
)
async def test_a_note_says_what_it_is_on_while_it_is_written(
    keys: str, what: str, workspace: Workspace
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{keys} n e w")
        assert f" {what} ─" in screen_text(app)


@pytest.mark.parametrize(
    ("keys", "kind", "name"),
    [("p 1", "pair", "A 1 with B 2"), ("A c 1 g", "absence", "A 1 (not in C)")],
)
async def test_a_pair_and_an_absence_have_notes_a_key_further_on(
    keys: str, kind: str, name: str, workspace: Workspace
) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{keys} g n")
        assert f"Tab to the note on {name}" in screen_text(app)
        await press(pilot, "o n e tab t w o enter")
        assert {one.kind: one.note for one in annotations_by_age(workspace)} == {"span": "one", kind: "two"}
        assert len(annotations_by_age(workspace)) == 2
        await press(pilot, "n")
        assert f"✎ {name}: two" in screen_text(app)
        await press(pilot, "tab")
        assert f"Note on {name}" in screen_text(app)
        await press(pilot, "s enter")
        assert {one.kind: one.note for one in annotations_by_age(workspace)} == {"span": "one", kind: "twos"}
        assert "✎ twos" in status(app)
        await press(pilot, "n tab backspace backspace backspace backspace enter u")
        assert {one.kind: one.note for one in annotations_by_age(workspace)} == {"span": "one", kind: "twos"}


async def test_the_note_of_a_pair_is_reached_from_both_its_sides(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p 1 g c n tab f r o m space b enter")
        assert workspace.place == Place(1, 1)
        assert [one.note for one in annotations_by_age(workspace)] == ["from b"]
