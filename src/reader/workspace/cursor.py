"""Moving the cursor of a workspace: by sentences, paragraphs and columns, to what is shared or has no tag.

The cursor only goes to sentences that the filter shows.
"""

from collections.abc import Callable
from itertools import takewhile
from typing import NamedTuple

from reader.notebook import Tag
from reader.overlap import Place
from reader.workspace.workspace import Workspace


def move(workspace: Workspace, by: int) -> None:
    """Move by so many sentences, not past the ends of the article."""
    _to(workspace, workspace.visible.step(workspace.place.sentence, by))


def move_paragraph(workspace: Workspace, by: int) -> None:
    """Move to the start of the next paragraph (1); of this one, or from there of the one before (-1)."""
    here, shown, sentences = workspace.place.sentence, workspace.visible, workspace.article.sentences
    ahead = shown.ahead(here, by)
    number = sentences[here if by > 0 or not ahead else ahead[0]].paragraph
    if by > 0:
        _to(workspace, next((i for i in ahead if sentences[i].paragraph != number), shown.sentences[-1]))
    else:
        *_, first = here, *takewhile(lambda i: sentences[i].paragraph == number, ahead)
        _to(workspace, first)


def move_to_edge(workspace: Workspace, end: int) -> None:
    """Move to the first sentence of the article (-1) or to the last (1)."""
    _to(workspace, workspace.visible.sentences[-1 if end > 0 else 0])


def move_column(workspace: Workspace, by: int, *, around: bool = False) -> None:
    """Move by so many columns; at the edge stay, or with `around` go on from the other edge."""
    columns = [column for column, shown in enumerate(workspace.filter_state.shown) if shown]
    position = columns.index(workspace.column) + by
    position = position % len(columns) if around else min(max(position, 0), len(columns) - 1)
    column = columns[position]
    workspace.go_to(Place(column, workspace.cursors[column]))


def move_to_shared(workspace: Workspace, by: int) -> bool:
    """Move to the next (1) or previous (-1) sentence that another article shares. False: there is none."""
    return _move_to(workspace, by, lambda place: workspace.mark(place).kind is not None)


def move_to_untagged(workspace: Workspace, by: int) -> bool:
    """Move to the next (1) or previous (-1) sentence without a tag of the coder. False: there is none."""
    return _move_to(workspace, by, workspace.annotations.is_untagged)


def next_with_tag(workspace: Workspace, tag: Tag) -> Place | None:
    """Return the next sentence with a tag or one below it, from here to the last article and around."""
    found = workspace.annotations.with_tag(tag)
    return next((place for place in found if place > workspace.place), found[0] if found else None)


class CounterpartStep(NamedTuple):
    """Where in a round of counterparts the cursor has come to."""

    step: int  # from 1; 0 is the sentence that the round began with
    steps: int


def next_counterpart(workspace: Workspace) -> CounterpartStep | None:
    """Go to the next counterpart: through all of them in every open article, and back to the beginning.

    Returns None when the sentence has no counterpart.
    """
    places = workspace.counterpart_round
    if workspace.place not in places:
        others = sorted({match.other(workspace.place) for match in workspace.matches(workspace.place)})
        if not others:
            return None
        places = (workspace.place, *others)
    number = (places.index(workspace.place) + 1) % len(places)
    workspace.go_to(places[number], counterpart_round=places)
    return CounterpartStep(number, len(places) - 1)


def align(workspace: Workspace) -> list[Place]:
    """Move the cursors of the other columns to the best counterparts of the sentence at hand; return these.

    A counterpart that is folded stays folded: `next_counterpart` goes there and unfolds it.
    """
    if not workspace.view.aligned:
        return []
    origin, best = workspace.origin, dict[int, Place]()
    for match in workspace.matches(origin):
        other = match.other(origin)
        if match.sure and other.article != workspace.column:
            best.setdefault(other.article, other)
    places = [best[article] for article in sorted(best) if workspace.filter_state.holds(best[article])]
    for place in places:
        workspace.cursors[place.article] = place.sentence
    return places


def _move_to(workspace: Workspace, by: int, wanted: Callable[[Place], bool]) -> bool:
    ahead = workspace.visible.ahead(workspace.place.sentence, by)
    found = next((i for i in ahead if wanted(Place(workspace.column, i))), None)
    if found is not None:
        _to(workspace, found)
    return found is not None


def _to(workspace: Workspace, sentence: int) -> None:
    workspace.go_to(Place(workspace.column, sentence))
