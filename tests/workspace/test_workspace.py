"""The state behind the reading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook import Target
from reader.overlap import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace.workspace import Workspace


def test_marks_name_kind_and_articles(workspace: Workspace) -> None:
    mark = workspace.mark(Place(0, 0))
    assert (mark.kind, mark.letters, mark.possible) == ("verbatim", "B", False)
    assert workspace.mark(Place(0, 2)).letters == "C"


def test_a_higher_threshold_shows_fewer(workspace: Workspace) -> None:
    def shared() -> int:
        return sum(workspace.mark(Place(0, n)).kind is not None for n in range(4))

    before = shared()
    workspace.move_threshold(-100)
    lowest = workspace.view.threshold
    assert shared() >= before
    workspace.move_threshold(100)
    assert workspace.view.threshold > lowest
    assert shared() <= before


def test_tags_and_notes_become_chips_that_do_not_break(workspace: Workspace) -> None:
    place = Place(0, 1)
    tag = workspace.notebook.codebook.create("eye witness")
    workspace.notebook.put_tag([Target.span(*workspace.annotations.span(place))], tag.id)
    workspace.notebook.put_note(
        Target.span(*workspace.annotations.span(place)),
        "Ask the harbour office how many of the passengers were children",
    )
    workspace.refresh_marks([place])
    tag_chip, note_chip = workspace.chips(place)
    assert tag_chip == "[eye\u00a0witness]"
    assert note_chip.startswith("[✎\u00a0Ask\u00a0the\u00a0harbour")
    assert len(note_chip) < 40
    assert " " not in tag_chip + note_chip


def test_what_carries_anything_has_chips_whatever_side_of_a_pair_it_is(workspace: Workspace) -> None:
    tag = workspace.notebook.codebook.create("claim")
    one, other = workspace.annotations.span(Place(0, 1)), workspace.annotations.span(Place(1, 2))
    workspace.notebook.put_tag([Target.pair(one, other), Target.whole(workspace.annotations.ids[2])], tag.id)
    chips = [workspace.annotations.chip_texts(article) for article in range(3)]
    assert [set(each) for each in chips] == [{1}, {2}, set()]
    assert all(
        workspace.chips(Place(article, sentence)) == each
        for article in range(3)
        for sentence, each in chips[article].items()
    )
    assert workspace.chips(Place(1, 2)) == ("[claim\u00a0⇄\u00a0A\u00a02]",)
    assert workspace.chips(Place(2, 0)) == ()


def test_spans_of_the_notebook_are_found_again_as_sentences(workspace: Workspace) -> None:
    span = workspace.annotations.span(Place(1, 2))
    assert workspace.annotations.places([span]) == [Place(1, 2)]
    article, start, end = workspace.annotations.span(Place(0, 1))
    _, _, last = workspace.annotations.span(Place(0, 2))
    assert workspace.annotations.places([(article, start + 3, last - 1)]) == [Place(0, 1), Place(0, 2)]
    assert workspace.annotations.places([("another", 0, 10)]) == []
    assert end < last


def test_cursors_come_back_as_far_as_the_articles_reach(workspace: Workspace) -> None:
    workspace.put_cursors(9, [2, 99, -1, 5])
    assert workspace.place == Place(2, 0)
    assert workspace.cursors == [2, 3, 0]


def test_the_same_text_under_two_names_is_two_articles(lay: Callable[..., Workspace]) -> None:
    workspace = lay("The very same words. And more of them.", "The very same words. And more of them.")
    tag = workspace.notebook.codebook.create("copy")
    workspace.notebook.put_tag([Target.span(*workspace.annotations.span(Place(0, 0)))], tag.id)
    assert workspace.annotations.places([workspace.annotations.span(Place(0, 0))]) == [Place(0, 0)]
    assert workspace.mark(Place(1, 0)).tags == ()
