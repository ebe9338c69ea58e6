"""The state behind the reading screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.notebook import Target
from reader.overlap import Place
from reader.tui.reading.status_lines import short_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace.workspace import Desk


def test_moving_stays_in_the_article(desk: Desk) -> None:
    desk.move(-1)
    assert desk.place == Place(0, 0)
    desk.move(2)
    assert desk.place == Place(0, 2)
    desk.end()
    desk.move(1)
    assert desk.place == Place(0, 3)


def test_paragraphs(desk: Desk) -> None:
    desk.move(2)
    desk.move_paragraph(-1)
    assert desk.place.sentence == 1, "first to the start of this one"
    desk.move_paragraph(-1)
    assert desk.place.sentence == 0
    desk.move_paragraph(1)
    desk.move_paragraph(1)
    assert desk.place.sentence == 3
    desk.move_paragraph(1)
    assert desk.place.sentence == 3


def test_columns_keep_their_cursors(desk: Desk) -> None:
    desk.move(1)
    desk.move_column(1)
    desk.move(2)
    desk.move_column(-1)
    assert desk.place == Place(0, 1)
    desk.move_column(-1)
    assert desk.column == 0
    desk.move_column(-1, around=True)
    assert desk.column == 2
    desk.move_column(1, around=True)
    assert desk.column == 0


def test_overlaps_in_reading_order(desk: Desk) -> None:
    seen = [desk.place.sentence]
    while desk.move_overlap(1):
        seen.append(desk.place.sentence)
    assert {0, 2} <= set(seen)
    assert 3 not in seen, "only this article speaks of a report"
    assert seen == sorted(seen)
    assert not desk.move_overlap(1)


def test_a_round_of_counterparts_visits_every_article_and_returns(desk: Desk) -> None:
    first = desk.counterpart()
    assert first is not None
    number, count = first
    assert (number, count) == (1, 2)
    visited = [desk.place]
    while (step := desk.counterpart()) and step[0]:
        visited.append(desk.place)
    assert visited == [Place(1, 1), Place(1, 3)]
    assert desk.place == Place(0, 0)


def test_moving_ends_the_round(desk: Desk) -> None:
    desk.counterpart()
    assert desk.origin == Place(0, 0)
    desk.move(1)
    assert desk.origin == desk.place == Place(1, 2)


def test_a_sentence_of_its_own_has_no_counterpart(desk: Desk) -> None:
    desk.end()
    assert desk.counterpart() is None
    assert desk.mark(desk.place).kind is None


def test_the_other_columns_follow(desk: Desk) -> None:
    desk.move(2)
    moved = desk.align()
    assert Place(2, 1) in moved
    assert desk.cursors[2] == 1
    desk.view = replace(desk.view, aligned=False)
    desk.go(Place(0, 0))
    assert desk.align() == []


def test_marks_name_kind_and_articles(desk: Desk) -> None:
    mark = desk.mark(Place(0, 0))
    assert (mark.kind, mark.letters, mark.possible) == ("verbatim", "B", False)
    assert desk.mark(Place(0, 2)).letters == "C"


def test_a_higher_threshold_shows_fewer(desk: Desk) -> None:
    def shared() -> int:
        return sum(desk.mark(Place(0, n)).kind is not None for n in range(4))

    before = shared()
    desk.move_threshold(-100)
    lowest = desk.threshold
    assert shared() >= before
    desk.move_threshold(100)
    assert desk.threshold > lowest
    assert shared() <= before


def test_tags_and_notes_become_chips_that_do_not_break(desk: Desk) -> None:
    place = Place(0, 1)
    tag = desk.notebook.create_tag("eye witness")
    desk.notebook.put_tag([Target.span(*desk.added.span(place))], tag.id)
    desk.notebook.put_note(
        Target.span(*desk.added.span(place)),
        "Ask the harbour office how many of the passengers were children",
    )
    desk.forget([place])
    tag_chip, note_chip = desk.chips(place)
    assert tag_chip == "[eye\u00a0witness]"
    assert note_chip.startswith("[✎\u00a0Ask\u00a0the\u00a0harbour")
    assert len(note_chip) < 40
    assert " " not in tag_chip + note_chip


def test_what_carries_anything_has_chips_whatever_side_of_a_pair_it_is(desk: Desk) -> None:
    tag = desk.notebook.create_tag("claim")
    one, other = desk.added.span(Place(0, 1)), desk.added.span(Place(1, 2))
    desk.notebook.put_tag([Target.pair(one, other), Target.whole(desk.added.ids[2])], tag.id)
    chips = [desk.added.all_chips(article) for article in range(3)]
    assert [set(each) for each in chips] == [{1}, {2}, set()]
    assert all(
        desk.chips(Place(article, sentence)) == each
        for article in range(3)
        for sentence, each in chips[article].items()
    )
    assert desk.chips(Place(1, 2)) == ("[claim\u00a0⇄\u00a0A\u00a02]",)
    assert desk.chips(Place(2, 0)) == ()


def test_spans_of_the_notebook_are_found_again_as_sentences(desk: Desk) -> None:
    span = desk.added.span(Place(1, 2))
    assert desk.added.places([span]) == [Place(1, 2)]
    article, start, end = desk.added.span(Place(0, 1))
    _, _, last = desk.added.span(Place(0, 2))
    assert desk.added.places([(article, start + 3, last - 1)]) == [Place(0, 1), Place(0, 2)]
    assert desk.added.places([("another", 0, 10)]) == []
    assert end < last


def test_cursors_come_back_as_far_as_the_articles_reach(desk: Desk) -> None:
    desk.put_cursors(9, [2, 99, -1, 5])
    assert desk.place == Place(2, 0)
    assert desk.cursors == [2, 3, 0]


def test_the_same_text_under_two_names_is_two_articles(lay: Callable[..., Desk]) -> None:
    desk = lay("The very same words. And more of them.", "The very same words. And more of them.")
    tag = desk.notebook.create_tag("copy")
    desk.notebook.put_tag([Target.span(*desk.added.span(Place(0, 0)))], tag.id)
    assert desk.added.places([desk.added.span(Place(0, 0))]) == [Place(0, 0)]
    assert desk.mark(Place(1, 0)).tags == ()


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
