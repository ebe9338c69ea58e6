from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.notebook.actions.tags import assert_is_one_step, id_of, names, tags_of_annotations
from tests.notebook.helpers import article

from reader.notebook import Notebook, NotebookError, Target
from reader.notebook.actions import tagging
from reader.notebook.colours import PALETTE

if TYPE_CHECKING:
    from pathlib import Path


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


def test_tags_stand_before_those_below_them(filled: Notebook) -> None:
    filled.codebook.create("claim 2")
    filled.codebook.create("Claim/Amount")
    assert names(filled) == [
        "claim", "Claim/Amount", "claim/figure", "claim/figure/money", "claim 2", "claimant", "source",
    ]  # fmt: skip
    below = filled.codebook.below(id_of(filled, "claim"))
    assert [tag.name for tag in below] == ["Claim/Amount", "claim/figure", "claim/figure/money"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("claim", "3 tags on 4 annotations"),
        ("claim/figure", "2 tags on 3 annotations"),
        ("source", "1 tag on 2 annotations"),
    ],
)
def test_what_a_change_will_touch_is_known_beforehand(filled: Notebook, name: str, said: str) -> None:
    assert filled.codebook.reach(id_of(filled, name)).in_words == said


def test_those_below_follow_a_new_name(filled: Notebook) -> None:
    claim = id_of(filled, "claim")
    before = tags_of_annotations(filled)
    assert_is_one_step(
        filled, lambda: filled.codebook.rename(claim, "statement"), "tag “claim” renamed to “statement”"
    )
    assert names(filled) == ["claimant", "source", "statement", "statement/figure", "statement/figure/money"]
    assert tags_of_annotations(filled) == [
        tuple("statement" + name[5:] if name.startswith(("claim/", "claim")) and name != "claimant" else name
              for name in each)
        for each in before
    ]  # fmt: skip
    assert filled.history.touched_codebook


def test_a_name_may_change_its_case_but_not_be_taken(filled: Notebook) -> None:
    claim = id_of(filled, "claim")
    filled.codebook.rename(claim, "Claim")
    assert names(filled)[:2] == ["Claim", "Claim/figure"]
    for taken in ("Source", "claimant"):
        with pytest.raises(NotebookError, match="There is a tag"):
            filled.codebook.rename(claim, taken)
    filled.codebook.create("report/figure")
    with pytest.raises(NotebookError, match="There is a tag “report/figure” already"):
        filled.codebook.rename(claim, "report")
    with pytest.raises(NotebookError, match="needs a name"):
        filled.codebook.rename(claim, " / ")
    assert names(filled)[0] == "Claim"


def test_a_tag_is_moved_with_those_below_it(filled: Notebook) -> None:
    figure, source = id_of(filled, "claim/figure"), id_of(filled, "source")
    assert_is_one_step(
        filled, lambda: filled.codebook.move(figure, source), "tag “claim/figure” renamed to “source/figure”"
    )
    assert names(filled) == ["claim", "claimant", "source", "source/figure", "source/figure/money"]
    filled.codebook.move(figure, None)
    assert names(filled) == ["claim", "claimant", "figure", "figure/money", "source"]
    for inside in ("figure", "figure/money"):
        with pytest.raises(NotebookError, match="cannot be moved below itself"):
            filled.codebook.move(figure, id_of(filled, inside))


def test_merging_leaves_one_tag_everywhere(filled: Notebook) -> None:
    filled.codebook.create("source/figure")
    claim, source = id_of(filled, "claim"), id_of(filled, "source")
    assert_is_one_step(
        filled, lambda: filled.codebook.merge(claim, source), "tag “claim” merged into “source”"
    )
    assert names(filled) == ["claimant", "source", "source/figure", "source/figure/money"]
    assert tags_of_annotations(filled) == [
        ("source",), ("source/figure",), ("source/figure/money",), ("claimant",), ("source",),
        ("source", "source/figure", "source/figure/money", "claimant"),
    ]  # fmt: skip


def test_a_tag_can_be_merged_into_its_parent_and_not_into_its_child(filled: Notebook) -> None:
    figure = id_of(filled, "claim/figure")
    filled.codebook.create("claim/figure/figure")
    with pytest.raises(NotebookError, match="cannot be merged"):
        filled.codebook.merge(figure, id_of(filled, "claim/figure/money"))
    assert_is_one_step(
        filled,
        lambda: filled.codebook.merge(figure, id_of(filled, "claim")),
        "tag “claim/figure” merged into “claim”",
    )
    assert names(filled) == ["claim", "claim/figure", "claim/money", "claimant", "source"]


def test_what_is_merged_passes_on_digit_and_description(notebook: Notebook) -> None:
    one, two = notebook.codebook.create("one"), notebook.codebook.create("two")
    notebook.codebook.describe(one.id, "What one is.\x1b")
    notebook.codebook.pin(two.id, None)
    notebook.codebook.merge(one.id, two.id)
    (tag,) = notebook.tags
    assert (tag.name, tag.digit, tag.description) == ("two", 1, "What one is.␛")


def test_deleting_takes_the_tags_off_and_keeps_notes(filled: Notebook) -> None:
    name = filled.annotations()[0].article
    filled.put_note(Target.span(name, 1, 2), "kept")
    claim = id_of(filled, "claim")
    assert_is_one_step(filled, lambda: filled.codebook.delete(claim), "tag “claim” deleted")
    assert names(filled) == ["claimant", "source"]
    assert tags_of_annotations(filled) == [(), ("claimant",), ("source",), ("claimant", "source")]


def test_a_digit_belongs_to_one_tag(filled: Notebook) -> None:
    source = id_of(filled, "source")
    assert filled.tag(source).digit == 5
    assert_is_one_step(filled, lambda: filled.codebook.pin(source, 1), "tag “source” pinned to 1")
    assert filled.codebook.pinned_to(1) == filled.tag(source)
    assert filled.tag(id_of(filled, "claim")).digit is None
    assert_is_one_step(filled, lambda: filled.codebook.pin(source, None), "tag “source” unpinned")
    assert filled.codebook.pinned_to(1) is None
    for digit in (0, 10):
        with pytest.raises(NotebookError, match="1 to 9"):
            filled.codebook.pin(source, digit)


def test_colour_and_description_can_be_changed(filled: Notebook) -> None:
    source = id_of(filled, "source")
    assert_is_one_step(filled, lambda: filled.codebook.colour(source, PALETTE[7]), "colour of tag “source”")
    text = " Who says it.\nOr not. "
    assert_is_one_step(filled, lambda: filled.codebook.describe(source, text), "description of tag “source”")
    tag = filled.tag(source)
    assert (tag.colour, tag.description) == (PALETTE[7], "Who says it.\nOr not.")
    for change in (filled.codebook.colour, lambda _, colour: filled.codebook.create("x", colour=colour)):
        with pytest.raises(NotebookError, match="red is not a colour"):
            change(source, "red")


def test_the_tag_used_last_comes_first(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    name = notebook.attach(article())
    tags = [notebook.codebook.create(tag) for tag in ("a", "b", "c")]
    for second, tag in enumerate((tags[0], tags[1], tags[0], tags[2], tags[1])):
        monkeypatch.setattr(tagging, "utc_now", lambda s=second: f"2031-10-14T09:00:0{s}Z")
        notebook.put_tag([Target.span(name, second, second + 1)], tag.id)
    notebook.codebook.create("never")
    assert [tag.name for tag in notebook.codebook.recent()] == ["b", "c", "a"]


def test_a_tag_that_is_gone_is_refused(notebook: Notebook) -> None:
    for change in (notebook.codebook.delete, notebook.codebook.reach, notebook.codebook.below):
        with pytest.raises(NotebookError, match="no such tag"):
            change("gone")


def test_nothing_can_be_changed_in_a_notebook_that_is_only_read(filled: Notebook, path: Path) -> None:
    filled.save()
    looking = Notebook.open(path, read_only=True)
    book, tag = looking.codebook, looking.tags[0].id
    for change in (
        lambda: book.create("x"), lambda: book.pin(tag, 3), lambda: book.rename(tag, "x"),
        lambda: book.colour(tag, PALETTE[0]), lambda: book.describe(tag, "x"), lambda: book.delete(tag),
        lambda: book.merge(tag, looking.tags[4].id), lambda: book.load(path),
    ):  # fmt: skip
        with pytest.raises(NotebookError, match="opened for reading only"):
            change()
    assert book.reach(tag).annotations == 4


# The file of a codebook
