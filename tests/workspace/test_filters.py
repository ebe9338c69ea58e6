"""What filters show, and where the cursors go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook import Target
from reader.notebook.query import Query, find_annotations
from reader.overlap import Place, compare
from reader.workspace import cursor
from reader.workspace.filters import ALL, DIFFERING, ONLY_HERE, SHARED, TAGGED, UNTAGGED, tag_filter
from reader.workspace.rearrange import with_moved as moved_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook import Tag
    from reader.workspace.workspace import Workspace


def shown(workspace: Workspace) -> list[list[int]]:
    return [list(each.sentences) for each in workspace.filter_state.shown]


def tag(workspace: Workspace, name: str, *places: Place) -> Tag:
    new = workspace.notebook.codebook.create(name)
    for place in places:
        workspace.notebook.put_tag([Target.span(*workspace.annotations.span(place))], new.id)
    workspace.refresh_marks(places)
    return new


def test_shared_and_only_here_part_the_articles(workspace: Workspace) -> None:
    assert workspace.apply_filter(SHARED)
    shared = shown(workspace)
    assert all(workspace.mark(Place(a, n)).kind for a, numbers in enumerate(shared) for n in numbers)
    assert workspace.apply_filter(ONLY_HERE)
    own = shown(workspace)
    for number, article in enumerate(workspace.articles):
        assert sorted([*shared[number], *own[number]]) == list(range(len(article.sentences)))


def test_what_is_not_of_the_article_is_neither_only_here_nor_untagged(lay: Callable[..., Workspace]) -> None:
    workspace = lay("Geese slept by the river.\nREAD MORE: Ten geese to see", "Oats grew on the hill.")
    assert workspace.articles[0].sentences[1].boilerplate
    for one in (ONLY_HERE, UNTAGGED):
        assert workspace.apply_filter(one)
        assert shown(workspace)[0] == [0]


def test_differing_are_edited_and_paraphrases_whose_figures_disagree(lay: Callable[..., Workspace]) -> None:
    workspace = lay(
        "The ferry Halcyon sank off Lennet Point with forty people aboard. Gulls watched the pier all day.",
        "Off Lennet Point the Halcyon, a ferry, went down; thirty people were aboard."
        " Gulls watched the pier all day.",
    )
    assert {match.kind for match in workspace.comparison.overlap.matches if match.sure} == {
        "verbatim",
        "paraphrase",
    }
    assert workspace.apply_filter(DIFFERING)
    assert shown(workspace) == [[0], [0]]


def test_tagged_untagged_and_one_tag(workspace: Workspace) -> None:
    claim = tag(workspace, "claim", Place(0, 1), Place(1, 0))
    tag(workspace, "figure", Place(0, 2))
    workspace.notebook.put_note(Target.span(*workspace.annotations.span(Place(0, 3))), "a note is no tag")
    assert workspace.apply_filter(TAGGED)
    assert shown(workspace) == [[1, 2], [0], []]
    assert workspace.apply_filter(tag_filter(claim))
    assert shown(workspace) == [[1], [0], []]
    assert workspace.apply_filter(UNTAGGED)
    assert shown(workspace)[0] == [0, 3]


def test_a_filter_that_finds_nothing_changes_nothing(workspace: Workspace) -> None:
    workspace.apply_filter(SHARED)
    before = shown(workspace)
    assert not workspace.apply_filter(TAGGED)
    assert (shown(workspace), workspace.filter_state.filter) == (before, SHARED)


def test_the_cursor_moves_over_what_is_shown_alone(workspace: Workspace) -> None:
    tag(workspace, "claim", Place(0, 0), Place(0, 3), Place(2, 1))
    workspace.apply_filter(TAGGED)
    cursor.move(workspace, 1)
    assert workspace.place == Place(0, 3)
    cursor.move(workspace, 1)
    assert workspace.place == Place(0, 3)
    cursor.move_paragraph(workspace, -1)
    assert workspace.place == Place(0, 0)
    cursor.move_to_edge(workspace, 1)
    cursor.move_to_edge(workspace, -1)
    assert workspace.place == Place(0, 0)
    cursor.move_paragraph(workspace, 1)
    assert workspace.place == Place(0, 3)
    assert not cursor.move_to_shared(workspace, 1)
    cursor.move_column(workspace, 1)
    assert workspace.place == Place(2, 1), "nothing is shown of the second article"
    cursor.move_column(workspace, 1, around=True)
    assert workspace.place.article == 0


def test_the_cursor_goes_to_the_nearest_and_comes_back(workspace: Workspace) -> None:
    tag(workspace, "claim", Place(0, 3))
    workspace.go_to(Place(0, 1))
    workspace.apply_filter(TAGGED)
    assert workspace.place == Place(0, 3)
    workspace.apply_filter(ALL)
    assert workspace.place == Place(0, 1), "it was not moved: it returns"
    workspace.apply_filter(TAGGED)
    workspace.apply_filter(UNTAGGED)
    assert workspace.place == Place(0, 1), "from one filter to another too"
    cursor.move(workspace, 1)
    workspace.apply_filter(ALL)
    assert workspace.place == Place(0, 2), "it was moved: it stays"


def test_the_column_at_hand_always_shows_something(workspace: Workspace) -> None:
    tag(workspace, "claim", Place(1, 2))
    workspace.apply_filter(TAGGED)
    assert workspace.place == Place(1, 2)


def test_the_column_comes_back_too_unless_the_reader_has_gone_on(workspace: Workspace) -> None:
    tag(workspace, "claim", Place(0, 1), Place(1, 2))
    workspace.go_to(Place(2, 1))
    workspace.apply_filter(TAGGED)
    assert workspace.place == Place(1, 2), "nothing is shown of the third article"
    workspace.apply_filter(UNTAGGED)
    assert workspace.place == Place(2, 1)
    workspace.apply_filter(TAGGED)
    cursor.move_column(workspace, -1)
    assert workspace.place == Place(0, 1)
    workspace.apply_filter(ALL)
    assert workspace.place == Place(0, 1), "the reader went there under the filter"


def test_a_tagged_sentence_stays_until_the_filter_is_chosen_anew(workspace: Workspace) -> None:
    workspace.apply_filter(UNTAGGED)
    tag(workspace, "claim", workspace.place)
    assert workspace.filter_state.holds(Place(0, 0))
    workspace.apply_filter(UNTAGGED)
    assert not workspace.filter_state.holds(Place(0, 0))


def test_a_counterpart_in_a_fold_is_unfolded_with_its_paragraph(workspace: Workspace) -> None:
    tag(workspace, "claim", Place(0, 0), Place(1, 3))
    workspace.apply_filter(TAGGED)
    assert [match.other(workspace.place) for match in workspace.matches(workspace.place)]
    assert cursor.align(workspace) == [], "the other columns keep their folds while one reads"
    cursor.next_counterpart(workspace)
    assert workspace.place == Place(1, 1)
    assert shown(workspace)[1] == [0, 1, 3]


def test_another_threshold_filters_again_and_shows_all_when_nothing_is_left(workspace: Workspace) -> None:
    workspace.apply_filter(SHARED)
    before = sum(map(len, shown(workspace)))
    workspace.move_threshold(-100)
    assert sum(map(len, shown(workspace))) >= before
    workspace.set_overlap(compare(workspace.articles[:1]))
    assert workspace.filter_state.filter is ALL
    assert all(each.all for each in workspace.filter_state.shown)


def test_next_and_previous_untagged(lay: Callable[..., Workspace]) -> None:
    workspace = lay(
        "One is here. Two is too. Three came.\nREAD MORE: Ten more to see\nFour went home.", "Geese."
    )
    assert workspace.articles[0].sentences[3].boilerplate
    tag(workspace, "claim", Place(0, 1))
    assert cursor.move_to_untagged(workspace, 1)
    assert workspace.place.sentence == 2
    assert cursor.move_to_untagged(workspace, 1)
    assert workspace.place.sentence == 4
    assert not cursor.move_to_untagged(workspace, 1)
    assert cursor.move_to_untagged(workspace, -1)
    assert cursor.move_to_untagged(workspace, -1)
    assert workspace.place.sentence == 0


def test_a_new_workspace_of_the_articles_keeps_the_filter(workspace: Workspace) -> None:
    claim = tag(workspace, "claim", Place(0, 1))
    workspace.apply_filter(tag_filter(claim))
    moved = moved_on(workspace, 1)
    assert moved is not None
    moved.set_overlap(compare(moved.articles))
    assert shown(moved) == [[], [1], []]
    assert moved.place == Place(1, 1)


def test_a_parent_holds_its_children(workspace: Workspace) -> None:
    claim = tag(workspace, "claim", Place(0, 1))
    tag(workspace, "claim/figure", Place(0, 2))
    tag(workspace, "claims", Place(1, 0))
    assert workspace.apply_filter(tag_filter(claim))
    assert shown(workspace) == [[1, 2], [], []]
    workspace.go_to(Place(0, 1))
    assert cursor.next_with_tag(workspace, claim) == Place(0, 2)
    assert {one.selector.exact for one in find_annotations(workspace.notebook, Query(tags=[claim.id]))} == {
        workspace.text(Place(0, 1)),
        workspace.text(Place(0, 2)),
    }


def test_pairs_and_absences_count_for_their_sentences(workspace: Workspace) -> None:
    claim = workspace.notebook.codebook.create("claim")
    a, b, gone = Place(0, 1), Place(1, 0), Place(0, 2)
    workspace.notebook.put_tag(
        [Target.pair(workspace.annotations.span(a), workspace.annotations.span(b))], claim.id
    )
    workspace.notebook.put_tag(
        [Target.absence(workspace.annotations.span(gone), workspace.annotations.ids[1])], claim.id
    )
    for one in (tag_filter(claim), TAGGED):
        assert workspace.apply_filter(one)
        assert shown(workspace) == [[1, 2], [0], []]
    assert workspace.apply_filter(UNTAGGED)
    assert not {a.sentence, gone.sentence} & set(shown(workspace)[0])
    assert b.sentence not in shown(workspace)[1]
