from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.notebook.anchoring import edits
from tests.notebook.prose import ARTICLES, BEES, HARBOUR, QUAY

from reader.notebook import Selector
from reader.notebook.anchoring.reanchor import Anchoring, AnchorResult

SENTENCES = edits.text_of(edits.paragraphs(HARBOUR))


def selector(text: str, part: str) -> Selector:
    """Select the first place of these words."""
    start = text.index(part)
    return Selector.of(text, start, start + len(part))


def anchor(selector: Selector, old: str, new: str) -> AnchorResult:
    """Find a selector of the old text in the new one."""
    return Anchoring(old, new).anchor(selector)


def tally(edit: edits.Edit, seeds: range) -> tuple[int, int, int]:
    """Count the sentences found where they are, put on a wrong place, and given up though there."""
    right = wrong = missed = 0
    for seed in seeds:
        for index, text in enumerate(ARTICLES):
            other = edits.paragraphs(ARTICLES[index - 1])
            old, spans = edits.text_of(edits.paragraphs(text))
            edited, truth = edits.text_of(edit(edits.paragraphs(text), Random(f"{seed} {index}"), other))
            anchoring = Anchoring(old, edited)
            for number, span in spans.items():
                found, verdict = anchoring.anchor(Selector.of(old, *span))
                place = None if verdict == "lost" else (found.start, found.end)
                right += place == truth.get(number)
                missed += place is None and number in truth
                wrong += place is not None and place != truth.get(number)
    return right, wrong, missed


def test_the_promise_holds_over_all_kinds_of_edits() -> None:
    totals = [tally(edit, range(20)) for edit in edits.EDITS]
    right, wrong, missed = (sum(part) for part in zip(*totals, strict=True))
    every = right + wrong + missed
    assert every > 10_000
    assert right / every >= 0.97
    assert wrong / every <= 0.003


@pytest.mark.parametrize(
    "edit", [edits.inserted_on_top, edits.inserted, edits.requoted], ids=lambda e: e.__name__
)
def test_what_leaves_a_sentence_as_it_was_is_never_a_reason_to_review(edit: edits.Edit) -> None:
    old, spans = SENTENCES
    for seed in range(5):
        edited, truth = edits.text_of(edit(edits.paragraphs(HARBOUR), Random(seed), edits.paragraphs(QUAY)))
        anchoring = Anchoring(old, edited)
        for number, span in spans.items():
            found, verdict = anchoring.anchor(Selector.of(old, *span))
            assert (verdict, (found.start, found.end)) == ("exact", truth[number])


def test_a_text_that_shares_nothing_takes_no_annotation() -> None:
    old, spans = SENTENCES
    for other in (BEES, "", "One word.", "The mayor. Of the wall, it said. On Tuesday?\n“We,” he said."):
        anchoring = Anchoring(old, other)
        assert anchoring.shared == 0
        for span in spans.values():
            before = Selector.of(old, *span)
            assert anchoring.anchor(before) == (before, "lost")


def test_the_other_account_of_the_same_event_takes_none_either() -> None:
    old, spans = SENTENCES
    anchoring = Anchoring(old, QUAY)
    assert {anchoring.anchor(Selector.of(old, *span))[1] for span in spans.values()} == {"lost"}


def test_the_verdicts() -> None:
    part = "Three fishing boats were moved as a precaution."
    before = selector(HARBOUR, part)
    lines = HARBOUR.splitlines()
    moved = "\n".join([*lines[:3], *lines[4:], lines[3]])
    changed = HARBOUR.replace(part, "Four fishing boats were moved as a precaution.")
    gone = HARBOUR.replace(part, "Nobody else was about.")
    assert anchor(before, HARBOUR, HARBOUR) == (before, "exact")
    assert anchor(before, HARBOUR, moved) == (selector(moved, part), "moved")
    assert anchor(before, HARBOUR, changed) == (
        selector(changed, "Four fishing boats were moved as a precaution."),
        "changed",
    )
    assert anchor(before, HARBOUR, gone) == (before, "lost")


def test_a_sentence_that_was_split_or_merged_is_followed() -> None:
    part = "It said divers would examine the wall at first light."
    split = HARBOUR.replace(part, "It said divers would come. They would examine the wall at first light.")
    found, verdict = anchor(selector(HARBOUR, part), HARBOUR, split)
    assert (found.exact, verdict) == (
        "It said divers would come. They would examine the wall at first light.",
        "changed",
    )
    merged = HARBOUR.replace("light. Three", "light; Three")
    found, verdict = anchor(selector(HARBOUR, part), HARBOUR, merged)
    assert found.exact.startswith("It said divers would examine the wall at first light")
    assert "fishing" not in found.exact


def test_a_short_sentence_that_became_part_of_another_is_followed() -> None:
    old = "He left the room. It rained hard. Nobody spoke for an hour."
    new = "He left the room, and it rained harder. Nobody spoke for an hour."
    found, verdict = anchor(selector(old, "It rained hard."), old, new)
    assert (found.exact, verdict) == ("it rained", "changed")


@pytest.mark.parametrize("edit", [edits.inserted, edits.requoted, edits.typos], ids=lambda e: e.__name__)
def test_ranges_over_sentences_and_down_to_words_are_followed(edit: edits.Edit) -> None:
    old, spans = SENTENCES
    edited, truth = edits.text_of(edit(edits.paragraphs(HARBOUR), Random(7), edits.paragraphs(QUAY)))
    anchoring = Anchoring(old, edited)
    for number in range(len(spans) - 2):
        found, _ = anchoring.anchor(Selector.of(old, spans[number][0], spans[number + 2][1]))
        if edit is not edits.inserted:
            assert (found.start, found.end) == (truth[number][0], truth[number + 2][1])
        words = old[slice(*spans[number])].split()[1:4]
        start = old.index(" ".join(words), spans[number][0])
        part, verdict = anchoring.anchor(Selector.of(old, start, start + len(" ".join(words))))
        assert verdict == "lost" or truth[number][0] <= part.start < part.end <= truth[number][1]
        assert verdict != "lost" or edit is edits.typos


def test_a_part_of_a_sentence_is_followed_into_it() -> None:
    part = "brought her alongside with the help of a tug"
    edited = "A new first line.\n" + HARBOUR.replace("the vessel since 2019", "the old vessel since 2018")
    assert anchor(selector(HARBOUR, part), HARBOUR, edited) == (selector(edited, part), "exact")
    edited = HARBOUR.replace("with the help of a tug", "with the help of two tugs")
    found, verdict = anchor(selector(HARBOUR, part), HARBOUR, edited)
    assert (found.exact, verdict) == ("brought her alongside with the help of", "changed")


def test_of_two_same_sentences_the_one_between_the_same_neighbours_is_meant() -> None:
    old = "He left. Nobody spoke. She stayed. Nobody spoke. It rained."
    new = "Later that day he left. Nobody spoke. She stayed. Nobody spoke. It rained. Nobody spoke."
    for at in (old.index("Nobody"), old.rindex("Nobody")):
        found, verdict = anchor(Selector.of(old, at, at + 13), old, new)
        assert verdict == "exact"
        assert new[found.start - 5 : found.start] == old[at - 5 : at]


def test_what_was_lost_is_found_when_its_words_come_back() -> None:
    part = "Three fishing boats were moved as a precaution."
    lost = selector(HARBOUR, part)
    without = HARBOUR.replace(part, "")
    assert anchor(lost, without, HARBOUR) == (lost, "moved")
    assert anchor(lost, without, QUAY) == (lost, "lost")
    assert anchor(lost, without, without) == (lost, "lost")
    assert anchor(lost, without, part + "\n" + part) == (lost, "lost")


@settings(max_examples=60)
@given(old=st.text("ab .\n", max_size=60), new=st.text("ab .\n", max_size=60), data=st.data())
def test_whatever_the_texts_a_selector_selects_what_it_says(old: str, new: str, data: st.DataObject) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    before = Selector.of(old, start, data.draw(st.integers(start + 1, len(old))))
    found, verdict = anchor(before, old, new)
    if verdict == "lost":
        assert found == before
    else:
        assert found == Selector.of(new, found.start, found.end)
    if old == new:
        assert (found, verdict) == (before, "exact")
