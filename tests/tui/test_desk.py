"""The state behind the reading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook import Target
from reader.overlap import Place
from reader.tui.article.header import short_date
from reader.workspace import cursor

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace.workspace import Workspace


def test_moving_stays_in_the_article(workspace: Workspace) -> None:
    cursor.move(workspace, -1)
    assert workspace.place == Place(0, 0)
    cursor.move(workspace, 2)
    assert workspace.place == Place(0, 2)
    cursor.move_to_end(workspace)
    cursor.move(workspace, 1)
    assert workspace.place == Place(0, 3)


def test_paragraphs(workspace: Workspace) -> None:
    cursor.move(workspace, 2)
    cursor.move_paragraph(workspace, -1)
    assert workspace.place.sentence == 1, "first to the start of this one"
    cursor.move_paragraph(workspace, -1)
    assert workspace.place.sentence == 0
    cursor.move_paragraph(workspace, 1)
    cursor.move_paragraph(workspace, 1)
    assert workspace.place.sentence == 3
    cursor.move_paragraph(workspace, 1)
    assert workspace.place.sentence == 3


def test_columns_keep_their_cursors(workspace: Workspace) -> None:
    cursor.move(workspace, 1)
    cursor.move_column(workspace, 1)
    cursor.move(workspace, 2)
    cursor.move_column(workspace, -1)
    assert workspace.place == Place(0, 1)
    cursor.move_column(workspace, -1)
    assert workspace.column == 0
    cursor.move_column(workspace, -1, around=True)
    assert workspace.column == 2
    cursor.move_column(workspace, 1, around=True)
    assert workspace.column == 0


def test_overlaps_in_reading_order(workspace: Workspace) -> None:
    seen = [workspace.place.sentence]
    while cursor.move_to_shared(workspace, 1):
        seen.append(workspace.place.sentence)
    assert {0, 2} <= set(seen)
    assert 3 not in seen, "only this article speaks of a report"
    assert seen == sorted(seen)
    assert not cursor.move_to_shared(workspace, 1)


def test_a_round_of_counterparts_visits_every_article_and_returns(workspace: Workspace) -> None:
    first = cursor.next_counterpart(workspace)
    assert first is not None
    number, count = first
    assert (number, count) == (1, 2)
    visited = [workspace.place]
    while (step := cursor.next_counterpart(workspace)) and step[0]:
        visited.append(workspace.place)
    assert visited == [Place(1, 1), Place(1, 3)]
    assert workspace.place == Place(0, 0)


def test_moving_ends_the_round(workspace: Workspace) -> None:
    cursor.next_counterpart(workspace)
    assert workspace.origin == Place(0, 0)
    cursor.move(workspace, 1)
    assert workspace.origin == workspace.place == Place(1, 2)


def test_a_sentence_of_its_own_has_no_counterpart(workspace: Workspace) -> None:
    cursor.move_to_end(workspace)
    assert cursor.next_counterpart(workspace) is None
    assert workspace.mark(workspace.place).kind is None


def test_the_other_columns_follow(workspace: Workspace) -> None:
    cursor.move(workspace, 2)
    moved = cursor.align(workspace)
    assert Place(2, 1) in moved
    assert workspace.cursors[2] == 1
    workspace.view = workspace.view._replace(aligned=False)
    workspace.go_to(Place(0, 0))
    assert cursor.align(workspace) == []


def test_marks_name_kind_and_articles(workspace: Workspace) -> None:
    mark = workspace.mark(Place(0, 0))
    assert (mark.kind, mark.letters, mark.possible) == ("verbatim", "B", False)
    assert workspace.mark(Place(0, 2)).letters == "C"


def test_a_higher_threshold_shows_fewer(workspace: Workspace) -> None:
    def shared() -> int:
        return sum(workspace.mark(Place(0, n)).kind is not None for n in range(4))

    before = shared()
    workspace.move_threshold(-100)
    lowest = workspace.threshold
    assert shared() >= before
    workspace.move_threshold(100)
    assert workspace.threshold > lowest
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
    chips = [workspace.annotations.all_chips(article) for article in range(3)]
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


@pytest.mark.parametrize(
    ("date", "short"),
    [
        ("Wednesday 15 October 2031, 6.30am", "15 Oct 2031"),
        ("Wednesday 15 October", "15 Oct"),
        ("October 5, 2031", "5 Oct 2031"),
        ("2031-10-15", "2031-10-15"),
        ("gestern", "gestern"),
    ],
)
def test_a_date_is_short_in_the_header(date: str, short: str) -> None:
    assert short_date(date) == short
