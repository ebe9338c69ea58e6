from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.notebook.helpers import article, words
from tests.notebook.prose import HARBOUR, QUAY

from reader.notebook import Notebook, NotebookError, Tag, Target
from reader.notebook.colours import PALETTE
from reader.notebook.history import labels
from reader.text.cleaning import clean_line, clean_text

FIRST = (0, 38)  # the title of the article


def test_a_tag_on_a_sentence_is_there_at_once(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    assert notebook.put_tag([Target.span(name, *FIRST)], tag.id)
    there = next(iter(notebook.annotations_on(Target.span(name, *FIRST))), None)
    assert there is not None
    assert words(notebook, there) == ("Ferry strikes harbour wall in Velmouth", ("claim",), "")
    assert there.selector.prefix == ""
    assert there.selector.suffix == "\nA passenger ferry struck the in"
    assert there.verdict == "exact"


def test_tagging_twice_changes_nothing(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    assert notebook.put_tag([Target.span(name, *FIRST)], tag.id)
    assert not notebook.put_tag([Target.span(name, *FIRST)], tag.id)
    notebook.undo()
    assert notebook.annotations() == ()


def test_several_tags_and_a_note_are_one_annotation(notebook: Notebook) -> None:
    name = notebook.attach(article())
    for word in ("claim", "figure"):
        notebook.put_tag([Target.span(name, *FIRST)], notebook.codebook.create(word).id)
    notebook.put_note(Target.span(name, *FIRST), "Says who?\nAsk.")
    assert [words(notebook, each)[1:] for each in notebook.annotations(name)] == [
        (("claim", "figure"), "Says who?\nAsk.")
    ]


def test_an_empty_note_takes_the_annotation_with_it_unless_it_has_tags(notebook: Notebook) -> None:
    name = notebook.attach(article())
    notebook.put_note(Target.span(name, *FIRST), "a")
    notebook.put_note(Target.span(name, *FIRST), " \n ")
    assert notebook.annotations() == ()
    notebook.put_tag([Target.span(name, *FIRST)], notebook.codebook.create("claim").id)
    notebook.put_note(Target.span(name, *FIRST), "a")
    notebook.put_note(Target.span(name, *FIRST), "")
    assert len(notebook.annotations()) == 1


def test_untag_takes_tags_and_note_off_exactly_this_span(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    notebook.put_tag([Target.span(*span) for span in [(name, 0, 38), (name, 0, 5)]], tag.id)
    notebook.put_note(Target.span(name, 0, 38), "a")
    assert notebook.remove(notebook.annotations_on(Target.span(name, 0, 38)))
    assert not notebook.remove(notebook.annotations_on(Target.span(name, 0, 38)))
    assert [each.selector.exact for each in notebook.annotations()] == ["Ferry"]


def test_annotations_come_by_place(notebook: Notebook) -> None:
    name, other = notebook.attach(article()), notebook.attach(article(QUAY, "quay.txt"))
    tag = notebook.codebook.create("claim")
    notebook.put_tag(
        [Target.span(*span) for span in [(name, 20, 30), (other, 4, 9), (name, 0, 5), (name, 0, 2)]], tag.id
    )
    spans = [(each.selector.start, each.selector.end) for each in notebook.annotations(name)]
    assert spans == [(0, 2), (0, 5), (20, 30)]
    assert len(notebook.annotations()) == 4


@pytest.mark.parametrize("name", ["", "  \n", "\x1b", "CLAIM", " claim "])
def test_a_name_that_is_no_name_or_taken_is_refused(notebook: Notebook, name: str) -> None:
    notebook.codebook.create("Claim")
    if name == "\x1b":  # a control character becomes a visible sign, and that is a name
        assert notebook.codebook.create(name).name == "␛"
    else:
        with pytest.raises(NotebookError):
            notebook.codebook.create(name)


def test_tags_get_colours_and_digits_in_turn(notebook: Notebook) -> None:
    tags = [notebook.codebook.create(f"tag {number:02}") for number in range(14)]
    assert [tag.digit for tag in tags] == [*range(1, 10), *[None] * 5]
    assert [tag.colour for tag in tags] == [*PALETTE, *PALETTE[:2]]
    assert notebook.tags == tuple(tags)
    assert notebook.codebook.pinned_to(3) == tags[2]
    assert notebook.codebook.named("TAG 05") == tags[5]


def test_the_colours_can_be_read_on_dark_and_on_light() -> None:
    for colour in PALETTE:
        for background in ("#121212", "#FFFFFF"):
            light, dark = sorted((_luminance(colour), _luminance(background)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 3


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_undo_and_redo_say_what_they_did(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    notebook.put_tag([Target.span(*span) for span in [(name, 0, 5), (name, 6, 9)]], tag.id)
    notebook.put_note(Target.span(name, 0, 5), "a")
    notebook.remove(notebook.annotations_on(Target.span(name, 6, 9)))
    said = [
        "tag off “str”",
        "note on “Ferry”",
        "tag “claim” on 2 passages",
        "new tag “claim”",
    ]
    assert [notebook.undo() for _ in range(5)] == [*said, None]
    assert (notebook.tags, notebook.annotations()) == ((), ())
    assert [notebook.redo() for _ in range(5)] == [*reversed(said), None]
    assert [words(notebook, each) for each in notebook.annotations()] == [("Ferry", ("claim",), "a")]


def test_a_change_after_undo_drops_what_could_be_done_again(notebook: Notebook) -> None:
    name = notebook.attach(article())
    notebook.put_note(Target.span(name, 0, 5), "a")
    notebook.undo()
    notebook.put_note(Target.span(name, 0, 5), "b")
    assert notebook.redo() is None
    assert notebook.undo() == "note on “Ferry”"
    assert notebook.undo() is None


def test_what_belongs_together_is_one_step(notebook: Notebook) -> None:
    name = notebook.attach(article())
    with notebook.history.step("new tag “claim” on 1 sentence"):
        notebook.put_tag([Target.span(name, *FIRST)], notebook.codebook.create("claim").id)
    assert notebook.undo() == "new tag “claim” on 1 sentence"
    assert (notebook.tags, notebook.annotations()) == ((), ())
    assert notebook.redo() == "new tag “claim” on 1 sentence"
    assert [words(notebook, each)[1] for each in notebook.annotations()] == [("claim",)]


def test_a_step_in_which_something_is_refused_can_be_undone(notebook: Notebook) -> None:
    notebook.codebook.create("claim")
    with notebook.history.step("two tags"):
        notebook.codebook.create("figure")
        with pytest.raises(NotebookError):
            notebook.codebook.create("claim")
    assert notebook.undo() == "two tags"
    assert [tag.name for tag in notebook.tags] == ["claim"]


def test_undo_works_after_coming_back(path: Path) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article())
    notebook.put_note(Target.span(name, 0, 5), "a")
    notebook.put_note(Target.span(name, 0, 5), "b")
    notebook.undo()
    notebook.close()
    notebook = Notebook.open(path)
    assert notebook.redo() == "note on “Ferry”"
    assert [each.note for each in notebook.annotations()] == ["b"]
    assert [notebook.undo(), notebook.undo(), notebook.undo()] == ["note on “Ferry”"] * 2 + [None]
    notebook.close()


def test_at_least_a_thousand_steps_can_be_undone(path: Path) -> None:
    notebook = Notebook.open(path)
    name = notebook.attach(article())
    for number in range(2_100):
        notebook.put_note(Target.span(name, 0, 5), f"{number}")
    notebook.close()
    notebook = Notebook.open(path)
    undone = 0
    while notebook.undo():
        undone += 1
    notebook.close()
    assert 1_000 <= undone <= 2_000


def test_undo_says_on_which_words(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag, other = (
        notebook.codebook.create("claim"),
        notebook.codebook.create("a name that goes on for a good while"),
    )
    start = HARBOUR.index("“We heard")
    sentence = (name, start, HARBOUR.index("Nobody told"))
    notebook.put_tag([Target.span(*sentence)], tag.id)
    notebook.put_tag([Target.span(*sentence)], other.id)
    notebook.put_note(Target.span(*sentence), "a")
    notebook.remove(notebook.annotations_on(Target.span(*sentence)))
    notebook.undo()
    notebook.remove_tag(notebook.annotations_on(Target.span(*sentence)), tag.id)
    notebook.remove(notebook.annotations_on(Target.span(*sentence)))
    notebook.undo()
    said = []
    while words := notebook.undo():
        said.append(words)
    assert said == [
        "tag “claim” off “We heard a grinding noise…”",
        "note on “We heard a grinding noise…”",
        "tag “a name that goe…” on “We heard a grinding…”",
        "tag “claim” on “We heard a grinding noise…”",
        "new tag “a name that goe…”",
        "new tag “claim”",
    ]


@given(
    name=st.text(min_size=1).filter(lambda name: bool(clean_line(name))),
    text=st.text(min_size=1, max_size=200).map(clean_text).filter(str.strip),
)
def test_what_undo_says_is_one_short_line(name: str, text: str) -> None:
    said = labels.step_label(
        f"{labels.tag_label(Tag('t', clean_line(name), '#000000', None))} off", [("span", text)]
    )
    assert len(said) <= labels.LONGEST
    assert "\n" not in said
    assert said.startswith("tag “")


def test_what_is_taken_off_is_named(notebook: Notebook) -> None:
    name = notebook.attach(article())
    for tag in ("claim", "figure"):
        notebook.put_tag([Target.span(name, 0, 5)], notebook.codebook.create(tag).id)
    notebook.put_note(Target.span(name, 0, 5), "a")
    notebook.remove(notebook.annotations_on(Target.span(name, 0, 5)))
    assert notebook.undo() == "tags and note off “Ferry”"


def test_a_tag_that_is_not_there_is_refused_in_a_sentence(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    assert tag.id in notebook.codebook
    notebook.undo()
    assert tag.id not in notebook.codebook
    target = Target.span(name, *FIRST)
    with pytest.raises(NotebookError, match=r"There is no such tag in the notebook any more\."):
        notebook.put_tag([target], tag.id)
    with pytest.raises(NotebookError, match=r"There is no such tag in the notebook any more\."):
        notebook.remove_tag(notebook.annotations_on(target), tag.id)
    assert notebook.annotations() == ()


def test_what_overlaps_a_span_is_found_by_place(notebook: Notebook) -> None:
    name = notebook.attach(article())
    for start, end in ((0, 38), (0, 5), (30, 60), (39, 45), (100, 120)):
        notebook.put_note(Target.span(name, start, end), f"{start}–{end}")
    assert [each.note for each in notebook.annotations_at(name, 5, 39)] == ["0–38", "30–60"]
    assert [each.note for each in notebook.annotations_at(name, 39, 45)] == ["30–60", "39–45"]
    assert notebook.annotations_at(name, 60, 100) == ()
    assert notebook.annotations_at("another", 0, 100) == ()


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda span: (span[0], span[0] + span[1]))


@settings(max_examples=60)
@given(there=st.lists(SPANS, max_size=12, unique=True), gone=st.sets(st.integers(0, 11)), span=SPANS)
def test_overlapping_gives_all_that_share_a_character(
    there: list[tuple[int, int]], gone: set[int], span: tuple[int, int]
) -> None:
    with TemporaryDirectory() as folder:
        notebook = Notebook.open(Path(folder) / "reader.json")
        name = notebook.attach(article())
        for start, end in there:
            notebook.put_note(Target.span(name, start, end), "x")
        for number in gone & set(range(len(there))):
            notebook.remove(notebook.annotations_on(Target.span(name, *there[number])))
        expected = [
            each
            for each in notebook.annotations(name)
            if each.selector.start < span[1] and span[0] < each.selector.end
        ]
        assert list(notebook.annotations_at(name, *span)) == expected
        notebook.close()


def test_controls_in_names_and_notes_are_made_visible(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("a\x1b]52;c;x\x07\u202eb")
    notebook.put_note(Target.span(name, 0, 5), "one\x1b[2J\r\ntwo")
    assert tag.name == "a␛]52;c;x␇b"
    assert notebook.annotations()[0].note == "one␛[2J\ntwo"


def test_a_span_outside_of_the_text_is_a_mistake(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    for start, end in ((5, 5), (-1, 3), (0, 10**6)):
        with pytest.raises(ValueError, match="not a span"):
            notebook.put_tag([Target.span(name, start, end)], tag.id)
    assert notebook.annotations() == ()
