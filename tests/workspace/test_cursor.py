"""Moving the cursor of a workspace, without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap import Place
from reader.workspace import cursor

if TYPE_CHECKING:
    from reader.workspace.workspace import Workspace


def test_moving_stays_in_the_article(workspace: Workspace) -> None:
    cursor.move(workspace, -1)
    assert workspace.place == Place(0, 0)
    cursor.move(workspace, 2)
    assert workspace.place == Place(0, 2)
    cursor.move_to_edge(workspace, 1)
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
    cursor.move_to_edge(workspace, 1)
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
