"""What filters show, and where the cursors go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook import Target
from reader.notebook.query import Query, find
from reader.overlap import Place, compare
from reader.workspace.filters import ALL, DIFFERING, ONLY_HERE, SHARED, TAGGED, UNTAGGED, wearing
from reader.workspace.rearrange import moved as moved_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook import Tag
    from reader.workspace.workspace import Desk


def shown(desk: Desk) -> list[list[int]]:
    return [list(each.sentences) for each in desk.sieve.shown]


def tag(desk: Desk, name: str, *places: Place) -> Tag:
    new = desk.notebook.create_tag(name)
    for place in places:
        desk.notebook.put_tag([Target.span(*desk.added.span(place))], new.id)
    desk.forget(places)
    return new


def test_shared_and_only_here_part_the_articles(desk: Desk) -> None:
    assert desk.sift(SHARED)
    shared = shown(desk)
    assert all(desk.mark(Place(a, n)).kind for a, numbers in enumerate(shared) for n in numbers)
    assert desk.sift(ONLY_HERE)
    own = shown(desk)
    for number, article in enumerate(desk.articles):
        assert sorted([*shared[number], *own[number]]) == list(range(len(article.sentences)))


def test_what_is_not_of_the_article_is_neither_only_here_nor_untagged(lay: Callable[..., Desk]) -> None:
    desk = lay("Geese slept by the river.\nREAD MORE: Ten geese to see", "Oats grew on the hill.")
    assert desk.articles[0].sentences[1].furniture
    for one in (ONLY_HERE, UNTAGGED):
        assert desk.sift(one)
        assert shown(desk)[0] == [0]


def test_differing_are_edited_and_paraphrases_whose_figures_disagree(lay: Callable[..., Desk]) -> None:
    desk = lay(
        "The ferry Halcyon sank off Lennet Point with forty people aboard. Gulls watched the pier all day.",
        "Off Lennet Point the Halcyon, a ferry, went down; thirty people were aboard."
        " Gulls watched the pier all day.",
    )
    assert {match.kind for match in desk.overlap.matches if match.sure} == {"verbatim", "paraphrase"}
    assert desk.sift(DIFFERING)
    assert shown(desk) == [[0], [0]]


def test_tagged_untagged_and_one_tag(desk: Desk) -> None:
    claim = tag(desk, "claim", Place(0, 1), Place(1, 0))
    tag(desk, "figure", Place(0, 2))
    desk.notebook.put_note(Target.span(*desk.added.span(Place(0, 3))), "a note is no tag")
    assert desk.sift(TAGGED)
    assert shown(desk) == [[1, 2], [0], []]
    assert desk.sift(wearing(claim))
    assert shown(desk) == [[1], [0], []]
    assert desk.sift(UNTAGGED)
    assert shown(desk)[0] == [0, 3]


def test_a_filter_that_finds_nothing_changes_nothing(desk: Desk) -> None:
    desk.sift(SHARED)
    before = shown(desk)
    assert not desk.sift(TAGGED)
    assert (shown(desk), desk.sieve.filter) == (before, SHARED)


def test_the_cursor_moves_over_what_is_shown_alone(desk: Desk) -> None:
    tag(desk, "claim", Place(0, 0), Place(0, 3), Place(2, 1))
    desk.sift(TAGGED)
    desk.move(1)
    assert desk.place == Place(0, 3)
    desk.move(1)
    assert desk.place == Place(0, 3)
    desk.move_paragraph(-1)
    assert desk.place == Place(0, 0)
    desk.end()
    desk.top()
    assert desk.place == Place(0, 0)
    desk.move_paragraph(1)
    assert desk.place == Place(0, 3)
    assert not desk.move_overlap(1)
    desk.move_column(1)
    assert desk.place == Place(2, 1), "nothing is shown of the second article"
    desk.move_column(1, around=True)
    assert desk.place.article == 0


def test_the_cursor_goes_to_the_nearest_and_comes_back(desk: Desk) -> None:
    tag(desk, "claim", Place(0, 3))
    desk.go(Place(0, 1))
    desk.sift(TAGGED)
    assert desk.place == Place(0, 3)
    desk.sift(ALL)
    assert desk.place == Place(0, 1), "it was not moved: it returns"
    desk.sift(TAGGED)
    desk.sift(UNTAGGED)
    assert desk.place == Place(0, 1), "from one filter to another too"
    desk.move(1)
    desk.sift(ALL)
    assert desk.place == Place(0, 2), "it was moved: it stays"


def test_the_column_at_hand_always_shows_something(desk: Desk) -> None:
    tag(desk, "claim", Place(1, 2))
    desk.sift(TAGGED)
    assert desk.place == Place(1, 2)


def test_the_column_comes_back_too_unless_the_reader_has_gone_on(desk: Desk) -> None:
    tag(desk, "claim", Place(0, 1), Place(1, 2))
    desk.go(Place(2, 1))
    desk.sift(TAGGED)
    assert desk.place == Place(1, 2), "nothing is shown of the third article"
    desk.sift(UNTAGGED)
    assert desk.place == Place(2, 1)
    desk.sift(TAGGED)
    desk.move_column(-1)
    assert desk.place == Place(0, 1)
    desk.sift(ALL)
    assert desk.place == Place(0, 1), "the reader went there under the filter"


def test_a_tagged_sentence_stays_until_the_filter_is_chosen_anew(desk: Desk) -> None:
    desk.sift(UNTAGGED)
    tag(desk, "claim", desk.place)
    assert desk.sieve.holds(Place(0, 0))
    desk.sift(UNTAGGED)
    assert not desk.sieve.holds(Place(0, 0))


def test_a_counterpart_in_a_fold_is_unfolded_with_its_paragraph(desk: Desk) -> None:
    tag(desk, "claim", Place(0, 0), Place(1, 3))
    desk.sift(TAGGED)
    assert [match.other(desk.place) for match in desk.matches(desk.place)]
    assert desk.align() == [], "the other columns keep their folds while one reads"
    desk.counterpart()
    assert desk.place == Place(1, 1)
    assert shown(desk)[1] == [0, 1, 3]


def test_another_threshold_filters_again_and_shows_all_when_nothing_is_left(desk: Desk) -> None:
    desk.sift(SHARED)
    before = sum(map(len, shown(desk)))
    desk.move_threshold(-100)
    assert sum(map(len, shown(desk))) >= before
    desk.take(compare(desk.articles[:1]))
    assert desk.sieve.filter is ALL
    assert all(each.all for each in desk.sieve.shown)


def test_next_and_previous_untagged(lay: Callable[..., Desk]) -> None:
    desk = lay("One is here. Two is too. Three came.\nREAD MORE: Ten more to see\nFour went home.", "Geese.")
    assert desk.articles[0].sentences[3].furniture
    tag(desk, "claim", Place(0, 1))
    assert desk.move_untagged(1)
    assert desk.place.sentence == 2
    assert desk.move_untagged(1)
    assert desk.place.sentence == 4
    assert not desk.move_untagged(1)
    assert desk.move_untagged(-1)
    assert desk.move_untagged(-1)
    assert desk.place.sentence == 0


def test_a_new_desk_of_the_articles_keeps_the_filter(desk: Desk) -> None:
    claim = tag(desk, "claim", Place(0, 1))
    desk.sift(wearing(claim))
    moved = moved_on(desk, 1)
    assert moved is not None
    moved.take(compare(moved.articles))
    assert shown(moved) == [[], [1], []]
    assert moved.place == Place(1, 1)


def test_a_parent_holds_its_children(desk: Desk) -> None:
    claim = tag(desk, "claim", Place(0, 1))
    tag(desk, "claim/figure", Place(0, 2))
    tag(desk, "claims", Place(1, 0))
    assert desk.sift(wearing(claim))
    assert shown(desk) == [[1, 2], [], []]
    desk.go(Place(0, 1))
    assert desk.carrying(claim) == Place(0, 2)
    assert {one.selector.exact for one in find(desk.notebook, Query(tags=[claim.id]))} == {
        desk.text(Place(0, 1)),
        desk.text(Place(0, 2)),
    }


def test_pairs_and_absences_count_for_their_sentences(desk: Desk) -> None:
    claim = desk.notebook.create_tag("claim")
    a, b, gone = Place(0, 1), Place(1, 0), Place(0, 2)
    desk.notebook.put_tag([Target.pair(desk.added.span(a), desk.added.span(b))], claim.id)
    desk.notebook.put_tag([Target.absence(desk.added.span(gone), desk.added.ids[1])], claim.id)
    for one in (wearing(claim), TAGGED):
        assert desk.sift(one)
        assert shown(desk) == [[1, 2], [0], []]
    assert desk.sift(UNTAGGED)
    assert not {a.sentence, gone.sentence} & set(shown(desk)[0])
    assert b.sentence not in shown(desk)[1]
